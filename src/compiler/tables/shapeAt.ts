import { parsePointer } from "../../validator/pointer.js";
import type { Case } from "./ruleTypes.js";
import type { IssuerTable, Shape } from "./types.js";

/** The part of a shape that a pointer (with `*` for an item) leads to. */
export function shapeAt(shape: Shape, pointer: string): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const key of parsePointer(pointer)) {
    at = key === "*" || /^\d+$/.test(key) ? at?.items : at?.properties?.[key];
  }
  return at;
}

/** Whether a shape describes the value at a path. If not, it allows any value. */
export function isDescribed(shape: Shape, pointer: string): boolean {
  let at: Shape | undefined = shape;
  for (const key of parsePointer(pointer)) {
    if (!at || at.additionalProperties || (!at.properties && !at.items)) return at !== undefined;
    at = key === "*" ? at.items : at.properties?.[key];
  }
  return at !== undefined;
}

/** The closed list of values that a place takes, each in one spelling; undefined where it takes any. */
export function listedValues(shape: Shape, issuers: IssuerTable): readonly unknown[] | undefined {
  const column = shape["x-enum-from"]?.issuers;
  if (column === undefined) return shape.enum;
  return [...(shape.enum ?? []), ...issuers.rows.map((row) => row[column])];
}

/** The same in every spelling. */
export const allowedValues = (shape: Shape, issuers: IssuerTable): readonly unknown[] | undefined =>
  listedValues(shape, issuers)?.flatMap((value) => spellingsOf(value, shape["x-prefix"]));

/** What the paths of a case are below. */
export const scopeOf = ({ each }: Case): string => (each ? `${each}/*` : "");

/** A value in each of its spellings. */
export const spellingsOf = (value: unknown, prefix: string | undefined): readonly unknown[] =>
  prefix === undefined || typeof value !== "string" ? [value] : [value, prefix + value];

/** Values without their spellings that have a prefix in front. */
export const shortSpellings = <Value>(
  values: readonly Value[],
  prefix: string | undefined,
): readonly Value[] => {
  const long = new Set(values.map((value) => `${prefix}${value}`));
  return prefix === undefined ? values : values.filter((value) => !long.has(String(value)));
};
