import type { JsonSchema } from "../../../constraint/jsonSchema.js";
import { pointerTo } from "../../../validator/pointer.js";
import { valuesAt } from "./sharedValues.js";
import { mapSubschemas, named, nested } from "./subschemas.js";

/** A schema as long as this, in JSON, is not written twice. */
const shortest = 80;

/** A schema that refers to another, by its id, for the parts that are the same there. */
export function referringTo(base: JsonSchema, schema: JsonSchema): JsonSchema {
  const pointers = new Map<string, string>();
  for (const [pointer, part] of partsOf(base, "")) {
    const key = JSON.stringify(part);
    // What a part refers to by a pointer may differ, but for lists of values.
    const refersElsewhere = key.replaceAll(`"$ref":"${valuesAt}`, "").includes('"$ref":');
    if (key.length < shortest || refersElsewhere || pointers.has(key)) continue;
    pointers.set(key, pointer);
  }
  return withParts(schema, (part) => {
    const pointer = pointers.get(JSON.stringify(part));
    return pointer === undefined ? undefined : { $ref: `${base.$id}#${encodeURI(pointer)}` };
  });
}

function* partsOf(schema: JsonSchema, at: string): Generator<[pointer: string, part: JsonSchema]> {
  yield [at, schema];
  for (const [keyword, value] of Object.entries(schema)) {
    const below = `${at}${pointerTo([keyword])}`;
    if (named.includes(keyword) || (nested.includes(keyword) && Array.isArray(value))) {
      for (const [key, part] of Object.entries(value as object)) {
        yield* partsOf(part, `${below}${pointerTo([key])}`);
      }
    } else if (nested.includes(keyword)) yield* partsOf(value as JsonSchema, below);
  }
}

/** A schema with other schemas in the places of those below it for which there are some. */
function withParts(
  schema: JsonSchema,
  other: (part: JsonSchema) => JsonSchema | undefined,
): JsonSchema {
  return mapSubschemas(schema, (part) => other(part) ?? withParts(part, other));
}
