import { notBlank } from "../../constraint/atoms/pattern.js";
import { hasAtLeastItems, matches } from "../../constraint/build.js";
import type { AccessPath, Formula } from "../../constraint/formula.js";
import { all } from "../../constraint/simplify.js";
import type { AlternativeWords, Fault, FixRecipe } from "../../validator/compiled.js";
import type { Text } from "../../validator/types.js";
import type { FixRow, RuleRow } from "../tables/ruleTypes.js";
import { shortSpellings } from "../tables/shapeAt.js";
import type { Shape, ValueFormat } from "../tables/types.js";

/** So many numbers in a row are named by the first and the last. */
const longRun = 6;

/** Values as a message lists them, each in its plain spelling. */
export const listed = (values: readonly unknown[], prefix?: string): string | Text => {
  const all = [...new Set(shortSpellings(values.map(String), prefix))];
  const numbers = all.map(Number);
  const [first = 0] = numbers;
  if (all.length >= longRun && numbers.every((value, index) => value === first + index)) {
    return { en: `${first} to ${numbers.at(-1)}`, ko: `${first}~${numbers.at(-1)}` };
  }
  return all.join(", ");
};

/**
 * A message as it reads for what is allowed and for the gateway: `{one:…}` and `{several:…}` are chosen between, and the
 * name of a gateway that ends in 결제 is not followed by that word.
 */
export function worded(message: Text, gateway: Text, terms?: Fault["terms"]): Text {
  const allowed = terms?.allowed;
  const isOne = typeof allowed === "string" && !allowed.includes(", ");
  const chosen = (text: string) =>
    text.replaceAll(/\{(one|several):([^{}]*)\}/g, (_, number, words) =>
      (number === "one") === isOne ? words : "",
    );
  const ko = chosen(message.ko);
  return {
    en: chosen(message.en),
    ko: gateway.ko.endsWith("결제") ? ko.replaceAll("{gateway} 결제", "{gateway}") : ko,
  };
}

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
): AlternativeWords[] {
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
export function fixRecipe(
  fix: FixRow | undefined,
  ofFormat: ValueFormat["fix"],
): FixRecipe | undefined {
  if (!fix) return undefined;
  const { title, safe } = fix;
  if (fix.remove) return { title, safe, edit: { remove: true } };
  if ("add" in fix) return { title, safe, edit: { add: fix.add } };
  if (fix.take !== undefined) return { title, safe, edit: { take: fix.take } };
  const replace = fix.replace === "format" ? ofFormat : fix.replace;
  return replace && { title, safe, edit: { replace } };
}
