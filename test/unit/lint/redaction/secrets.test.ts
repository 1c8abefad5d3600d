import { describe, expect, it } from "vitest";
import { type LintOptions, lintText } from "../../../../dist/lint/index.js";

const shown = async (text: string, filename: string, options: Partial<LintOptions> = {}) =>
  (await lintText(text, { filename, ...options })).redacted;

const call = (keys: string) => `IMP.request_pay({ pg: "ksnet", ${keys} });`;
const kind = "ksnet.v1.request-pay";

// A key that no kind has may be a misspelt one of card data.
describe("What no output shows of a payload that can hold card data is", () => {
  it.each([
    ["the value of an unknown key", call('zzz: "s3cr3t"'), "a.js"],
    [
      "each value of an unknown key that is given twice",
      call('zzz: "s3cr3t", zzz: "s3cr3t"'),
      "a.js",
    ],
    ["everything below an unknown key", call('zzz: { a: ["s3cr3t"] }'), "a.js"],
    ["an object where a text belongs", call('name: { a: "s3cr3t" }'), "a.js"],
    ["an unknown key in a known object", call('display: { zzz: "s3cr3t" }'), "a.js"],
    ["what a constant holds", `const a = "s3cr3t";\n${call("zzz: a")}`, "a.js"],
    [
      "what an object holds that is spread",
      `const a = { zzz: "s3cr3t" };\n${call("...a")}`,
      "a.js",
    ],
    ["each part of a text that is put together", call('zzz: "s3cr3t" + x + "s3cr3t"'), "a.js"],
    ["a call's whose payload is of any gateway", 'IMP.request_pay({ zzz: "s3cr3t" });', "a.js"],
    ["a text without quotes in YAML", "pg: ksnet\nzzz: s3cr3t abc\n", "a.yaml"],
    [
      "everything in the items of a known list",
      call('card: { detail: [{ zzz: "s3cr3t" }] }'),
      "a.js",
    ],
    [
      "a call's below one whose payload is not there",
      `IMP.request_pay();\n${call('zzz: "s3cr3t"')}`,
      "a.js",
    ],
    ["a value in JSON", '{ "pg": "ksnet", "zzz": "s3cr3t" }', "a.json"],
    [
      "a value in a form",
      "curl -d 'pg=ksnet&zzz=s3cr3t' https://api.iamport.kr/subscribe/payments/onetime",
      "a.sh",
    ],
    [
      "a value without a digit in a form",
      "curl -d 'pg=ksnet&zzz=abc+d' https://api.iamport.kr/subscribe/payments/onetime",
      "a.sh",
    ],
  ])("No output shows %s where a payload can hold card data", async (_name, text, filename) => {
    const redacted = await shown(text, filename, /json|yaml/.test(filename) ? { kind } : {});
    expect(redacted).not.toMatch(/s3cr3t|abc/);
    expect(redacted).toHaveLength(text.length);
    expect(redacted).toContain("zzz".slice(0, text.includes("zzz") ? 3 : 0));
  });

  it.each([
    ["of a key that the kind has", call('name: "s3cr3t"'), "a.js", {}],
    [
      "in a list of values that are no secret",
      call('display: { card_quota: ["s3cr3t"] }'),
      "a.js",
      {},
    ],
    ["of a code that is no secret", `IMP.init("imp12345678");\n${call("amount: 1")}`, "a.js", {}],
    [
      "of a kind without card data",
      '{ "merchant_uid": "a", "zzz": "s3cr3t" }',
      "a.json",
      { kind: "ksnet.v1.prepare" },
    ],
  ])("A value %s is shown", async (_name, text, filename, options) => {
    expect(await shown(text, filename, options)).toBe(text);
  });
});

it("The name of a value that another file holds is shown", async () => {
  const text = `import { key1 } from "./keys.js";\n${call("zzz: key1")}`;
  const file = { file: "keys.js", text: 'export const key1 = "s3cr3t";' };
  expect(await shown(text, "a.js", { project: { module: () => file } })).toBe(text);
});
