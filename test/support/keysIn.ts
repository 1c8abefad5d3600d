import type { KnownKeys } from "../../src/validator/compiled.js";

interface Keys {
  readonly [key: string]: true | Keys;
}

/** Keys as a kind's facts hold them. */
export const keysIn = (keys: Keys): KnownKeys =>
  new Map(Object.entries(keys).map(([key, below]) => [key, below === true ? true : keysIn(below)]));
