/** How a sum is compared with a value. */
export type SumRelation = "<=" | "<" | "=";

/**
 * True when the sum of the terms compares so with a value. Absent terms count as nothing. Also true if there is no term or no
 * value, and if one of them is not a number: the rules of the shape report that.
 */
export function sumHolds(terms: readonly unknown[], is: SumRelation, to: unknown): boolean {
  const given = terms.filter((term) => term !== undefined);
  if (given.length === 0 || !Number.isFinite(to) || !given.every(Number.isFinite)) return true;
  const sum = (given as number[]).reduce((total, term) => total + term, 0);
  // Amounts have a few decimals, which binary fractions miss by less than this.
  if (is === "=") return Math.abs(sum - (to as number)) < 1e-6;
  return is === "<" ? sum < (to as number) : sum <= (to as number);
}

/** A product of two values; nothing where one is absent, and no number where one is none. */
export function productOf(first: unknown, second: unknown): number | undefined {
  if (first === undefined || second === undefined) return undefined;
  const areNumbers = typeof first === "number" && typeof second === "number";
  return areNumbers ? first * second : Number.NaN;
}

/** The products of values that are at the same place of two lists. */
export const products = (
  firsts: readonly unknown[],
  seconds: readonly unknown[],
): (number | undefined)[] => firsts.map((first, index) => productOf(first, seconds[index]));

/** The values that the items of a list have under keys, one in the other; nothing of what is no list. */
export function itemValues(list: unknown, keys: readonly string[]): unknown[] {
  if (!Array.isArray(list)) return [];
  return Array.from(list, (item) => {
    let value: unknown = item;
    for (const key of keys) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
      value = (value as Record<string, unknown>)[key];
    }
    return value;
  });
}
