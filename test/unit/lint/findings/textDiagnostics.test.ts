import { describe, expect, it } from "vitest";
import {
  continuationDiagnostic,
  duplicateKeyDiagnostic,
  textDiagnostic,
  unusedSuppression,
} from "../../../../dist/lint/findings/textDiagnostics.js";
import { tables } from "../../../../dist/lint/tables.js";

const { textFaults } = tables;
const fault = {
  rule: "a/b",
  severity: "warning",
  message: { en: "{name} of {path}", ko: "{path}의 {name}" },
  sources: [{ title: { en: "a guide", ko: "가이드" }, url: "https://a.example" }],
} as const;

describe("What no payload shows is told", () => {
  it.each([
    ["in English where no language is asked for", {}, "x of /a", "a guide"],
    ["in English", { locale: "en" }, "x of /a", "a guide"],
    ["in Korean", { locale: "ko" }, "/a의 x", "가이드"],
  ] as const)("What no payload shows is told %s", (_how, options, message, title) => {
    const told = textDiagnostic(fault, { name: "x" }, options, "/a");
    expect(told).toMatchObject({
      ...{ rule: "a/b", severity: "warning", path: "/a", sources: [{ title }] },
    });
    expect(told.message.replace(/\/?a(?=의|$)/, "/a")).toBe(message);
    expect(told).not.toHaveProperty("fix");
  });

  it("What no payload shows is told without a path where it has none", () => {
    expect(textDiagnostic(fault, { name: "x" }, {}).path).toBe("");
  });

  it("What no payload shows is told without a card number in its path", () => {
    const { path, message } = textDiagnostic(fault, { name: "x" }, {}, "/4242424242424242");
    expect(path).toBe("/****************");
    expect(message).not.toContain("4242");
  });
});

describe("A comment that suppresses nothing is told", () => {
  it.each([
    ["with its rules", ["a/b", "c/d"], "suppresses a/b, c/d,"],
    ["with a star where it has none", [], "suppresses *,"],
  ])("A comment that suppresses nothing is told %s", (_how, rules, words) => {
    const told = unusedSuppression(textFaults, {}, rules);
    expect(told.rule).toBe("source/unused-suppression");
    expect(told.message).toContain(words);
    expect(unusedSuppression(textFaults, { locale: "ko" }, rules).message).toMatch(/[가-힣]/);
  });
});

describe("What only the text of a fix can change has a safe fix without edits of the payload", () => {
  it("Blanks that end a command have a safe fix without edits of the payload", () => {
    const told = continuationDiagnostic(textFaults, {});
    expect(told).toMatchObject({
      ...{ rule: "source/continuation", path: "" },
      fix: { title: "Remove the blanks", safe: true, edits: [] },
    });
    expect(continuationDiagnostic(textFaults, { locale: "ko" }).fix?.title).toBe("공백 제거");
  });

  it("A duplicate key has a safe fix without edits of the payload, which names the key", () => {
    const told = duplicateKeyDiagnostic(textFaults, {}, "/display/name");
    expect(told).toMatchObject({
      ...{ rule: "source/duplicate-key", path: "/display/name" },
      fix: { safe: true, edits: [] },
    });
    for (const words of [told.message, told.fix?.title]) expect(words).toContain("display.name");
    expect(duplicateKeyDiagnostic(textFaults, { locale: "ko" }, "/a").fix?.title).toMatch(
      /[가-힣]/,
    );
  });
});
