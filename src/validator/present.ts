import { spanOf } from "./times.js";

/**
 * What a check is told beside the payload is one number: a bit for each context of the kind, and above these bits the present
 * in seconds since 1970.
 */
export const bitsOfContexts = 16;

/** The number with the present in it. */
export const withPresent = (on: number, seconds: number): number =>
  on + seconds * 2 ** bitsOfContexts;

const presentIn = (on: number): number => Math.floor(on / 2 ** bitsOfContexts);

/** How far ahead of the present a time must be; in seconds. */
export interface Ahead {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Whether a time is so far ahead. A value that is no time is left to the rules of its form. */
export function isAhead(
  value: unknown,
  on: number,
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Ahead,
): boolean {
  const span = spanOf(value);
  if (!span) return true;
  const [first, last] = span;
  const now = presentIn(on);
  return last >= now + atLeast && first <= now + atMost;
}
