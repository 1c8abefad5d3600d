import { expect, test } from "vitest";
import { testFormula, withCodes } from "../../../../src/compiler/plan/test.js";
import type { Test } from "../../../../src/compiler/tables/ruleTypes.js";
import { evaluate } from "../../../../src/constraint/evaluate.js";

/** Whether a value passes a test of a table. */
const passes = (one: Test, value: unknown) => evaluate(testFormula(one, "/value"), { value });

test.each<[Test, unknown, boolean]>([
  [{ contains: { const: 0 } }, [2, 0], true],
  [{ contains: { const: 0 } }, [2], false],
  [{ contains: { minimum: 2 } }, [], false],
  [{ contains: { const: 0 } }, 0, false],
  [{ not: { contains: { minimum: 2 } } }, [0, 1], true],
  [{ maxItems: 1 }, [0], true],
  [{ maxItems: 1 }, [0, 3], false],
  [{ maxItems: 1 }, "03", true],
  [{ minLength: 4 }, "T100", true],
  [{ minLength: 4 }, "T1", false],
  [{ minLength: 4 }, 1, true],
  [{ maxLength: 2 }, "👍👍", true],
  [{ maxLength: 2 }, "abc", false],
  [{ multipleOf: 0.01 }, 14.29, true],
  [{ multipleOf: 0.01 }, 14.125, false],
])("The test %j takes %j: %j", (one, value, holds) => {
  expect(passes(one, value)).toBe(holds);
});

test("A test of cells lists the codes of the issuers that have them, wherever it stands in another test", () => {
  const rows = [
    { code: "361", en: "BC Card", ko: "BC카드", currency: "KRW" },
    { code: "367", en: "Hyundai Card", ko: "현대카드", currency: "KRW" },
    { code: "VISA", en: "Visa", ko: "비자", currency: "-" },
  ];
  const issuers = { columns: {}, words: {}, rows };
  const issuer = { currency: "KRW" };
  const filled = { issuer, enum: ["361", "367"] };
  expect(withCodes({ issuer }, issuers)).toEqual(filled);
  expect(withCodes({ issuer, enum: ["367", "VISA"] }, issuers)).toEqual({ issuer, enum: ["367"] });
  expect(withCodes({ issuer: { currency: "-" }, prefix: "CARD_" }, issuers)).toMatchObject({
    enum: ["VISA", "CARD_VISA"],
  });
  expect(
    withCodes({ not: { issuer }, anyOf: [{ issuer }], contains: { issuer } }, issuers),
  ).toEqual({ not: filled, anyOf: [filled], contains: filled });
});
