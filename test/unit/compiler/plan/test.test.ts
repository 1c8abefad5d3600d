import { expect, test } from "vitest";
import { testFormula } from "../../../../src/compiler/plan/test.js";
import type { Test } from "../../../../src/compiler/tables/ruleTypes.js";
import { evaluate } from "../../../../src/constraint/evaluate.js";

/** Whether a value passes a test of a table. */
const passes = (one: Test, value: unknown) =>
  evaluate(testFormula(one, "/value", { columns: {}, rows: [] } as never), { value });

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
