import type { Context } from "../validator/types.js";
import type { FaultPlan, KindPlan } from "./faultPlan.js";
import { isPlain, type JsonSchema } from "./jsonSchema.js";
import type { Case } from "./tableTypes.js";

/**
 * The self-contained JSON Schema that any 2020-12 validator can run. It refuses what has an error in environment `any`;
 * `$defs/pc` and `$defs/mobile` do so for one environment.
 * What it leaves out stands under `x-not-expressed`.
 */
export function publicSchema({ tables, faults, shape }: KindPlan): JsonSchema {
  const errors = faults.filter(({ fault }) => fault.severity === "error");
  const rules = (context: Context | null): JsonSchema => ({
    allOf: errors
      .filter((plan) => plan.expressed && JSON.stringify(plan.context) === JSON.stringify(context))
      .map(({ rule, expressed: schema }) => ({ $comment: rule.id, ...schema })),
  });
  const parts: Record<string, JsonSchema> = {
    rules: rules(null),
    "rules-pc": rules({ environment: "pc" }),
    "rules-mobile": rules({ environment: "mobile" }),
  };
  const filled = Object.entries(parts).filter(([, { allOf }]) => allOf && allOf.length > 0);
  const environment = (...names: string[]): JsonSchema => ({
    allOf: ["shape", ...filled.flatMap(([name]) => (names.includes(name) ? name : []))].map(
      (name) => ({ $ref: `#/$defs/${name}` }),
    ),
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:paylint:${tables.row.kind}`,
    title: tables.row.title.en,
    description: tables.row.what.en,
    $ref: "#/$defs/any",
    $defs: {
      any: environment("rules", "rules-pc", "rules-mobile"),
      pc: environment("rules", "rules-pc"),
      mobile: environment("rules", "rules-mobile"),
      shape: plain(shape),
      ...Object.fromEntries(filled),
    },
    "x-not-expressed": [
      ...faults.filter(leftOut).map(describeLeftOut),
      ...tables.rules
        .filter(({ finds }) => finds !== undefined)
        .map(({ id, severity, finds, test }) => ({
          rule: id,
          severity,
          finds,
          ...(test && { test }),
        })),
    ],
  };
}

const leftOut = ({ fault, context, wholly }: FaultPlan) =>
  fault.severity !== "error" || context?.store !== undefined || !wholly;

function describeLeftOut({ fault, path, context, from, schema }: FaultPlan) {
  const { rule, severity } = fault;
  return {
    rule,
    severity,
    path,
    ...(context && { context }),
    ...(from && { case: requirementOf(from) }),
    ...(schema && isPlain(schema) && { schema }),
  };
}

const requirementOf = ({ message: _, source: __, wrong: ___, severity: ____, ...rest }: Case) =>
  rest;

/** Without the keywords of the compiler's own. */
function plain(schema: unknown): JsonSchema {
  if (Array.isArray(schema)) return schema.map(plain) as unknown as JsonSchema;
  if (typeof schema !== "object" || schema === null) return schema as JsonSchema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => keyword !== "x-predicate")
      .map(([keyword, value]) => [keyword, plain(value)]),
  );
}
