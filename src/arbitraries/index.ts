import type fc from "fast-check";
import type { ExampleCatalog, Violation } from "../examples/catalog.js";
import { withValues } from "../examples/edit.js";
import { applyViolation, repair } from "../examples/repair.js";
import { exampleCatalogs } from "../generated/exampleCatalogs.js";
import { validators } from "../generated/validators.js";
import type { CheckOptions } from "../validator/types.js";
import { PayloadArbitrary } from "./payloadArbitrary.js";

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
 * @throws {RangeError} for an unknown kind, or when the values of `with` cannot be in a valid payload.
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
 * Payloads in which a rule speaks, and nothing else where the table allows that.
 * @throws {RangeError} for a rule that no violation breaks, such as one that only a text can break.
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
