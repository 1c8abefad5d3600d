import type { Bound, Case, RuleRow, Test } from "./ruleTypes.js";
import { scopeOf, shapeAt, spellingsOf } from "./shapeAt.js";
import type { Shape } from "./types.js";

/** A rule whose tests take every spelling of the values that they name. */
export function spellOut(rule: RuleRow, shape: Shape): RuleRow {
  return { ...rule, cases: rule.cases.map((one) => spelledCase(one, shape)) };
}

function spelledCase(one: Case, shape: Shape): Case {
  const prefixAt = (path: string) => shapeAt(shape, scopeOf(one) + path)?.["x-prefix"];
  const spelled = (tests: Readonly<Record<string, Test>>) =>
    Object.fromEntries(
      Object.entries(tests).map(([path, test]) => [
        path,
        spelledTest(test, prefixAt(path), prefixAt),
      ]),
    );
  return {
    ...one,
    ...(one.when && { when: spelled(one.when) }),
    ...(one.constrain && { constrain: spelled(one.constrain) }),
  };
}

function spelledTest(
  test: Test,
  prefix: string | undefined,
  prefixAt: (path: string) => string | undefined,
): Test {
  const { minimum, maximum, const: only, not, anyOf, ...rest } = test;
  const inner = (one: Test) => spelledTest(one, prefix, prefixAt);
  const isNamed = prefix !== undefined && typeof only === "string";
  return {
    ...rest,
    ...("const" in test && (isNamed ? { enum: spellingsOf(only, prefix) } : { const: only })),
    ...(test.enum && { enum: test.enum.flatMap((value) => spellingsOf(value, prefix)) }),
    ...(test.issuer && prefix !== undefined && { prefix }),
    ...(not && { not: inner(not) }),
    ...(anyOf && { anyOf: anyOf.map(inner) }),
    ...(minimum !== undefined && { minimum: spelledBound(minimum, prefixAt) }),
    ...(maximum !== undefined && { maximum: spelledBound(maximum, prefixAt) }),
  };
}

function spelledBound(bound: Bound, prefixAt: (path: string) => string | undefined): Bound {
  if (typeof bound !== "object") return bound;
  const prefix = prefixAt("by" in bound ? bound.by : bound.of);
  if (!("by" in bound)) return { ...bound, ...(prefix !== undefined && { prefix }) };
  const values = Object.entries(bound.values).flatMap(([value, number]) =>
    spellingsOf(value, prefix).map((spelled) => [spelled, number]),
  );
  return { ...bound, values: Object.fromEntries(values) };
}
