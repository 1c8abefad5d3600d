import type { Fault } from "../validator/compiled.js";
import { parsePointer } from "../validator/pointer.js";
import type { Cite } from "./citeSources.js";
import { fixRecipe, listed, nonBlank, variantsFor } from "./faultParts.js";
import type { FaultPlan } from "./faultPlan.js";
import { isPlain, type JsonSchema, present, wherePresent } from "./jsonSchema.js";
import { scopeOf, shapeAt } from "./shapeAt.js";
import type { Case, CellValue, IssuerTable, KindTables, RuleRow, Test } from "./tableTypes.js";
import { testSchema } from "./testSchema.js";

/** Replaces bounds that stand in the issuer table by one case a distinct value. */
export function fillCells(one: Case, issuers: IssuerTable): Case[] {
  for (const [path, test] of Object.entries(one.constrain ?? {})) {
    for (const keyword of ["minimum", "maximum"] as const) {
      const bound = test[keyword];
      if (typeof bound !== "object") continue;
      return valuesOf(bound, issuers).flatMap(({ value, condition }) =>
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

function valuesOf({ issuer, otherwise }: CellValue, { rows }: IssuerTable) {
  const special = new Map<number, string[]>();
  for (const row of rows) {
    const value = row[issuer] as number;
    if (value !== otherwise) special.set(value, [...(special.get(value) ?? []), row.code]);
  }
  const values: { value: number; condition: Test | undefined }[] = [];
  for (const [value, codes] of special) values.push({ value, condition: { enum: codes } });
  const named = [...special.values()].flat();
  const rest = named.length > 0 ? { not: { enum: named } } : undefined;
  return [...values, { value: otherwise, condition: rest }];
}

/** Adds the faults of one case of a rule. */
export function planCase(
  rule: RuleRow,
  one: Case,
  tables: KindTables,
  cite: Cite,
  faults: FaultPlan[],
): void {
  const scope = scopeOf(one);
  const conditions = Object.entries(one.when ?? {}).map(([path, test]) =>
    conditionSchema(path, test, tables.issuers),
  );
  const guarded = (requirement: JsonSchema): JsonSchema => {
    const whole: JsonSchema =
      conditions.length > 0 ? { if: { allOf: conditions }, then: requirement } : requirement;
    return scope ? wherePresent(scope, whole) : whole;
  };
  const isStated = isPlain(conditions);

  const add = (
    path: string,
    is: Fault["is"],
    parts: {
      requirement: JsonSchema;
      expressed: JsonSchema | null;
      wholly: boolean;
      /** True when the requirement is of the value at the path, false when it is of the whole scope. */
      atLeaf: boolean;
      terms?: Fault["terms"];
      reads?: string[];
    },
  ) => {
    const number = faults.length;
    const { requirement, expressed, atLeaf } = parts;
    const placed = (of: JsonSchema) => guarded(atLeaf ? wherePresent(path, of) : of);
    const fix = fixRecipe(rule.fix, undefined);
    const variants = one.message ? [] : variantsFor(rule, scope + path, []);
    faults.push({
      fault: {
        rule: rule.id,
        severity: one.severity ?? rule.severity,
        message: one.message ?? rule.message,
        sources: cite(one.source ?? rule.source),
        path: scope + path,
        ...(scope && { scope: parsePointer(scope).length }),
        is,
        ofShape: rule.keywords !== undefined && !one.forbid,
        ...(parts.reads && { reads: parts.reads }),
        ...(parts.terms && { terms: parts.terms }),
        ...(variants.length > 0 && { variants }),
        ...(fix && { fix }),
      },
      rule,
      context: one.context ?? null,
      path: scope + path,
      from: one,
      schema: placed(requirement),
      diagnosing: placed({ diagnose: [{ fault: number, of: requirement }] }),
      expressed: isStated && expressed ? placed(expressed) : null,
      wholly: isStated && parts.wholly,
    });
  };
  const stated = (requirement: JsonSchema) => ({
    requirement,
    expressed: requirement,
    wholly: true,
    atLeaf: false,
  });
  const filled = (path: string) => present(path, nonBlank(shapeAt(tables.shape, scope + path)));

  for (const path of one.require ?? []) add(path, "missing", stated(filled(path)));
  if (one.requireAny) {
    add(one.requireAny[0] as string, "missing", stated({ anyOf: one.requireAny.map(filled) }));
  }
  for (const path of one.forbid ?? []) {
    add(path, "forbidden", stated({ not: present(path) }));
  }
  for (const [path, test] of Object.entries(one.constrain ?? {})) {
    const { predicate, absentAs, ...rest } = test;
    const leaf = testSchema(test, tables.issuers);
    const plainLeaf = testSchema(rest, tables.issuers);
    const expressible = isPlain(plainLeaf) && Object.keys(plainLeaf).length > 0;
    const wrongWhenAbsent = absentAs !== undefined && !meets(absentAs, rest);
    const at = (of: JsonSchema) => (wrongWhenAbsent ? present(path, of) : of);
    const terms = constraintTerms(test);
    add(path, "wrong", {
      requirement: at(leaf),
      expressed: expressible ? at(plainLeaf) : null,
      wholly: expressible && !predicate,
      atLeaf: !wrongWhenAbsent,
      ...(terms && { terms }),
    });
  }
  if (one.compare) {
    add(one.compare.path, "wrong", {
      requirement: { "x-compare": one.compare },
      reads: [one.compare.path, one.compare.to],
      expressed: null,
      wholly: false,
      atLeaf: false,
    });
  }
}

/** A condition holds only of a value that is there, unless it is a bare `not`. */
function conditionSchema(path: string, test: Test, issuers: IssuerTable): JsonSchema {
  const { not, ...rest } = test;
  if (not && Object.keys(rest).length === 0) {
    return { not: present(path, testSchema(not, issuers)) };
  }
  return present(path, testSchema(test, issuers));
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
