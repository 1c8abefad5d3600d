import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { Positions } from "../text/positions.js";
import type { Environment, Locale, Text } from "../validator/types.js";
import { type ConfigPart, partIn } from "./configPart.js";
import { Misplaced, treeOf } from "./configTree.js";
import { about, reason } from "./reason.js";
import type { Severities } from "./severities.js";
import { UsageError } from "./usageError.js";

/** What a `paylint.config.json` says. Paths are relative to its folder. */
export interface Config {
  /** The folder of the file. */
  readonly folder?: string;
  readonly environment?: Environment;
  readonly locale?: Locale;
  /** Gateways, by company or code, by channel key, `env:NAME` or `const:NAME`. */
  readonly channels: Readonly<Record<string, string>>;
  /** The gateways that the shop has contracts with, by company or code. */
  readonly gateways: readonly string[];
  /** What a run should tell its user of the file, a line each. */
  readonly notes: readonly Text[];
  /** Severities of the rules for the findings of a file. */
  rulesOf(file: string): Severities;
  /** The kind that the configuration gives a file of payloads. */
  kindOf(file: string): string | undefined;
  /** The gateway, by company or code, that the configuration gives the calls of a file. */
  gatewayOf(file: string): string | undefined;
  /** Absent where nothing is. */
  isIgnored?(file: string): boolean;
}

/**
 * Reads a configuration file, and the files that it extends.
 * @throws {UsageError} when one cannot be read or says what it cannot, with line and column.
 */
export function readConfigFile(file: string, cwd: string): Config {
  return merged(partsOf(file, cwd, []), relative(cwd, file), dirname(file));
}

/** What a file says, behind what the files say that it extends. */
function partsOf(file: string, cwd: string, extending: readonly string[]): ConfigPart[] {
  const name = relative(cwd, file);
  let text: string;
  try {
    text = readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    throw new UsageError(about(name, reason(error)));
  }
  try {
    const part = partIn(treeOf(text), dirname(file), cwd);
    const bases = part.extended.flatMap(({ value, offset }) => {
      const base = extendedFile(value, file, offset);
      const inCircle = [...extending, file].includes(base);
      if (inCircle) throw new Misplaced(circular, offset);
      return partsOf(base, cwd, [...extending, file]);
    });
    return [...bases, part];
  } catch (error) {
    if (!(error instanceof Misplaced)) throw error;
    const { line, column } = new Positions(text).at(error.offset);
    throw new UsageError(about(`${name}:${line}:${column}`, error.text));
  }
}

const circular: Text = {
  en: "extends leads back to this file",
  ko: "extends가 이 파일로 되돌아옵니다",
};

/** The file that `extends` names: a path from the file's folder, or a file of a package. */
function extendedFile(named: string, from: string, offset: number): string {
  if (/^(?:\.{1,2}[/\\]|\/|[A-Za-z]:)/.test(named)) return resolve(dirname(from), named);
  try {
    return createRequire(from).resolve(named);
  } catch {
    const said = JSON.stringify(named);
    throw new Misplaced(
      { en: `${said} names no file of a package`, ko: `패키지에서 찾을 수 없습니다: ${said}` },
      offset,
    );
  }
}

/** What files say together: the later ones count more. */
function merged(parts: readonly ConfigPart[], name: string, folder: string): Config {
  const last = <Key extends keyof ConfigPart>(key: Key) =>
    parts.findLast((part) => part[key] !== undefined)?.[key];
  const environment = last("environment");
  const locale = last("locale");
  const channels = new Map(parts.flatMap((part) => [...part.channels]));
  const unfilled = [...channels.keys()].filter((channel) => channels.get(channel) === "");
  const entries = parts.toReversed().flatMap((part) => part.entries);
  const ignores = parts.flatMap((part) => part.ignores ?? []);
  const rules = parts.flatMap((part) => [...part.rules]);
  return {
    folder,
    ...(environment !== undefined && { environment }),
    ...(locale !== undefined && { locale }),
    channels: Object.fromEntries([...channels].filter(([, gateway]) => gateway !== "")),
    gateways: last("gateways") ?? [],
    notes: unfilled.length > 0 ? [about(name, unfilledWords(unfilled))] : [],
    // The first entry that matches counts most, as for kind and gateway.
    rulesOf: (file) =>
      new Map([
        ...rules,
        ...entries
          .filter(({ rules: own, matches }) => own.size > 0 && matches(file))
          .toReversed()
          .flatMap(({ rules: own }) => [...own]),
      ]),
    kindOf: (file) => entries.find(({ kind, matches }) => kind && matches(file))?.kind,
    gatewayOf: (file) => entries.find(({ gateway, matches }) => gateway && matches(file))?.gateway,
    ...(ignores.length > 0 && { isIgnored: (file) => ignores.some((one) => one(file)) }),
  };
}

const unfilledWords = (channels: readonly string[]): Text => ({
  en: `channels without a gateway yet: ${channels.join(", ")}`,
  ko: `PG사를 아직 지정하지 않은 채널: ${channels.join(", ")}`,
});
