import type { Sum, SumTerm } from "../../constraint/atoms/sum.js";
import { isOfType } from "../../constraint/atoms/type.js";
import { compares, present } from "../../constraint/build.js";
import { type Constraint, constraintAt, withinEach } from "../../constraint/constraint.js";
import { type Formula, literal } from "../../constraint/formula.js";
import { all, any, not } from "../../constraint/simplify.js";
import type { Comparison } from "../../validator/compare.js";
import type { Fault } from "../../validator/compiled.js";
import { parsePointer } from "../../validator/pointer.js";
import { objectAround } from "../tables/requirement.js";
import type {
  Case,
  CellValue,
  RuleRow,
  SumRow,
  Test,
  Tests,
  ValueBound,
} from "../tables/ruleTypes.js";
import { scopeOf, shapeAt, spellingsOf } from "../tables/shapeAt.js";
import type { IssuerTable, KindTables, Shape } from "../tables/types.js";
import type { Cite } from "./citeSources.js";
import type { UnnumberedFault } from "./fault.js";
import { fixRecipe, isFilled, listed, takes, variantsFor, worded } from "./parts.js";
import { conditionFormula, testFormula, withCodes } from "./test.js";

/** What one requirement of a case amounts to. Paths are within the case's scope. */
interface Requirement {
  /** Where the fault shows. */
  readonly path: string;
  readonly is: Fault["is"];
  /** What must hold where the conditions of the case do. */
  constraint(when: Formula): Constraint;
  readonly terms?: Fault["terms"] | undefined;
  readonly tooLong?: true;
  readonly reads?: readonly string[];
}

/** The faults of one case of a rule. */
export function caseFaults(
  rule: RuleRow,
  one: Case,
  tables: KindTables,
  cite: Cite,
): UnnumberedFault[] {
  const scope = scopeOf(one);
  return fillCells(one, tables.issuers).flatMap((filled) => {
    const when = all(
      Object.entries(filled.when ?? {}).map(([path, test]) => conditionFormula(path, test)),
    );
    const fix = one.fix === "none" ? undefined : fixRecipe(rule.fix, undefined);
    return requirementsOf(filled, tables).map(({ path, is, constraint, terms, tooLong, reads }) => {
      const variants = filled.message ? [] : variantsFor(rule, scope + path, []);
      const fault = {
        rule: rule.id,
        severity: filled.severity ?? rule.severity,
        message: worded(filled.message ?? rule.message, tables.gateway, terms),
        sources: cite(filled.source ?? rule.source),
        path: scope + path,
        ...(scope && { scope: parsePointer(scope).length }),
        is,
        ...(tooLong && { tooLong }),
        ofShape: rule.keywords !== undefined && !filled.forbid,
        ...(reads && { reads }),
        ...(terms && { terms }),
        ...(variants.length > 0 && { variants }),
        ...(fix && { fix }),
      };
      return {
        fault,
        rule,
        context: filled.context ?? null,
        from: filled,
        constraint: withinEach(scope, constraint(when)),
      };
    });
  });
}

/** Each form of requirement has a function of its own. */
function requirementsOf(one: Case, tables: KindTables): Requirement[] {
  const scope = scopeOf(one);
  return [
    ...(one.require ?? []).map((path) => requirePath(path, scope, tables)),
    ...(one.requireAny ? [requireAnyOf(one.requireAny, scope, tables)] : []),
    ...(one.exactlyOne ? [oneOf(one.exactlyOne, 1, scope, tables)] : []),
    ...(one.atMostOne ? [oneOf(one.atMostOne, 0, scope, tables)] : []),
    ...(one.forbid ?? []).map((path) => forbidPath(path, scope, tables)),
    ...Object.entries(one.constrain ?? {}).map(([path, test]) =>
      constrain(path, test, scope, tables.shape),
    ),
    ...(one.compare ? [compareValues(one.compare)] : []),
    ...(one.sum ? [compareSum(one.sum)] : []),
  ];
}

