import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Config } from "./configFile.js";

const none: Config = {
  channels: {},
  gateways: [],
  notes: [],
  rulesOf: () => new Map(),
  kindOf: () => undefined,
  gatewayOf: () => undefined,
};

/**
 * Reads the configuration: the file asked for, or the nearest `paylint.config.json` from the working folder upward.
 * @throws {UsageError} when it cannot be read or says what it cannot.
 */
export async function readConfig(asked: string | undefined, cwd: string): Promise<Config> {
  const file = asked === undefined ? nearestFile("paylint.config.json", cwd) : resolve(cwd, asked);
  if (file === undefined) return none;
  return (await import("./configFile.js")).readConfigFile(file, cwd);
}

/** The file of a name in a folder, or in the nearest folder above it. */
export function nearestFile(name: string, from: string): string | undefined {
  const file = join(from, name);
  if (existsSync(file)) return file;
  const parent = dirname(from);
  return parent === from ? undefined : nearestFile(name, parent);
}
