import { valueAt } from "./pointer.js";

/** `path` compared with `to`; the comparison holds when either is absent and no `absentAs` stands for it. */
export interface Comparison extends ComparisonOfValues {
  readonly path: string;
  readonly to: string;
}

export interface ComparisonOfValues {
  /** `=` is for texts alone. */
  readonly is: "<=" | "<" | "=";
  /** How values are read; a value that cannot be read so is left to the rules of its shape. */
  readonly as: "number" | "date" | "time" | "text";
  readonly absentAs?: number;
  /** The value at `path` counts so many times. */
  readonly times?: number;
}

/** True when the comparison holds for a payload. */
export const compare = (payload: unknown, comparison: Comparison): boolean =>
  compareValues(valueAt(payload, comparison.path), valueAt(payload, comparison.to), comparison);

/** True when the comparison holds for two values. */
export function compareValues(
  value: unknown,
  other: unknown,
  { is, as, absentAs, times = 1 }: ComparisonOfValues,
): boolean {
  const [left, right] = [value ?? absentAs, other ?? absentAs];
  if (as === "text") {
    return typeof left !== "string" || typeof right !== "string" || left === right;
  }
  return as === "date"
    ? areDaysInOrder(left, is, right)
    : isInOrder(numberOf(left) * times, is, numberOf(right));
}

/** True when one day is before another, or they are the same day and `is` allows that. Generated checks call this. */
export const areDaysInOrder = (
  left: unknown,
  is: ComparisonOfValues["is"],
  right: unknown,
): boolean => isInOrder(dayOf(left), is, dayOf(right));

function dayOf(value: unknown): number {
  const digits = typeof value === "string" ? value.replace(/\D/g, "") : "";
  return digits.length === 8 ? Number(digits) : Number.NaN;
}

const numberOf = (value: unknown): number =>
  Number.isFinite(value) ? (value as number) : Number.NaN;

/** What cannot be read is not a number, which is in order with any: no comparison with it is true. */
const isInOrder = (left: number, is: ComparisonOfValues["is"], right: number): boolean =>
  is === "<" ? !(left >= right) : !(left > right);
