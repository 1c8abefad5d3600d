import { describe, expect, it } from "vitest";
import { ruleExamples } from "../../../../dist/generated/ruleExamples.js";
import { rules } from "../../../../dist/generated/rules.js";
import { lintText } from "../../../../dist/lint/index.js";

describe("The example of a rule", () => {
  it("The example of a rule is there unless nothing can show the rule", () => {
    const shown = rules.filter(({ note }) => !note).map(({ id }) => id);
    expect(Object.keys(ruleExamples).sort()).toEqual(shown.sort());
  });

  it.each(Object.entries(ruleExamples))(
    "The example of a rule breaks %s, and is put right",
    async (id, example) => {
      const { language, wrong, right, kind, given } = example;
      const found = async (text: string) => {
        const { diagnostics } = await lintText(text, {
          filename: `checkout.${language}`,
          kind: kind ?? "portone.v1.request-pay",
          ...given,
        });
        return diagnostics.map(({ rule }) => rule);
      };
      expect(await found(wrong)).toContain(id);
      if (right !== undefined) expect(await found(right)).not.toContain(id);
    },
  );
});