const holding = (holds: Formula) => (when: Formula) => ({ when, holds });

const filledAt = (path: string, scope: string, { shape }: KindTables): Formula =>
  present(path, (at) => isFilled(shapeAt(shape, scope + path), at));

const requirePath = (path: string, scope: string, tables: KindTables): Requirement => ({
  path,
  is: "missing",
  constraint: holding(filledAt(path, scope, tables)),
});

const requireAnyOf = (
  alternatives: readonly (string | readonly string[])[],
  scope: string,
  tables: KindTables,
): Requirement => ({
  path: alternatives.flat()[0] as string,
  is: "missing",
  constraint: holding(
    any(
      alternatives.map((group) => all([group].flat().map((path) => filledAt(path, scope, tables)))),
    ),
  ),
});

/** Keys that replace each other: at most one may be given, and `least` must be. What is wrong is the object around them. */
const oneOf = (
  paths: readonly string[],
  least: 0 | 1,
  scope: string,
  tables: KindTables,
): Requirement => ({
  path: objectAround(paths),
  is: "wrong",
  terms: { allowed: paths.map((path) => path.split("/").at(-1)).join(", ") },
  constraint: holding(
    all([
      ...(least === 1 ? [any(paths.map((path) => filledAt(path, scope, tables)))] : []),
      ...paths.slice(1).map((path, index) => {
        const earlier = paths.slice(0, index + 1).map((other) => present(other));
        return any([absentAt(path, scope, tables), not(any(earlier))]);
      }),
    ]),
  ),
});

/** Where null is right, it counts as absent. */
const absentAt = (path: string, scope: string, { shape }: KindTables): Formula =>
  not(
    takes(shapeAt(shape, scope + path), "null")
      ? present(path, (at) => not(isOfType(at, "null")))
      : present(path),
  );

const forbidPath = (path: string, scope: string, tables: KindTables): Requirement => ({
  path,
  is: "forbidden",
  constraint: holding(absentAt(path, scope, tables)),
});

function constrain(path: string, test: Test, scope: string, shape: Shape): Requirement {
  const prefix = shapeAt(shape, scope + path)?.["x-prefix"];
  const { predicate: _, absentAs, ...rest } = test;
  const isWrongWhenAbsent = absentAs !== undefined && !meets(absentAs, rest);
  return {
    path,
    is: "wrong",
    // The one predicate with a bound is about length.
    ...((test.predicate?.max ?? test.maxLength) !== undefined && { tooLong: true }),
    terms: constraintTerms(test, prefix),
    constraint: isWrongWhenAbsent
      ? holding(present(path, (at) => testFormula(test, at)))
      : (when) => constraintAt(path, (at) => testFormula(test, at), when),
  };
}

function compareValues({ path, to, ...how }: Comparison): Requirement {
  const [, list = to, index, below = ""] = /^(.*?)\/(\d+)(\/.*)?$/.exec(to) ?? [];
  const within = index !== undefined && { within: { index: Number(index), path: below } };
  const holds = compares(path, { with: list, ...within, how });
  return { path, is: "wrong", reads: [path, to], constraint: holding(holds) };
}

function compareSum({ path, of, is, to }: SumRow): Requirement {
  const terms = of.map(sumTerm);
  const reads = [...of.flat().filter((term) => !term.includes("/*")), to];
  return {
    ...{ path, is: "wrong", reads },
    constraint: holding(literal<Sum>(to, { name: "sum", of: terms, is })),
  };
}

/** A term of a sum as its atom has it: the list apart from the path in its items. */
function sumTerm(term: SumRow["of"][number]): SumTerm {
  const [first, second] = [term].flat() as [string, string?];
  const star = first.indexOf("/*");
  const below = (path: string) => (star < 0 ? path : path.slice(star + 2));
  return {
    ...(star < 0 ? { path: first } : { path: first.slice(0, star), item: below(first) }),
    ...(second !== undefined && { by: below(second) }),
  };
}

