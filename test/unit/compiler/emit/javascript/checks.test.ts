import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateChecks } from "../../../../../src/compiler/emit/javascript/checks.js";
import type { JsonSchema } from "../../../../../src/constraint/jsonSchema.js";
import type { AnywhereFault, Found } from "../../../../../src/validator/compiled.js";
import { unknownKeys } from "../../../../../src/validator/knownKeys.js";
import { anywhereTests, findAnywhere } from "../../../../../src/validator/valueScan.js";
import { faultsByAjv } from "../../../../support/ajvOracle.js";
import { checksOf, groupOf, notedBy, nothingKnown } from "../../../../support/checksOf.js";
import { diagnosing, numbered, payload } from "../../../../support/schemas.js";

/** What the compiler writes is held against ajv, on schemas and payloads of every form that its keywords allow. */

describe("the generated checks", () => {
  test("they find what ajv finds, and accept what it accepts", () => {
    fc.assert(
      fc.property(
        diagnosing,
        fc.array(payload, { minLength: 1, maxLength: 20 }),
        (plan, payloads) => {
          const { whole, places } = numbered(plan);
          const byAjv = faultsByAjv(whole);
          const { accepts, report } = checksOf([groupOf(whole)]);
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

  test("they ask for a length only of a text, though another condition follows from it", () => {
    const of = { items: { type: "string" } };
    const guards = { if: { minItems: 0 }, then: { maxLength: 0 } };
    const { whole } = numbered({ properties: { a: { if: guards, then: { diagnose: [{ of }] } } } });
    const { accepts } = checksOf([groupOf(whole)]);
    expect([{}, { a: [] }, { a: [1] }].map((one) => accepts(one, 0))).toEqual([true, true, false]);
  });

  test("they are split into functions where the table asks for a thousand faults", () => {
    const forbidden = (value: number) => ({
      diagnose: [{ of: { not: { required: ["a"], properties: { a: { minimum: value } } } } }],
    });
    const plan = { allOf: Array.from({ length: 1_000 }, (_, value) => forbidden(value)) };
    const { whole } = numbered(plan);
    const byAjv = faultsByAjv(whole);
    for (const lane of ["errors", "advice"] as const) {
      const advice = { allOf: whole.allOf?.slice(1) ?? [] };
      const group = lane === "errors" ? groupOf(whole) : groupOf(numbered({}).whole, advice);
      const { accepts, report } = checksOf([group]);
      for (const a of [-1, 0, 299, 300, 301, 999, 5_000]) {
        const found: Found = { faults: [], errorsDone: false };
        report({ a }, 0, found);
        expect(found.faults.map((fault) => `${fault} at `)).toEqual(byAjv({ a }));
        expect(accepts({ a }, 0)).toBe(lane === "advice" || a < 0);
      }
    }
  });

  describe("the guard of the close look", () => {
    const known = {
      a: true,
      b: { c: true, "odd key": true, secret: true },
      list: { "*": { x: true } },
      free: { "*": true },
    } as const;
    const words = { en: "", ko: "" };
    const cardNumber: AnywhereFault = {
      ...{ rule: "r", severity: "warning", message: words, sources: [] },
      ...{ predicate: "not-card-number", args: {}, pattern: "^[ -]*[3-6][0-9 -]*$" },
    };
    const anywhere = [cardNumber];
    const secrets = { "/b/secret": true } as const;
    const isObject = { diagnose: [{ fault: 0, of: { type: "object" } }] };
    const groups = [groupOf({ allOf: [isObject] })];
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
    const { report } = checksOf(groups, { known, secrets, anywhere });
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
    ])("it says of %j that a close look is needed: %j", (payload, expected) =>
      expect(looks(payload)).toBe(expected),
    );

    test("it never misses an unknown key or a card number", () => {
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
      const ofForms = checksOf([groupOf(formed)], { known, secrets, anywhere });
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
    ])("it never misses one where the shape asks for %j", (form) => {
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
      const { report: ofShape } = checksOf([groupOf(shape)], {
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
    ])("it asks no more than the shape leaves open: %j, %j", (payload, expected) => {
      const { report: ofForms } = checksOf([groupOf(formed)], {
        ...{ known, secrets, anywhere },
      });
      expect(ofForms(payload, 0, { faults: [], errorsDone: false })).toBe(expected);
    });

    test("it does not rely on what is asked under a condition only", () => {
      const errors = { ...isObject, if: { required: ["b"] }, then: formed };
      const { report: ofForms } = checksOf([groupOf(errors)], {
        ...{ known, secrets, anywhere },
      });
      expect(ofForms({ a: card }, 0, { faults: [], errorsDone: false })).toBe(true);
    });

    test("it tests every text where a rule is about texts that begin with anything", () => {
      const all = [{ ...cardNumber, pattern: "[0-9]{13}" }];
      const { report: open } = checksOf(groups, { known, secrets, anywhere: all });
      const empty = { faults: [], errorsDone: false };
      expect(open({ a: `card ${card}` }, 0, empty)).toBe(true);
      expect(open({ a: "no card in it" }, 0, empty)).toBe(false);
      const korean = [{ ...cardNumber, pattern: "^[가-힣]+[0-9]+$" }];
      const { report: ofKorean } = checksOf(groups, { known, secrets, anywhere: korean });
      expect(ofKorean({ a: `카드${card}` }, 0, empty)).toBe(true);
      expect(ofKorean({ a: `card${card}` }, 0, empty)).toBe(false);
      const { report: without } = checksOf(groups, { known, secrets, anywhere: [] });
      expect(without({ a: card }, 0, empty)).toBe(false);
      expect(without({ z: 1 }, 0, empty)).toBe(true);
    });
  });
});

describe("the faults of a context", () => {
  const shape = { diagnose: [{ fault: 0, of: { type: "object" } }] };
  const forbids = (fault: number, key: string) => ({
    diagnose: [{ fault, of: { not: { required: [key] } } }],
  });

  test("are found where the context is given", () => {
    const { accepts, report } = checksOf([
      groupOf({ allOf: [shape, forbids(1, "a")] }),
      groupOf(forbids(2, "b"), forbids(3, "c"), { environment: "pc" }, 1),
      groupOf(forbids(4, "b"), {}, { environment: "mobile" }, 2),
    ]);
    const found = (payload: object, on: number) => notedBy(report, payload, on).faults;
    const expected = [[], [2, 3], [4], [2, 4, 3]];
    expect([0, 1, 2, 3].map((on) => found({ b: 1, c: 1 }, on))).toEqual(expected);
    expect([0, 1, 2, 3].map((on) => accepts({ b: 1 }, on))).toEqual([true, false, false, false]);
    expect([0, 1].map((on) => accepts({ c: 1 }, on))).toEqual([true, true]);
    expect(found({ a: 1 }, 0)).toEqual([1]);
  });

  test("are told apart by sets of values, however many and of whatever size", () => {
    const sets = Array.from({ length: 70 }, (_, index) =>
      Array.from({ length: 1 + (index % 8) }, (_, step) =>
        index % 2 ? `v${index + step}` : index + step,
      ),
    );
    const rules = sets.map((values, fault) => ({
      properties: { a: { diagnose: [{ fault: fault + 1, of: { not: { enum: values } } }] } },
    }));
    const { report } = checksOf([groupOf({ allOf: [shape, ...rules] })]);
    for (const value of [...new Set(sets.flat()), "v", -1, null, undefined, {}]) {
      const expected = sets.flatMap((values, fault) =>
        values.includes(value as never) ? [fault + 1] : [],
      );
      expect(notedBy(report, { a: value }).faults).toEqual(expected);
    }
  });

  test("cannot be found where nothing says that a payload is an object", () => {
    expect(() => checksOf([groupOf({})])).toThrow("a payload's shape has no type");
  });
});

describe("the text of the generated functions", () => {
  const text = (schema: JsonSchema) =>
    generateChecks([groupOf(numbered(schema).whole)], nothingKnown, "v");
  const card = {
    type: "object",
    properties: {
      code: { diagnose: [{ of: { type: "string" } }, { of: { pattern: "^[0-9]+$" } }] },
    },
  };
  const schema = {
    properties: { card: { diagnose: [{ of: { type: "object" } }], properties: card.properties } },
  };

  test("names each variable after the path of its value", () => {
    expect(text(schema).accepts).toContain(
      "const card_code = card_isObject ? card.code : undefined;",
    );
  });
  test("is indented", () => {
    expect(text(schema).reports).toMatch(/^ {4}if \(!card_isObject\) \{$/m);
  });
  test("asks nothing again that an earlier branch has settled", () => {
    const { accepts, reports } = text(schema);
    for (const one of [accepts, reports]) {
      expect(one.match(/typeof card_code/g)).toHaveLength(1);
      expect(one.match(/card !== undefined/g)).toHaveLength(1);
    }
  });
  test("asks nothing again that must hold once the function has gone on", () => {
    const filled = { type: "object", required: ["a"], properties: { a: { pattern: "\\S" } } };
    const type = { properties: { a: { diagnose: [{ of: { type: "string" } }] } } };
    const { accepts } = text({ diagnose: [{ of: filled }], ...type });
    expect(accepts.match(/isBlank\(a\)/g)).toHaveLength(1);
    expect(accepts).not.toContain("a === undefined");
    expect(accepts).not.toContain("a !== undefined");
  });
  test("keeps names apart that keys and the language share", () => {
    const keys = ["item", "on", "class", "a_b", "odd key", "odd_key", "1st", "hasText"];
    const properties = {
      ...Object.fromEntries(keys.map((key) => [key, { diagnose: [{ of: { pattern: "\\S" } }] }])),
      a: { properties: { b: { diagnose: [{ of: { pattern: "\\S" } }] } } },
    };
    const { accepts } = checksOf([groupOf(numbered({ properties }).whole)]);
    for (const key of keys) {
      expect([key, accepts({ [key]: " " }, 0), accepts({ [key]: "x" }, 0)]).toEqual([
        key,
        false,
        true,
      ]);
    }
    expect(accepts({ a: { b: " " }, a_b: "x" }, 0)).toBe(false);
  });
});
