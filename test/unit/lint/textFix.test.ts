import fc from "fast-check";
import { parse as parseJsonc } from "jsonc-parser";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { parse as parseYaml, stringify } from "yaml";
import { readJson } from "../../../dist/extract/json.js";
import type { Located } from "../../../dist/extract/located.js";
import type { SpannedDiagnostic } from "../../../dist/lint/findings.js";
import { fixText } from "../../../dist/lint/fixText.js";
import { applyFixes, type LintOptions, lintText } from "../../../dist/lint/index.js";
import { textEditsFor } from "../../../dist/lint/textFix.js";
import type { Diagnostic, Edit } from "../../../dist/validator/types.js";
import { breakableRules, validOf, violatingOf } from "../../support/arbitraries.js";
import { quietAboutSamples } from "../../support/lintText.js";
import { direct, plain } from "../../support/payloads.js";

const kind = "ksnet.v1.request-pay";

type Options = Partial<LintOptions> & { readonly safeOnly?: boolean };

/** A text with its fixes applied, as the command line does. */
async function fix(ending: string, text: string, { safeOnly = false, ...more }: Options = {}) {
  const options: LintOptions = {
    filename: `a${ending}`,
    ...(/json|yaml/.test(ending) && { kind }),
    rules: quietAboutSamples,
    ...more,
  };
  const first = await lintText(text, options);
  const fixed = await fixText(text, first, (of) => lintText(of, options), !safeOnly);
  return {
    after: fixed.text,
    count: fixed.count,
    before: first.diagnostics.length,
    offered: first.diagnostics.flatMap(({ rule, textFix }) => (textFix ? [rule] : [])),
    remaining: fixed.result.diagnostics.map(({ rule }) => rule),
    errors: fixed.result.errors,
  };
}

const fixedText = async (ending: string, text: string, options?: Options) =>
  (await fix(ending, text, options)).after;

const rest = Object.entries(plain)
  .filter(([key]) => !["amount", "tax_free", "pay_method"].includes(key))
  .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  .join(", ");

const call = (properties: string) => `IMP.request_pay({ ${rest},${properties} });`;

