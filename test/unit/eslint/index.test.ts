import { ESLint } from "eslint";
import { ESLint as ESLint9 } from "eslint9";
import { rules } from "paylint";
import paylint, { type Settings } from "paylint/eslint";
import { describe, expect, it } from "vitest";
import * as vue from "vue-eslint-parser";
import { lintText } from "../../support/lintText.js";
import { direct, plain } from "../../support/payloads.js";

const engines = { "ESLint 10": ESLint, "ESLint 9": ESLint9 as unknown as typeof ESLint };

function engine(Engine: typeof ESLint, settings: Settings = {}, fix = false) {
  return new Engine({
    overrideConfigFile: true,
    fix,
    overrideConfig: [
      { files: ["**/*.vue"], languageOptions: { parser: vue } },
      {
        files: ["**/*.{js,jsx,vue}"],
        ...paylint.configs.recommended,
        languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
        settings: { paylint: settings },
      },
    ],
  });
}

async function run(Engine: typeof ESLint, filePath: string, text: string, settings?: Settings) {
  const [result] = await engine(Engine, settings).lintText(text, { filePath });
  return (result as ESLint.LintResult).messages;
}

const samsung = JSON.stringify({ ...direct("365"), amount: "100", tax_free: undefined });
const sources: [string, string][] = [
  [
    "a.js",
    `const { IMP } = window;\nconst data = ${samsung};\nIMP.request_pay({ ...data, display: { card_quota: [1] } }, (rsp) => { if (rsp.success) {} });`,
  ],
  [
    "a.jsx",
    `export const Pay = ({ order }) => <button onClick={() => IMP.request_pay({ pg: "ksnet", ...order.extra, amount: "1", pay_method: "card", pay_method: "vbank" })}>x</button>;`,
  ],
  [
    "a.js",
    `import axios from "axios";\n// paylint: ksnet\nexport const again = (id) => axios.post("https://api.iamport.kr/subscribe/payments/again", { customer_uid: id, amount: 0 });`,
  ],
  [
    "a.js",
    `function f(IMP, { amount }) { const order = { amount: "1" }; order.amount = amount; IMP.request_pay({ bypass: { ksnet: {} }, ...order }); }`,
  ],
  [
    "a.js",
    `const s = document.createElement("script"); s.src = "//cdn.iamport.kr/js/iamport.payment-1.2.0.js"; IMP.request_pay(${samsung});`,
  ],
  [
    "a.js",
    `// paylint-disable-next-line shape/type, tax/tax-free -- known\nIMP.request_pay(${samsung});\n// paylint-disable-next-line tax/vbank -- nothing\nIMP.request_pay(${JSON.stringify(plain)});`,
  ],
  [
    "a.vue",
    `<template><a @click="pay">x</a></template>\n<script>\nexport default { methods: { pay() { IMP.request_pay(${samsung}); } } };\n</script>`,
  ],
];

