import type { ExampleCatalog, Violation } from "../../examples/catalog.js";
import { applyViolation, repair } from "../../examples/repair.js";
import type { CheckOptions, Diagnostic } from "../../validator/types.js";
import type { Validator } from "../../validator/validator.js";
import type { KindPlan } from "../plan/fault.js";

type AnyValidator = Pick<Validator<Record<"pc" | "mobile" | "any", unknown>>, "check" | "kind">;

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
  readonly broken: readonly BrokenPayload[];
  readonly catalog: ExampleCatalog;
}

/**
 * One payload for every violation, with nothing else wrong in it where the table allows that.
 * @throws when a rule cannot be broken alone by any violation: then rows of the table contradict or repeat each other.
 */
export function breakEveryRule(catalog: ExampleCatalog, { check }: AnyValidator): BrokenPayload[] {
  const broken = catalog.violations.map((violation): BrokenPayload => {
    const payload = applyViolation({ ...catalog.sample }, violation);
    const repaired = repair(payload, catalog, check, violation.options, violation);
    return { violation, payload: repaired ?? payload, alone: repaired !== undefined };
  });
  const breakable = new Set(
    broken.filter(({ alone }) => alone).map(({ violation }) => violation.rule),
  );
  for (const { violation, payload } of broken) {
    if (breakable.has(violation.rule)) continue;
    const found = check(payload, violation.options).diagnostics.map(
      ({ rule, path }) => `${rule} at ${path}`,
    );
    throw new Error(
      `${catalog.kind}: no payload breaks ${violation.rule} alone; ${violation.name} gives ${found.join(", ") || "nothing"}`,
    );
  }
  return broken;
}

/** The conformance vectors of a kind: each broken payload, and each repaired; no payload twice. */
export function vectorsFor(
  catalog: ExampleCatalog,
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
    vector("in order", catalog.sample, {}),
    ...broken.flatMap(({ violation, payload }) => {
      const repaired = repair(payload, catalog, validator.check, violation.options);
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
