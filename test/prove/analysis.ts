import type { ExampleCatalog, ValueDomain, Violation } from "../../dist/examples/catalog.js";
import { withoutValue, withValues } from "../../dist/examples/edit.js";
import { applyViolation, repair } from "../../dist/examples/repair.js";
import { exampleCatalogs } from "../../dist/generated/exampleCatalogs.js";
import { validators } from "../../dist/generated/validators.js";
import { pointerTo, valueAt } from "../../dist/validator/pointer.js";
import type { CheckOptions, CheckResult } from "../../dist/validator/types.js";
import type { Kind } from "../support/payloads.js";
import { environments } from "./verdict.js";

type Payload = Record<string, unknown>;

/** A smallest payload that breaks one rule at one place and nothing else. */
export interface Witness {
  readonly rule: string;
  readonly path: string;
  readonly options: CheckOptions;
  readonly payload: Payload;
}

/** What is found of the table of one kind. */
export interface Analysis {
  readonly kind: Kind;
  readonly rules: number;
  /** Rules by the places at which they speak. */
  readonly places: number;
  readonly witnesses: readonly Witness[];
  /** Places at which a rule never speaks alone, with what speaks beside it. */
  readonly accompanied: readonly { readonly place: string; readonly by: readonly string[] }[];
  /** Combinations of values for which a payload without a finding was found. */
  readonly satisfied: number;
  /** Combinations that a single rule forbids, counted by that rule. */
  readonly forbidden: Readonly<Record<string, number>>;
  /** What contradicts or repeats something. */
  readonly failures: readonly string[];
}

export function analyse(kind: Kind): Analysis {
  const catalog = exampleCatalogs[kind]?.() as ExampleCatalog;
  const { witnesses, accompanied } = necessity(kind, catalog);
  const rules = new Set(catalog.violations.map(({ rule }) => rule));
  const alone = new Set(witnesses.map(({ rule }) => rule));
  const implied = [...rules]
    .filter((rule) => !alone.has(rule))
    .map((rule) => `${rule} is never broken alone: others imply it`);
  const grid = satisfiability(kind, catalog);
  return {
    kind,
    rules: rules.size,
    places: witnesses.length + accompanied.length,
    witnesses,
    accompanied,
    satisfied: grid.satisfied,
    forbidden: grid.forbidden,
    failures: [...implied, ...grid.failures],
  };
}

const places = (kind: Kind, payload: unknown, options: CheckOptions) =>
  validators[kind].check(payload, options).diagnostics.map(({ rule, path }) => `${rule} ${path}`);

/** For every rule and place a payload that breaks nothing else, made as small as it can be. */
function necessity(kind: Kind, catalog: ExampleCatalog) {
  const { check } = validators[kind];
  const byPlace = new Map<string, Violation[]>();
  for (const violation of catalog.violations) {
    const place = `${violation.rule} ${violation.path}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), violation]);
  }
  const witnesses: Witness[] = [];
  const accompanied: { place: string; by: string[] }[] = [];
  for (const [place, violations] of byPlace) {
    const found = violations.flatMap((violation): Witness[] => {
      const broken = applyViolation({ ...catalog.sample }, violation);
      const payload = repair(broken, catalog, check, violation.options, violation);
      const { rule, path, options } = violation;
      return payload
        ? [{ rule, path, options, payload: smallest(kind, payload, options, place) }]
        : [];
    });
    const [best] = found.sort((left, right) => sizeOf(left.payload) - sizeOf(right.payload));
    if (best) witnesses.push(best);
    else {
      const [violation] = violations as [Violation, ...Violation[]];
      const payload = applyViolation({ ...catalog.sample }, violation);
      const by = places(kind, payload, violation.options).filter((one) => one !== place);
      accompanied.push({ place, by });
    }
  }
  return { witnesses, accompanied };
}

const sizeOf = (payload: unknown) => JSON.stringify(payload).length;

/** The payload without everything that can go while the same is found in it. */
function smallest(kind: Kind, payload: Payload, options: CheckOptions, place: string): Payload {
  let best = payload;
  for (const pointer of pointersIn(payload).reverse()) {
    const candidate = withoutValue(best, pointer);
    const found = places(kind, candidate, options);
    if (found.length === 1 && found[0] === place) best = candidate;
  }
  return best;
}

function pointersIn(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, below]) => {
    const pointer = at + pointerTo([key]);
    return [pointer, ...pointersIn(below, pointer)];
  });
}

/** Values among which a payload has to choose: a path, and all that may stand there. */
interface Axis {
  readonly path: string;
  readonly values: readonly unknown[];
}

const fewest = 2;

function axesIn({ properties, values, closed }: ValueDomain, at = ""): Axis[] {
  const own = closed && values.length >= fewest ? [{ path: at, values }] : [];
  const below = Object.entries(properties).flatMap(([key, inner]) =>
    axesIn(inner, at + pointerTo([key])),
  );
  return [...own, ...below];
}

/** For every environment and every two choices a payload without an error or a warning, or the one rule that forbids the choices. */
function satisfiability(kind: Kind, catalog: ExampleCatalog) {
  const axes = axesIn(catalog.domain);
  const failures: string[] = [];
  const forbidden: Record<string, number> = {};
  let satisfied = 0;
  for (const sets of choicesOf(axes)) {
    for (const environment of environments) {
      const outcome = settle(kind, catalog, sets, { environment });
      if (outcome === "satisfied") satisfied++;
      else if (outcome === undefined) {
        failures.push(
          `no payload for ${environment} ${JSON.stringify(sets)}, and no single rule forbids it`,
        );
      } else forbidden[outcome] = (forbidden[outcome] ?? 0) + 1;
    }
  }
  return { satisfied, forbidden, failures };
}

type Choice = readonly (readonly [path: string, value: unknown])[];

function* choicesOf(axes: readonly Axis[]): Generator<Choice> {
  yield [];
  for (const [index, one] of axes.entries()) {
    for (const value of one.values) {
      yield [[one.path, value]];
      for (const other of axes.slice(index + 1)) {
        for (const second of other.values) {
          yield [
            [one.path, value],
            [other.path, second],
          ];
        }
      }
    }
  }
}

/** `satisfied`, or the rule that forbids a choice, or undefined where neither was found. */
function settle(
  kind: Kind,
  catalog: ExampleCatalog,
  sets: Choice,
  options: CheckOptions,
): string | undefined {
  // A payload may have what is only worth knowing: it forbids nothing.
  const check = (payload: unknown, given: CheckOptions): CheckResult => {
    const { ok, diagnostics } = validators[kind].check(payload, given);
    return { ok, diagnostics: diagnostics.filter(({ severity }) => severity !== "info") };
  };
  const start = withValues(catalog.sample, sets);
  const keeps = (payload: Payload | undefined) =>
    payload !== undefined &&
    sets.every(([path, value]) => JSON.stringify(valueAt(payload, path)) === JSON.stringify(value));
  if (keeps(repair(start, catalog, check, options))) return "satisfied";
  const blamed = check(start, options).diagnostics.find((one) =>
    keeps(repair(start, catalog, check, options, one)),
  );
  return blamed?.rule;
}
