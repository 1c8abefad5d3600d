import fc from "fast-check";
import type { JsonSchema } from "../../src/constraint/jsonSchema.js";

/** Schemas and payloads of every form that the keywords of the compiler allow. */

export const key = fc.constantFrom("a", "b", "c", "odd key");
const texts = fc.constantFrom(
  "",
  " ",
  "x",
  "y",
  "xx",
  "x1",
  "20260101",
  "2026-01-02",
  "가나다",
  "😀😀",
  "똠",
);
const numbers = fc.constantFrom(
  0,
  -1,
  1,
  2,
  3,
  2.5,
  10,
  20260101,
  Number.NaN,
  Number.POSITIVE_INFINITY,
);
const scalar = fc.oneof(texts, numbers, fc.boolean(), fc.constant(null));
export const jsonScalar = scalar.filter((one) => typeof one !== "number" || Number.isFinite(one));

export const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.constant(undefined),
  ),
}));
export const payload = fc.oneof(
  { weight: 9, arbitrary: fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true }) },
  { weight: 1, arbitrary: value },
);

const types = fc.constantFrom("string", "number", "integer", "boolean", "object", "array", "null");
export const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ type: types }),
    fc.record({ type: fc.uniqueArray(types, { minLength: 1, maxLength: 3 }) }),
    fc.record({ const: jsonScalar }),
    fc.record({
      enum: fc.uniqueArray(jsonScalar, { minLength: 1, maxLength: 7 }),
    }),
    fc.record({ pattern: fc.constantFrom("\\S", "^x", "/", "^[0-9]+$") }),
    fc.record({ maxLength: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ minItems: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ minimum: fc.integer({ min: -1, max: 3 }) }),
    fc.record({ maximum: fc.integer({ min: -1, max: 3 }) }),
    fc.record({ exclusiveMinimum: fc.integer({ min: -1, max: 3 }) }),
    fc.record({ multipleOf: fc.constantFrom(1, 2, 5) }),
    fc.record({
      "x-predicate": fc.constantFrom({ name: "euc-kr" }, { name: "euc-kr-bytes", max: 4 }),
    }),
    fc.record({
      "x-compare": fc.record({
        path: fc.constantFrom("/a", "/a/b"),
        to: fc.constantFrom("/b", "/c"),
        is: fc.constantFrom("<", "<="),
        ...{ as: fc.constantFrom("number", "date") },
      }),
    }),
    fc.record({
      "x-compare": fc.constant({ path: "/a", to: "/b", is: "<=", as: "number", absentAs: 1 }),
    }),
    fc.record({ required: fc.uniqueArray(key, { minLength: 1, maxLength: 2 }) }),
    fc.record({
      properties: fc.dictionary(key, tie("schema"), { maxKeys: 2, noNullPrototype: true }),
    }),
    fc
      .tuple(key, tie("schema"))
      .map(([name, of]) => ({ type: "object", required: [name], properties: { [name]: of } })),
    fc.record({ items: tie("schema") }),
    fc.record({ contains: tie("schema") }),
    fc.record({ not: tie("schema") }),
    fc.record({ allOf: fc.array(tie("schema"), { maxLength: 3 }) }),
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ if: tie("schema"), then: tie("schema") }),
    fc.tuple(tie("schema"), tie("schema")).map(([one, other]) => ({ ...one, ...other })),
  ),
}));

/** Schemas that name faults, at places and under conditions; the faults are numbered in their order. */
export const { diagnosing } = fc.letrec<{ diagnosing: JsonSchema }>((tie) => ({
  diagnosing: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({
      diagnose: fc.array(
        schema.map((of) => ({ of })),
        { minLength: 1, maxLength: 2 },
      ),
    }),
    fc.record({
      properties: fc.dictionary(key, tie("diagnosing"), { maxKeys: 3, noNullPrototype: true }),
    }),
    fc.record({ items: tie("diagnosing") }),
    fc.record({ allOf: fc.array(tie("diagnosing"), { maxLength: 3 }) }),
    fc.record({ if: schema, then: tie("diagnosing") }),
  ),
}));

/** The faults in their order, each with the way to its place; a list's item is a star. */
export function numbered(plan: JsonSchema) {
  const places: string[] = [];
  const visit = (of: JsonSchema, at: string): JsonSchema => {
    const below = Object.entries(of).map(([keyword, operand]): [string, unknown] => {
      switch (keyword) {
        case "diagnose":
          return [
            keyword,
            (operand as object[]).map((one) => ({ ...one, fault: places.push(at) - 1 })),
          ];
        case "properties":
          return [
            keyword,
            Object.fromEntries(
              Object.entries(operand as object).map(([name, inner]) => [
                name,
                visit(inner, `${at}/${name}`),
              ]),
            ),
          ];
        case "items":
          return [keyword, visit(operand as JsonSchema, `${at}/*`)];
        case "then":
          return [keyword, visit(operand as JsonSchema, at)];
        case "allOf":
          return [keyword, (operand as JsonSchema[]).map((one) => visit(one, at))];
        default:
          return [keyword, operand];
      }
    });
    return Object.fromEntries(below);
  };
  const whole = visit(
    { allOf: [{ diagnose: [{ of: { type: "object" } }] }, plan] } as JsonSchema,
    "",
  );
  return { whole, places };
}
