import type { ComparisonOfValues } from "./compare.js";

const written =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?(?:Z|([+-]\d\d):?(\d\d))?)?$/i;

/** Hours that clocks in Korea are ahead of UTC. */
const hoursInKorea = 9;

/** The first and the last second that a value names, since 1970: of a day both ends. Where no zone is written, it is Korea's. */
export function spanOf(value: unknown): readonly [first: number, last: number] | undefined {
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

/** True when a time is in order with another; a day ends with its last second. What is no time is left to the rules of its form. */
export function compareTimes(
  value: unknown,
  other: unknown,
  { is }: Pick<ComparisonOfValues, "is">,
): boolean {
  const [left, right] = [spanOf(value), spanOf(other)];
  if (!left || !right) return true;
  return is === "<" ? left[0] < right[0] : left[0] <= right[1];
}
