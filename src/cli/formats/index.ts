import type { Output } from "../report.js";

/** Output formats by name; only the one asked for is loaded. */
export const outputs = {
  pretty: async () => (await import("./pretty.js")).pretty,
  compact: async () => (await import("./compact.js")).compact,
  json: async () => (await import("./json.js")).json,
  sarif: async () => (await import("./sarif.js")).sarif,
  github: async () => (await import("./github.js")).github,
  junit: async () => (await import("./junit.js")).junit,
} as const satisfies Record<string, () => Promise<Output>>;

/** The output of a run; `statistics` is an option of its own. */
export const outputNamed = async (name: keyof typeof outputs | "statistics"): Promise<Output> =>
  name === "statistics" ? (await import("./statistics.js")).statistics : outputs[name]();

export type OutputName = Parameters<typeof outputNamed>[0];
