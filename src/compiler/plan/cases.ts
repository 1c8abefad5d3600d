import type { ComparisonAtom } from "../../constraint/atoms/comparison.js";
import { present } from "../../constraint/build.js";
import { type Constraint, constraintAt, withinEach } from "../../constraint/constraint.js";
import { type Formula, literal } from "../../constraint/formula.js";
import { all, any, not } from "../../constraint/simplify.js";
import type { Comparison } from "../../validator/compare.js";
import type { Fault } from "../../validator/compiled.js";
import { parsePointer } from "../../validator/pointer.js";
import { scopeOf, shapeAt } from "../tables/shapeAt.js";
import type { Case, CellValue, IssuerTable, KindTables, RuleRow, Test } from "../tables/types.js";
import type { Cite } from "./citeSources.js";
import type { UnnumberedFault } from "./fault.js";
import { fixRecipe, isFilled, listed } from "./parts.js";
import { conditionFormula, testFormula } from "./test.js";

/** What one requirement of a case amounts to. Paths are within the case's scope. */
interface Requirement {
  /** Where the fault shows. */
  readonly path: string;
  readonly is: Fault["is"];
  /** What must hold where the conditions of the case do. */
  constraint(when: Formula): Constraint;
  readonly terms?: Fault["terms"] | undefined;
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
      Object.entries(filled.when ?? {}).map(([path, test]) =>
        conditionFormula(path, test, tables.issuers),
      ),
    );
    const fix = fixRecipe(rule.fix, undefined);
    return requirementsOf(filled, tables).map(({ path, is, constraint, terms, reads }) => ({
      fault: {
        rule: rule.id,
        severity: filled.severity ?? rule.severity,
        message: filled.message ?? rule.message,
        source: cite(filled.source ?? rule.source),
        path: scope + path,
        ...(scope && { scope: parsePointer(scope).length }),
        is,
        ofShape: rule.keywords !== undefined && !filled.forbid,
        ...(reads && { reads }),
        ...(terms && { terms }),
        ...(fix && { fix }),
      },
      rule,
      context: filled.context ?? null,
      from: filled,
      constraint: withinEach(scope, constraint(when)),
    }));
  });
}

/** Each form of requirement has a function of its own. */
function requirementsOf(one: Case, tables: KindTables): Requirement[] {
  const scope = scopeOf(one);
  return [
    ...(one.require ?? []).map((path) => requirePath(path, scope, tables)),
    ...(one.requireAny ? [requireAnyOf(one.requireAny, scope, tables)] : []),
    ...(one.forbid ?? []).map(forbidPath),
    ...Object.entries(one.constrain ?? {}).map(([path, test]) => constrain(path, test, tables)),
    ...(one.compare ? [compareValues(one.compare)] : []),
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
  paths: readonly string[],
  scope: string,
  tables: KindTables,
): Requirement => ({
  path: paths[0] as string,
  is: "missing",
  constraint: holding(any(paths.map((path) => filledAt(path, scope, tables)))),
});

const forbidPath = (path: string): Requirement => ({
  path,
  is: "forbidden",
  constraint: holding(not(present(path))),
});

function constrain(path: string, test: Test, { issuers }: KindTables): Requirement {
  const { predicate: _, absentAs, ...rest } = test;
  const isWrongWhenAbsent = absentAs !== undefined && !meets(absentAs, rest);
  return {
    path,
    is: "wrong",
    terms: constraintTerms(test),
    constraint: isWrongWhenAbsent
      ? holding(present(path, (at) => testFormula(test, at, issuers)))
      : (when) => constraintAt(path, (at) => testFormula(test, at, issuers), when),
  };
}

function compareValues({ path, to, ...how }: Comparison): Requirement {
  const comparison = literal<ComparisonAtom>(path, { name: "comparison", with: to, how });
  return { path, is: "wrong", reads: [path, to], constraint: holding(comparison) };
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

function constraintTerms(test: Test): Fault["terms"] | undefined {
  const limit = test.predicate?.max ?? test.minimum ?? test.maximum;
  if (test.enum) return { allowed: listed(test.enum) };
  return typeof limit === "number" ? { limit: limit.toLocaleString("en-US") } : undefined;
}

/** Replaces bounds that stand in the issuer table by one case a distinct value. */
function fillCells(one: Case, issuers: IssuerTable): Case[] {
  for (const [path, test] of Object.entries(one.constrain ?? {})) {
    for (const keyword of ["minimum", "maximum"] as const) {
      const bound = test[keyword];
      if (typeof bound !== "object") continue;
      return boundsIn(bound, issuers).flatMap(({ value, condition }) =>
        fillCells(
          {
            ...one,
            when: {
              ...one.when,
              ...(condition && { [bound.of]: { ...one.when?.[bound.of], ...condition } }),
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

/** Each distinct bound with the test of the issuers that it is for. */
function boundsIn({ issuer, otherwise }: CellValue, { rows }: IssuerTable) {
  const special = new Map<number, string[]>();
  for (const row of rows) {
    const value = row[issuer] as number;
    if (value !== otherwise) special.set(value, [...(special.get(value) ?? []), row.code]);
  }
  const bounds: { value: number; condition: Test | undefined }[] = [];
  for (const [value, codes] of special) bounds.push({ value, condition: { enum: codes } });
  const named = [...special.values()].flat();
  const rest = named.length > 0 ? { not: { enum: named } } : undefined;
  return [...bounds, { value: otherwise, condition: rest }];
}
