import { valueAt } from "../constraint/abstractValue.js";
import { parsePointer, pointerTo } from "../validator/pointer.js";

/** A pointer with a star for each number, as the rows of a mapping have it. */
export const patternOf = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, "/*");

/** The pattern around another; undefined above the root. */
export const parentPattern = (pattern: string): string | undefined =>
  pattern === "" ? undefined : pattern.slice(0, pattern.lastIndexOf("/"));

/** A pattern with the numbers of a pointer for its stars, in order. */
export function filledIn(pattern: string, pointer: string): string {
  const numbers = [...pointer.matchAll(/\/(\d+)(?=\/|$)/g)].map(([, number]) => number);
  let next = 0;
  return pattern.replaceAll("*", () => numbers[next++] ?? "0");
}

/** The value at a pointer, through lists too; an `Unknown` where only the running program knows it. */
export function valueThrough(value: unknown, pointer: string): unknown {
  let at = value;
  for (const key of parsePointer(pointer)) {
    at = Array.isArray(at) ? at[Number(key)] : valueAt(at, pointerTo([key]));
  }
  return at;
}
