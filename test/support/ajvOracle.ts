import { _, type AnySchema, type CodeKeywordDefinition, Name } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { not } from "ajv/dist/compile/codegen/index.js";
import { resetErrorsCount } from "ajv/dist/compile/errors.js";
import { compare } from "../../src/validator/compare.js";
import { predicates } from "../../src/validator/predicates/index.js";

/**
 * The faults that a schema with `diagnose` keywords finds in a payload, as ajv understands it: the fault's number and where
 * it is. What the compiler writes must find the same.
 */
export function faultsByAjv(schema: object): (payload: unknown) => string[] {
  const ajv = new Ajv2019({
    allErrors: true,
    strict: false,
    strictNumbers: true,
    validateSchema: false,
  });
  for (const keyword of [diagnose, predicate, comparison]) ajv.addKeyword(keyword);
  const validate = ajv.compile(counting(schema));
  return (payload) => {
    if (validate(payload)) return [];
    return (validate.errors ?? []).flatMap(({ instancePath, params }) =>
      params.fault === undefined ? [] : [`${params.fault} at ${instancePath}`],
    );
  };
}

/**
 * A schema in which every `contains` has a `maxContains`, so that ajv counts. Where it does not, it takes its verdict on
 * the list before for that on an empty list.
 */
function counting(schema: object): object {
  const isContaining = (value: unknown) =>
    typeof value === "object" && value !== null && "contains" in value;
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    isContaining(value) && key !== "properties" ? { ...value, maxContains: 1_000 } : value,
  );
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
      const { schemaPath, topSchemaRef, errSchemaPath } = cxt.it;
      cxt.subschema(
        {
          ...{ schema: of, schemaPath, topSchemaRef, errSchemaPath },
          ...{ compositeRule: true, createErrors: false, allErrors: false },
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
    const run = cxt.gen.scopeValue("func", { ref: predicates[name] });
    cxt.fail(_`!${run}(${cxt.data}, ${cxt.gen.scopeValue("schema", { ref: args })})`);
  },
};

const comparison: CodeKeywordDefinition = {
  keyword: "x-compare",
  schemaType: "object",
  code(cxt) {
    const run = cxt.gen.scopeValue("func", { ref: compare });
    cxt.fail(_`!${run}(${cxt.data}, ${cxt.gen.scopeValue("schema", { ref: cxt.schema })})`);
  },
};
