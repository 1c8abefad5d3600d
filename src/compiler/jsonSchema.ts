import type { Comparison } from "../validator/compare.js";
import { parsePointer } from "../validator/pointer.js";
import type { Predicate } from "./tableTypes.js";

/** A JSON Schema of the keywords that the compiler writes. */
export interface JsonSchema {
  [keyword: string]: unknown;
  allOf?: JsonSchema[];
  "x-predicate"?: Predicate;
  "x-compare"?: Comparison;
}

/** Holds when the value at `pointer`, if there is one, satisfies `leaf`. `*` is every item of a list. */
export function wherePresent(pointer: string, leaf: JsonSchema): JsonSchema {
  return parsePointer(pointer).reduceRight<JsonSchema>(
    (below, key) => (key === "*" ? { items: below } : { properties: { [key]: below } }),
    leaf,
  );
}

/** Holds when there is a value at `pointer` and it satisfies `leaf`. `*` is some item of a list. */
export function present(pointer: string, leaf: JsonSchema = {}): JsonSchema {
  return parsePointer(pointer).reduceRight<JsonSchema>((below, key) => {
    if (key === "*") return { type: "array", contains: below };
    const trivial = Object.keys(below).length === 0;
    return {
      type: "object",
      required: [key],
      ...(trivial ? {} : { properties: { [key]: below } }),
    };
  }, leaf);
}

/** True when a schema can be run by a plain validator: no predicate and no comparison in it. */
export function isPlain(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isPlain);
  if (typeof schema !== "object" || schema === null) return true;
  return (
    !("x-predicate" in schema) && !("x-compare" in schema) && Object.values(schema).every(isPlain)
  );
}