describe("The fixes of JavaScript", () => {
  it.each([
    [
      "write a text of digits as a number",
      ` pay_method: "card", tax_free: 0, amount: "80000"`,
      ` pay_method: "card", tax_free: 0, amount: 80000`,
    ],
    [
      "add a missing tax_free in the line",
      ` pay_method: "card", amount: 80000`,
      ` pay_method: "card", amount: 80000, tax_free: 0`,
    ],
    [
      "add a missing tax_free on a line of its own, and leave the comment to the key before",
      `\n  pay_method: 'card',\n  amount: 80000, // won\n`,
      `\n  pay_method: 'card',\n  amount: 80000, // won\n  tax_free: 0,\n`,
    ],
    [
      "add a missing tax_free between Windows line ends",
      `\r\n\tpay_method: 'card',\r\n\tamount: 80000\r\n`,
      `\r\n\tpay_method: 'card',\r\n\tamount: 80000,\r\n\ttax_free: 0\r\n`,
    ],
    [
      "add a key in the quotes of the keys around",
      ` 'pay_method': "card", 'amount': 80000`,
      ` 'pay_method': "card", 'amount': 80000, 'tax_free': 0`,
    ],
    [
      "add a key behind a spread",
      ` pay_method: "card", amount: 80000, ...{ popup: true }`,
      ` pay_method: "card", amount: 80000, ...{ popup: true }, tax_free: 0`,
    ],
    [
      "take the earlier of two keys out",
      ` pay_method: "card", tax_free: 0, amount: 80000, pay_method: "trans"`,
      ` tax_free: 0, amount: 80000, pay_method: "trans"`,
    ],
    [
      "take the earlier of two keys out with its line and its comment",
      `\n  pay_method: "card", // old\n  tax_free: 0, amount: 80000,\n  pay_method: "trans"`,
      `\n  tax_free: 0, amount: 80000,\n  pay_method: "trans"`,
    ],
    [
      "take a key out whose comments hold quotes and whose neighbours hold slashes",
      ` pay_method: "card", tax_free: 0, amount: 80000, /* it's */ customer_uid: "c", popup: /[/"']/.test(a / b)`,
      ` pay_method: "card", tax_free: 0, amount: 80000, popup: /[/"']/.test(a / b)`,
    ],
  ])("The fixes of JavaScript %s", async (_title, before, expected) => {
    expect(await fixedText(".js", call(before))).toBe(call(expected));
  });
  it("The fixes of JavaScript leave no empty object behind where the removed key was all that it held", async () => {
    const { display: _, ...samsung } = { ...direct("365"), display: undefined };
    const text = (quota: string) =>
      `IMP.request_pay(${JSON.stringify(samsung).slice(0, -1)}${quota}});`;
    expect(await fixedText(".js", text(`, "display": { "card_quota": [2, 3] } `))).toBe(text(" "));
  });
  it("The fixes of JavaScript take hyphens out of the business number in its quotes", async () => {
    const { display: _, ...samsung } = { ...direct("365"), display: undefined };
    const text = (number: string) =>
      `IMP.request_pay(${JSON.stringify(samsung).replace('"1234567891"', number)});`;
    expect(await fixedText(".ts", text("'123-45-67891'"))).toBe(text("'1234567891'"));
  });
  it("The fixes of JavaScript change a value where it is written, not where it is used", async () => {
    const text = (amount: string) =>
      `const order = {\n  amount: ${amount},\n};\nIMP.request_pay({ ${rest}, pay_method: "card", tax_free: 0, ...order });`;
    expect(await fixedText(".js", text('"80000"'))).toBe(text("80000"));
  });
  it.each([
    ["above", (order: string, pay: string) => `${order}\n${pay}`],
    ["below", (order: string, pay: string) => `${pay}\n${order}`],
  ])(
    "The fixes of JavaScript add a key to a call that spreads an object which is written %s it",
    async (_where, write) => {
      const text = (more: string) =>
        write(
          `const order = { pay_method: "card", amount: 80000 };`,
          `function pay() { ${call(` ...order${more}`)} }`,
        );
      expect(await fixedText(".js", text(""))).toBe(text(", tax_free: 0"));
    },
  );
  it.each([
    ["a value that a name stands for", `amount`, `const amount = "80000"; `],
    ["a value put together from two", `"80" + "000"`, ""],
    ["a value with a cast", `"80000" as string`, ""],
  ])("The fixes of JavaScript do not change %s", async (_title, amount, before) => {
    const written = call(` pay_method: "card", tax_free: 0, amount: ${amount}`);
    const text = `${before}${written}`;
    expect(await fix(".ts", text)).toMatchObject({
      after: text,
      offered: [],
      remaining: ["shape/type"],
    });
  });
  it("The fixes of JavaScript do not take a key out that a spread before it would give again", async () => {
    const text = call(
      ` pay_method: "card", tax_free: 0, amount: 80000, ...base, customer_uid: "c"`,
    );
    expect(await fix(".js", text)).toMatchObject({ after: text, offered: [] });
  });
  it("The fixes of JavaScript do not take the earlier of two keys out whose value calls something", async () => {
    const text = call(` tax_free: 0, amount: 80000, pay_method: next(), pay_method: "trans"`);
    expect(await fix(".js", text)).toMatchObject({ after: text, offered: [] });
  });
  it("The fixes of JavaScript are applied only when asked for where they are not safe", async () => {
    const text = call(` pay_method: "card", amount: 80000`);
    expect(await fixedText(".js", text, { safeOnly: true })).toBe(text);
  });
  it("The fixes of JavaScript do not touch what a comment suppresses", async () => {
    const text = `// paylint-disable-next-line shape/type -- the server sends texts\n${call(` pay_method: "card", tax_free: 0, amount: "80000"`)}`;
    expect(await fix(".js", text)).toMatchObject({ after: text, before: 0 });
  });
});

