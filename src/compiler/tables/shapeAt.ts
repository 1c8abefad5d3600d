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

/** The closed list of values that a place takes; undefined where it takes any. */
export function allowedValues(shape: Shape, issuers: IssuerTable): readonly unknown[] | undefined {
  const column = shape["x-enum-from"]?.issuers;
  return shape.enum ?? (column ? issuers.rows.map((row) => row[column]) : undefined);
}

/** What the paths of a case stand below. */
export const scopeOf = ({ each }: Case): string => (each ? `${each}/*` : "");
