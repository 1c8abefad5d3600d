import type { JsonSchema } from "../../../constraint/jsonSchema.js";
import { takes } from "../../plan/parts.js";
import { severityOf } from "../../plan/shape.js";
import type { ShapeKeyword } from "../../tables/ruleTypes.js";
import { allowedValues } from "../../tables/shapeAt.js";
import type { Formats, KindTables, Shape, Variants } from "../../tables/types.js";

/**
 * A shape as a schema, with what it says for people. It leaves out keywords whose breach is no error, and predicates of formats:
 * no keyword can say them.
 */
export function shapeSchema(shape: Shape, tables: KindTables, formats: Formats): JsonSchema {
  const { type, properties, items } = shape;
  const { minimum, exclusiveMinimum, maxLength } = shape;
  const isError = (keyword: ShapeKeyword, of = shape) =>
    severityOf(of, keyword, tables, formats) === "error";
  const required = (shape.required ?? []).filter((key) =>
    isError("required", properties?.[key] ?? {}),
  );
  const allowed = isError("enum") ? allowedValues(shape, tables.issuers) : undefined;
  const format = isError("x-format") ? formats.formats[shape["x-format"] ?? ""] : undefined;
  const variants = shape["x-variants"];
  const of = (below: Shape) => shapeSchema(below, tables, formats);
  return {
    ...annotations(shape),
    ...(type && isError("type") && { type }),
    ...(minimum !== undefined && isError("minimum") && { minimum }),
    ...(exclusiveMinimum !== undefined && isError("exclusiveMinimum") && { exclusiveMinimum }),
    ...(allowed && { enum: allowed }),
    ...(format?.pattern !== undefined && { pattern: format.pattern }),
    ...(format?.maximum !== undefined && { maximum: format.maximum }),
    ...(maxLength !== undefined && isError("maxLength") && { maxLength }),
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
    ...(variants && isError("x-variants") && { allOf: variantSchemas(variants, shape) }),
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
