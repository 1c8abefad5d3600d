import type { Cookbook, Recipe } from "../arbitraries/recipe.js";
import { applyRecipe, repair } from "../arbitraries/repair.js";
import type { CheckOptions, Diagnostic } from "../validator/types.js";
import type { Validator } from "../validator/validator.js";

type AnyValidator = Pick<Validator<Record<"pc" | "mobile" | "any", unknown>>, "check" | "kind">;

/** A case that an implementation in any language must agree with. */
export interface Vector {
  readonly name: string;
  readonly options: CheckOptions;
  readonly payload: unknown;
  readonly expect: readonly Pick<Diagnostic, "rule" | "severity" | "path">[];
}

/** A payload broken by a recipe. */
export interface BrokenPayload {
  readonly recipe: Recipe;
  readonly payload: Record<string, unknown>;
  /** True when nothing else is found in it. */
  readonly alone: boolean;
}

/**
 * One payload for every recipe, with nothing else wrong in it where the table allows that.
 * @throws when a rule cannot be broken alone by any recipe: then rows of the table contradict or repeat each other.
 */
export function breakEveryRule(cookbook: Cookbook, { check }: AnyValidator): BrokenPayload[] {
  const broken = cookbook.recipes.map((recipe): BrokenPayload => {
    const payload = applyRecipe({ ...cookbook.sample }, recipe);
    const repaired = repair(payload, cookbook, check, recipe.options, recipe);
    return { recipe, payload: repaired ?? payload, alone: repaired !== undefined };
  });
  const breakable = new Set(broken.filter(({ alone }) => alone).map(({ recipe }) => recipe.rule));
  for (const { recipe, payload } of broken) {
    if (breakable.has(recipe.rule)) continue;
    const found = check(payload, recipe.options).diagnostics.map(
      ({ rule, path }) => `${rule} at ${path}`,
    );
    throw new Error(
      `${cookbook.kind}: no payload breaks ${recipe.rule} alone; ${recipe.name} gives ${found.join(", ") || "nothing"}`,
    );
  }
  return broken;
}

/** The conformance vectors of a kind: each broken payload, and each mended; no payload twice. */
export function vectorsFor(
  cookbook: Cookbook,
  validator: AnyValidator,
  broken: readonly BrokenPayload[],
): Vector[] {
  const vector = (name: string, payload: unknown, options: CheckOptions): Vector => ({
    name,
    options,
    payload,
    expect: validator
      .check(payload, options)
      .diagnostics.map(({ rule, severity, path }) => ({ rule, severity, path })),
  });
  const vectors = [
    vector("in order", cookbook.sample, {}),
    ...broken.flatMap(({ recipe, payload }) => {
      const mended = repair(payload, cookbook, validator.check, recipe.options);
      return [
        vector(`${recipe.rule}: ${recipe.name}`, payload, recipe.options),
        ...(mended
          ? [vector(`${recipe.rule}: ${recipe.name}, mended`, mended, recipe.options)]
          : []),
      ];
    }),
  ];
  const asked = new Set<string>();
  return vectors.filter(({ options, payload }) => {
    const question = JSON.stringify([options, payload]);
    return !asked.has(question) && asked.add(question);
  });
}
