import type { ExampleCatalog, Violation } from "../../examples/catalog.js";
import { applyViolation, repair } from "../../examples/repair.js";
import type { Check } from "../../validator/check.js";
import { parsePointer } from "../../validator/pointer.js";
import type { CheckOptions, Diagnostic } from "../../validator/types.js";
import type { Validator } from "../../validator/validator.js";
import type { KindPlan } from "../plan/fault.js";

/** A case that an implementation in any language must agree with. */
export interface Vector {
  readonly name: string;
  readonly options: CheckOptions;
  readonly payload: unknown;
  readonly expect: readonly Pick<Diagnostic, "rule" | "severity" | "path">[];
}

/** A payload broken by a violation. */
export interface BrokenPayload {
  readonly violation: Violation;
  readonly payload: Record<string, unknown>;
  /** True when nothing else is found in it. */
  readonly alone: boolean;
}

/** What the documents show of one kind. */
export interface KindExamples {
  readonly plan: KindPlan;
  readonly validator: Pick<Validator<Record<"pc" | "mobile" | "any", unknown>>, "check">;
  /** What the validator finds, without words. */
  readonly check: Check;
  readonly catalog: ExampleCatalog;
}

/** The payload that a violation makes, with nothing else wrong in it where the table allows that. */
export function breakBy(
  { catalog, check }: Pick<KindExamples, "catalog" | "check">,
  violation: Violation,
): BrokenPayload {
  const payload = applyViolation({ ...catalog.sample }, violation);
  const repaired = repair(payload, catalog, check, violation.options, violation);
  return { violation, payload: repaired ?? payload, alone: repaired !== undefined };
}

/** @throws when a rule is found in none of its broken payloads: then rows of the table contradict each other. */
export function requireEveryRuleFound({ violations, sample, kind }: ExampleCatalog, check: Check) {
  const shown = new Set<string>();
  const unshown = new Map<string, string>();
  for (const violation of violations) {
    const { rule, name, options } = violation;
    if (shown.has(rule)) continue;
    const { diagnostics } = check(applyViolation({ ...sample }, violation), options);
    if (diagnostics.some((found) => found.rule === rule)) shown.add(rule);
    const found = diagnostics.map(({ rule, path }) => `${rule} at ${path}`).join(", ");
    unshown.set(rule, `${name} gives ${found || "nothing"}`);
  }
  for (const [rule, instead] of unshown) {
    if (!shown.has(rule)) throw new Error(`${kind}: no payload breaks ${rule}; ${instead}`);
  }
}

/** Keys at which vectors show the same fault of the bare shape. */
const mostOfShape = 12;

/**
 * The conformance vectors of a kind: for each rule its broken payloads, and each repaired; no payload twice. Of what is wrong
 * in the bare shape, `ofShape`, there is one payload for each key of the payload and each way to be wrong, up to `mostOfShape`.
 */
export function vectorsFor(
  { catalog, check }: Pick<KindExamples, "catalog" | "check">,
  ofShape: ReadonlySet<string>,
): Vector[] {
  const vector = (name: string, payload: unknown, options: CheckOptions): Vector => ({
    name,
    options,
    payload,
    expect: check(payload, options).diagnostics,
  });
  const shown = new Map<string, Set<string>>();
  const isShown = ({ rule, path, name }: Violation) => {
    if (!ofShape.has(rule)) return true;
    const [key = ""] = parsePointer(path);
    const way = `${rule} ${name.split(" ", 1)[0]}`;
    const keys = shown.get(way) ?? new Set();
    shown.set(way, keys);
    const { size } = keys;
    return size < mostOfShape && keys.add(key).size > size;
  };
  const vectors = [
    vector("in order", catalog.sample, {}),
    ...catalog.violations.filter(isShown).flatMap((violation) => {
      const { payload } = breakBy({ catalog, check }, violation);
      const repaired =
        !ofShape.has(violation.rule) && repair(payload, catalog, check, violation.options);
      return [
        vector(`${violation.rule}: ${violation.name}`, payload, violation.options),
        ...(repaired
          ? [vector(`${violation.rule}: ${violation.name}, repaired`, repaired, violation.options)]
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
