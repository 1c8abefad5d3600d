import type { JsonSchema } from "../../../constraint/jsonSchema.js";

/** Keywords whose values are schemas by name. */
export const named = ["$defs", "properties"];

/** Keywords whose values are schemas, or lists of them. */
export const nested = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "items", "contains"];

/** A schema with other schemas in the places of those directly below it. */
export function mapSubschemas(
  schema: JsonSchema,
  change: (part: JsonSchema) => JsonSchema,
): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (nested.includes(keyword)) {
        return [keyword, Array.isArray(value) ? value.map(change) : change(value as JsonSchema)];
      }
      if (!named.includes(keyword)) return [keyword, value];
      const parts = Object.entries(value as Readonly<Record<string, JsonSchema>>);
      return [keyword, Object.fromEntries(parts.map(([key, part]) => [key, change(part)]))];
    }),
  );
}

/** What a schema says for people. */
const prose: ReadonlySet<string> = new Set(["$comment", "title", "description", "x-not-expressed"]);

/** A schema with no more than programs read. */
export const withoutProse = (schema: JsonSchema): JsonSchema =>
  mapSubschemas(
    Object.fromEntries(Object.entries(schema).filter(([keyword]) => !prose.has(keyword))),
    withoutProse,
  );
