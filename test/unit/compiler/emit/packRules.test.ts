import { describe, expect, it } from "vitest";
import { packRules } from "../../../../src/compiler/emit/packRules.js";
import { unpackRules } from "../../../../src/validator/packedRules.js";
import type { Rule, Source } from "../../../../src/validator/types.js";

const kinds = ["portone.v1.pay", "a.v1.pay", "b.v1.pay", "c.v1.pay"];
const url = "https://guide.example/a";
const inEnglish: Source = { title: { en: "Guide A, amount", ko: "가이드 A, amount" }, url };
const inBoth: Source = { title: { en: "Guide A, fees", ko: "가이드 A, 수수료" }, url };
const unpublished: Source = { title: { en: "Mail of August", ko: "8월 메일" } };

const plain: Rule = {
  id: "amount/whole",
  severity: "error",
  name: { ko: "정수", en: "whole" },
  why: { ko: "이유", en: "reason" },
  inText: false,
  note: false,
  kinds: {
    "portone.v1.pay": "warning",
    "a.v1.pay": "error",
    "b.v1.pay": "warning",
    "c.v1.pay": "warning",
  },
  sources: [inEnglish, inBoth],
  disagreements: [
    {
      kinds: ["pay"],
      path: "/amount",
      positions: [
        { source: unpublished, says: { ko: "가", en: "a" } },
        { source: inBoth, says: { ko: "나", en: "b" } },
      ],
      counts: { ko: "가", en: "a" },
      because: { ko: "나", en: "b" },
    },
  ],
};
const ofText: Rule = { ...plain, id: "text/key", inText: true, kinds: {}, disagreements: [] };
const noted: Rule = { ...plain, id: "note/fee", note: true, sources: [], disagreements: [] };

describe("Packed rules", () => {
  it("Packed rules are the same rules when they are unpacked, key by key", () => {
    for (const rules of [[plain, ofText, noted], [ofText], []]) {
      expect(JSON.stringify(unpackRules(packRules(rules, kinds)))).toBe(JSON.stringify(rules));
    }
  });

  it("Packed rules hold what the sources of one address share once", () => {
    const { documents, rules } = packRules([plain], kinds);
    expect(documents).toEqual([
      ["Guide A, ", "가이드 A, ", url],
      ["Mail of August", "8월 메일"],
    ]);
    expect(rules[0]?.sources).toEqual([
      [0, "amount"],
      [0, "fees", "수수료"],
    ]);
  });
});
