import type { FixRecipe } from "../validator/compiled.js";
import type { JsonSchema } from "./jsonSchema.js";
import type { FixRow, Format, Shape } from "./tableTypes.js";

/** Values as a message lists them. */
export const listed = (values: readonly unknown[]) => values.map(String).join(", ");

const takes = (shape: Shape | undefined, type: string) => [shape?.type].flat().includes(type);

/** A required string must not be blank, a required list not empty. */
export const nonBlank = (shape: Shape | undefined): JsonSchema => ({
  ...(takes(shape, "string") && { pattern: "\\S" }),
  ...(takes(shape, "array") && { minItems: 1 }),
});

/** A rule's fix, for a value that may be of a format with a fix of its own. */
export function fixRecipe(fix: FixRow | undefined, ofFormat: Format["fix"]): FixRecipe | undefined {
  if (!fix) return undefined;
  const { title, safe } = fix;
  if (fix.remove) return { title, safe, edit: { remove: true } };
  if ("add" in fix) return { title, safe, edit: { add: fix.add } };
  const replace = fix.replace === "format" ? ofFormat : fix.replace;
  return replace && { title, safe, edit: { replace } };
}
