import { describe, expect, it } from "vitest";
import { type LintOptions, lintText } from "../../../../dist/lint/index.js";

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
