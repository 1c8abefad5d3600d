import { isOfSomeType } from "../../constraint/build.js";
import { evaluate } from "../../constraint/evaluate.js";
import { root } from "../../constraint/formula.js";
import type { TypeName } from "../../constraint/valueSet.js";
import type { ExampleCatalog, ValueDomain, Violation } from "../../examples/catalog.js";
import { pointerTo, valueAt } from "../../validator/pointer.js";
import type { CheckOptions, Context } from "../../validator/types.js";
import type { FaultPlan, KindPlan } from "../plan/fault.js";
import { testFormula } from "../plan/test.js";
import { allowedValues, scopeOf, shapeAt } from "../tables/shapeAt.js";
import type { Case, Format, IssuerTable, RuleRow, Shape, Tables, Test } from "../tables/types.js";

type Sets = [pointer: string, value: unknown][];

/** Everything needed to make payloads of a kind, in order and broken. */
export function catalogFor(plan: KindPlan, formats: Tables["formats"]): ExampleCatalog {
  const { row, shape, issuers, rules } = plan.tables;
  return {
    kind: row.kind,
    sample: row.sample,
    domain: domainOf(shape, issuers, formats.formats),
    violations: [
      ...plan.faults.flatMap((fault) =>
        fault.from ? caseViolations(fault, fault.from, plan, formats.formats) : [],
      ),
      ...shapeViolations(plan, formats.formats),
      ...rules.flatMap((rule) => findViolations(rule, shape, rules)),
    ],
  };
}

function domainOf(
  shape: Shape,
  issuers: IssuerTable,
  formats: Record<string, Format>,
): ValueDomain {
  const closed = allowedValues(shape, issuers);
  const items = shape.items && domainOf(shape.items, issuers, formats);
  const type = [shape.type].flat()[0];
  return {
    ...(type && { type }),
    values: closed ?? examplesOf(shape, formats),
    closed: closed !== undefined || shape["x-format"] !== undefined,
    ...(shape.maxLength !== undefined && { maxLength: shape.maxLength }),
    ...leastOf(shape),
    properties: Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([key, below]) => [
        key,
        domainOf(below, issuers, formats),
      ]),
    ),
    ...(items && { items }),
  };
}

function leastOf({ minimum, exclusiveMinimum }: Shape): Pick<ValueDomain, "minimum"> {
  if (minimum !== undefined) return { minimum };
  return exclusiveMinimum === undefined ? {} : { minimum: Math.floor(exclusiveMinimum) + 1 };
}

function examplesOf(shape: Shape, formats: Record<string, Format>): readonly unknown[] {
  if (shape.examples) return shape.examples;
  if (shape.enum) return shape.enum;
  if (shape["x-format"]) return formats[shape["x-format"]]?.examples ?? [];
  const byType: Record<string, unknown[]> = {
    boolean: [true, false],
    number: [1],
    integer: [1],
    string: ["text"],
    object: [{}],
    array: [[]],
  };
  return byType[[shape.type].flat()[0] ?? "object"] ?? [];
}

function caseViolations(
  { rule, fault }: FaultPlan,
  one: Case,
  { tables }: KindPlan,
  formats: Record<string, Format>,
): Violation[] {
  const { path } = fault;
  const scope = scopeOf(one);
  const scoped = (pointer: string) => (scope + pointer).replaceAll("*", "0");
  const issuerTest = Object.entries(one.when ?? {}).find(([, test]) => test.issuer);
  const witnesses = issuerTest
    ? tables.issuers.rows
        .map(({ code }) => code)
        .filter((code) => satisfies(code, issuerTest[1], tables.issuers))
    : [undefined];
  return witnesses.map((code) => {
    const sets: Sets = [];
    if (one.each) sets.push(...listAt(one.each, tables.row.sample));
    for (const [pointer, test] of Object.entries(one.when ?? {})) {
      const value =
        pointer === issuerTest?.[0] ? code : witness(scope + pointer, test, tables, formats);
      if (value !== undefined) sets.push(...setting(scoped(pointer), scope + pointer, value));
    }
    const broken = breaking(path, one, tables, formats, scope);
    const wherePath = brokenPath(path, broken.sets);
    return {
      rule: rule.id,
      path: wherePath,
      name: [fault.is, wherePath, ...(code ? [`issuer ${code}`] : []), ...named(one.when)].join(
        " ",
      ),
      options: optionsFor(one.context),
      sets: [...sets, ...broken.sets],
      removes: broken.removes,
    };
  });
}

const named = (when: Case["when"]) =>
  Object.entries(when ?? {}).flatMap(([path, test]) =>
    "const" in test ? [`${path}=${JSON.stringify(test.const)}`] : [],
  );

const optionsFor = (context: Context | undefined): CheckOptions => ({
  ...(context?.environment && { environment: context.environment }),
  ...(context?.store && { store: context.store }),
});

/** A list with an item, where the sample has none. */
const listAt = (pointer: string, sample: unknown): Sets =>
  valueAt(sample, `${pointer}/0`) === undefined ? [[pointer, [{}]]] : [];

/** A list is set as a whole, since its item alone has no place to stand. */
function setting(pointer: string, pattern: string, value: unknown): Sets {
  return pattern.endsWith("/*") ? [[pointer.slice(0, -2), [value]]] : [[pointer, value]];
}

