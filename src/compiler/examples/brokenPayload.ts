import type { ExampleCatalog, Violation } from "../../examples/catalog.js";
import { applyViolation, repair } from "../../examples/repair.js";
import type { Check } from "../../validator/check.js";
import type { Validator } from "../../validator/validator.js";
import type { KindPlan } from "../plan/fault.js";

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
