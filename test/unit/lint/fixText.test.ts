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
 * Lints a text of letters, each a payload: `a` can be put right, the unsafe fix of `A` does the same, that of `m` makes it an `a`, the
 * fix of `b` gives two findings, that of `s` another one, the fix of `u` makes a payload that is not checked, that of `g` none, that of `G` two, that of `k` no call,
 * that of `K` two, and the fix of `!` makes the text unreadable. An info holds for `w`, `v` and `n`; the fix of `w` puts it right, that of `v` makes it an `n`.
 */
function lintLetters(text: string): LintResult {
  const letters = [...text.replaceAll(">", "")];
  const puts: Record<string, string> = {
    ...{ a: "o", A: "o", m: "a", b: "c", s: "y", u: "?", g: ".", "!": "#", w: "o", v: "n", k: "-" },
    ...{ G: "*", K: "+" },
  };
  const counts: Record<string, number> = { o: 0, "?": 0, ".": 0, c: 2, m: 2, n: 0, "-": 0 };
  for (const letter of "*+") counts[letter] = 0;
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
        safe: letter !== "A",
        edits: [{ range: rangeAt(2 * report, 1), text: puts[letter] }],
      },
    }),
  });
  const isBroken = text.includes("#");
  // What is said once for all payloads is said of the first that it holds for.
  const said = letters.findIndex((letter) => "wvn".includes(letter));
  const info = { ...find("info", said), severity: "info" as const };
  return {
    diagnostics: isBroken
      ? []
      : letters
          .flatMap((letter, report) =>
            Array.from({ length: counts[letter] ?? 1 }, () => find(letter, report)),
          )
          .concat(said < 0 ? [] : [info]),
    reports: letters
      .flatMap((letter) => (letter === "." ? [] : letter === "*" ? [letter, letter] : [letter]))
      .map((_, at) => ({ kind: "k", gateway: null, range: rangeAt(2 * at, 1) })),
    unchecked: letters
      .filter((letter) => letter === "?")
      .map(() => ({ code: "payload-elsewhere", why: "", advice: "", range: rangeAt(0, 1) })),
    notes: [],
    errors: isBroken ? [{ message: "broken" }] : [],
    calls: letters.filter((letter) => letter !== "-").length + text.split("+").length - 1,
    redacted: text,
  };
}

async function fix(letters: string, unsafe = false) {
  const text = [...letters].join(">");
  let lints = 0;
  const lint = async (of: string) => {
    lints++;
    return lintLetters(of);
  };
  const fixed = await fixText(text, lintLetters(text), lint, unsafe);
  return { text: fixed.text.replaceAll(">", ""), count: fixed.count, lints };
}

describe("fixText", () => {
  it("fixText applies all fixes and lints once more where none does harm", async () => {
    expect(await fix("aaaaa")).toEqual({ text: "ooooo", count: 5, lints: 1 });
  });
  it("fixText leaves the fix out after which its payload has more findings, and applies the others", async () => {
    expect(await fix("aabaa")).toEqual({ text: "ooboo", count: 4, lints: 2 });
    expect(await fix("b")).toEqual({ text: "b", count: 0, lints: 1 });
  });
  it("FixText tells the payload whose fix does harm by its report, without trying the others again", async () => {
    const { text, lints } = await fix(`${"a".repeat(30)}b${"a".repeat(30)}`);
    expect(text).toBe(`${"o".repeat(30)}b${"o".repeat(30)}`);
    expect(lints).toBe(2);
  });
  it("FixText takes what is said once for all payloads for no harm where it moves to another one", async () => {
    expect(await fix("wv")).toEqual({ text: "on", count: 2, lints: 1 });
  });
  it.each([
    ["gives another finding instead", "s"],
    ["makes a payload that is not checked", "u"],
    ["takes a payload out of what is read", "g"],
    ["takes a call out of what is read", "k"],
    ["makes two payloads of one", "G"],
    ["makes two calls of one", "K"],
  ])("fixText leaves the fix out that %s", async (_name, letter) => {
    expect(await fix(`a${letter}a`)).toMatchObject({ text: `o${letter}o`, count: 2 });
  });
  it("fixText applies fixes that only another fix makes possible", async () => {
    expect(await fix("ama")).toEqual({ text: "ooo", count: 4, lints: 2 });
  });
  it("fixText applies unsafe fixes only where that is asked for", async () => {
    expect(await fix("aAa")).toMatchObject({ text: "oAo", count: 2 });
    expect(await fix("aAa", true)).toMatchObject({ text: "ooo", count: 3 });
  });
  it("fixText finds the one fix that makes a text unreadable among many, and applies the others", async () => {
    const { text, lints } = await fix(`${"a".repeat(200)}!${"a".repeat(55)}`);
    expect(text).toBe(`${"o".repeat(200)}!${"o".repeat(55)}`);
    expect(lints).toBeLessThan(25);
  });
  it("FixText keeps the fixes of one half where the other one is looked through", async () => {
    expect(await fix("aa!aaaaa")).toEqual({ text: "oo!ooooo", count: 7, lints: 7 });
  });
  it("FixText tells two fixes apart of which one makes a text unreadable", async () => {
    expect(await fix("!a")).toMatchObject({ text: "!o" });
    expect(await fix("a!")).toMatchObject({ text: "o!" });
  });
  it("fixText leaves a text alone in which every fix does harm", async () => {
    expect(await fix("!")).toMatchObject({ text: "!", count: 0 });
    expect((await fix("!".repeat(500))).lints).toBeLessThanOrEqual(40);
  });
});
