import { describe, expect, it } from "vitest";
import { wordsFor } from "../../../dist/lint/unchecked.js";

describe("Why something was not checked, and what to do about it", () => {
  it.each([
    ["gateway-other", /no rules of this gateway.*checked as PortOne's own/, /that gateway's guide/],
    ["gateway-conflict", /names two different gateways/, /pg and the keys of bypass name the same/],
    [
      "payload-elsewhere",
      /built where paylint cannot follow it/,
      /in the call or in the same file/,
    ],
    ["kind-unknown", /Nothing says what kind/, /--kind, a \$schema, or a file name/],
    ["unparsable", /cannot be parsed/, /Fix the syntax/],
    ["not-loaded", /created without what this text needs/, /createLinter's options/],
  ] as const)("is told in each language: %s", (code, why, advice) => {
    const english = wordsFor(code, "en");
    expect(english.code).toBe(code);
    expect(english.why).toMatch(why);
    expect(english.advice).toMatch(advice);
    const korean = wordsFor(code, "ko");
    expect(korean.code).toBe(code);
    expect(korean.why).toMatch(/[가-힣].*니다\.$/);
    expect(korean.advice).toMatch(/[가-힣].*세요\.$/);
  });

  it("is told in other words for each code", () => {
    const codes = [
      "gateway-other",
      "gateway-conflict",
      "payload-elsewhere",
      "kind-unknown",
      "unparsable",
      "not-loaded",
    ] as const;
    for (const locale of ["en", "ko"] as const) {
      const said = codes.flatMap((code) => {
        const { why, advice } = wordsFor(code, locale);
        return [why, advice];
      });
      expect(new Set(said).size).toBe(said.length);
    }
  });
});
