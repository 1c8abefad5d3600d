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

/** @param pairs how many pairs of choices may be tried; where there are more, those of values spread over the long lists */
export function analyse(kind: Kind, pairs: number): Analysis {
  const catalog = exampleCatalogs[kind]?.() as ExampleCatalog;
  const { witnesses, accompanied } = necessity(kind, catalog);
  const rules = new Set(catalog.violations.map(({ rule }) => rule));
  const alone = new Set(witnesses.map(({ rule }) => rule));
  const implied = [...rules]
    .filter((rule) => !alone.has(rule))
    .map((rule) => `${rule} is never broken alone: others imply it`);
  const grid = satisfiability(kind, catalog, pairs);
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

/** Values among which a payload has to choose: a path, and all that may be there. */
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
function satisfiability(kind: Kind, catalog: ExampleCatalog, pairs: number) {
  const axes = axesIn(catalog.domain);
  const failures: string[] = [];
  const forbidden: Record<string, number> = {};
  /** The rules that forbid a single choice, and with it every pair that has it. */
  const single = new Map<string, string>();
  let satisfied = 0;
  for (const sets of choicesOf(axes, pairs)) {
    for (const environment of environments) {
      const ruleOf = (set: Choice[number]) => single.get(JSON.stringify([environment, set]));
      const outcome =
        sets.map(ruleOf).find((rule) => rule !== undefined) ??
        settle(kind, catalog, axes, sets, { environment });
      if (outcome === "satisfied") satisfied++;
      else if (outcome === undefined) {
        failures.push(
          `no payload for ${environment} ${JSON.stringify(sets)}, and no single rule forbids it`,
        );
      } else {
        forbidden[outcome] = (forbidden[outcome] ?? 0) + 1;
        const [set, ...others] = sets;
        if (set && others.length === 0) single.set(JSON.stringify([environment, set]), outcome);
      }
    }
  }
  return { satisfied, forbidden, failures };
}

type Choice = readonly (readonly [path: string, value: unknown])[];

function* choicesOf(axes: readonly Axis[], pairs: number): Generator<Choice> {
  yield [];
  const paired = axes.map(({ path, values }) => ({
    path,
    values: spread(values, lengthFor(axes, pairs)),
  }));
  for (const { path, values } of axes) {
    for (const value of spread(values, pairs / 50)) yield [[path, value]];
  }
  for (const [index, one] of paired.entries()) {
    for (const other of paired.slice(index + 1)) {
      for (const value of one.values) {
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

/** The longest that lists of values can be for so many pairs. */
function lengthFor(axes: readonly Axis[], pairs: number): number {
  const lengths = axes.map(({ values }) => values.length);
  for (let most = Math.max(1, ...lengths); most > 1; most--) {
    const cut = lengths.map((length) => Math.min(length, most));
    const sum = cut.reduce((all, length) => all + length, 0);
    const squares = cut.reduce((all, length) => all + length * length, 0);
    if ((sum * sum - squares) / 2 <= pairs) return most;
  }
  return 1;
}

/** So many of some values, from the first to the last. */
const spread = (values: readonly unknown[], length: number): unknown[] =>
  values.length <= length
    ? [...values]
    : Array.from({ length }, (_, index) => values[Math.floor((index * values.length) / length)]);

/** Choices that a choice may depend on are made among few values, such as the way to pay. */
const few = 20;

/** `satisfied`, or the rule that forbids a choice, or undefined where neither was found. */
function settle(
  kind: Kind,
  catalog: ExampleCatalog,
  axes: readonly Axis[],
  sets: Choice,
  options: CheckOptions,
): string | undefined {
  // A payload may have what is only worth knowing: it forbids nothing.
  const checkBut =
    (ignored?: string) =>
    (payload: unknown, given: CheckOptions): CheckResult => {
      const { ok, diagnostics } = validators[kind].check(payload, given);
      const counted = diagnostics.filter(
        ({ severity, rule }) => severity !== "info" && rule !== ignored,
      );
      return { ok, diagnostics: counted };
    };
  const check = checkBut();
  const keeps = (payload: Payload | undefined) =>
    payload !== undefined &&
    sets.every(([path, value]) => JSON.stringify(valueAt(payload, path)) === JSON.stringify(value));
  const chosen = withValues(catalog.sample, sets);
  if (keeps(repair(chosen, catalog, check, options))) return "satisfied";
  const others = axes
    .filter(({ path, values }) => path.lastIndexOf("/") === 0 && values.length <= few)
    .flatMap(({ path, values }) => values.map((value) => withValues(chosen, [[path, value]])))
    .filter(keeps);
  if (others.some((one) => keeps(repair(one, catalog, check, options)))) return "satisfied";
  for (const start of [chosen, ...others]) {
    const broken = new Set(check(start, options).diagnostics.map(({ rule }) => rule));
    for (const rule of broken) {
      if (keeps(repair(start, catalog, checkBut(rule), options))) return rule;
    }
  }
  return undefined;
}
