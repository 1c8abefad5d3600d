import { valueAt } from "./pointer.js";

/** `path` compared with `to`; the comparison holds when either is absent and no `absentAs` stands for it. */
export interface Comparison {
  readonly path: string;
  readonly is: "<=" | "<";
  readonly to: string;
  /** How values are read; a value that cannot be read so is left to the rules of its shape. */
  readonly as: "number" | "date";
  readonly absentAs?: number;
}

const read = {
  number: (value: unknown) => (Number.isFinite(value) ? (value as number) : undefined),
  date: (value: unknown) => {
    const digits = typeof value === "string" ? value.replace(/\D/g, "") : "";
    return digits.length === 8 ? Number(digits) : undefined;
  },
};

/** True when the comparison holds for a payload. */
export function compare(payload: unknown, { path, is, to, as, absentAs }: Comparison): boolean {
  const [left, right] = [path, to].map((side) => read[as](valueAt(payload, side) ?? absentAs));
  if (left === undefined || right === undefined) return true;
  return is === "<" ? left < right : left <= right;
}
