import { notBlank } from "../../constraint/atoms/pattern.js";
import { hasAtLeastItems, matches } from "../../constraint/build.js";
import type { AccessPath, Formula } from "../../constraint/formula.js";
import { all } from "../../constraint/simplify.js";
import type { FixRecipe, Variant } from "../../validator/compiled.js";
import type { FixRow, RuleRow } from "../tables/ruleTypes.js";
import type { Format, Shape } from "../tables/types.js";

/** Values as a message lists them. */
export const listed = (values: readonly unknown[]) => [...new Set(values.map(String))].join(", ");

export const takes = (shape: Shape | undefined, type: string) =>
  [shape?.type].flat().includes(type);

/** A required text must not be blank, a required list not empty. */
export const isFilled = (shape: Shape | undefined, path: AccessPath): Formula =>
  all([
    ...(takes(shape, "string") ? [matches(path, notBlank)] : []),
    ...(takes(shape, "array") ? [hasAtLeastItems(path, 1)] : []),
  ]);

/** The variants of a rule's message at a path where one of these types is asked for. */
export function variantsFor(
  { variants = [] }: RuleRow,
  path: string,
  expected: readonly string[],
): Variant[] {
  return variants
    .filter(({ types, key }) => {
      const isOfType = !types || types.some((type) => expected.includes(type));
      return isOfType && (key === undefined || path.endsWith(`/${key}`));
    })
    .map(({ when, has, message, fix }) => {
      const recipe = fixRecipe(fix, undefined);
      return { when, message, ...(has !== undefined && { has }), ...(recipe && { fix: recipe }) };
    });
}

/** A rule's fix, for a value that may be of a format with a fix of its own. */
export function fixRecipe(fix: FixRow | undefined, ofFormat: Format["fix"]): FixRecipe | undefined {
  if (!fix) return undefined;
  const { title, safe } = fix;
  if (fix.remove) return { title, safe, edit: { remove: true } };
  if ("add" in fix) return { title, safe, edit: { add: fix.add } };
  if (fix.take !== undefined) return { title, safe, edit: { take: fix.take } };
  const replace = fix.replace === "format" ? ofFormat : fix.replace;
  return replace && { title, safe, edit: { replace } };
}
