import { spanOf } from "./times.js";

/**
 * What a check is told beside the payload is one number: a bit for each context of the kind, and above these bits the current time
 * in seconds since 1970.
 */
export const bitsOfContexts = 16;

/** The number with the current time in it. */
export const withTime = (contextBits: number, seconds: number): number =>
  contextBits + seconds * 2 ** bitsOfContexts;

const timeIn = (contextBits: number): number => Math.floor(contextBits / 2 ** bitsOfContexts);

/** How far ahead of the current time a time must be; in seconds. */
export interface Ahead {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Whether a time is so far ahead. A value that is no time is left to the rules of its form. */
export function isAhead(
  value: unknown,
  contextBits: number,
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Ahead,
): boolean {
  const span = spanOf(value);
  if (!span) return true;
  const [first, last] = span;
  const now = timeIn(contextBits);
  return last >= now + atLeast && first <= now + atMost;
}
