import { evaluate } from "../../constraint/evaluate.js";
import { root } from "../../constraint/formula.js";
import type { Violation } from "../../examples/catalog.js";
import { valueAt } from "../../validator/pointer.js";
import type { CheckOptions, Context } from "../../validator/types.js";
import type { FaultPlan } from "../plan/fault.js";
import { testFormula } from "../plan/test.js";
import type { Case, Test } from "../tables/ruleTypes.js";
import { scopeOf, shapeAt } from "../tables/shapeAt.js";
import type { KindTables, ValueFormat } from "../tables/types.js";
import { examplesOf } from "./domain.js";

/** Edits of a payload. */
interface Edits {
  readonly sets: readonly (readonly [pointer: string, value: unknown])[];
  readonly removes: readonly string[];
}

type FormatsByName = Readonly<Record<string, ValueFormat>>;

/** How to break a case of a rule: once, or once for each issuer that it is about, and in each way that its fault can come about. */
export function caseViolations(
  { rule, fault }: FaultPlan,
  one: Case,
  tables: KindTables,
  formats: FormatsByName,
): Violation[] {
  const issuerTest = Object.entries(one.when ?? {}).find(([, test]) => test.issuer);
  const codes = issuerTest
    ? tables.issuers.rows.map(({ code }) => code).filter((code) => satisfies(code, issuerTest[1]))
    : [undefined];
  const ways: { readonly way?: string; readonly edits: Edits }[] = [
    { edits: breakRequirement(fault, one, tables, formats) },
    ...(one.exactlyOne
      ? [{ way: "none", edits: { sets: [], removes: pathsIn(one, one.exactlyOne) } }]
      : []),
  ];
  return ways.flatMap(({ way, edits: breaking }) => {
    const path = brokenPath(fault.path, breaking.sets);
    return codes.map((code) => {
      const issuer = issuerTest && code !== undefined ? { path: issuerTest[0], code } : undefined;
      const met = meetConditions(one, issuer, tables, formats);
      const told = [...(way ? [way] : []), ...(code ? [`issuer ${code}`] : [])];
      return {
        rule: rule.id,
        path,
        name: [fault.is, path, ...told, ...namesOf(one.when)].join(" "),
        options: optionsFor(one.context),
        sets: [...met.sets, ...breaking.sets],
        removes: [...met.removes, ...breaking.removes],
      };
    });
  });
}

/** Places of a case's paths in a payload. */
const pathsIn = (one: Case, paths: readonly string[]): string[] =>
  paths.map((path) => inFirstItem(scopeOf(one) + path));

const namesOf = (when: Case["when"]) =>
  Object.entries(when ?? {}).flatMap(([path, test]) =>
    "const" in test ? [`${path}=${JSON.stringify(test.const)}`] : [],
  );

/** When the examples of rules about time are checked. */
const presentOfExamples = "2026-12-01T00:00:00Z";

const optionsFor = (context: Context | undefined): CheckOptions => ({
  ...(context?.environment && { environment: context.environment }),
  ...storeFor(context?.store),
  ...(context?.now && { now: presentOfExamples }),
});

/** What is said of a shop; nothing of what the context wants to be unknown. */
function storeFor(wanted: Context["store"]): Pick<CheckOptions, "store"> {
  const known = Object.entries(wanted ?? {}).filter(([, value]) => value !== "unknown");
  return known.length > 0 ? { store: Object.fromEntries(known) } : {};
}

/** A pointer to the first item of each list that a wildcard path leads through. */
export const inFirstItem = (wildcard: string): string => wildcard.replaceAll("*", "0");

/** A list with an item, where the sample has none. */
export const listWithItem = (pointer: string, sample: unknown): Edits["sets"] =>
  valueAt(sample, `${pointer}/0`) === undefined ? [[pointer, [{}]]] : [];

/** Edits after which the conditions of a case hold. */
function meetConditions(
  one: Case,
  issuer: { readonly path: string; readonly code: string } | undefined,
  tables: KindTables,
  formats: FormatsByName,
): Edits {
  const scope = scopeOf(one);
  const list = one.each ? listWithItem(one.each, tables.row.sample) : [];
  const removes: string[] = [];
  const values = Object.entries(one.when ?? {}).flatMap(([path, test]): Edits["sets"] => {
    const wildcard = scope + path;
    const pointer = inFirstItem(wildcard);
    const value =
      path === issuer?.path ? issuer.code : satisfyingValue(wildcard, test, tables, formats);
    if (value === undefined) {
      if (!isMetBySample(pointer, test, tables.row)) removes.push(pointer);
      return [];
    }
    // A list is set as a whole, since its item alone has no place to be.
    return [wildcard.endsWith("/*") ? [pointer.slice(0, -2), [value]] : [pointer, value]];
  });
  return { sets: [...list, ...values], removes };
}

/** Edits that break what the case asks for. */
function breakRequirement(
  { is, path }: FaultPlan["fault"],
  one: Case,
  { shape }: KindTables,
  formats: FormatsByName,
): Edits {
  const scope = scopeOf(one);
  const example = (wildcard: string): readonly [string, unknown] => [
    inFirstItem(wildcard),
    examplesOf(shapeAt(shape, wildcard), formats)[0],
  ];
  if (is === "missing") {
    const removes = one.requireAny ? pathsIn(one, one.requireAny.flat()) : [inFirstItem(path)];
    return { sets: [], removes };
  }
  if (is === "forbidden") return { sets: [example(path)], removes: [] };
  const rivals = one.atMostOne ?? one.exactlyOne;
  if (rivals) return { sets: rivals.map((rival) => example(scope + rival)), removes: [] };
  const wrong = Object.entries(one.wrong ?? {});
  const own = one.constrain ? wrong.filter(([pointer]) => scope + pointer === path) : [];
  const sets = own.length > 0 ? own : wrong;
  return {
    sets: sets.map(([pointer, value]) => [inFirstItem(scope + pointer), value]),
    removes: [],
  };
}

/** Where in a list the wrong item is: at its end. */
function brokenPath(path: string, sets: Edits["sets"]): string {
  if (!path.includes("*")) return path;
  const list = sets.find(
    ([pointer, value]) => Array.isArray(value) && path.startsWith(`${pointer}/*`),
  );
  const index = list ? (list[1] as unknown[]).length - 1 : 0;
  return inFirstItem(path.replace("*", String(index)));
}

/** True for a test that absence meets, where the sample has no value or one that meets it too. */
function isMetBySample(pointer: string, test: Test, { sample }: KindTables["row"]): boolean {
  const isOfAbsence = Object.keys(test).every((keyword) => keyword === "not");
  if (!isOfAbsence || !test.not) return false;
  const value = valueAt(sample, pointer);
  return value === undefined || !satisfies(value, test.not);
}

const satisfies = (value: unknown, test: Test): boolean =>
  evaluate(testFormula(test, root), value) === true;

/** A value that meets a condition; undefined where its absence does. */
function satisfyingValue(
  path: string,
  test: Test,
  { shape, issuers, row }: KindTables,
  formats: FormatsByName,
): unknown {
  if (isMetBySample(inFirstItem(path), test, row)) return undefined;
  const codes = row.issuer?.path === path ? issuers.rows.map(({ code }) => code) : [];
  const bounds = [test.minimum, test.maximum].filter((bound) => typeof bound === "number");
  const candidates = [
    ...[test.const, ...(test.enum ?? []), ...codes, ...bounds],
    ...examplesOf(shapeAt(shape, path), formats),
  ];
  return candidates.find((value) => value !== undefined && satisfies(value, test));
}
