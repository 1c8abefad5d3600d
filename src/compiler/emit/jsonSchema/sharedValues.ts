import { createHash } from "node:crypto";
import type { JsonSchema } from "../../../constraint/jsonSchema.js";

/** A list as long as this, in JSON, is written once. */
const shortest = 200;

/** Where schemas that share a list refer to. */
export const valuesAt = "#/$defs/values-";

/** A schema whose long lists of values are elsewhere, and those, by their names under `$defs`: equal lists have equal names. */
export function withSharedValues(schema: JsonSchema): {
  readonly schema: JsonSchema;
  readonly values: Readonly<Record<string, JsonSchema>>;
} {
  const values: Record<string, JsonSchema> = {};
  const shared = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(shared);
    if (typeof part !== "object" || part === null) return part;
    const { enum: listed, ...others } = part as JsonSchema;
    const text = Array.isArray(listed) ? JSON.stringify(listed) : "";
    const below = Object.entries(text.length < shortest ? part : others);
    const written = Object.fromEntries(below.map(([key, value]) => [key, shared(value)]));
    if (text.length < shortest) return written;
    const name = createHash("sha256").update(text).digest("hex").slice(0, 8);
    values[`values-${name}`] = { enum: listed };
    return { ...written, $ref: valuesAt + name };
  };
  return { schema: shared(schema) as JsonSchema, values };
}
