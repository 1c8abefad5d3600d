import type { ShapeKeyword } from "../tables/ruleTypes.js";
import type { Formats, KindTables, Shape } from "../tables/types.js";
import { severityOf } from "./shape.js";

/** Keys of a shape by the keyword under which tables speak of them. */
const keywords: readonly (readonly [key: keyof Shape, keyword: ShapeKeyword])[] = [
  ...(["type", "enum", "x-format", "maxLength", "minimum", "exclusiveMinimum"] as const).map(
    (keyword) => [keyword, keyword] as const,
  ),
  ["x-enum-from", "enum"],
  ["x-variants", "x-variants"],
];

/** A kind's shape without the keywords whose breach is no error. */
export function errorShape(tables: KindTables, formats: Formats): Shape {
  const isError = (shape: Shape, keyword: ShapeKeyword) =>
    severityOf(shape, keyword, tables, formats) === "error";
  const strict = (shape: Shape): Shape => {
    const dropped = keywords.flatMap(([key, keyword]): string[] =>
      shape[key] === undefined || isError(shape, keyword) ? [] : [key],
    );
    const { properties, items, required, ...kept } = shape;
    return {
      ...Object.fromEntries(Object.entries(kept).filter(([key]) => !dropped.includes(key))),
      ...(required && {
        required: required.filter((key) => isError(properties?.[key] ?? {}, "required")),
      }),
      ...(properties && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([key, below]) => [key, strict(below)]),
        ),
      }),
      ...(items && { items: strict(items) }),
    };
  };
  return strict(tables.shape);
}
