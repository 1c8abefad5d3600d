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

function dayOf(value: unknown): number | undefined {
  const digits = typeof value === "string" ? value.replace(/\D/g, "") : "";
  return digits.length === 8 ? Number(digits) : undefined;
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
  if (as === "text") return typeof left !== "string" || typeof right !== "string" || left === right;
  if (as === "date") return isInOrder(dayOf(left), is, dayOf(right));
  if (!Number.isFinite(left) || !Number.isFinite(right)) return true;
  return isInOrder((left as number) * times, is, right as number);
}

function isInOrder(
  left: number | undefined,
  is: ComparisonOfValues["is"],
  right: number | undefined,
): boolean {
  if (left === undefined || right === undefined) return true;
  return is === "<" ? left < right : left <= right;
}
