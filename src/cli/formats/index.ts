import type { Output } from "../report.js";

/** Output formats by name; only the one asked for is loaded. */
export const outputs: Readonly<Record<string, () => Promise<Output>>> = {
  pretty: async () => (await import("./pretty.js")).pretty,
  json: async () => (await import("./json.js")).json,
  sarif: async () => (await import("./sarif.js")).sarif,
  github: async () => (await import("./github.js")).github,
  junit: async () => (await import("./junit.js")).junit,
};
