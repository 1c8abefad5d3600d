import { pointerKeys } from "../validator/pointer.js";
import { hole, isOpen, type JsonType, Unknown } from "../validator/unknown.js";
import { codePointLength } from "./codePointLength.js";
import type { AccessPath } from "./formula.js";
import type { TypeName } from "./valueSet.js";

/** Stands for a value that may be anything, or absent. */
const unseen = new Unknown("");

/**
 * The value at a path: undefined where there is none for sure, an `Unknown` where that, or what it is, depends on what is
 * not known.
 */
export function valueAt(of: unknown, path: AccessPath): unknown {
  let value = of;
  for (const key of pointerKeys(path)) {
    if (value instanceof Unknown) {
      // Only an object has keys.
      return value.types && !value.types.includes("object") ? undefined : unseen;
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const child = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    if (child === undefined && isOpen(value)) return unseen;
    value = child;
  }
  return value;
}

/** The JSON type of a known value; undefined for what JSON cannot hold. */
export function typeOf(value: unknown): JsonType | undefined {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  if (type === "number") return Number.isFinite(value) ? "number" : undefined;
  return type === "string" || type === "boolean" || type === "object" ? type : undefined;
}

/** Whether a known value is of a JSON Schema type. */
export const hasType = (value: unknown, type: TypeName): boolean =>
  typeOf(value) === type || (type === "integer" && Number.isInteger(value));

/** Bounds of the length of a text, in code points; both are included. */
export function lengthOf({ text }: Unknown): { readonly min: number; readonly max: number } {
  if (text === undefined) return { min: 0, max: Number.POSITIVE_INFINITY };
  const min = codePointLength(text.replaceAll(hole, ""));
  return { min, max: text.includes(hole) ? Number.POSITIVE_INFINITY : min };
}
