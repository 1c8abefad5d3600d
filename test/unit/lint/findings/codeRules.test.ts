import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { lintText } from "../../../../dist/lint/index.js";
import { readTables } from "../../../../src/compiler/tables/readTables.js";

const { codeRules: rows } = readTables(
  fileURLToPath(new URL("../../../../schemas", import.meta.url)),
);

const ids = new Set(rows.map(({ id }) => id));

/** What is found of the code around payments, as `line:column severity rule`. */
async function found(text: string, filename = "a.js"): Promise<string[]> {
  const { diagnostics } = await lintText(text, { filename });
  return diagnostics
    .filter(({ rule }) => ids.has(rule))
    .map(({ range, severity, rule }) => `${range.line}:${range.column} ${severity} ${rule}`);
}

const v1 = '<script src="https://cdn.iamport.kr/v1/iamport.js"></script>';
const v2 = '<script src="https://cdn.portone.io/v2/browser-sdk.js"></script>';

describe("The samples of each row show it", () => {
  it.each(rows.map((row) => [`${row.id} ${row.finds}`, row] as const))(
    "The samples of the row show it: %s",
    async (_name, row) => {
      const { wrong, right, language, severity, id } = row;
      const file = `a.${language}`;
      const told = await found(wrong, file);
      expect(told.map((one) => one.slice(one.indexOf(" ") + 1))).toEqual([`${severity} ${id}`]);
      expect(await found(right, file)).toEqual([]);
    },
  );
});

describe("The user code", () => {
  it.each([
    ['IMP.init("channel-key-00000000-0000-4000-8000-000000000000");', "1:10 error init/user-code"],
    ['window.IMP?.init("store-1");', "1:18 error init/user-code"],
    [
      'const code = "imp12345678"; IMP.init(code); IMP.request_pay(o, f);',
      "1:38 warning init/user-code",
    ],
    [
      'import IMP from "iamport-react-native"; const a = <IMP.Payment userCode="iamport" data={o} />;',
      "1:73 warning init/user-code",
    ],
    [
      'import { IMP } from "iamport-capacitor"; new IMP().certification({ userCode: "TC0ONETIME", data });',
      "1:78 error init/user-code",
    ],
  ])("The user code is judged: %s", async (text, expected) => {
    expect(await found(text, "a.jsx")).toEqual([expected]);
  });

  it.each([
    'IMP.init("imp12340000");',
    "IMP.init(process.env.CODE);",
    'app.init("TC0ONETIME"); IMP.request_pay(o, f);',
    'const IMP = { init() {} }; IMP.init("store-1"); request_pay(o);',
  ])("The user code has nothing said of it: %s", async (text) => {
    expect(await found(text)).toEqual([]);
  });

  it("A placeholder for a user code is no fault in a document, and another id is one", async () => {
    const fence = (code: string) =>
      `\`\`\`js\nIMP.init("${code}");\nIMP.request_pay(o, f);\n\`\`\`\n`;
    expect(await found(fence("imp00000000"), "a.md")).toEqual([]);
    expect(await found(fence("TC0ONETIME"), "a.md")).toEqual(["2:10 error init/user-code"]);
  });
});

describe("A call in a document", () => {
  const fence = (code: string) => `\`\`\`ts\n${code}\n\`\`\`\n`;

  it("A call in a document is judged whose callbacks are inside the request", async () => {
    const call = "PortOne.loadIssueBillingKeyUI({ order, onIssueBillingKeyFail: (e) => {} });";
    const expected = ["2:40 error sdk/callbacks-in-request"];
    expect(await found(fence(call), "a.mdx")).toEqual(expected);
  });

  it.each([
    [
      "await axios.post(`https://api.portone.io/payments/${id}/schedules`, order, config);",
      "2:18 error rest/unknown-path",
    ],
    [
      'await fetch(`https://api.portone.io/payments/${id}/cancel`, { method: "POST", data: JSON.stringify({ reason }) });',
      "2:79 error rest/body",
    ],
  ])(
    "A call in a document is judged by a path or a body that is wrong everywhere: %s",
    async (code, expected) => {
      expect(await found(fence(code), "a.mdx")).toEqual([expected]);
    },
  );

  it.each([
    'await fetch("https://api.portone.io/...", { method: "POST" });',
    'await fetch("https://api.portone.io/payments/{paymentId}/cancel", { method: "POST", body: "{...}" });',
    'await fetch("https://api.portone.io/payments/결제아이디");',
    'await fetch(`https://api.portone.io/payments/${id}/cancel`, { method: "POST", body: JSON.stringify({ reason }) });',
  ])(
    "A call in a document is not held against what its reader replaces or adds: %s",
    async (code) => {
      expect(await found(fence(code), "a.mdx")).toEqual([]);
    },
  );
});

