import { hasType } from "./abstractValue.js";

/** Name of a JSON Schema type, `integer` among them. */
export type TypeName = "string" | "number" | "integer" | "boolean" | "object" | "array" | "null";

/**
 * The values that meet an atom: any value that is there, the values of one type, or those of a list. Formulas are
 * simplified where one set contains another, or where two sets share nothing.
 */
export type ValueSet =
  | { readonly any: true }
  | { readonly type: TypeName }
  | { readonly values: readonly unknown[] };

/** Whether every value of one set is in the other. */
export function isSubset(inner: ValueSet, outer: ValueSet): boolean {
  if ("any" in outer) return true;
  if ("any" in inner) return false;
  if ("values" in inner) {
    return "values" in outer
      ? inner.values.every((value) => outer.values.includes(value))
      : inner.values.every((value) => hasType(value, outer.type));
  }
  if ("values" in outer) return false;
  return inner.type === outer.type || (inner.type === "integer" && outer.type === "number");
}

/** Whether no value is in both. */
export function isDisjoint(left: ValueSet, right: ValueSet): boolean {
  if ("any" in left || "any" in right) return false;
  if ("values" in left) {
    return "values" in right
      ? !left.values.some((value) => right.values.includes(value))
      : !left.values.some((value) => hasType(value, right.type));
  }
  if ("values" in right) return isDisjoint(right, left);
  const isNumeric = (type: TypeName) => type === "number" || type === "integer";
  return left.type !== right.type && !(isNumeric(left.type) && isNumeric(right.type));
}
