import { createLinter } from "paylint/lint";
import { describe, expect, it } from "vitest";

const call = 'IMP.request_pay({ pg: "ksnet.2999199999", amount: "1" });';

describe("A linter that was made for some kinds and languages", () => {
  it("checks the kinds that it was made for", async () => {
    const linter = await createLinter({
      kinds: ["ksnet.v1.request-pay"],
      languages: ["javascript"],
    });
    const { diagnostics, reports, unchecked } = linter.lintText(call, { filename: "pay.js" });
    expect(reports).toMatchObject([{ kind: "ksnet.v1.request-pay", gateway: "ksnet" }]);
    expect(unchecked).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).toContain("shape/type");
  });

  it("says that a payload of another kind was not checked, and does not report it as checked", async () => {
    const linter = await createLinter({ kinds: ["ksnet.v1.cancel"] });
    for (const [filename, text] of [
      ["pay.js", call],
      ["order.request-pay.json", '{ "amount": "1" }'],
    ] as const) {
      const result = linter.lintText(text, { filename });
      expect(result.unchecked.map(({ code }) => code)).toEqual(["not-loaded"]);
      expect([result.reports, result.diagnostics]).toEqual([[], []]);
    }
  });

  it("says that a text of another language was not checked", async () => {
    const linter = await createLinter({ languages: ["json"] });
    const { unchecked, redacted } = linter.lintText(call, { filename: "pay.js" });
    expect(unchecked.map(({ code }) => code)).toEqual(["not-loaded"]);
    expect(redacted).toBe(call);
  });
});

describe("A payload with a $schema", () => {
  it("may have more than is seen where it is spread", async () => {
    const linter = await createLinter();
    const text = '{ $schema: "ksnet.v1.prepare.json", ...more }';
    expect(linter.lintText(text, { filename: "a.json5" }).diagnostics).toEqual([]);
  });
});