describe.each(Object.entries(engines))("%s", (_name, Engine) => {
  it.each(sources)(
    "The plugin finds in %s what the command line finds, at the same places: %s",
    async (file, text) => {
      const ending = file.slice(file.lastIndexOf("."));
      const messages = await run(Engine, file, text);
      const result = await lintText(ending, text, { rules: { "order/constant": "warning" } });
      const found = result.diagnostics.map(({ rule, message, range }) => [
        `paylint/${rule}`,
        range.line,
        range.column,
        range.endLine,
        range.endColumn,
        message,
      ]);
      const told = messages.map(({ ruleId, line, column, endLine, endColumn, message }) => [
        ruleId,
        line,
        column,
        endLine,
        endColumn,
        message,
      ]);
      expect(found.length).toBeGreaterThan(0);
      expect(told.sort()).toEqual(found.sort());
    },
  );
  it("The plugin hears comments, and complains of those that suppress nothing", async () => {
    const [file, text] = sources[5] as [string, string];
    const messages = await run(Engine, file, text);
    expect(messages.map(({ ruleId, line }) => `${line} ${ruleId}`)).toEqual([
      "3 paylint/source/unused-suppression",
    ]);
  });
  it("The plugin fixes what is safe, suggests what is not", async () => {
    const text = (amount: string) => `IMP.request_pay(${samsung.replace('"100"', amount)});`;
    const [result] = await engine(Engine, {}, true).lintText(text('"100"'), { filePath: "a.js" });
    expect(result?.output).toBe(text("100"));
    const [suggestion] = result?.messages.flatMap(({ suggestions }) => suggestions ?? []) ?? [];
    expect(suggestion).toMatchObject({ desc: "Add tax_free: 0", fix: { text: ',"tax_free":0' } });
  });
  it("The plugin takes the gateway from the settings", async () => {
    const text = `IMP.request_pay({ channelKey: "channel-key-1", amount: "1" });`;
    // PortOne itself does not ask for it.
    const isFound = async (settings: Settings) =>
      (await run(Engine, "a.js", text, settings)).some(({ message }) =>
        message.startsWith("currency is missing"),
      );
    expect(await isFound({})).toBe(false);
    expect(await isFound({ pg: "ksnet" })).toBe(true);
    expect(await isFound({ gateway: "ksnet" })).toBe(true);
    expect(await isFound({ channels: { "channel-key-1": "ksnet" } })).toBe(true);
    expect(await isFound({ channels: { "channel-key-1": "nice" } })).toBe(false);
    expect(await isFound({ gateways: ["ksnet"] })).toBe(true);
    expect(await isFound({ gateways: ["ksnet", "kcp"] })).toBe(false);
  });
  it("The plugin takes a gateway by its company", async () => {
    const text = `IMP.request_pay({ channelKey: "channel-key-1", pay_method: "card" });`;
    const [byCompany, byCode] = await Promise.all(
      ["inicis", "html5_inicis"].map((gateway) => run(Engine, "a.js", text, { gateway })),
    );
    expect(byCompany).toEqual(byCode);
    expect(byCompany).not.toEqual(await run(Engine, "a.js", text));
  });
  it("The plugin knows what time it is", async () => {
    const body = `{ payment, timeToPay: "2020-01-01T00:00:00+09:00" }`;
    const text = `fetch(\`https://api.portone.io/payments/\${id}/schedule\`, { method: "POST", body: JSON.stringify(${body}) });`;
    const messages = await run(Engine, "a.js", text);
    expect(messages.map(({ ruleId }) => ruleId)).toContain("paylint/schedule/past");
  });
  it("The plugin speaks Korean, of one environment", async () => {
    const text = `IMP.request_pay(${JSON.stringify({ ...plain, m_redirect_url: undefined })});`;
    expect(await run(Engine, "a.js", text, { environment: "pc" })).toEqual([]);
    const [message] = await run(Engine, "a.js", text, { locale: "ko" });
    expect(message?.message).toMatch(/[가-힣]/);
  });
  it("The plugin refuses settings that it does not know", async () => {
    await expect(
      run(Engine, "a.js", "IMP.request_pay({ amount })", { envronment: "pc" } as never),
    ).rejects.toThrow(/no key envronment; known: pg/);
    await expect(
      run(Engine, "a.js", "IMP.request_pay({ amount })", { locale: "fr" } as never),
    ).rejects.toThrow("settings.paylint.locale must be one of en, ko, not fr");
    const text = "IMP.request_pay({ amount })";
    for (const settings of [
      { pg: "ksent" },
      { gateway: "ksent" },
      { gateways: ["kcp", "ksent"] },
    ]) {
      await expect(run(Engine, "a.js", text, settings)).rejects.toThrow(
        /^settings\.paylint\.\w+ must be the name of a gateway, which `npx paylint gateways` lists, not ksent/,
      );
    }
  });
});

it("The plugin has every rule of the table that can report something, as severe as there", () => {
  const reported = rules.filter(({ note }) => !note);
  expect(reported.length).toBeLessThan(rules.length);
  expect(Object.keys(paylint.rules)).toEqual(reported.map(({ id }) => id));
  const expected = reported.map(({ id, severity }) => [
    `paylint/${id}`,
    severity === "error" ? "error" : "warn",
  ]);
  expect(Object.entries(paylint.configs.recommended.rules ?? {})).toEqual(expected);
});
