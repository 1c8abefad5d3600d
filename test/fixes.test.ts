import fc from "fast-check";
import { parse as parseJsonc } from "jsonc-parser";
import { parseSync } from "oxc-parser";
import { rules } from "paylint";
import { valid, violating } from "paylint/arbitraries";
import { describe, expect, it } from "vitest";
import { parse as parseYaml, stringify } from "yaml";
import { fixed } from "../dist/cli/fixes.js";
import { lintPayloads } from "../dist/cli/lintPayloads.js";
import { lintSource } from "../dist/cli/lintSource.js";
import { settleFindings } from "../dist/cli/settleFindings.js";
import { settings } from "./lintText.js";
import { direct, plain } from "./payloads.js";

const kind = "ksnet.v1.request-pay";

/** A text with its fixes applied, as the command line does. */
async function mend(ending: string, text: string, alsoUnsafe = true) {
  const target = { file: `a${ending}`, ending, named: true };
  const read = async (of: string) => {
    const isData = /json|yaml/.test(ending);
    const findings = await (isData ? lintPayloads : lintSource)(of, target, {
      ...settings,
      ...(isData && { kind }),
    });
    return { ...findings, diagnostics: settleFindings(of, findings, target, settings) };
  };
  const first = await read(text);
  const { text: after, count, findings } = await fixed(text, first, read, alsoUnsafe);
  return {
    after,
    count,
    before: first.diagnostics.length,
    remaining: findings.diagnostics.map(({ rule }) => rule),
    troubles: findings.troubles,
  };
}

const mendedText = async (ending: string, text: string, alsoUnsafe?: boolean) =>
  (await mend(ending, text, alsoUnsafe)).after;

const rest = Object.entries({
  ...plain,
  amount: undefined,
  tax_free: undefined,
  pay_method: undefined,
})
  .filter(([, value]) => value !== undefined)
  .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  .join(", ");

describe("JavaScript", () => {
  const call = (properties: string) => `IMP.request_pay({ ${rest},${properties} });`;
  it.each([
    [
      "a text into a number",
      ` pay_method: "card", tax_free: 0, amount: "80000"`,
      ` pay_method: "card", tax_free: 0, amount: 80000`,
    ],
    [
      "a missing tax_free in the line",
      ` pay_method: "card", amount: 80000`,
      ` pay_method: "card", amount: 80000, tax_free: 0`,
    ],
    [
      "a missing tax_free on a line of its own",
      `\n  pay_method: 'card',\n  amount: 80000, // won\n`,
      `\n  pay_method: 'card',\n  amount: 80000,\n  tax_free: 0, // won\n`,
    ],
    [
      "the same with Windows line ends",
      `\r\n\tpay_method: 'card',\r\n\tamount: 80000\r\n`,
      `\r\n\tpay_method: 'card',\r\n\tamount: 80000,\r\n\ttax_free: 0\r\n`,
    ],
    [
      "in the quotes of the keys around",
      ` 'pay_method': "card", 'amount': 80000`,
      ` 'pay_method': "card", 'amount': 80000, 'tax_free': 0`,
    ],
    [
      "a duplicate key",
      ` pay_method: "card", tax_free: 0, amount: 80000, pay_method: "trans"`,
      ` tax_free: 0, amount: 80000, pay_method: "trans"`,
    ],
    [
      "a duplicate key with its line",
      `\n  pay_method: "card",\n  tax_free: 0, amount: 80000,\n  pay_method: "trans"`,
      `\n  tax_free: 0, amount: 80000,\n  pay_method: "trans"`,
    ],
  ])("%s", async (_name, before, expected) => {
    expect(await mendedText(".js", call(before))).toBe(call(expected));
  });
  it("hyphens out of the business number, in its quotes, and a forbidden list out", async () => {
    const { display, ...samsung } = { ...direct("365"), display: undefined };
    const text = (number: string, quota: string) =>
      `IMP.request_pay(${JSON.stringify(samsung).replace('"1234567891"', number).slice(0, -1)}${quota}});`;
    expect(
      await mendedText(".ts", text("'123-45-67891'", `,"display":{"card_quota":[2,3],"x":1}`)),
    ).toBe(text("'1234567891'", `,"display":{"x":1}`));
  });
  it("where the value is written, not where it is used", async () => {
    const text = (amount: string) =>
      `const order = {\n  amount: ${amount},\n};\nIMP.request_pay({ ${rest}, pay_method: "card", tax_free: 0, ...order });`;
    expect(await mendedText(".js", text('"80000"'))).toBe(text("80000"));
  });
  it("not of a value that is not written out", async () => {
    const text = `const amount = "80000"; IMP.request_pay({ ${rest}, pay_method: "card", tax_free: 0, amount });`;
    expect(await mend(".js", text)).toMatchObject({ after: text, remaining: ["shape/type"] });
  });
  it("twice used, once mended", async () => {
    const text = (amount: string) =>
      `const order = { ${rest}, pay_method: "card", tax_free: 0, amount: ${amount} }; IMP.request_pay(order); IMP.request_pay(order);`;
    expect(await mend(".js", text('"80000"'))).toMatchObject({ after: text("80000"), count: 2 });
  });
  it("what is unsafe only when asked to", async () => {
    const text = call(` pay_method: "card", amount: 80000`);
    expect(await mendedText(".js", text, false)).toBe(text);
  });
  it("not what a comment suppresses", async () => {
    const text = `// paylint-disable-next-line shape/type -- the server sends texts\n${call(` pay_method: "card", tax_free: 0, amount: "80000"`)}`;
    expect(await mend(".js", text)).toMatchObject({ after: text, before: 0 });
  });
});

