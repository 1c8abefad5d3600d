import { _, Ajv, type AnySchema, type CodeKeywordDefinition, Name, stringify } from "ajv";
import { not } from "ajv/dist/compile/codegen/index.js";
import { resetErrorsCount } from "ajv/dist/compile/errors.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { codePointLength } from "../runtime/codePointLength.js";
import { compare } from "../runtime/compare.js";
import type { GeneratedCheck } from "../runtime/compiled.js";
import { predicates } from "../runtime/predicates/index.js";
import type { Context } from "../runtime/types.js";
import type { FaultPlan, KindPlan } from "./faultPlan.js";
import type { JsonSchema } from "./jsonSchema.js";

/** The schemas of one context; each becomes a function. */
export interface UnitPlan {
  readonly context: Context | null;
  readonly accepts: JsonSchema;
  readonly errors: JsonSchema;
  readonly advice: JsonSchema;
}

/** Groups a kind's faults by the context they hold under, the unconditional first. */
export function planUnits({ faults, shape, diagnosingShape }: KindPlan): UnitPlan[] {
  const groups = new Map<string, FaultPlan[]>([["null", []]]);
  for (const fault of faults) {
    const key = JSON.stringify(fault.context);
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups].map(([key, group]) => {
    const always = key === "null";
    const ruled = group.filter(({ schema }) => schema !== null);
    const isError = ({ fault }: FaultPlan) => fault.severity === "error";
    const errors = ruled.filter(isError);
    const advice = ruled.filter((fault) => !isError(fault));
    const schemas = (plans: FaultPlan[], form: "schema" | "diagnosing") =>
      plans.map((plan) => plan[form] as JsonSchema);
    return {
      context: JSON.parse(key) as Context | null,
      accepts: all([...(always ? [shape] : []), ...schemas(errors, "schema")]),
      errors: all([...(always ? [diagnosingShape] : []), ...schemas(errors, "diagnosing")]),
      advice: all(schemas(advice, "diagnosing")),
    };
  });
}

const all = (schemas: JsonSchema[]): JsonSchema => (schemas.length > 0 ? { allOf: schemas } : {});

/** The functions of a generated module, one a unit: `accepts0`, `errors0`, `advice0`. */
export type Lane = "accepts" | "errors" | "advice";

/** Some of the units' functions as the text of an ES module; `runtime` is the path to the runtime's folder. */
export function generateChecks(
  units: readonly UnitPlan[],
  lanes: readonly Lane[],
  runtime: string,
): string {
  const ajv = ajvFor(lanes);
  const names: Record<string, string> = {};
  units.forEach((unit, index) => {
    for (const lane of lanes) {
      const name = `${lane}${index}`;
      ajv.addSchema(unit[lane] as AnySchema, name);
      names[name] = name;
    }
  });
  return [
    `import { codePointLength } from "${runtime}/codePointLength.js";`,
    `import { compare } from "${runtime}/compare.js";`,
    `import { predicates } from "${runtime}/predicates/index.js";`,
    withoutUnusedSchemas(standaloneCode.default(ajv, names)),
    "",
  ].join("\n");
}

/** ajv writes every schema beside the function it became; few functions read theirs. */
function withoutUnusedSchemas(code: string): string {
  return code.replace(/^const (schema\d+) = .*;$\n?/gm, (line, name: string) =>
    code.match(new RegExp(`\\b${name}\\b`, "g"))?.length === 1 ? "" : line,
  );
}

/** A unit's functions, made in memory for the compiler's own use. */
export function runChecks(unit: UnitPlan): Record<Lane, GeneratedCheck> {
  const make = (lane: Lane) => ajvFor([lane]).compile(unit[lane]) as unknown as GeneratedCheck;
  return { accepts: make("accepts"), errors: make("errors"), advice: make("advice") };
}

/** Accepting stops at the first fault; reporting finds every one. */
const ajvFor = (lanes: readonly Lane[]) => ajvWithKeywords(!lanes.includes("accepts"));

/** An ajv that knows the keywords which the compiler adds to JSON Schema. */
export function ajvWithKeywords(allErrors: boolean): Ajv {
  const ajv = new Ajv({
    allErrors,
    strict: false,
    strictNumbers: true,
    validateSchema: false,
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.removeKeyword("maxLength");
  for (const keyword of [diagnose, predicate, comparison, maxLength]) ajv.addKeyword(keyword);
  return ajv;
}

/** The counter of errors in the functions that ajv writes. */
const errorCount = new Name("errors");

/** `diagnose: [{ fault, of }]`: one error, carrying the fault's number, for each `of` that does not hold. */
const diagnose: CodeKeywordDefinition = {
  keyword: "diagnose",
  schemaType: "array",
  error: { message: "", params: ({ params }) => _`{fault: ${params.fault}}` },
  code(cxt) {
    const { gen } = cxt;
    for (const { fault, of } of cxt.schema as { fault: number; of: AnySchema }[]) {
      const holds = gen.name("holds");
      const before = gen.const("before", errorCount);
      cxt.subschema(
        {
          schema: of,
          schemaPath: cxt.it.schemaPath,
          topSchemaRef: cxt.it.topSchemaRef,
          errSchemaPath: cxt.it.errSchemaPath,
          compositeRule: true,
          createErrors: false,
          allErrors: false,
        },
        holds,
      );
      // What failed inside `of` is told by the fault alone.
      resetErrorsCount(gen, before);
      cxt.setParams({ fault });
      gen.if(not(holds), () => cxt.error());
    }
  },
};

const predicate: CodeKeywordDefinition = {
  keyword: "x-predicate",
  schemaType: "object",
  code(cxt) {
    const { name, ...args } = cxt.schema as { name: keyof typeof predicates };
    const run = cxt.gen.scopeValue("func", {
      ref: predicates[name],
      code: _`predicates[${name}]`,
    });
    cxt.fail(_`!${run}(${cxt.data}, ${literal(cxt, args)})`);
  },
};

const comparison: CodeKeywordDefinition = {
  keyword: "x-compare",
  schemaType: "object",
  code(cxt) {
    const run = cxt.gen.scopeValue("func", { ref: compare, code: _`compare` });
    cxt.fail(_`!${run}(${cxt.data}, ${literal(cxt, cxt.schema)})`);
  },
};

/** ajv's own `maxLength` would make the generated module require ajv. */
const maxLength: CodeKeywordDefinition = {
  keyword: "maxLength",
  type: "string",
  schemaType: "number",
  code(cxt) {
    const run = cxt.gen.scopeValue("func", { ref: codePointLength, code: _`codePointLength` });
    cxt.fail(_`${run}(${cxt.data}) > ${cxt.schema as number}`);
  },
};

function literal(cxt: Parameters<CodeKeywordDefinition["code"]>[0], value: object): Name {
  return cxt.gen.scopeValue("schema", {
    ref: value,
    key: JSON.stringify(value),
    code: stringify(value),
  });
}
