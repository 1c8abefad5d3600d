import { readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { type ParseError, parse } from "jsonc-parser";
import picomatch from "picomatch";
import { environments, locales, severities } from "../choices.js";
import { gateways } from "../gateways.js";
import { kinds } from "../generated/kinds.js";
import { rules } from "../generated/rules.js";
import type { Environment, Locale, Severity } from "../validator/types.js";
import { oneOf, UsageError, unknownName } from "./usageError.js";

/** What a `paylint.config.json` says. Paths are relative to its folder. */
export interface Config {
  readonly environment?: Environment;
  readonly locale?: Locale;
  readonly rules: ReadonlyMap<string, Severity | "off">;
  /** Gateways by channel key. */
  readonly channels: Readonly<Record<string, string>>;
  /** The gateways that the shop has contracts with. */
  readonly gateways: readonly string[];
  /** The kind that the configuration gives a file of payloads. */
  kindOf(file: string): string | undefined;
  /** The gateway that the configuration gives the calls of a file. */
  gatewayOf(file: string): string | undefined;
  /** Absent where nothing is. */
  isIgnored?(file: string): boolean;
}

/**
 * Reads a configuration file.
 * @throws {UsageError} when it cannot be read or says what it cannot.
 */
export function readConfigFile(file: string): Config {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
  const errors: ParseError[] = [];
  const data: unknown = parse(text.replace(/^\ufeff/, ""), errors, { allowTrailingComma: true });
  if (errors.length > 0) throw new UsageError(`${file}: broken JSON`);
  try {
    return configIn(data, dirname(resolve(file)));
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

type Data = Record<string, unknown>;

function objectAt(value: unknown, name: string, keys?: readonly string[]): Data {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UsageError(`${name} must be an object`);
  }
  for (const key of Object.keys(value)) {
    if (keys && !keys.includes(key)) throw unknownName(`key of ${name}`, key, keys);
  }
  return value as Data;
}

function globsAt(value: unknown, name: string): string[] {
  const globs = [value].flat();
  if (globs.every((glob) => typeof glob === "string")) return globs as string[];
  throw new UsageError(`${name} must be a glob or a list of them`);
}

const keys = ["$schema", "environment", "locale", "rules", "channels", "files", "ignores"];

function configIn(data: unknown, folder: string): Config {
  const config = objectAt(data, "the configuration", keys);
  const inFolder = (file: string) => relative(folder, resolve(file)).split(sep).join("/");
  const matcher = (globs: readonly string[]) => {
    const matches = picomatch([...globs], { dot: true });
    return (file: string) => matches(inFolder(file));
  };
  const severityById = Object.entries(objectAt(config.rules ?? {}, "rules")).map(
    ([id, severity]): [string, Severity | "off"] => {
      oneOf(
        "rule",
        id,
        rules.map((rule) => rule.id),
      );
      return [id, oneOf(`severity of ${id}`, severity, severities)];
    },
  );
  const channels = objectAt(config.channels ?? {}, "channels");
  for (const gateway of Object.values(channels)) {
    if (typeof gateway !== "string") throw new UsageError("channels maps channel keys to gateways");
  }
  const listed = config.files ?? [];
  if (!Array.isArray(listed)) throw new UsageError("files must be a list");
  const entries = listed.map((entry: unknown) => {
    const { files, kind, gateway } = objectAt(entry, "an entry of files", [
      "files",
      "kind",
      "gateway",
    ]);
    return {
      matches: matcher(globsAt(files, "files of an entry of files")),
      kind: kind === undefined ? undefined : oneOf("kind", kind, Object.keys(kinds)),
      gateway: gateway === undefined ? undefined : oneOf("gateway", gateway, gateways),
    };
  });
  const ignored = globsAt(config.ignores ?? [], "ignores");
  const environment = config.environment;
  const locale = config.locale;
  return {
    ...(environment !== undefined && {
      environment: oneOf("environment", environment, environments),
    }),
    ...(locale !== undefined && { locale: oneOf("locale", locale, locales) }),
    rules: new Map(severityById),
    channels: channels as Record<string, string>,
    gateways: [],
    kindOf: (file) => entries.find(({ kind, matches }) => kind && matches(file))?.kind,
    gatewayOf: (file) => entries.find(({ gateway, matches }) => gateway && matches(file))?.gateway,
    ...(ignored.length > 0 && { isIgnored: matcher(ignored) }),
  };
}
