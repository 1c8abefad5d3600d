import type { JsonSchema } from "../../../constraint/jsonSchema.js";
import { takes } from "../../plan/parts.js";
import { allowedValues } from "../../tables/shapeAt.js";
import type { Formats, IssuerTable, Shape, Variants } from "../../tables/types.js";

/** A shape as a schema, with what it says for people. Predicates of formats are left out: no keyword can say them. */
export function shapeSchema(shape: Shape, formats: Formats, issuers: IssuerTable): JsonSchema {
  const { type, required = [], properties, items } = shape;
  const { minimum, exclusiveMinimum, maxLength } = shape;
  const allowed = allowedValues(shape, issuers);
  const format = shape["x-format"] === undefined ? undefined : formats.formats[shape["x-format"]];
  const of = (below: Shape) => shapeSchema(below, formats, issuers);
  return {
    ...annotations(shape),
    ...(type && { type }),
    ...(minimum !== undefined && { minimum }),
    ...(exclusiveMinimum !== undefined && { exclusiveMinimum }),
    ...(allowed && { enum: allowed }),
    ...(format?.pattern !== undefined && { pattern: format.pattern }),
    ...(format?.maximum !== undefined && { maximum: format.maximum }),
    ...(maxLength !== undefined && { maxLength }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, below]) => [
          key,
          required.includes(key) ? filled(of(below), below) : of(below),
        ]),
      ),
    }),
    ...(required.length > 0 && { required }),
    ...(items && { items: of(items) }),
    ...(shape["x-variants"] && { allOf: variantSchemas(shape["x-variants"], shape) }),
  };
}

/** What each form of an object asks for, told by its key. */
function variantSchemas({ key, of }: Variants, { properties = {} }: Shape): JsonSchema[] {
  const owned = new Set(Object.values(of).flatMap(({ keys = [] }) => keys));
  return Object.entries(of).map(([value, { required = [], keys = [] }]) => {
    const others = [...owned].filter((other) => !keys.includes(other));
    const filledKeys = required.map((name) => [name, filled({}, properties[name] ?? {})] as const);
    const forbidden = others.map((name) => [name, { not: {} }] as const);
    return {
      if: { required: [key], properties: { [key]: { const: value } } },
      then: { required, properties: Object.fromEntries([...filledKeys, ...forbidden]) },
    };
  });
}

/** A required text must not be blank, a required list not empty. */
function filled(schema: JsonSchema, shape: Shape): JsonSchema {
  const keywords = {
    ...(takes(shape, "string") && { pattern: "\\S" }),
    ...(takes(shape, "array") && { minItems: 1 }),
  };
  return Object.keys(keywords).length === 0 ? schema : { ...schema, allOf: [keywords] };
}

/** What a schema says for people and tools, and no validator checks. */
function annotations(shape: Shape): JsonSchema {
  const { description, default: usual, deprecated, "x-secret": secret } = shape;
  return {
    ...(description && { description }),
    ...(usual !== undefined && { default: usual }),
    ...(deprecated && { deprecated }),
    ...(secret !== undefined && { "x-secret": secret }),
  };
}