function breaking(
  path: string,
  one: Case,
  { shape }: KindPlan["tables"],
  formats: Record<string, Format>,
  scope: string,
): { sets: Sets; removes: string[] } {
  if (one.require || one.requireAny) {
    return {
      sets: [],
      removes: one.requireAny?.map((other) => (scope + other).replaceAll("*", "0")) ?? [
        path.replaceAll("*", "0"),
      ],
    };
  }
  if (one.forbid) {
    const example = examplesOf(shapeAt(shape, path) ?? {}, formats)[0];
    return { sets: [[path.replaceAll("*", "0"), example]], removes: [] };
  }
  const wrong = Object.entries(one.wrong ?? {});
  const own = one.compare ? [] : wrong.filter(([pointer]) => scope + pointer === path);
  return {
    sets: (own.length > 0 ? own : wrong).map(([pointer, value]) => [
      (scope + pointer).replaceAll("*", "0"),
      value,
    ]),
    removes: [],
  };
}

/** Where in a list the wrong item stands: at its end. */
function brokenPath(path: string, sets: Sets): string {
  if (!path.includes("*")) return path;
  const list = sets.find(
    ([pointer, value]) => Array.isArray(value) && path.startsWith(`${pointer}/*`),
  );
  const index = list ? (list[1] as unknown[]).length - 1 : 0;
  return path.replace("*", String(index)).replaceAll("*", "0");
}

function satisfies(value: unknown, test: Test, issuers: IssuerTable): boolean {
  return evaluate(testFormula(test, root, issuers), value) === true;
}

/** A value that meets a condition; undefined where its absence does. */
function witness(
  path: string,
  test: Test,
  { shape, issuers, row }: KindPlan["tables"],
  formats: Record<string, Format>,
): unknown {
  if (Object.keys(test).every((keyword) => keyword === "not") && test.not) {
    const atSample = valueAt(row.sample, path.replaceAll("*", "0"));
    if (atSample === undefined || !satisfies(atSample, test.not, issuers)) return undefined;
  }
  const codes = row.issuer?.path === path ? issuers.rows.map(({ code }) => code) : [];
  const numbers = [test.minimum, test.maximum].filter((bound) => typeof bound === "number");
  return [
    test.const,
    ...(test.enum ?? []),
    ...codes,
    ...numbers,
    ...examplesOf(shapeAt(shape, path) ?? {}, formats),
  ].find((value) => value !== undefined && satisfies(value, test, issuers));
}

/** Of these two one is of another type, whatever the type. */
const odd: unknown[] = ["64000", 64000];

function shapeViolations(
  { tables, faults }: KindPlan,
  formats: Record<string, Format>,
): Violation[] {
  const { shape, issuers } = tables;
  return faults
    .filter(({ from }) => from === null)
    .flatMap((plan): Violation[] => {
      const { rule, fault } = plan;
      const { path } = fault;
      if (path === "") return [];
      const pointer = path.replaceAll("*", "0");
      const list = path.slice(0, path.indexOf("/*"));
      const parents = path.includes("*") ? listAt(list, tables.row.sample) : [];
      const base = { rule: rule.id, path: pointer, name: `${fault.is} ${pointer}`, options: {} };
      if (fault.is === "missing") return [{ ...base, sets: parents, removes: [pointer] }];
      const at = shapeAt(shape, path) as Shape;
      return [
        {
          ...base,
          sets: [...parents, [pointer, wrongValue(plan, at, formats, issuers)]],
          removes: [],
        },
      ];
    });
}

function wrongValue(
  { fault, rule }: FaultPlan,
  at: Shape,
  formats: Record<string, Format>,
  issuers: IssuerTable,
): unknown {
  const types = [at.type].flat();
  if (fault.is === "mistyped") {
    return odd.find((value) => evaluate(isOfSomeType(root, types as TypeName[]), value) === false);
  }
  if (fault.terms?.limit !== undefined) {
    // Of the right form, and of one byte a letter, so that nothing but the length is wrong.
    const [known] = allowedValues(at, issuers) ?? examplesOf(at, formats);
    return String(known ?? "").padEnd((at.maxLength ?? 0) + 1, "1");
  }
  const format = at["x-format"] === undefined ? undefined : formats[at["x-format"]];
  if (format?.rule === rule.id) return format.wrong[0];
  if (types.includes("number") || types.includes("integer")) {
    return at.exclusiveMinimum ?? (at.minimum ?? 0) - 1;
  }
  return `${String(allowedValues(at, issuers)?.[0])}?`;
}

/** How to break a rule that finds keys or values at any place of a payload. */
function findViolations(
  { id, finds, wrong }: RuleRow,
  shape: Shape,
  rules: readonly RuleRow[],
): Violation[] {
  if (wrong === undefined) return [];
  const path = finds === "unknown-property" ? pointerTo([wrong]) : freePlace(shape, wrong, rules);
  if (path === undefined) return [];
  return [{ rule: id, path, name: `at ${path}`, options: {}, sets: [[path, wrong]], removes: [] }];
}

/** A place outside lists where nothing but the value itself can be wrong with a text. */
function freePlace(
  shape: Shape,
  text: string,
  rules: readonly RuleRow[],
  at = "",
): string | undefined {
  const forbidden = rules.flatMap(({ cases }) => cases.flatMap(({ forbid }) => forbid ?? []));
  const properties = Object.entries(shape.properties ?? {});
  const isFree = ([key, { type, ...place }]: [string, Shape]) =>
    type === undefined && !place["x-unsupported"] && !forbidden.includes(`${at}/${key}`);
  const isText = ([, place]: [string, Shape]) =>
    [place.type].flat().includes("string") &&
    !place.enum &&
    place["x-format"] === undefined &&
    place["x-secret"] === undefined &&
    !place["x-unsupported"] &&
    (place.maxLength ?? text.length) >= text.length;
  const [key] = properties.find(isFree) ?? properties.find(isText) ?? [];
  if (key !== undefined) return `${at}/${key}`;
  for (const [name, below] of properties) {
    const place = freePlace(below, text, rules, `${at}/${name}`);
    if (place !== undefined) return place;
  }
  return undefined;
}
