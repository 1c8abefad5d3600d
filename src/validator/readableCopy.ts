import { pointerTo } from "./pointer.js";

const deepest = 100;
const mostValues = 100_000;

/**
 * A plain copy of a value whose getters or proxies throw, and the pointers of what could not be read.
 * Only for values that a generated check could not be run on; depth and number of values are bounded.
 */
export function readableCopy(root: unknown): { copy: unknown; unreadable: string[] } {
  const unreadable: string[] = [];
  let left = mostValues;
  const copyOf = (value: unknown, at: string, depth: number): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (depth > deepest || left-- <= 0) return undefined;
    try {
      const entries = Object.keys(value).map((key): [string, unknown] => {
        const below = at + pointerTo([key]);
        try {
          return [key, copyOf((value as Record<string, unknown>)[key], below, depth + 1)];
        } catch {
          unreadable.push(below);
          return [key, undefined];
        }
      });
      return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
    } catch {
      unreadable.push(at);
      return undefined;
    }
  };
  return { copy: copyOf(root, "", 0), unreadable };
}
