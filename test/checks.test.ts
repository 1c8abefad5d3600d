import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runChecks } from "../src/compiler/checks/checks.js";
import type { JsonSchema } from "../src/compiler/jsonSchema.js";
import type { Found } from "../src/validator/compiled.js";
import { unknownKeys } from "../src/validator/knownKeys.js";
import { anywhereTests, findAnywhere } from "../src/validator/valueScan.js";
import { faultsByAjv } from "./ajvOracle.js";

/** What the compiler writes is held against ajv, on schemas and payloads of every form that its keywords allow. */

const key = fc.constantFrom("a", "b", "c", "odd key");
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
const jsonScalar = scalar.filter((one) => typeof one !== "number" || Number.isFinite(one));

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.constant(undefined),
  ),
}));
const payload = fc.oneof(
  { weight: 9, arbitrary: fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true }) },
  { weight: 1, arbitrary: value },
);

const types = fc.constantFrom("string", "number", "integer", "boolean", "object", "array", "null");
const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => ({
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
const { diagnosing } = fc.letrec<{ diagnosing: JsonSchema }>((tie) => ({
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
function numbered(plan: JsonSchema) {
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

const nothingKnown = { known: true, secrets: {}, anywhere: [] } as const;

describe("the written checks", () => {
  test("find what ajv finds, and accept what it accepts", () => {
    fc.assert(
      fc.property(
        diagnosing,
        fc.array(payload, { minLength: 1, maxLength: 20 }),
        (plan, payloads) => {
          const { whole, places } = numbered(plan);
          const byAjv = faultsByAjv(whole);
          const units = [{ context: null, errors: whole, advice: {} }];
          const { accepts, report } = runChecks(units, nothingKnown);
          for (const one of payloads) {
            const found: Found = { faults: [], errorsDone: false };
            report(one, 0, found);
            const spoken = found.faults.map((noted) => {
              const [fault, ...indexes] = [noted].flat() as [number, ...number[]];
              const place = places[fault] as string;
              return `${fault} at ${indexes.reduce<string>((at, index) => at.replace("*", String(index)), place)}`;
            });
            const expected = byAjv(one);
            // Of what is no object nothing is said but that.
            const isObject = !expected.includes("0 at ");
            expect(spoken.sort()).toEqual(isObject ? expected.sort() : ["0 at "]);
            expect(accepts(one, 0)).toBe(expected.length === 0);
            expect(found.errorsDone).toBe(isObject);
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });

  test("ask for a length only of what is a text, though another condition follows from it", () => {
    const of = { items: { type: "string" } };
    const guards = { if: { minItems: 0 }, then: { maxLength: 0 } };
    const { whole } = numbered({ properties: { a: { if: guards, then: { diagnose: [{ of }] } } } });
    const { accepts } = runChecks([{ context: null, errors: whole, advice: {} }], nothingKnown);
    expect([{}, { a: [] }, { a: [1] }].map((one) => accepts(one, 0))).toEqual([true, true, false]);
  });

  test("are as many as the table asks for", () => {
    const forbidden = (value: number) => ({
      diagnose: [{ of: { not: { required: ["a"], properties: { a: { minimum: value } } } } }],
    });
    const plan = { allOf: Array.from({ length: 1_000 }, (_, value) => forbidden(value)) };
    const { whole } = numbered(plan);
    const byAjv = faultsByAjv(whole);
    for (const lane of ["errors", "advice"] as const) {
      const units = [
        lane === "errors"
          ? { context: null, errors: whole, advice: {} }
          : { context: null, errors: numbered({}).whole, advice: { allOf: whole.allOf?.slice(1) } },
      ];
      const { accepts, report } = runChecks(units as never, nothingKnown);
      for (const a of [-1, 0, 299, 300, 301, 999, 5_000]) {
        const found: Found = { faults: [], errorsDone: false };
        report({ a }, 0, found);
        expect(found.faults.map((fault) => `${fault} at `)).toEqual(byAjv({ a }));
        expect(accepts({ a }, 0)).toBe(lane === "advice" || a < 0);
      }
    }
  });

  describe("say whether keys and texts are to be looked at", () => {
    const known = {
      a: true,
      b: { c: true, "odd key": true, secret: true },
      list: { "*": { x: true } },
      free: { "*": true },
    } as const;
    const fault = { rule: "r", severity: "warning", message: { en: "", ko: "" } } as const;
    const anywhere = [
      {
        ...{ ...fault, sources: [], predicate: "not-card-number", args: {} },
        pattern: "^[ -]*[3-6][0-9 -]*$",
      },
    ] as const;
    const secrets = { "/b/secret": true } as const;
    const isObject = { diagnose: [{ fault: 0, of: { type: "object" } }] };
    const units = [{ context: null, errors: { allOf: [isObject] }, advice: {} }];
    const asked = (fault: number, of: JsonSchema, more: JsonSchema = {}) => ({
      ...{ diagnose: [{ fault, of }], ...more },
    });
    /** Types and forms at every place; what meets those is looked at no more than that leaves open. */
    const formed = {
      ...isObject,
      allOf: [{ properties: { a: asked(7, { pattern: "^x" }) } }],
      properties: {
        a: asked(1, { type: "string" }),
        b: asked(2, { type: "object" }, { properties: { c: asked(9, { enum: ["x", 1, null] }) } }),
        list: asked(3, { type: "array" }, { items: asked(4, { type: "object" }) }),
        free: asked(
          5,
          { type: ["string", "array"], pattern: "^x" },
          { items: asked(6, { type: "number" }) },
        ),
      },
    };
    const { report } = runChecks(units, { known, secrets, anywhere });
    const looks = (payload: unknown) => report(payload, 0, { faults: [], errorsDone: false });
    const card = "4111111111111111";

    test.each([
      [{}, false],
      [{ a: 1, b: { c: "x", "odd key": null }, list: [{ x: true }, {}], free: ["a"] }, false],
      // A key without a value is a key.
      [{ a: undefined, b: {} }, true],
      [{ z: 1 }, true],
      [{ z: undefined }, true],
      [{ b: { d: 1 } }, true],
      [{ list: [{ x: 1 }, { y: 1 }] }, true],
      [{ a: card }, true],
      [{ a: "- 41 11" }, false],
      [{ a: "4111-1111-1111-1111" }, true],
      [{ a: "411111111111" }, false],
      [{ a: "4111111111111" }, true],
      [{ a: "x111111111111111" }, false],
      [{ a: "2111111111111111" }, false],
      [{ a: "7111111111111111" }, false],
      [{ a: "3x11111111111111" }, false],
      [{ a: 4111111111111111 }, true],
      [{ a: -4111111111111111 }, true],
      [{ a: 411111111111 }, false],
      [{ a: 1111111111111111 }, false],
      [{ a: true }, false],
      [{ a: null }, false],
      [{ a: {} }, false],
      [{ a: { any: "text" } }, false],
      [{ a: { any: card } }, true],
      [{ a: [1, card] }, true],
      [{ a: { any: {} } }, true],
      [{ b: { c: card } }, true],
      [{ b: { secret: card } }, false],
      [{ b: { secret: { card } } }, true],
      [{ b: card }, true],
      [{ b: "text" }, false],
      [{ b: [1] }, false],
      [{ b: [card] }, true],
      [{ list: card }, true],
      [{ list: { x: 1 } }, false],
      [{ list: [card] }, true],
      [{ list: [{ x: card }] }, true],
      [{ free: [card] }, true],
      [{ free: [1, "a"] }, false],
      [null, true],
      [[], true],
      ["text", true],
    ])("of %j: %j", (payload, expected) => expect(looks(payload)).toBe(expected));

    test("never miss what is there", () => {
      const value = fc.letrec<{ value: unknown }>((tie) => ({
        value: fc.oneof(
          { depthSize: "small" },
          fc.constantFrom(card, "4111 1111 1111 1111", 4111111111111111, "x", 1, null, undefined),
          fc.dictionary(
            fc.constantFrom("a", "b", "c", "list", "x", "free", "secret", "z"),
            tie("value"),
            {
              noNullPrototype: true,
            },
          ),
          fc.array(tie("value"), { maxLength: 3 }),
        ),
      })).value;
      const tests = anywhereTests(anywhere);
      const ofForms = runChecks([{ context: null, errors: formed, advice: {} }], {
        ...{ known, secrets, anywhere },
      });
      const looksByForm = (payload: unknown) =>
        ofForms.report(payload, 0, { faults: [], errorsDone: false });
      fc.assert(
        fc.property(value, (payload) => {
          const strays = [
            ...unknownKeys(payload, known),
            ...[...findAnywhere(payload, tests)].filter(({ path }) => path !== "/b/secret"),
          ];
          if (strays.length > 0) {
            expect(looks(payload)).toBe(true);
            expect(looksByForm(payload)).toBe(true);
          }
        }),
        { numRuns: 5_000 },
      );
    });

    test.each<[JsonSchema]>([
      [{ type: "string" }],
      [{ type: "number" }],
      [{ type: "integer" }],
      [{ type: "boolean" }],
      [{ type: "array" }],
      [{ type: "object" }],
      [{ type: ["string", "number"] }],
      [{ type: ["array", "string"], pattern: "^x" }],
      [{ type: ["array", "string", "number"] }],
      [{ type: "string", pattern: "^x" }],
      [{ type: "string", pattern: "^[0-9 -]+$" }],
      [{ type: "string", pattern: "x|^[0-9]" }],
      [{ type: "string", pattern: "[x-z]?" }],
      [{ type: "string", pattern: "^[x-z]?" }],
      [{ type: "string", pattern: "^[6-9x]" }],
      [{ type: "string", pattern: "^[0-4]" }],
      [{ type: "string", pattern: "^[^x]" }],
      [{ pattern: "^x" }],
      [{ enum: ["x", 1, true] }],
      [{ enum: ["x", card] }],
      [{ enum: [Number(card), 1] }],
      [{ enum: ["4111 1111 1111 1111"] }],
      [{}],
    ])("never miss what is there where the shape asks for %j", (form) => {
      const ask = (fault: number) => asked(fault, form);
      const shape = {
        ...isObject,
        properties: {
          a: ask(1),
          b: { properties: { c: ask(2) } },
          list: { ...ask(3), items: { properties: { x: ask(4) } } },
          free: { ...ask(5), items: ask(6) },
        },
      };
      const { report: ofShape } = runChecks([{ context: null, errors: shape, advice: {} }], {
        ...{ known, secrets, anywhere },
      });
      const tests = anywhereTests(anywhere);
      const texts = [
        ...[card, `${card} `, "4111 1111 1111 1111", " 4111-1111-1111-1111", "6011000000000004"],
        ...["x", "x4111111111111111"],
        ...[Number(card), -Number(card), 6011000000000004, 4.5, true, null],
      ];
      for (const value of [
        ...texts,
        ...texts.map((text) => [text]),
        ...texts.map((x) => ({ x })),
      ]) {
        for (const payload of [
          { a: value },
          { b: { c: value } },
          { list: value },
          { list: [{ x: value }] },
          { free: value },
          { free: [value] },
        ]) {
          const strays = [...unknownKeys(payload, known), ...findAnywhere(payload, tests)];
          const isLookedAt = ofShape(payload, 0, { faults: [], errorsDone: false });
          if (strays.length > 0) expect([payload, isLookedAt]).toEqual([payload, true]);
        }
      }
    });

    test.each([
      [{ a: "x4111111111111111" }, false],
      // What has not the form that it should have is looked at closely.
      [{ a: card }, true],
      [{ a: 1 }, true],
      [{ b: { c: "x" } }, false],
      [{ b: { c: card } }, true],
      [{ b: 1 }, true],
      [{ list: [{ x: 1 }] }, false],
      [{ list: [{ x: card }] }, true],
      [{ list: 1 }, true],
      [{ list: [1] }, true],
      [{ free: "x" }, false],
      [{ free: [1, 2] }, false],
      [{ free: [1, 4111111111111111] }, true],
      [{ free: [-4111111111111111] }, true],
      [{ free: ["x"] }, true],
      [{ free: card }, true],
      [{ a: "x", z: 1 }, true],
    ])("of forms, %j: %j", (payload, expected) => {
      const { report: ofForms } = runChecks([{ context: null, errors: formed, advice: {} }], {
        ...{ known, secrets, anywhere },
      });
      expect(ofForms(payload, 0, { faults: [], errorsDone: false })).toBe(expected);
    });

    test("what is only asked under a condition is not relied on", () => {
      const errors = { ...isObject, if: { required: ["b"] }, then: formed };
      const { report: ofForms } = runChecks([{ context: null, errors, advice: {} }], {
        ...{ known, secrets, anywhere },
      });
      expect(ofForms({ a: card }, 0, { faults: [], errorsDone: false })).toBe(true);
    });

    test("of texts that begin with anything everything is looked at", () => {
      const all = [{ ...anywhere[0], pattern: "[0-9]{13}" }];
      const { report: open } = runChecks(units, { known, secrets, anywhere: all });
      const empty = { faults: [], errorsDone: false };
      expect(open({ a: `card ${card}` }, 0, empty)).toBe(true);
      expect(open({ a: "no card in it" }, 0, empty)).toBe(false);
      const korean = [{ ...anywhere[0], pattern: "^[가-힣]+[0-9]+$" }];
      const { report: ofKorean } = runChecks(units, { known, secrets, anywhere: korean });
      expect(ofKorean({ a: `카드${card}` }, 0, empty)).toBe(true);
      expect(ofKorean({ a: `card${card}` }, 0, empty)).toBe(false);
      const { report: without } = runChecks(units, { known, secrets, anywhere: [] });
      expect(without({ a: card }, 0, empty)).toBe(false);
      expect(without({ z: 1 }, 0, empty)).toBe(true);
    });
  });
});
