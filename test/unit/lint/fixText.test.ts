import { describe, expect, it } from "vitest";
import { fixText } from "../../../dist/lint/fixText.js";
import type { LintDiagnostic, LintResult } from "../../../dist/lint/index.js";

const rangeAt = (at: number, length: number) => ({
  start: at,
  end: at + length,
  line: 1,
  column: at + 1,
  endLine: 1,
  endColumn: at + length + 1,
});

/**
 * Lints a text of letters, each a payload: `a` can be put right, the fix of `b` gives two findings, the fix of `!` makes the text
 * unreadable.
 */
function lintLetters(text: string): LintResult {
  const letters = [...text.replaceAll(">", "")];
  const puts: Record<string, string> = { a: "o", b: "c", "!": "#" };
  const find = (letter: string, report: number): LintDiagnostic => ({
    rule: letter,
    severity: "error",
    path: "",
    message: "",
    source: "",
    sources: [],
    kind: "k",
    range: rangeAt(2 * report, 1),
    report,
    fingerprint: `${letter}${report}`,
    docs: "",
    ...(puts[letter] !== undefined && {
      textFix: {
        title: "",
        safe: true,
        edits: [{ range: rangeAt(2 * report, 1), text: puts[letter] }],
      },
    }),
  });
  const isBroken = text.includes("#");
  return {
    diagnostics: isBroken
      ? []
      : letters.flatMap((letter, report) => {
          if (letter === "o") return [];
          return letter === "c" ? [find("c", report), find("c", report)] : [find(letter, report)];
        }),
    reports: letters.map((_, at) => ({ kind: "k", gateway: null, range: rangeAt(2 * at, 1) })),
    unchecked: [],
    notes: [],
    errors: isBroken ? [{ message: "broken" }] : [],
    calls: 0,
    redacted: text,
  };
}

async function fix(letters: string) {
  const text = [...letters].join(">");
  let lints = 0;
  const lint = async (of: string) => {
    lints++;
    return lintLetters(of);
  };
  const fixed = await fixText(text, lintLetters(text), lint, false);
  return { text: fixed.text.replaceAll(">", ""), count: fixed.count, lints };
}

describe("fixText", () => {
  it("applies all fixes and lints once more where none does harm", async () => {
    expect(await fix("aaaaa")).toEqual({ text: "ooooo", count: 5, lints: 1 });
  });
  it("leaves the fix out after which its payload has more findings, and applies the others", async () => {
    expect(await fix("aabaa")).toMatchObject({ text: "ooboo", count: 4 });
  });
  it("finds the one fix that makes a text unreadable among many, and applies the others", async () => {
    const { text, lints } = await fix(`${"a".repeat(200)}!${"a".repeat(55)}`);
    expect(text).toBe(`${"o".repeat(200)}!${"o".repeat(55)}`);
    expect(lints).toBeLessThan(25);
  });
  it("leaves a text alone in which every fix does harm", async () => {
    expect(await fix("!")).toMatchObject({ text: "!", count: 0 });
    expect((await fix("!".repeat(500))).lints).toBeLessThanOrEqual(40);
  });
});
