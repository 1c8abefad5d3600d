import { rules } from "paylint";
import { requestPay } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";
import { validators } from "../../../../dist/generated/validators.js";
import { plain } from "../../../support/payloads.js";

const hangul = /\p{Script=Hangul}/u;
describe("what a diagnostic says of its sources", () => {
  const wrong = { ...plain, amount: "9900" };
  const [english] = requestPay.check(wrong).diagnostics;
  const [korean] = requestPay.check(wrong, { locale: "ko" }).diagnostics;
  it("A diagnostic names every document, the first of them as the source", () => {
    expect(english?.source).toBe(
      "PortOne V1 KSNET integration guide (before 2026-04-27), §2 Main parameters",
    );
    expect(english?.sources.length).toBeGreaterThan(1);
    expect(english?.sources[0]?.title).toBe(english?.source);
  });
  it("A diagnostic gives the address of a document that has one", () => {
    expect(english?.sources[0]?.url).toMatch(/^https:\/\/developers\.portone\.io\//);
  });
  it("The sources are in the language that was asked for, sections and editions too", () => {
    expect(korean?.source).toBe(
      "포트원 V1 KSNET 연동 가이드 (2026-04-27 이전), §2 주요 파라미터 설명",
    );
  });
});

describe("the rules", () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    "The rule %s has sources in both languages",
    (_id, rule) => {
      const all = [
        ...rule.sources,
        ...rule.disagreements.flatMap(({ positions }) => positions.map(({ source }) => source)),
      ];
      for (const { title } of all) {
        expect(title.en).not.toMatch(hangul);
        expect(title.ko).toMatch(/\p{Script=Hangul}|^(?:PCI|ECMA)/u);
      }
    },
  );
  it("The rules say for each of their kinds how loud they are there", () => {
    for (const { kinds, severity, id, inText } of rules) {
      // A rule about the code around a payment speaks of no kind.
      if (inText && Object.keys(kinds).length === 0) continue;
      expect(Object.values(kinds), id).toContain(severity);
      for (const kind of Object.keys(kinds)) expect(validators, id).toHaveProperty([kind]);
    }
  });
});
