import type fc from "fast-check";
import { cookbooks } from "../generated/cookbooks.js";
import { validators } from "../generated/validators.js";
import type { CheckOptions } from "../validator/types.js";
import { PayloadArbitrary } from "./payloadArbitrary.js";
import type { Cookbook, Recipe } from "./recipe.js";
import { applyRecipe, repair } from "./repair.js";

/** Id of a payload kind. */
export type Kind = keyof typeof validators;

type Payload = Record<string, unknown>;

/** How a payload is to be made. */
export interface ValidOptions extends CheckOptions {
  /** Values to be set in every payload, by JSON Pointer, such as `{ "/card/direct/code": "367" }`. */
  readonly with?: Readonly<Record<string, unknown>>;
}

/** How a payload is to be broken. */
export interface ViolatingOptions extends CheckOptions {
  /** The kind to break; default is the first that has the rule. */
  readonly kind?: Kind;
  /** Break the rule at this JSON Pointer only. */
  readonly path?: string;
}

/**
 * Payloads in which nothing is found under the options (default: environment `any`).
 * @throws {RangeError} for an unknown kind, or when the values of `with` cannot stand in a valid payload.
 */
export function valid(kind: Kind, options: ValidOptions = {}): fc.Arbitrary<Payload> {
  const cookbook = cookbookOf(kind);
  const { check } = validators[kind];
  const { with: fixed = {}, ...checkOptions } = options;
  const sets = Object.entries(fixed);
  const holdsFixed = (payload: Payload) =>
    sets.length === 0 ||
    JSON.stringify(applyRecipe(payload, { ...nothing, sets })) === JSON.stringify(payload);
  const mended = (payload: Payload) =>
    repair(applyRecipe(payload, { ...nothing, sets }), cookbook, check, checkOptions);
  const plain = mended({ ...cookbook.sample });
  if (!plain || !holdsFixed(plain)) {
    throw new RangeError(
      `no valid ${kind} payload has ${JSON.stringify(Object.keys(fixed))} as given`,
    );
  }
  return new PayloadArbitrary({
    cookbook,
    ways: 1,
    make: (_, payload) => {
      const candidate = mended(payload);
      return candidate && holdsFixed(candidate) ? candidate : plain;
    },
    isTelling: (payload) =>
      check(payload, checkOptions).diagnostics.length === 0 && holdsFixed(payload),
  });
}

const nothing = { rule: "", path: "", name: "", options: {}, sets: [], removes: [] } as const;

/**
 * Payloads in which a rule speaks, and nothing else where the table allows that.
 * @throws {RangeError} for a rule that no recipe breaks, such as one that only a text can break.
 */
export function violating(rule: string, options: ViolatingOptions = {}): fc.Arbitrary<Payload> {
  const { kind, path, ...checkOptions } = options;
  const cookbook = cookbooks.find(
    (one) => (!kind || one.kind === kind) && one.recipes.some((recipe) => recipe.rule === rule),
  );
  const { check } = cookbook ? validators[cookbook.kind as Kind] : {};
  const breakings = (cookbook?.recipes ?? [])
    .filter((recipe) => recipe.rule === rule && (path === undefined || recipe.path === path))
    .flatMap((recipe) => {
      const plain =
        check && cookbook && breakBy(recipe, { ...cookbook.sample }, cookbook, check, checkOptions);
      return plain ? [{ recipe, plain }] : [];
    });
  if (!cookbook || !check || breakings.length === 0) {
    throw new RangeError(`no payload breaks ${rule}${path === undefined ? "" : ` at ${path}`}`);
  }
  return new PayloadArbitrary({
    cookbook,
    ways: breakings.length,
    make: (way, payload) => {
      const { recipe, plain } = breakings[way] as (typeof breakings)[number];
      return breakBy(recipe, payload, cookbook, check, checkOptions) ?? plain;
    },
    isTelling: (payload, way) => {
      const { recipe } = breakings[way] as (typeof breakings)[number];
      const [first, ...more] = check(payload, { ...recipe.options, ...checkOptions }).diagnostics;
      return first?.rule === rule && more.length === 0 && (!path || first.path === path);
    },
  });
}

function breakBy(
  recipe: Recipe,
  payload: Payload,
  cookbook: Cookbook,
  check: (typeof validators)[Kind]["check"],
  options: CheckOptions,
): Payload | undefined {
  const context = { ...recipe.options, ...options };
  return repair(applyRecipe(payload, recipe), cookbook, check, context, recipe);
}

function cookbookOf(kind: string): Cookbook {
  const cookbook = cookbooks.find((one) => one.kind === kind);
  if (!cookbook) throw new RangeError(`unknown kind ${kind}`);
  return cookbook;
}