describe("pages and commands", () => {
  it("a script, a handler, a document", async () => {
    const call = (amount: string) =>
      `IMP.request_pay({${rest.replaceAll('"', "'")}, pay_method: 'card', tax_free: 0, amount: ${amount}})`;
    for (const page of [
      (code: string) => `<p>\n<script>${code}</script>`,
      (code: string) => `<a onclick="${code}">x</a>`,
    ]) {
      expect(await mendedText(".html", page(call("'80000'")))).toBe(page(call("80000")));
    }
    const fence = (code: string) => `\`\`\`js\n${code}\n\`\`\``;
    expect(await mendedText(".md", fence(call("'80000'")))).toBe(fence(call("80000")));
  });
  it("the body of a command, unless its quotes are escaped", async () => {
    const command = (amount: string) =>
      `# paylint: ksnet\ncurl -d '{"merchant_uid":"T-1","amount":${amount}}' https://api.iamport.kr/payments/prepare`;
    expect(await mendedText(".sh", command('"80000"'))).toBe(command("80000"));
    const escaped = `# paylint: ksnet\ncurl -d "{\\"merchant_uid\\":\\"T-1\\",\\"amount\\":\\"80000\\"}" https://api.iamport.kr/payments/prepare`;
    expect(await mend(".sh", escaped)).toMatchObject({ after: escaped, remaining: ["shape/type"] });
  });
});

describe("JSON and YAML", () => {
  it("keeps comments, order and form of JSON", async () => {
    const text = (amount: string, more: string) =>
      `{\n\t// what\n\t"amount": ${amount}, /* won */\n\t"pg": "ksnet.2999199999", "pay_method": "card",\n\t"merchant_uid": "T-1",\n\t"name": "cup", "buyer_name": "Lee", "currency": "KRW",\n\t"m_redirect_url": "https://store.example"${more}\n}\n`;
    expect(await mendedText(".jsonc", text('"80000"', ""))).toBe(
      text("80000", `,\n\t"tax_free": 0`),
    );
  });
  it("keeps comments, order and form of YAML", async () => {
    const text = (amount: string, more: string) =>
      `# what\npg: ksnet.2999199999\npay_method: card\nmerchant_uid: T-1\nname: cup\namount: ${amount} # won\nbuyer_name: Lee\ncurrency: KRW\nm_redirect_url: https://store.example${more}\n`;
    expect(await mendedText(".yaml", text('"80000"', ""))).toBe(text("80000", "\ntax_free: 0"));
  });
  it("takes out the earlier of two keys", async () => {
    const text = JSON.stringify(plain);
    expect(await mendedText(".json", text.replace("{", '{"pay_method":"vbank",'))).toBe(text);
  });
  it("mends a line of NDJSON in its line", async () => {
    const line = JSON.stringify(plain);
    expect(await mendedText(".ndjson", `${line.replace('"tax_free":0,', "")}\n${line}\n`)).toMatch(
      /^\{"pg":"[^\n]*","tax_free": ?0\}\n\{[^\n]*\}\n$/,
    );
  });
});

describe("whatever is wrong", () => {
  const payloads = fc.oneof(
    valid(kind),
    ...rules
      .filter(({ kinds, inText }) => Object.hasOwn(kinds, kind) && !inText)
      .map(({ id }) => violating(id, { kind })),
  ) as fc.Arbitrary<Record<string, unknown>>;
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
    "%s: a fixed file parses, has fewer findings, and nothing more is fixed",
    async (ending, write, parse) => {
      let mended = 0;
      await fc.assert(
        fc.asyncProperty(payloads, async (payload) => {
          const text = write(payload);
          const once = await mend(ending, text);
          parse(once.after);
          expect(once.troubles).toEqual([]);
          if (once.after === text) return;
          mended++;
          expect(once.remaining.length).toBeLessThan(once.before);
          expect(await mendedText(ending, once.after)).toBe(once.after);
        }),
        { numRuns: 150 },
      );
      expect(mended).toBeGreaterThan(3);
    },
  );
});
