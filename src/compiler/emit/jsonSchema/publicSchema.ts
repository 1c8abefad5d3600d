import { formulaKey } from "../../../constraint/formula.js";
import type { JsonSchema } from "../../../constraint/jsonSchema.js";
import { all } from "../../../constraint/simplify.js";
import type { Context } from "../../../validator/types.js";
import type { FaultPlan, KindPlan } from "../../plan/fault.js";
import type { Formats } from "../../tables/types.js";
import { type Expressed, expressConstraint } from "./formulaSchema.js";
import { shapeSchema } from "./shapeSchema.js";
import { withSharedValues } from "./sharedValues.js";

/** A fault with what JSON Schema can say of it. */
interface ExpressedFault extends FaultPlan {
  readonly expressed: Expressed | null;
}

/**
 * The self-contained JSON Schema that any 2020-12 validator can run. It refuses what has an error in environment `any`;
 * `$defs/pc` and `$defs/mobile` do so for one environment.
 * What it leaves out is under `x-not-expressed`, by rule and path.
 */
export function publicSchema(
  { tables, errorShape, faults }: KindPlan,
  formats: Formats,
): JsonSchema {
  const { row, issuers, rules } = tables;
  const expressed = faults.map((plan) => ({
    ...plan,
    expressed: expressConstraint(plan.constraint),
  }));
  const parts: Record<string, JsonSchema> = {
    rules: rulesUnder(null, expressed),
    "rules-pc": rulesUnder({ environment: "pc" }, expressed),
    "rules-mobile": rulesUnder({ environment: "mobile" }, expressed),
  };
  const filled = Object.entries(parts).filter(([, { allOf }]) => allOf && allOf.length > 0);
  const environment = (...names: string[]): JsonSchema => ({
    allOf: ["shape", ...filled.flatMap(([name]) => (names.includes(name) ? name : []))].map(
      (name) => ({ $ref: `#/$defs/${name}` }),
    ),
  });
  const bare = withSharedValues(shapeSchema(errorShape, formats, issuers));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:paylint:${row.kind}`,
    title: row.title.en,
    description: row.what.en,
    $ref: "#/$defs/any",
    $defs: {
      any: environment("rules", "rules-pc", "rules-mobile"),
      pc: environment("rules", "rules-pc"),
      mobile: environment("rules", "rules-mobile"),
      shape: bare.schema,
      ...bare.values,
      ...Object.fromEntries(filled),
    },
    "x-not-expressed": [
      ...leftOut(expressed.filter((plan) => isLeftOut(plan))),
      ...rules
        .filter(({ finds }) => finds !== undefined)
        .map(({ id, severity, finds }) => ({ rule: id, severity, finds })),
    ],
  };
}

/** What the rules say under one context; the shape has a schema of its own. */
function rulesUnder(context: Context | null, faults: readonly ExpressedFault[]): JsonSchema {
  const wanted = faults.filter(
    (plan) =>
      plan.fault.severity === "error" &&
      plan.from !== null &&
      plan.expressed !== null &&
      JSON.stringify(plan.context) === JSON.stringify(context),
  );
  return {
    allOf: togetherUnder(wanted).flatMap(({ rule, constraint }) => {
      const expressed = expressConstraint(constraint);
      return expressed ? [{ $comment: rule.id, ...expressed.schema }] : [];
    }),
  };
}

/** What neighbouring faults of one rule ask for under one condition, as one constraint. */
function togetherUnder(
  plans: readonly FaultPlan[],
): readonly Pick<FaultPlan, "rule" | "constraint">[] {
  const together: Pick<FaultPlan, "rule" | "constraint">[] = [];
  for (const { rule, constraint } of plans) {
    const before = together.at(-1);
    const isJoined =
      before?.rule.id === rule.id &&
      "holds" in constraint &&
      "holds" in before.constraint &&
      formulaKey(before.constraint.when) === formulaKey(constraint.when);
    if (isJoined) {
      const holds = all([before.constraint.holds, constraint.holds]);
      together.splice(-1, 1, { rule, constraint: { when: constraint.when, holds } });
    } else together.push({ rule, constraint });
  }
  return together;
}

const isLeftOut = ({ fault, context, expressed }: ExpressedFault) =>
  fault.severity !== "error" || context?.store !== undefined || !expressed?.isExact;

/** The paths at which each rule is left out, by severity and context. */
function leftOut(plans: readonly ExpressedFault[]) {
  const rows = new Map<string, { of: object; paths: Set<string> }>();
  for (const { fault, context } of plans) {
    const of = { rule: fault.rule, severity: fault.severity, ...(context && { context }) };
    const key = JSON.stringify(of);
    const row = rows.get(key) ?? { of, paths: new Set() };
    rows.set(key, row);
    row.paths.add(fault.path);
  }
  return [...rows.values()].map(({ of, paths }) => ({ ...of, paths: [...paths] }));
}
