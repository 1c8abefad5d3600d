import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateChecks } from "../../../../../src/compiler/emit/javascript/checks.js";
import type { JsonSchema } from "../../../../../src/constraint/jsonSchema.js";
import { faultsByAjv } from "../../../../support/ajvOracle.js";
import { groupOf, notedBy } from "../../../../support/checksOf.js";
import { instantiateChecks } from "../../../../support/instantiateChecks.js";
import { diagnosing, numbered, payload } from "../../../../support/schemas.js";

/** What the compiler writes is held against ajv, on schemas and payloads of every form that its keywords allow. */

describe("the generated checks", () => {
  test("The generated checks find what ajv finds, and accept what it accepts", () => {
    fc.assert(
      fc.property(
        diagnosing,
        fc.array(payload, { minLength: 1, maxLength: 20 }),
        (plan, payloads) => {
          const { whole, places } = numbered(plan);
          const byAjv = faultsByAjv(whole);
          const { accepts, report } = instantiateChecks([groupOf(whole)]);
          for (const one of payloads) {
            const { faults, areErrorsNoted } = notedBy(report, one);
            const spoken = faults.map((noted) => {
              const [fault, ...indexes] = [noted].flat() as [number, ...number[]];
              const place = places[fault] as string;
              return `${fault} at ${indexes.reduce<string>((at, index) => at.replace("*", String(index)), place)}`;
            });
            const expected = byAjv(one);
            // Of what is no object nothing is said but that.
            const isObject = !expected.includes("0 at ");
            expect(spoken.sort()).toEqual(isObject ? expected.sort() : ["0 at "]);
            expect(accepts(one, 0)).toBe(expected.length === 0);
            expect(areErrorsNoted).toBe(isObject);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("The generated checks ask for a length only of a text, though another condition follows from it", () => {
    const of = { items: { type: "string" } };
    const guards = { if: { minItems: 0 }, then: { maxLength: 0 } };
    const { whole } = numbered({ properties: { a: { if: guards, then: { diagnose: [{ of }] } } } });
    const { accepts } = instantiateChecks([groupOf(whole)]);
    expect([{}, { a: [] }, { a: [1] }].map((one) => accepts(one, 0))).toEqual([true, true, false]);
  });

  test("The generated checks are split into functions where the table asks for a thousand faults", () => {
    const forbidden = (value: number) => ({
      diagnose: [{ of: { not: { required: ["a"], properties: { a: { minimum: value } } } } }],
    });
    const plan = { allOf: Array.from({ length: 1_000 }, (_, value) => forbidden(value)) };
    const { whole } = numbered(plan);
    const byAjv = faultsByAjv(whole);
    for (const lane of ["errors", "advice"] as const) {
      const advice = { allOf: whole.allOf?.slice(1) ?? [] };
      const group = lane === "errors" ? groupOf(whole) : groupOf(numbered({}).whole, advice);
      const { accepts, report } = instantiateChecks([group]);
      for (const a of [-1, 0, 299, 300, 301, 999, 5_000]) {
        const { faults } = notedBy(report, { a });
        expect(faults.map((fault) => `${fault} at `)).toEqual(byAjv({ a }));
        expect(accepts({ a }, 0)).toBe(lane === "advice" || a < 0);
      }
    }
  });
});

describe("the faults of a context", () => {
  const shape = { diagnose: [{ fault: 0, of: { type: "object" } }] };
  const forbids = (fault: number, key: string) => ({
    diagnose: [{ fault, of: { not: { required: [key] } } }],
  });

  test("The faults of a context are found where the context is given", () => {
    const { accepts, report } = instantiateChecks([
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

  test("The faults of a context are told apart by sets of values, however many and of whatever size", () => {
    const sets = Array.from({ length: 70 }, (_, index) =>
      Array.from({ length: 1 + (index % 8) }, (_, step) =>
        index % 2 ? `v${index + step}` : index + step,
      ),
    );
    const rules = sets.map((values, fault) => ({
      properties: { a: { diagnose: [{ fault: fault + 1, of: { not: { enum: values } } }] } },
    }));
    const { report } = instantiateChecks([groupOf({ allOf: [shape, ...rules] })]);
    for (const value of [...new Set(sets.flat()), "v", -1, null, undefined, {}]) {
      const expected = sets.flatMap((values, fault) =>
        values.includes(value as never) ? [fault + 1] : [],
      );
      expect(notedBy(report, { a: value }).faults).toEqual(expected);
    }
  });

  test("The faults of a context cannot be found where nothing says that a payload is an object", () => {
    expect(() => instantiateChecks([groupOf({})])).toThrow("a payload's shape has no type");
  });
});

describe("the text of the generated functions", () => {
  const text = (schema: JsonSchema) => generateChecks([groupOf(numbered(schema).whole)], "v");
  const card = {
    type: "object",
    properties: {
      code: { diagnose: [{ of: { type: "string" } }, { of: { pattern: "^[0-9]+$" } }] },
    },
  };
  const schema = {
    properties: { card: { diagnose: [{ of: { type: "object" } }], properties: card.properties } },
  };

  test("The text of a generated function names each variable after the path of its value", () => {
    expect(text(schema)).toContain("const card_code = card_object?.code;");
  });
  test("A generated function says behind the number of each fault which rule it is of, and at which path", () => {
    const { faults, ...group } = groupOf(numbered(schema).whole);
    const paths = ["", "/card", "/card/code", "/card/code"];
    const named = faults.map((one, index) => ({
      ...one,
      fault: { ...one.fault, rule: `shape/rule${index}`, path: paths[index] as string },
    }));
    const notes = generateChecks([{ ...group, faults: named }], "v").match(/\bnote\([0-9].*/g);
    expect(notes).toEqual([
      "note(0); // shape/rule0",
      "note(1); // shape/rule1 /card",
      "note(2); // shape/rule2 /card/code",
      "note(3); // shape/rule3 /card/code",
    ]);
  });
  test("The text of a generated function is indented", () => {
    expect(text(schema)).toMatch(/^ {4}if \(!card_object\) \{$/m);
  });
  test("A generated function asks nothing again that an earlier branch has settled", () => {
    // Once in each function.
    expect(text(schema).match(/typeof card_code/g)).toHaveLength(2);
    expect(text(schema).match(/card !== undefined/g)).toHaveLength(2);
  });
  test("A generated function asks nothing again that must hold once it has gone on", () => {
    const filled = { type: "object", required: ["a"], properties: { a: { pattern: "\\S" } } };
    const type = { properties: { a: { diagnose: [{ of: { type: "string" } }] } } };
    const [accepts] = text({ diagnose: [{ of: filled }], ...type }).split("export function report");
    // A value that is not there is none that is a text.
    expect(accepts?.match(/typeof a /g)).toHaveLength(1);
    expect(accepts?.match(/hasText\(a\)/g)).toHaveLength(1);
    expect(accepts).not.toMatch(/a [!=]== undefined|isBlank\(/);
  });
  test("A generated function asks of a value that must be one of a list nothing but that, in is", () => {
    const filled = { type: "object", required: ["a"], properties: { a: { pattern: "\\S" } } };
    const of = { enum: ["x", "y"] };
    const listed = { properties: { a: { diagnose: [{ of: { type: "string" } }, { of }] } } };
    const [accepts, report] = text({ diagnose: [{ of: filled }], ...listed }).split(
      "export function report",
    );
    expect(accepts?.match(/if .*/g)).toEqual([
      "if (!asObject(payload)) return false;",
      'if ((a !== "x" && a !== "y")) {',
    ]);
    expect(report).toContain("isBlank(a)");
  });
  test("The text of the generated functions asks only once, in is, what several faults far from each other begin with", () => {
    const late = { diagnose: [{ of: { properties: { code: { not: { const: "1" } } } } }] };
    const other = { name: { diagnose: [{ of: { type: "string" } }] } };
    const far = { allOf: [card, { properties: other }, late] };
    const [accepts, report] = text(far).split("export function report");
    expect(accepts?.match(/typeof code /g)).toHaveLength(1);
    expect(accepts?.match(/code !== undefined/g)).toHaveLength(1);
    expect(report).toContain('if (code === "1")');
  });
  test("The text of the generated functions does not ask, in is, for what only comes with another fault", () => {
    const of = { type: "string", enum: ["a", "b"] };
    const faults = [{ of: { type: of.type } }, { of: { enum: of.enum } }];
    const [accepts, report] = text({ properties: { a: { diagnose: faults } } }).split(
      "export function report",
    );
    expect(accepts).not.toContain("typeof a ");
    expect(report).toContain("typeof a ");
  });
  test("The text of the generated functions goes through a list once, whatever is said of its items", () => {
    const each = (of: JsonSchema) => ({ properties: { rows: { items: { diagnose: [{ of }] } } } });
    const between = { properties: { name: { diagnose: [{ of: { type: "string" } }] } } };
    const far = { allOf: [each({ type: "number" }), between, each({ not: { const: 1 } })] };
    for (const one of text(far).split("export function report")) {
      expect(one.match(/\$each_rows\d*\(rows, note\)/g)).toHaveLength(1);
    }
  });
  test("A generated function keeps names apart that keys and the language share", () => {
    const keys = ["item", "on", "class", "a_b", "odd key", "odd_key", "1st", "hasText"];
    const properties = {
      ...Object.fromEntries(keys.map((key) => [key, { diagnose: [{ of: { pattern: "\\S" } }] }])),
      a: { properties: { b: { diagnose: [{ of: { pattern: "\\S" } }] } } },
    };
    const { accepts } = instantiateChecks([groupOf(numbered({ properties }).whole)]);
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
