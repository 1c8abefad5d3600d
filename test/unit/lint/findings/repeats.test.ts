import { type LintDiagnostic, lintText } from "paylint/lint";
import { describe, expect, it } from "vitest";
import { lintText as fromCommand } from "../../../../dist/lint/index.js";
import { withoutRepeats } from "../../../../src/lint/findings/repeats.js";
import { paylint } from "../../../support/command.js";

const payload = (rest = "") =>
  `{ pg: "ksnet.2999199999", pay_method: "card", merchant_uid: "T-1", name: "cup", amount: 80000, tax_free: 0, buyer_name: "Lee", currency: "KRW", m_redirect_url: "https://store.example/done"${rest} }`;
const call = (rest?: string) => `IMP.request_pay(${payload(rest)});\n`;

const inText = async (text: string, filename = "a.js", options = {}) =>
  (await lintText(text, { filename, ...options })).diagnostics.map(
    ({ range, severity, rule, places }) =>
      `${range.line} ${severity} ${rule}${places === undefined ? "" : ` at ${places}`}`,
  );

describe("An info that holds for several payloads in the same words", () => {
  it("An info that holds for several payloads is reported at the first of them, with the number of places", async () => {
    expect(await inText(call() + call() + call())).toEqual(["1 info shape/deprecated at 3"]);
  });

  it("An info carries no number where it holds at one place", async () => {
    expect(await inText(call())).toEqual(["1 info shape/deprecated"]);
  });

  it("An info moves to the next place where a comment suppresses it at the first", async () => {
    const text = `// paylint-disable-next-line shape/deprecated\n${call()}${call()}${call()}`;
    expect(await inText(text)).toEqual(["3 info shape/deprecated at 2"]);
  });

  it("An info is reported everywhere where its severity is raised", async () => {
    const rules = { "shape/deprecated": "warning" };
    expect(await inText(call() + call(), "a.js", { rules })).toEqual([
      "1 warning shape/deprecated",
      "2 warning shape/deprecated",
    ]);
  });

  it("An info is reported everywhere where it has a fix to apply", () => {
    const words = { rule: "shape/deprecated", severity: "info", message: "…", kind: "a" } as const;
    const textFix = { title: "Take it out", safe: true, edits: [] };
    const [plain, fixable] = [words, { ...words, textFix }] as unknown as LintDiagnostic[];
    const given = [plain, fixable, fixable, plain] as LintDiagnostic[];
    expect(withoutRepeats(given)).toEqual([{ ...plain, places: 2 }, fixable, fixable]);
  });

  it("An info that holds for several payloads in the same words is counted with the places that it was counted at before", () => {
    const one = { rule: "a/b", severity: "info", message: "…", kind: "a" } as const;
    const others = [
      { ...one, message: "-" },
      { ...one, rule: "c/d" },
    ];
    const repeats = [{ ...one, places: 3 }, { ...one, places: 2 }, one, ...others];
    expect(withoutRepeats(repeats as unknown as LintDiagnostic[])).toEqual([
      { ...one, places: 6 },
      ...others,
    ]);
  });

  it("An info that holds for several payloads in the same words is reported everywhere where it is said of the text, or is no info", () => {
    const one = { rule: "a/b", severity: "info", message: "…", kind: null } as const;
    const warning = { ...one, severity: "warning", kind: "a" } as const;
    const given = [one, warning, one, warning] as unknown as LintDiagnostic[];
    expect(withoutRepeats(given)).toEqual(given);
  });

  it("An info that is reported once does not keep a fix of a later payload from being applied", async () => {
    const text = call(", display: { card_quota: [2, 1] }");
    const { fixText } = await import("../../../../dist/lint/fixText.js");
    const options = { filename: "a.js" };
    const whole = text + text;
    const first = await fromCommand(whole, options);
    const fixed = await fixText(whole, first, (of) => fromCommand(of, options), true);
    expect(fixed.result.diagnostics.map(({ rule }) => rule)).toEqual(
      first.diagnostics.filter(({ textFix }) => !textFix).map(({ rule }) => rule),
    );
  });
});

describe("The command", () => {
  const files = { "a.js": call() + call(), "b.js": call(', escrow: "no"') };

  it("The command reports an info that holds several times once a run, behind everything else", async () => {
    const { stdout } = await paylint(["--format", "json", "."], files);
    const { diagnostics, infos } = JSON.parse(stdout);
    expect(infos).toBe(1);
    expect(diagnostics).toMatchObject([
      { file: "b.js", rule: "shape/type" },
      { file: "a.js", line: 1, rule: "shape/deprecated", places: 3 },
    ]);
  });

  it("The command says at how many places an info holds, and shows the first", async () => {
    const { stdout } = await paylint(["."], files);
    expect(stdout).toMatch(/^a\.js:1:23\n(?:.*\n){2} {2}1:23 info shape\/deprecated/m);
    expect(stdout).toContain("This holds at 3 places");
    const { stdout: korean } = await paylint(["--locale", "ko", "."], files);
    expect(korean).toContain("모두 3곳");
  });

  it("The command reports an info once for all lines of a stream", async () => {
    const line = JSON.stringify({ ...JSON.parse(jsonPayload), pg: "ksnet" });
    const input = `${line}\n${line}\n${line}\n`;
    const args = ["--format", "json", "--kind", "ksnet.v1.request-pay", "a.ndjson"];
    const { stdout } = await paylint(args, { "a.ndjson": input });
    expect(JSON.parse(stdout).diagnostics).toMatchObject([
      { line: 1, rule: "shape/deprecated", places: 3 },
    ]);
  });
});

const jsonPayload = `{ "pay_method": "card", "merchant_uid": "T-1", "name": "cup", "amount": 80000, "tax_free": 0, "buyer_name": "Lee", "currency": "KRW", "m_redirect_url": "https://store.example/done" }`;