/** Whether a value that stands for an absent one meets a test of numbers or constants. */
function meets(value: unknown, test: Test): boolean {
  if ("const" in test) return value === test.const;
  if (typeof value !== "number") return true;
  const { minimum, maximum } = test;
  return (
    (typeof minimum !== "number" || value >= minimum) &&
    (typeof maximum !== "number" || value <= maximum)
  );
}

function constraintTerms(test: Test, prefix: string | undefined): Fault["terms"] | undefined {
  const { minLength, maxLength, minimum, maximum } = test;
  const limit = test.predicate?.max ?? maxLength ?? minLength ?? minimum ?? maximum;
  // Messages name no codes of issuers that are allowed by their cells: there are too many.
  if (test.enum && !test.issuer) return { allowed: listed(test.enum, prefix) };
  if ("const" in test) return { allowed: String(test.const) };
  return typeof limit === "number" ? { limit: limit.toLocaleString("en-US") } : undefined;
}

/** A case with codes and bounds in place of the cells of the issuer table that it names: one a distinct bound. */
function fillCells(one: Case, issuers: IssuerTable): Case[] {
  const filled = (tests: Tests) =>
    Object.fromEntries(
      Object.entries(tests).map(([path, test]) => [path, withCodes(test, issuers)]),
    );
  return fillBounds(one, issuers).map((bounded) => ({
    ...bounded,
    ...(bounded.when && { when: filled(bounded.when) }),
    ...(bounded.constrain && { constrain: filled(bounded.constrain) }),
  }));
}

/** Replaces bounds that the issuer table or another value decides by one case a distinct bound. */
function fillBounds(one: Case, issuers: IssuerTable): Case[] {
  for (const [path, test] of Object.entries(one.constrain ?? {})) {
    for (const keyword of ["minimum", "maximum"] as const) {
      const bound = test[keyword];
      if (typeof bound !== "object") continue;
      const decides = "of" in bound ? bound.of : bound.by;
      const bounds = "of" in bound ? boundsByIssuer(bound, issuers) : boundsByValue(bound);
      return bounds.flatMap(({ value, condition }) =>
        fillBounds(
          {
            ...one,
            when: {
              ...one.when,
              ...(condition && { [decides]: { ...one.when?.[decides], ...condition } }),
            },
            constrain: { ...one.constrain, [path]: { ...test, [keyword]: value } },
          },
          issuers,
        ),
      );
    }
  }
  return [one];
}

/** A bound, and the test of the value that decides it; none where it is the only one. */
interface ConditionalBound {
  readonly value: number;
  readonly condition: Test | undefined;
}

function boundsByIssuer(
  { issuer, otherwise, prefix }: CellValue,
  { rows }: IssuerTable,
): ConditionalBound[] {
  const special = new Map<number, unknown[]>();
  for (const row of rows) {
    const value = row[issuer] as number;
    if (value === otherwise) continue;
    special.set(value, [...(special.get(value) ?? []), ...spellingsOf(row.code, prefix)]);
  }
  const named = [...special.values()].flat();
  const rest = named.length > 0 ? { not: { enum: named } } : undefined;
  return [
    ...[...special].map(([value, codes]) => ({ value, condition: { enum: codes } })),
    { value: otherwise, condition: rest },
  ];
}

function boundsByValue({ values, absentAs, otherwise }: ValueBound): ConditionalBound[] {
  const bounds = Object.entries(values).map(([decisive, value]) => {
    const condition: Test = {
      const: decisive,
      ...(decisive === absentAs && { orAbsent: true }),
    };
    return { value, condition };
  });
  if (otherwise === undefined) return bounds;
  const isAbsentNamed = absentAs !== undefined && Object.hasOwn(values, absentAs);
  const isOther: Test = { not: { enum: Object.keys(values) } };
  const rest = isAbsentNamed ? { ...isOther, present: true as const } : isOther;
  return [...bounds, { value: otherwise, condition: rest }];
}