describe("What the author asks for", () => {
  const onetime = (pg: string) =>
    `await axios.post("https://api.iamport.kr/subscribe/payments/onetime", {\n  pg: "${pg}", merchant_uid: "o-1", name: "Plan", amount: 9900,\n  buyer_name: "Kim", product_type: "digital", card_number: "0000-0000-0000-0000", expiry: "2030-12",\n  customer_uid: "c-1",\n});\n`;
  it("A request to store the card of a one-time payment is not taken out by a safe fix", async () => {
    const text = onetime("ksnet.x");
    expect(await fixedText(".js", text, { safeOnly: true })).toBe(text);
    expect(await fixedText(".js", text)).toBe(text.replace('  customer_uid: "c-1",\n', ""));
  });
  it("A key of another gateway is not taken out when a move to a gateway is tried", async () => {
    const text = onetime("html5_inicis.INIBillTst");
    expect(await fix(".js", text, { assume: "ksnet" })).toMatchObject({
      after: text,
      before: 1,
      offered: [],
      remaining: ["shape/unsupported"],
    });
  });
});

describe("The fixes of pages and commands", () => {
  it("The fixes of pages reach scripts, handlers and fences", async () => {
    const one = (amount: string) =>
      `IMP.request_pay({${rest.replaceAll('"', "'")}, pay_method: 'card', tax_free: 0, amount: ${amount}})`;
    for (const page of [
      (code: string) => `<p>\n<script>${code}</script>`,
      (code: string) => `<a onclick="${code}">x</a>`,
    ]) {
      expect(await fixedText(".html", page(one("'80000'")))).toBe(page(one("80000")));
    }
    const fence = (code: string) => `\`\`\`js\n${code}\n\`\`\``;
    expect(await fixedText(".md", fence(one("'80000'")))).toBe(fence(one("80000")));
  });
  it("The fixes of commands reach the body of a command, unless its quotes are escaped", async () => {
    const command = (amount: string) =>
      `# paylint: ksnet\ncurl -d '{"merchant_uid":"T-1","amount":${amount}}' https://api.iamport.kr/payments/prepare`;
    expect(await fixedText(".sh", command('"80000"'))).toBe(command("80000"));
    const escaped = `# paylint: ksnet\ncurl -d "{\\"merchant_uid\\":\\"T-1\\",\\"amount\\":\\"80000\\"}" https://api.iamport.kr/payments/prepare`;
    expect(await fix(".sh", escaped)).toMatchObject({ after: escaped, remaining: ["shape/type"] });
  });
});

describe("The fixes of JSON", () => {
  it("The fixes of JSON keep comments, order and form", async () => {
    const text = (amount: string, more: string) =>
      `{\n\t// what\n\t"amount": ${amount}, /* won */\n\t"pg": "ksnet.2999199999", "pay_method": "card",\n\t"merchant_uid": "T-1",\n\t"name": "cup", "buyer_name": "Lee", "currency": "KRW",\n\t"m_redirect_url": "https://store.example"${more}\n}\n`;
    expect(await fixedText(".jsonc", text('"80000"', ""))).toBe(
      text("80000", `,\n\t"tax_free": 0`),
    );
  });
  it("The fixes of JSON take the earlier of two keys out", async () => {
    const text = JSON.stringify(plain);
    expect(await fixedText(".json", text.replace("{", '{"pay_method":"vbank",'))).toBe(text);
  });
  it("The fixes of JSON keep a line of NDJSON one line, and as tight as it is", async () => {
    const { tax_free, ...others } = plain;
    const [line, added] = [others, { ...others, tax_free }].map((one) => JSON.stringify(one));
    expect(await fixedText(".ndjson", `${line}\n${line}\n`)).toBe(`${added}\n${added}\n`);
  });
});

describe("The fixes of YAML", () => {
  it("The fixes of YAML keep comments, order and form", async () => {
    const text = (amount: string, more: string) =>
      `# what\npg: ksnet.2999199999\npay_method: card\nmerchant_uid: T-1\nname: cup\namount: ${amount} # won\nbuyer_name: Lee\ncurrency: KRW\nm_redirect_url: https://store.example${more}\n`;
    const { after } = await fix(".yaml", text('"80000"', ""));
    expect(after).toBe(text("80000", "\ntax_free: 0"));
  });
  it("The fixes of YAML take the earlier of two keys out with its comments", async () => {
    const text = (more: string) =>
      `pg: ksnet.2999199999\n${more}${Object.entries(plain)
        .slice(1)
        .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
        .join("")}`;
    const options = { kind, safeOnly: true };
    const earlier = "# once\npay_method: vbank # old\n";
    expect(await fixedText(".yaml", text(earlier), options)).toBe(text(""));
    const anchored = text("pay_method: &used vbank\n");
    expect(await fixedText(".yaml", anchored, options)).toBe(anchored);
  });
});

