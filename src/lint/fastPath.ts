import { kinds } from "../generated/kinds.js";
import type { CheckOptions } from "../validator/types.js";
import { hasDirectives } from "./directives.js";
import { type KindOptions, kindOfValue, withoutSchemaKey } from "./kinds.js";
import { parseIfKeysUnique } from "./parseIfKeysUnique.js";

/**
 * The fast path for data. Most payloads are in order, and of those only the value is needed: no places, no abstract values, and
 * the compiled validator.
 */

/** The validator of any kind. */
type AnyValidator = Awaited<ReturnType<(typeof kinds)[string]>>;

export type FastPathOptions = KindOptions & CheckOptions;

const ids = Object.keys(kinds);

const loaded = new Map<string, AnyValidator>();

async function validatorOf(kind: string): Promise<AnyValidator> {
  const validator = await (kinds[kind] as (typeof kinds)[string])();
  loaded.set(kind, validator);
  return validator;
}

/** What the fast path says of a value: `unsure` where its kind is not known. */
export type Verdict = "in-order" | "has-findings" | "unsure";

/** Whether there is nothing to be said of a payload. A promise only while its kind's validator is loaded. */
export function verdictOn(value: unknown, options: FastPathOptions): Verdict | Promise<Verdict> {
  const kind = kindOf(value, options);
  if (kind === undefined) return "unsure";
  const validator = loaded.get(kind);
  return validator
    ? verdictOf(value, validator, options)
    : validatorOf(kind).then((one) => verdictOf(value, one, options));
}

const unsaidKinds = new WeakMap<FastPathOptions, { readonly kind: string | undefined }>();

/** The kind of a value. What the options and the file's name say is the same for every line of a file, so it is asked once. */
function kindOf(value: unknown, options: FastPathOptions): string | undefined {
  if (typeof (value as { $schema?: unknown } | null)?.$schema === "string") {
    return kindOfValue(value, options, ids);
  }
  let unsaid = unsaidKinds.get(options);
  if (!unsaid) {
    unsaid = { kind: kindOfValue(undefined, options, ids) };
    unsaidKinds.set(options, unsaid);
  }
  return unsaid.kind;
}

const verdictOf = (value: unknown, { check }: AnyValidator, options: CheckOptions): Verdict =>
  check(withoutSchemaKey(value), options).diagnostics.length === 0 ? "in-order" : "has-findings";

/** How many payloads a text of JSON holds, when all are in order; undefined where it must be looked at closely. */
export async function payloadsInOrder(
  text: string,
  options: FastPathOptions,
): Promise<number | undefined> {
  const value = hasDirectives(text) ? undefined : parseIfKeysUnique(text);
  if (value === undefined) return undefined;
  const payloads = Array.isArray(value) ? value : [value];
  for (const payload of payloads) {
    if ((await verdictOn(payload, options)) !== "in-order") return undefined;
  }
  return payloads.length;
}
