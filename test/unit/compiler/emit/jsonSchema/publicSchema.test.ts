import { describe, expect, it } from "vitest";
import type { RuleRow } from "../../../../../src/compiler/tables/ruleTypes.js";
import type { JsonSchema } from "../../../../../src/constraint/jsonSchema.js";
import { kindOf, ruleRow } from "../../../../support/kindOf.js";

const text = { type: "string" };
const shape = { properties: { a: text, b: text, c: text, rows: { type: "array", items: text } } };
const entriesOf = (...rules: readonly RuleRow[]): readonly JsonSchema[] =>
  (kindOf({ shape, rules }).schema.$defs as Record<string, JsonSchema>).rules?.allOf ?? [];
const when = { "/c": { const: "x" } };
const condition = { type: "object", required: ["c"], properties: { c: { const: "x" } } };
const filled = (...keys: readonly string[]) => ({
  ...{ type: "object", required: keys },
  properties: Object.fromEntries(keys.map((key) => [key, { pattern: "\\S" }])),
});

describe("The rules of a public schema", () => {
  it("What a rule asks for under one condition is one entry", () => {
    const rule = ruleRow("group/rule", { cases: [{ when, require: ["/a", "/b"] }] });
    expect(entriesOf(rule)).toEqual([
      { $comment: "group/rule", if: condition, then: filled("a", "b") },
    ]);
  });

  it("What different rules ask for, and one rule under different conditions, are entries of their own", () => {
    const other = { "/c": { const: "y" } };
    const entries = entriesOf(
      ruleRow("group/one", {
        cases: [
          { when, require: ["/a"] },
          { when: other, require: ["/b"] },
        ],
      }),
      ruleRow("group/two", { cases: [{ when: other, require: ["/a"] }] }),
    );
    expect(entries.map(({ $comment, then }) => [$comment, then])).toEqual([
      ["group/one", filled("a")],
      ["group/one", filled("b")],
      ["group/two", filled("a")],
    ]);
  });
});