describe("A fix of several edits", () => {
  const text = `{ "a": "1", "b": "2" }`;
  const payload = readJson(text, {} as never).payloads[0]?.payload as Located;
  const editsOf = (...edits: readonly Edit[]) => {
    const fix = { title: "", safe: true, edits };
    const diagnostic = { path: "", fix } as unknown as Diagnostic;
    const finding: SpannedDiagnostic = {
      diagnostic,
      span: [0, 1],
      kind: null,
      payload,
      syntax: "json",
    };
    return textEditsFor(finding, text, undefined);
  };
  const to = (path: string, value: unknown): Edit => ({ op: "replace", path, value });
  it("A fix of several edits is made where each can be", () => {
    expect(editsOf(to("/a", 1), to("/b", 2))).toHaveLength(2);
  });
  it("A fix of several edits is none where one of them cannot be made, or none changes the text", () => {
    expect(editsOf(to("/a", 1), to("/c", 2))).toBe(undefined);
    expect(editsOf(to("/c", 1), to("/b", 2))).toBe(undefined);
    expect(editsOf(to("/a", "1"))).toBe(undefined);
    expect(editsOf()).toBe(undefined);
  });
});

describe("Many fixes", () => {
  const faulty = JSON.stringify({ ...plain, amount: "80000" });
  const right = JSON.stringify(plain);
  it.each([
    [".json", (of: string, count: number) => `[${Array(count).fill(of).join(",")}]`],
    [".ndjson", (of: string, count: number) => `${of}\n`.repeat(count)],
    [".js", (of: string, count: number) => `IMP.request_pay(${of});`.repeat(count)],
    [
      ".js",
      (of: string, count: number) => `/* paylint: ksnet */IMP.request_pay(${of});`.repeat(count),
    ],
  ])("Many fixes of a %s file cost as much as the text is long", async (ending, write) => {
    // Where each fix reads the text again, this takes minutes.
    const count = 500;
    expect(await fixedText(ending, write(faulty, count))).toBe(write(right, count));
  });
  it("Many fixes are those that applyFixes counts", async () => {
    const text = `[${faulty},${right},${faulty}]`;
    const { diagnostics } = await lintText(text, { filename: "a.json", kind });
    const fixed = applyFixes(text, diagnostics);
    expect(fixed).toMatchObject({ text: `[${right},${right},${right}]`, remaining: [] });
    expect(fixed.applied).toHaveLength(2);
  });
});

describe("A payload that breaks any rule", () => {
  const payloads = fc.oneof(
    validOf(kind),
    ...breakableRules(kind).map((rule) => violatingOf(kind, rule)),
  );
  const formats: [string, (payload: object) => string, (text: string) => unknown][] = [
    [".json", (payload) => JSON.stringify(payload, null, 2), (text) => JSON.parse(text)],
    [
      ".jsonc",
      (payload) => `// c\n${JSON.stringify(payload)}`,
      (text) => {
        const errors: never[] = [];
        const value: unknown = parseJsonc(text, errors);
        if (errors.length > 0) throw new Error(text);
        return value;
      },
    ],
    [".yaml", (payload) => stringify(payload), (text) => parseYaml(text)],
    [
      ".js",
      (payload) =>
        `// paylint: ksnet\nIMP.request_pay(${JSON.stringify(payload, null, 2).replace(/"(\w+)":/g, "$1:")});`,
      (text) => {
        const { errors } = parseSync("a.js", text);
        if (errors.length > 0) throw new Error(text);
      },
    ],
  ];
  it.each(formats)(
    "A payload as %s can be read once it is fixed, has fewer findings, and is not changed again",
    async (ending, write, parse) => {
      let changed = 0;
      await fc.assert(
        fc.asyncProperty(payloads, async (payload) => {
          const text = write(payload);
          const once = await fix(ending, text);
          parse(once.after);
          expect(once.errors).toEqual([]);
          if (once.after === text) return;
          changed++;
          expect(once.remaining.length).toBeLessThan(once.before);
          expect((await fix(ending, once.after)).after).toBe(once.after);
        }),
        { numRuns: 50 },
      );
      expect(changed).toBeGreaterThan(0);
    },
  );
});
