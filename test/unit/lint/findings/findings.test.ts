import { describe, expect, it } from "vitest";
import { type LintOptions, lintText } from "../../../../dist/lint/index.js";

const call = (keys: string) => `IMP.request_pay({ pg: "ksnet", ${keys} });`;

async function findings(rule: string, text: string, options: Partial<LintOptions> = {}) {
  const { diagnostics } = await lintText(text, { filename: "a.js", ...options });
  return diagnostics.filter((one) => one.rule === rule);
}
const marked = async (rule: string, text: string, options?: Partial<LintOptions>) =>
  (await findings(rule, text, options)).map(({ range }) => text.slice(range.start, range.end));

describe("A finding marks", () => {
  it.each([
    ["the value that is wrong", "shape/type", 'amount: "1"', ['"1"']],
    ["the key that no document has", "shape/unknown-property", "zzz: { a: 1 }", ["zzz"]],
    ["the key that only other gateways have", "shape/unsupported", "auth_mode: 1", ["auth_mode"]],
    ["the bracket of an object that is wrong", "shape/type", "amount: { a: 1 }", ["{"]],
    ["the bracket of a list that is wrong", "shape/type", "amount: [1]", ["["]],
    ["the brace of the payload that lacks a key", "tax/tax-free", "amount: 1", ["{"]],
  ])("A finding marks %s", async (_name, rule, keys, expected) => {
    expect(await marked(rule, call(keys))).toEqual(expected);
  });

  it("A finding marks the later of two equal keys", async () => {
    const text = call("name: 'a', name: 'b'");
    const found = await findings("source/duplicate-key", text);
    expect(found.map(({ range }) => range.start)).toEqual([text.lastIndexOf("name")]);
  });

  it("A finding marks what two calls of one function are given, once for each value", async () => {
    const pay = `function pay(amount) { ${call("amount")} }`;
    const found = await findings("shape/type", `${pay}\npay("1");\npay("2");\npay("2");`);
    expect(found.map(({ message }) => /"\d"/.exec(message)?.[0])).toEqual(['"1"', '"2"']);
  });

  it("A finding marks each of two places where the same is wrong, and one that two calls share once", async () => {
    expect(
      await marked("shape/type", `${call('amount: "1"')}\n${call('amount: "1"')}`),
    ).toHaveLength(2);
    const shared = 'const a = { pg: "ksnet", amount: "1" };';
    const text = `${shared}\nIMP.request_pay(a);\nIMP.request_pay(a);`;
    expect(await marked("shape/type", text)).toEqual(['"1"']);
  });
});

describe("A duplicate key", () => {
  const prepare = (body: string) =>
    `# paylint: ksnet\ncurl -d '${body}' https://api.iamport.kr/payments/prepare`;
  it.each([
    ["is taken out of an object", call('name: "a", name: "b"'), "a.js", true],
    [
      "is taken out of JSON",
      `{ "pg": "ksnet", "name": "a", "name": "b" }`,
      "a.request-pay.json",
      true,
    ],
    [
      "is taken out of an object of Python that is sent as a form",
      `# paylint: ksnet
import requests
requests.post("https://api.iamport.kr/payments/prepare", data={"amount": 1, "amount": 2})`,
      "a.py",
      true,
    ],
    [
      "is taken out of an object of JavaScript that is sent as a form",
      `// paylint: ksnet
axios.post("https://api.iamport.kr/payments/prepare", new URLSearchParams({ amount: 1, amount: 2 }));`,
      "a.js",
      true,
    ],
    [
      "stays in a form, where an option would be left",
      prepare("merchant_uid=a&merchant_uid=b&amount=1"),
      "a.sh",
      false,
    ],
  ])("A duplicate key %s", async (_name, text, filename, isFixed) => {
    const found = await findings("source/duplicate-key", text, { filename });
    expect(found.map(({ textFix }) => textFix?.safe ?? false)).toEqual([isFixed]);
  });

  it("A duplicate key is named without the digits of a card number", async () => {
    const text = '{ "pg": "ksnet", "4242424242424242": 1, "4242424242424242": 2 }';
    const options = { filename: "a.request-pay.json" };
    const result = await lintText(text, options);
    expect(result.diagnostics.map(({ rule }) => rule)).toContain("source/duplicate-key");
    expect(JSON.stringify({ ...result.diagnostics, redacted: result.redacted })).not.toContain(
      "4242424242424242",
    );
  });
});

describe("A value that another file holds", () => {
  const files: Readonly<Record<string, { file: string; text: string }>> = {
    "./order.js": { file: "lib/order.js", text: 'export { amount } from "./won.js";' },
    "./won.js of lib/order.js": { file: "lib/won.js", text: '\nexport const amount = "80000";' },
  };
  const project = {
    module: (specifier: string, from?: string) =>
      files[from === undefined ? specifier : `${specifier} of ${from}`],
  };
  it("A value of another file is marked where it is used, has no fix there, and says where it is written", async () => {
    const text = `import { amount } from "./order.js";\n${call("amount")}`;
    const [one, ...others] = await findings("shape/type", text, { project });
    expect(others).toEqual([]);
    expect(one?.range.line).toBe(2);
    expect(one).not.toHaveProperty("fix");
    expect(one).not.toHaveProperty("textFix");
    expect(one?.message).toMatch(/ It is written at lib\/won\.js:2\.$/);
    const whole = "IMP.request_pay({ pg: 'ksnet', amount: order.total });";
    const module = () => ({ file: "m.js", text: "export const order = { total: { won: 1 } };" });
    const imported = `import { order } from "./m.js";\n${whole}`;
    expect(await marked("shape/type", imported, { project: { module } })).toEqual(["order.total"]);
    const [korean] = await findings("shape/type", text, { project, locale: "ko" });
    expect(korean?.message).toMatch(/ 작성된 위치: lib\/won\.js:2$/);
  });
});

describe("A payload that may hold more than is seen", () => {
  const others = "...order, amount: 1, tax_free: 0";
  it.each([
    ["where it names its gateway", `IMP.request_pay({ pg: "ksnet", ${others} });`, {}],
    ["where the options say its gateway", `IMP.request_pay({ ${others} });`, { gateway: "ksnet" }],
    [
      "where a value is given as far as the code shows",
      `const total = compute(); IMP.request_pay({ pg: "ksnet", ${others}, name: total });`,
      {},
    ],
  ])(
    "A payload that may hold more than is seen lacks nothing for sure %s",
    async (_name, text, options) => {
      expect(await findings("shape/required", text, options)).toEqual([]);
      const whole = await findings("shape/required", text.replace("...order, ", ""), options);
      expect(whole.length).toBeGreaterThan(0);
    },
  );
});
