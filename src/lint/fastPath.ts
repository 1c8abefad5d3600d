import type { CallKind } from "../extract/calls.js";
import { callKinds } from "../generated/callKinds.js";
import { kinds } from "../generated/kinds.js";
import type { CheckOptions } from "../validator/types.js";
import { gatewaySettings } from "./attribution/attributions.js";
import { claimOfValue } from "./attribution/claims.js";
import { attributeData } from "./attribution/gateway.js";
import {
  callKindOf,
  isNeutral,
  type KindOptions,
  possibleKinds,
  withoutSchemaKey,
} from "./attribution/kinds.js";
import { parseIfKeysUnique } from "./parseIfKeysUnique.js";
import { hasDirectives } from "./suppression/directives.js";
import type { LintOptions } from "./types.js";

/**
 * The fast path for data. Most payloads are in order, and of those only the value is needed: no places, no abstract values, and
 * the compiled validator.
 */

/** The validator of any kind. */
type AnyValidator = Awaited<ReturnType<(typeof kinds)[string]>>;

export type FastPathOptions = KindOptions &
  CheckOptions &
  Pick<LintOptions, "assume" | "gateway" | "gateways" | "channels">;

const ids = Object.keys(kinds);

const loaded = new Map<string, AnyValidator>();

async function validatorOf(kind: string): Promise<AnyValidator> {
  const validator = await (kinds[kind] as (typeof kinds)[string])();
  loaded.set(kind, validator);
  return validator;
}

/** What the fast path says of a value: `unsure` where it does not settle by which kind it is judged. */
type FastPathVerdict = "in-order" | "in-order-as-neutral" | "has-findings" | "unsure";

/** Whether there is nothing to be said of a payload. A promise only while its kind's validator is loaded. */
export function verdictOn(
  value: unknown,
  options: FastPathOptions,
): FastPathVerdict | Promise<FastPathVerdict> {
  const kind = kindOf(value, options);
  if (!kind) return "unsure";
  const validator = loaded.get(kind.kind);
  return validator
    ? verdictOf(value, kind, validator, options)
    : validatorOf(kind.kind).then((one) => verdictOf(value, kind, one, options));
}

const namedKinds = new WeakMap<FastPathOptions, readonly CallKind[]>();

/** The kind by which a value is judged; undefined where that is none, or several. */
function kindOf(value: unknown, options: FastPathOptions): CallKind | undefined {
  const possible =
    typeof (value as { $schema?: unknown } | null)?.$schema === "string"
      ? kindsOf(value, options)
      : kindsNamed(options);
  if (possible.length < 2) return possible[0];
  const settings = gatewaySettings(options);
  const claim = claimOfValue(value, possible[0] as CallKind, settings.channels);
  const attribution = attributeData(claim, possible, settings);
  if (attribution.note) return undefined;
  return attribution.kinds.length === 1 ? attribution.kinds[0] : undefined;
}

const kindsOf = (value: unknown, options: FastPathOptions): readonly CallKind[] =>
  possibleKinds(value, options, ids).map((kind) => callKindOf(kind, callKinds));

/** What the options and the file's name say is the same for every line of a file, so it is asked once. */
function kindsNamed(options: FastPathOptions): readonly CallKind[] {
  let named = namedKinds.get(options);
  if (!named) {
    named = kindsOf(undefined, options);
    namedKinds.set(options, named);
  }
  return named;
}

function verdictOf(
  value: unknown,
  kind: CallKind,
  { check }: AnyValidator,
  options: CheckOptions,
): FastPathVerdict {
  if (check(withoutSchemaKey(value), options).diagnostics.length > 0) return "has-findings";
  return isNeutral(kind) ? "in-order-as-neutral" : "in-order";
}

/** How many payloads a text holds, and how many of them were checked as PortOne's own. */
export interface PayloadCounts {
  readonly payloads: number;
  readonly neutral: number;
}

/** The payloads of a text of JSON, when all are in order; undefined where it must be looked at closely. */
export async function payloadsInOrder(
  text: string,
  options: FastPathOptions,
): Promise<PayloadCounts | undefined> {
  const value = hasDirectives(text) ? undefined : parseIfKeysUnique(text);
  if (value === undefined) return undefined;
  const payloads = Array.isArray(value) ? value : [value];
  let neutral = 0;
  for (const payload of payloads) {
    const verdict = await verdictOn(payload, options);
    if (verdict === "in-order-as-neutral") neutral++;
    else if (verdict !== "in-order") return undefined;
  }
  return { payloads: payloads.length, neutral };
}
