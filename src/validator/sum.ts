/** How a sum is compared with a value. */
export type SumRelation = "<=" | "<" | "=";

/**
 * True when the sum of the terms compares so with a value. Absent terms count as nothing; it is true, too, where no term or
 * no value is there, and where one of them is no number, which is left to the rules of its shape.
 */
export function sumHolds(terms: readonly unknown[], is: SumRelation, to: unknown): boolean {
  const given = terms.filter((term) => term !== undefined);
  if (given.length === 0 || !Number.isFinite(to) || !given.every(Number.isFinite)) return true;
  const sum = (given as number[]).reduce((total, term) => total + term, 0);
  if (is === "=") return sum === to;
  return is === "<" ? sum < (to as number) : sum <= (to as number);
}

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
