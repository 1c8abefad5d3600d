import { describe, expect, it } from "vitest";
import type { SpannedDiagnostic } from "../../../../dist/lint/findings/findings.js";
import { FingerprintNumbers, fingerprints } from "../../../../dist/lint/findings/fingerprints.js";
import { type LintOptions, lintText } from "../../../../dist/lint/index.js";
import { Positions } from "../../../../dist/text/positions.js";

const call = (keys: string) => `IMP.request_pay({ pg: "ksnet", ${keys} });`;
const wrong = call('amount: "1"');

/** The fingerprints of the findings of one rule. */
async function printsIn(
  text: string,
  { rule = "shape/type", ...options }: Partial<LintOptions> & { rule?: string } = {},
) {
  const { diagnostics } = await lintText(text, { filename: "a.js", ...options });
  return diagnostics.filter((one) => one.rule === rule).map(({ fingerprint }) => fingerprint);
}

describe("A fingerprint", () => {
  it.each([
    ["lines come before it", `const a = 1;\n\n${wrong}`],
    ["its line is indented", `  \t${wrong}`],
    ["its line has spaces at the end", `${wrong}   \n`],
    [
      "another finding comes before it",
      `IMP.request_pay({ pg: "ksnet", escrow: "no" });\n${wrong}`,
    ],
  ])("A fingerprint stays where %s", async (_name, text) => {
    expect((await printsIn(text)).at(-1)).toBe((await printsIn(wrong))[0]);
  });

  it("A fingerprint is another one for another rule, path, kind and line", async () => {
    const twoPaths = call('amount: "1", escrow: "no"');
    const twoRules = call('amount: "1", amount: "1"');
    const [first] = await printsIn(wrong);
    expect(new Set(await printsIn(twoPaths)).size).toBe(2);
    expect(await printsIn(twoRules, { rule: "source/duplicate-key" })).not.toEqual(
      await printsIn(twoRules),
    );
    expect(await printsIn(wrong, { assume: "kcp" })).not.toEqual([first]);
    expect(await printsIn(wrong.replace("amount", "a: 1, amount"))).not.toEqual([first]);
  });

  it("A fingerprint is numbered where findings and lines are equal", async () => {
    const [first] = await printsIn(wrong);
    expect(await printsIn(`${wrong}\n${wrong}\n${wrong}`)).toEqual([
      first,
      `${first}-1`,
      `${first}-2`,
    ]);
  });

  it("A fingerprint tells nothing of a secret in its line", async () => {
    const withSecret = (birth: string) => call(`amount: "1", card: { birth: "${birth}" }`);
    expect(await printsIn(withSecret("900101"))).toEqual(await printsIn(withSecret("910203")));
  });
});

describe("A fingerprint is made of", () => {
  interface Found {
    readonly rule: string;
    readonly path: string;
    readonly kind: string | null;
    readonly at: number;
  }
  const one: Found = { rule: "a/b", path: "/a", kind: "k", at: 4 };
  const finding = ({ rule, path, kind, at }: Found): SpannedDiagnostic => ({
    diagnostic: { rule, path, severity: "error", message: "", source: "", sources: [] },
    ...{ span: [at, at + 1], kind },
  });
  const text = "one\ntwo 2\n\t two 2 \nthree";
  const printed = (found: Partial<Found>, redacted = text) =>
    fingerprints([finding({ ...one, ...found })], redacted, new Positions(redacted))[0];

  it.each<[string, Partial<Found>, boolean]>([
    ["the rule", { rule: "a/c" }, false],
    ["the path", { path: "/b" }, false],
    ["the kind", { kind: "l" }, false],
    ["whether there is a kind", { kind: null }, false],
    ["its line", { at: 1 }, false],
    ["its line, not its place in the line", { at: 6 }, true],
    ["its line, not the number of the line or its indentation", { at: 13 }, true],
    ["each by itself", { rule: "a/b/", path: "a" }, false],
  ])("A fingerprint is made of %s", (_what, other, isSame) => {
    expect(printed(one)).toMatch(/^[0-9a-f]{16}$/);
    expect(printed(other) === printed(one)).toBe(isSame);
  });

  it("A fingerprint is made of as much of a long line as tells findings apart", () => {
    const long = (length: number, last: string) => `one\n${"x".repeat(length)}${last}`;
    expect(printed(one, long(999, "a"))).not.toBe(printed(one, long(999, "b")));
    expect(printed(one, long(1000, "a"))).toBe(printed(one, long(1000, "b")));
  });

  it("A fingerprint stays the same from version to version", () => {
    expect(printed(one)).toBe("9ac981ea3c62110c");
  });

  it("A fingerprint has its number in the file, whatever number it has in a part of it", () => {
    const numbers = new FingerprintNumbers();
    const given = ["a", "b", "a", "a-1", "a-7", "b-2", "c-1"];
    expect(given.map((print) => numbers.next(print))).toEqual([
      ...["a", "b", "a-1", "a-2", "a-3", "b-1", "c"],
    ]);
  });
});
