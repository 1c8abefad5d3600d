import type { ExampleCatalog, Violation } from "../../examples/catalog.js";
import { applyViolation, repair } from "../../examples/repair.js";
import { parsePointer } from "../../validator/pointer.js";
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
  readonly validator: AnyValidator;
  readonly broken: readonly BrokenPayload[];
  readonly catalog: ExampleCatalog;
}

/**
 * One payload for every violation, with nothing else wrong in it where the table allows that.
 * @throws when a rule is found in none of its broken payloads: then rows of the table contradict each other.
 */
export function breakEveryRule(catalog: ExampleCatalog, { check }: AnyValidator): BrokenPayload[] {
  const broken = catalog.violations.map((violation): BrokenPayload => {
    const payload = applyViolation({ ...catalog.sample }, violation);
    const repaired = repair(payload, catalog, check, violation.options, violation);
    return { violation, payload: repaired ?? payload, alone: repaired !== undefined };
  });
  const shown = new Set(broken.filter(({ alone }) => alone).map(({ violation }) => violation.rule));
  const found = broken.map(({ violation, payload }) => ({
    violation,
    diagnostics: check(payload, violation.options).diagnostics,
  }));
  // What a gateway narrows can make a rule that it takes over show only beside another.
  for (const { violation, diagnostics } of found) {
    if (diagnostics.some(({ rule }) => rule === violation.rule)) shown.add(violation.rule);
  }
  for (const { violation, diagnostics } of found) {
    if (shown.has(violation.rule)) continue;
    const others = diagnostics.map(({ rule, path }) => `${rule} at ${path}`).join(", ");
    throw new Error(
      `${catalog.kind}: no payload breaks ${violation.rule}; ${violation.name} gives ${others || "nothing"}`,
    );
  }
  return broken;
}

/** Keys at which vectors show the same fault of the bare shape. */
const mostOfShape = 12;

/**
 * The conformance vectors of a kind: for each rule its broken payloads, and each repaired; no payload twice. Of what is wrong
 * in the bare shape, `ofShape`, there is one payload for each key of the payload and each way to be wrong, up to `mostOfShape`.
 */
export function vectorsFor(
  { catalog, validator, broken }: Pick<KindExamples, "broken" | "catalog" | "validator">,
  ofShape: ReadonlySet<string>,
): Vector[] {
  const vector = (name: string, payload: unknown, options: CheckOptions): Vector => ({
    name,
    options,
    payload,
    expect: validator
      .check(payload, options)
      .diagnostics.map(({ rule, severity, path }) => ({ rule, severity, path })),
  });
  const shown = new Map<string, Set<string>>();
  const isShown = ({ violation: { rule, path, name } }: BrokenPayload) => {
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
    ...broken.filter(isShown).flatMap(({ violation, payload }) => {
      const repaired =
        !ofShape.has(violation.rule) &&
        repair(payload, catalog, validator.check, violation.options);
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
