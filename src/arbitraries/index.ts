/**
 * Arbitraries for fast-check: random payloads that are valid, or that break one rule. fast-check 4 is a peer dependency.
 * @module
 */

import type fc from "fast-check";
import type { ExampleCatalog, Violation } from "../examples/catalog.js";
import { withValues } from "../examples/edit.js";
import { applyViolation, repair } from "../examples/repair.js";
import { exampleCatalogs } from "../generated/exampleCatalogs.js";
import { validators } from "../generated/validators.js";
import type { CheckOptions } from "../validator/types.js";
import { PayloadArbitrary } from "./payloadArbitrary.js";

/** Id of a payload kind, such as `ksnet.v1.request-pay`. */
export type Kind = keyof typeof validators;

type Payload = Record<string, unknown>;

/** How valid payloads are made. The options of a check say under which conditions they are valid. */
export interface ValidOptions extends CheckOptions {
  /** Values that every payload has, by JSON Pointer, such as `{ "/card/direct/code": "367" }`. */
  readonly with?: Readonly<Record<string, unknown>>;
}

/** How payloads break a rule. The options of a check say under which conditions they break it. */
export interface ViolatingOptions extends CheckOptions {
  /** The kind of the payloads. Default: the first kind that has the rule. */
  readonly kind?: Kind;
  /** Break the rule at this JSON Pointer only. */
  readonly path?: string;
}

/**
 * Makes payloads without any fault, warnings and infos included.
 * @param kind Id of the kind.
 * @param options Values that every payload has, and the options of the check. Default: environment `any`.
 * @returns An arbitrary of fast-check.
 * @throws {RangeError} when the kind is not known, or no valid payload has the values of `with`.
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { valid } from "paylint/arbitraries";
 * import { requestPay } from "paylint/ksnet/v1";
 *
 * const byKbCard = valid("ksnet.v1.request-pay", { environment: "pc", with: { "/card/direct/code": "381" } });
 * fc.assert(fc.property(byKbCard, (payload) => requestPay.is(payload, { environment: "pc" })));
 * console.log("every payload is accepted");
 * ```
 *
 * ```text
 * every payload is accepted
 * ```
 */
export function valid(kind: Kind, options: ValidOptions = {}): fc.Arbitrary<Payload> {
  const catalog = catalogOf(kind);
  const { check } = validators[kind];
  const { with: fixed = {}, ...checkOptions } = options;
  const sets = Object.entries(fixed);
  const holdsFixed = (payload: Payload) =>
    sets.length === 0 || JSON.stringify(withValues(payload, sets)) === JSON.stringify(payload);
  const repaired = (payload: Payload) =>
    repair(withValues(payload, sets), catalog, check, checkOptions);
  const plain = repaired({ ...catalog.sample });
  if (!plain || !holdsFixed(plain)) {
    throw new RangeError(
      `no valid ${kind} payload has ${JSON.stringify(Object.keys(fixed))} as given`,
    );
  }
  return new PayloadArbitrary({
    catalog,
    variants: 1,
    make: (_, payload) => {
      const candidate = repaired(payload);
      return candidate && holdsFixed(candidate) ? candidate : plain;
    },
    isWanted: (payload) =>
      check(payload, checkOptions).diagnostics.length === 0 && holdsFixed(payload),
  });
}

/**
 * Makes payloads that break a rule, and no other rule where that is possible.
 * @param rule Id of the rule.
 * @param options The kind and the place of the fault, and the options of the check.
 * @returns An arbitrary of fast-check.
 * @throws {RangeError} when no payload breaks the rule, for example because the rule is about the text of a file.
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { violating } from "paylint/arbitraries";
 * import { cancel } from "paylint/ksnet/v1";
 *
 * const broken = violating("shape/type", { kind: "ksnet.v1.cancel", path: "/amount" });
 * fc.assert(fc.property(broken, (payload) => !cancel.is(payload)));
 * console.log("every payload is refused");
 * ```
 *
 * ```text
 * every payload is refused
 * ```
 */
export function violating(rule: string, options: ViolatingOptions = {}): fc.Arbitrary<Payload> {
  const { kind, path, ...checkOptions } = options;
  const catalog = catalogWith(rule, kind);
  const { check } = catalog ? validators[catalog.kind as Kind] : {};
  const breakings = (catalog?.violations ?? [])
    .filter(
      (violation) => violation.rule === rule && (path === undefined || violation.path === path),
    )
    .flatMap((violation) => {
      const plain =
        check && catalog && breakBy(violation, { ...catalog.sample }, catalog, check, checkOptions);
      return plain ? [{ violation, plain }] : [];
    });
  if (!catalog || !check || breakings.length === 0) {
    throw new RangeError(`no payload breaks ${rule}${path === undefined ? "" : ` at ${path}`}`);
  }
  return new PayloadArbitrary({
    catalog,
    variants: breakings.length,
    make: (variant, payload) => {
      const { violation, plain } = breakings[variant] as (typeof breakings)[number];
      return breakBy(violation, payload, catalog, check, checkOptions) ?? plain;
    },
    isWanted: (payload, variant) => {
      const { violation } = breakings[variant] as (typeof breakings)[number];
      const [first, ...more] = check(payload, {
        ...violation.options,
        ...checkOptions,
      }).diagnostics;
      return first?.rule === rule && more.length === 0 && (!path || first.path === path);
    },
  });
}

function breakBy(
  violation: Violation,
  payload: Payload,
  catalog: ExampleCatalog,
  check: (typeof validators)[Kind]["check"],
  options: CheckOptions,
): Payload | undefined {
  const context = { ...violation.options, ...options };
  return repair(applyViolation(payload, violation), catalog, check, context, violation);
}

function catalogOf(kind: string): ExampleCatalog {
  const catalog = Object.hasOwn(exampleCatalogs, kind) ? exampleCatalogs[kind]?.() : undefined;
  if (!catalog) throw new RangeError(`unknown kind ${kind}`);
  return catalog;
}

/** The catalog of the first kind, or of the one that is named, that tells how to break a rule. */
function catalogWith(rule: string, kind: string | undefined): ExampleCatalog | undefined {
  for (const [id, catalog] of Object.entries(exampleCatalogs)) {
    const isMeant = kind === undefined || id === kind;
    if (isMeant && catalog().violations.some((one) => one.rule === rule)) return catalog();
  }
  return undefined;
}