describe("Order numbers", () => {
  it.each([
    [
      'const pay = () => IMP.request_pay({ merchant_uid: "o-1" }, f);',
      "1:51 warning order/constant",
    ],
    [
      'const id = "o-1"; const pay = () => IMP.request_pay({ merchant_uid: id }, f);',
      "1:69 warning order/constant",
    ],
    [
      "const id = `o-${crypto.randomUUID()}`; on(() => { IMP.request_pay({ merchant_uid: id }, f); });",
      "1:83 warning order/constant",
    ],
  ])("An order number is judged: %s", async (text, expected) => {
    expect(await found(text)).toEqual([expected]);
  });

  it.each([
    'IMP.request_pay({ merchant_uid: "o-1" }, f);',
    "const pay = (id) => IMP.request_pay({ merchant_uid: id }, f);",
    "const id = load(); const pay = () => IMP.request_pay({ merchant_uid: id }, f);",
    "const pay = () => { const id = `o-${Date.now()}`; IMP.request_pay({ merchant_uid: id }, f); };",
    "let id = `o-${Date.now()}`; const pay = () => { id = next(); IMP.request_pay({ merchant_uid: id }, f); };",
    'const stop = () => axios.post("https://api.iamport.kr/payments/cancel", { merchant_uid: "o-1" });',
    "const pay = () => IMP.request_pay({ name: `${x}`, merchant_uid: o.id }, f);",
  ])("An order number has nothing said of it: %s", async (text) => {
    expect(await found(text)).toEqual([]);
  });

  it("An order number ${…} in a page is the server's", async () => {
    const code = 'IMP.request_pay({ merchant_uid: "${order.id}" }, f);';
    expect(await found(`<script>${code}</script>`, "a.jsp")).toEqual([]);
    expect(await found(code)).toEqual(["1:33 warning source/plain-template"]);
  });
});

describe("The SDK", () => {
  it.each([
    [`${v2}<script>IMP.request_pay(o, f);</script>`, ["1:73 error sdk/script"]],
    [`${v1}<script>IMP.request_pay(o, f);</script>`, []],
    [`${v1}${v2}<script>IMP.request_pay(o, f);</script>`, []],
    ["<script>IMP.request_pay(o, f);</script>", []],
    [
      `${v2}<script>axios.post("https://api.iamport.kr/payments/cancel", { merchant_uid: o.merchantUid }, { headers });</script>`,
      [],
    ],
  ])("The SDK of a page is compared with its calls: %s", async (text, expected) => {
    expect(await found(text, "a.html")).toEqual(expected);
  });

  it.each([
    ["const pay = async () => { await IMP.request_pay(o); };", ["1:33 warning sdk/awaited"]],
    ["const pay = async () => { await IMP.request_pay(o, f); };", []],
    ["IMP.request_pay(o);", []],
    ['import PortOne from "@portone/browser-sdk/v2"; PortOne.requestPayment(o);', []],
    [
      'const P = require("@portone/browser-sdk"); P.requestPayment(o);',
      ["1:19 error sdk/import-path"],
    ],
  ])("The SDK is compared with what is done with its result: %s", async (text, expected) => {
    expect(await found(text)).toEqual(expected);
  });
});

describe("An address of the developer's own machine", () => {
  const pay =
    'IMP.request_pay({ m_redirect_url: "http://localhost:3000/done", merchant_uid: id });';
  it.each([
    ["src/pay.js", ["1:35 warning checkout/local-address"]],
    ["src/pay.test.js", []],
    ["examples/pay.js", []],
    ["README.md", []],
    ["README.MD", []],
    ["docs/pay.markdown", []],
    ["docs/pay.mdx", []],
    ["src/Pay.TEST.js", []],
    ["Examples/pay.js", []],
    ["src/latest.js", ["1:35 warning checkout/local-address"]],
  ])(
    "An address of the developer's own machine is judged by the file that it is in: %s",
    async (file, expected) => {
      const text = /\.(?:md|mdx|markdown)$/i.test(file) ? `\`\`\`js\n${pay}\n\`\`\`\n` : pay;
      expect(await found(text, file)).toEqual(expected);
    },
  );
});

describe("The name of what is handed over", () => {
  it.each(["order.imp_uid", "order.impUid", "order.getImpUid()", "order.get_imp_uid()", "impUid!"])(
    "The name of what is handed over says that it is another id: %s",
    async (name) => {
      expect(await found(`IMP.request_pay({ merchant_uid: ${name} }, f);`, "a.ts")).toEqual([
        "1:33 warning order/other-id",
      ]);
    },
  );
  it.each(["order.merchantUid", "impUids", "order.forImpUid", "other()"])(
    "The name of what is handed over says nothing: %s",
    async (name) => {
      expect(await found(`IMP.request_pay({ merchant_uid: ${name} }, f);`, "a.ts")).toEqual([]);
    },
  );
});

it("A finding of a name says the name as it is written", async () => {
  const text = "IMP.request_pay({ merchant_uid: order.getImpUid() }, f);";
  const { diagnostics } = await lintText(text, { filename: "a.js" });
  const [found] = diagnostics.filter(({ rule }) => rule === "order/other-id");
  expect(found?.message).toMatch(/\bImpUid\b/);
  expect(found?.path).toBe("/merchant_uid");
});

describe("A script of the SDK that comes below its use", () => {
  const use = '<script>IMP.init("imp00000001");</script>';
  const useAbove = "sdk/before-use";
  const rulesFound = async (text: string) =>
    (await found(text, "a.html")).map((one) => one.replace(/^\S+ \S+ /, ""));
  it.each([
    [[use, v1], 1],
    [[v1, use], 0],
    [[v1, use, v1], 0],
    [[use, v1, v1], 1],
    [[use], 0],
    [[use, v2], 0],
  ])("A script of the SDK below its use is told where all are below: %j", async (parts, count) => {
    const told = (await rulesFound(parts.join("\n"))).filter((rule) => rule === useAbove);
    expect(told).toHaveLength(count);
  });
});
