import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Environment, Locale, Severity } from "../runtime/types.js";

/** What a `paylint.config.json` says. Paths are relative to its folder. */
export interface Config {
  readonly environment?: Environment;
  readonly locale?: Locale;
  readonly rules: ReadonlyMap<string, Severity | "off">;
  /** Gateways by channel key. */
  readonly channels: Readonly<Record<string, string>>;
  /** The kind that the configuration gives a file of payloads. */
  kindOf(file: string): string | undefined;
  /** The gateway that the configuration gives the calls of a file. */
  gatewayOf(file: string): string | undefined;
  /** Absent where nothing is. */
  isIgnored?(file: string): boolean;
}

export const severities = ["off", "info", "warning", "error"];
export const environments = ["pc", "mobile", "any"];
export const locales = ["en", "ko"];

const none: Config = {
  rules: new Map(),
  channels: {},
  kindOf: () => undefined,
  gatewayOf: () => undefined,
};

const fileName = "paylint.config.json";

/**
 * Reads the configuration: the file asked for, or the nearest `paylint.config.json` from the working folder upward.
 * @throws {UsageError} when it cannot be read or says what it cannot.
 */
export async function readConfig(asked: string | undefined): Promise<Config> {
  const file = asked ?? nearest(process.cwd());
  if (file === undefined) return none;
  return (await import("./configFile.js")).readConfigFile(file);
}

function nearest(from: string): string | undefined {
  const file = join(from, fileName);
  if (existsSync(file)) return file;
  const parent = dirname(from);
  return parent === from ? undefined : nearest(parent);
}
