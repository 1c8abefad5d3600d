import type { Input } from "./input.js";

/** Formats by the ending of a file's name; each is loaded when it is met. */
export const inputs: Readonly<Record<string, () => Promise<Input>>> = {
  ".json": async () => (await import("./json.js")).json,
  ".jsonc": async () => (await import("./json.js")).json,
  ".yaml": async () => (await import("./yaml.js")).yaml,
  ".yml": async () => (await import("./yaml.js")).yaml,
  ".ndjson": async () => (await import("./ndjson.js")).ndjson,
  ".jsonl": async () => (await import("./ndjson.js")).ndjson,
};
