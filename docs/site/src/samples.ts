import type { Cookbook, Recipe } from "../../../dist/arbitraries/recipe.js";
import { applyRecipe, repair } from "../../../dist/arbitraries/repair.js";
import { cookbooks } from "../../../dist/generated/cookbooks.js";
import { validators } from "../../../dist/generated/validators.js";

type Payload = Record<string, unknown>;
type Kind = keyof typeof validators;

const cookbookOf = (kind: string) => cookbooks.find((one) => one.kind === kind) as Cookbook;

const mended = (
  payload: Payload,
  cookbook: Cookbook,
  recipe?: Recipe,
  options = recipe?.options ?? {},
) => repair(payload, cookbook, validators[cookbook.kind as Kind].check, options, recipe);

/** A direct call to a card company, with all that it asks for. */
export function sampleFor(code: string): Payload | undefined {
  const cookbook = cookbookOf("ksnet.v1.request-pay");
  const sets = [["/card/direct/code", code]] as const;
  const recipe = { rule: "", path: "", name: "", options: {}, sets, removes: [] };
  return mended(applyRecipe({ ...cookbook.sample }, recipe), cookbook);
}

/** A payload that breaks a rule alone, and the same put right. */
export function examplesOf(
  rule: string,
): { kind: string; wrong: Payload; right: Payload } | undefined {
  for (const cookbook of cookbooks) {
    for (const recipe of cookbook.recipes) {
      if (recipe.rule !== rule) continue;
      const wrong = mended(applyRecipe({ ...cookbook.sample }, recipe), cookbook, recipe);
      const right = wrong && mended(wrong, cookbook, undefined, recipe.options);
      if (wrong && right) return { kind: cookbook.kind, wrong, right };
    }
  }
  return undefined;
}

export const written = (payload: Payload): string => JSON.stringify(payload, null, 2);
