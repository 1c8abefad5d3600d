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

const written =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?(?:Z|([+-]\d\d):?(\d\d))?)?$/i;

/** Hours that clocks in Korea are ahead of UTC. */
const hoursInKorea = 9;

/** The first and the last second that a value names, since 1970: of a day both ends. Where no zone is written, it is Korea's. */
function spanOf(value: unknown): readonly [first: number, last: number] | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? [value, value] : undefined;
  const match = typeof value === "string" ? written.exec(value) : null;
  if (!match) return undefined;
  const [text, year, month, day, hour, minute = 0, second = 0, zone = hoursInKorea, rest = 0] =
    match;
  const isUtc = /z$/i.test(text);
  const offset = isUtc ? 0 : 3600 * Number(zone) + 60 * Number(rest) * (Number(zone) < 0 ? -1 : 1);
  const time = [Number(hour ?? 0), Number(minute), Number(second)] as const;
  const first = Date.UTC(Number(year), Number(month) - 1, Number(day), ...time) / 1000 - offset;
  return [first, hour === undefined ? first + 86_399 : first];
}
