import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, folderWith, runIn } from "../../../support/command.js";

/** What the command writes into the first of the files, and its report. */
async function migrated(files: Files, ...args: string[]) {
  const folder = folderWith(files);
  const [name = ""] = Object.keys(files);
  const { status, stdout } = await runIn(folder, ["migrate", "--write", ...args, "."]);
  return { status, report: stdout, text: readFileSync(join(folder, name), "utf8") };
}

const payload = `{ pg: "ksnet", pay_method: "card", merchant_uid: id, name: "a", amount: total }`;

describe("paylint migrate", () => {
  it("paylint migrate shows a diff and writes nothing unless asked", async () => {
    const source = `IMP.request_pay(${payload}, done);\n`;
    const folder = folderWith({ "pay.js": source });
    const { status, stdout, stderr } = await runIn(folder, ["migrate", "pay.js"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^--- a\/pay\.js\n\+\+\+ b\/pay\.js\n/);
    expect(stderr).toMatch(/pay\.js\n {2}done\n/);
    expect(readFileSync(join(folder, "pay.js"), "utf8")).toBe(source);
  });

  it("paylint migrate takes the gateway of a call from its channel in the configuration, or from a comment", async () => {
    const call = (key: string) =>
      `IMP.request_pay({ channelKey: ${key}, merchant_uid: id, name: "a", amount: 12.5 }, done);\n`;
    const config = JSON.stringify({
      channels: { "channel-key-1": "eximbay", "env:CHANNEL": "eximbay" },
    });
    const inDollars = '  totalAmount: 1250,\n  currency: "USD",\n';
    for (const code of [
      call('"channel-key-1"'),
      call("process.env.CHANNEL"),
      `// paylint: eximbay\n${call("key")}`,
    ]) {
      const { text } = await migrated({ "pay.js": code, "paylint.config.json": config });
      expect(text).toContain(inDollars);
    }
    const { text: inPage } = await migrated({
      "pay.html": `<script>${call('"channel-key-1"')}</script>`,
      "paylint.config.json": config,
    });
    expect(inPage).toContain('currency: "USD"');
    const { text } = await migrated({ "pay.js": call("key"), "paylint.config.json": config });
    expect(text).not.toContain('"USD"');
  });

  it("paylint migrate hands a callback that is a name to then", async () => {
    const { text } = await migrated({ "pay.js": `IMP.request_pay(${payload}, done);\n` });
    expect(text).toMatch(/^PortOne\.requestPayment\(\{\n/);
    expect(text).toMatch(/\n\}\)\.then\(done\);\n$/);
    expect(text).toContain('  paymentId: id,\n  orderName: "a",\n  totalAmount: total,\n');
  });

  it("paylint migrate keeps a callback where its return would end another function", async () => {
    const { text } = await migrated({
      "pay.js": `function pay() {\n  IMP.request_pay(${payload}, (rsp) => {\n    if (!rsp.success) return;\n    done();\n  });\n  after();\n}\n`,
    });
    expect(text).toMatch(/\}\)\.then\(\(rsp\) => \{\n {4}if \(rsp\?\.code !== undefined\) return;/);
    expect(text).not.toContain("async");
  });

  it("paylint migrate makes methods async", async () => {
    const { text } = await migrated({
      "pay.ts": `class Shop {\n  pay(id: string, total: number): void {\n    window.IMP.request_pay(${payload}, (rsp) => {\n      done(rsp.merchant_uid);\n    });\n  }\n}\n`,
    });
    expect(text).toContain("  async pay(id: string, total: number)");
    expect(text).toContain("    const rsp = await window.PortOne.requestPayment({\n");
    expect(text).toContain("\n    done(rsp.paymentId);\n  }\n}\n");
  });

  it("paylint migrate converts amounts of dollars in code, and lists those of unknown currency", async () => {
    const of = (more: string) =>
      migrated({
        "a.js": `IMP.request_pay({ ${more} merchant_uid: id, name: "a", amount: total });\n`,
      });
    expect((await of(`pg: "eximbay",`)).text).toContain("totalAmount: Math.round((total) * 100),");
    const unknown = await of("");
    expect(unknown.text).toContain("totalAmount: total,");
    expect(unknown.report).toMatch(/\/amount → \/totalAmount: .*currency is not known/);
  });

  it.each([
    ["a spread", "IMP.request_pay({ ...base, amount: 1 }, done);"],
    ["a payload from elsewhere", "IMP.request_pay(payload, done);"],
    [
      "a REST call without the shop's id",
      `fetch("https://api.iamport.kr/payments/cancel", { method: "POST", body: JSON.stringify({ imp_uid: id, reason: "r" }) });`,
    ],
    ["a call for a token", `axios.post("https://api.iamport.kr/users/getToken", keys);`],
    [
      "a form",
      `axios.post("https://api.iamport.kr/payments/cancel", new URLSearchParams({ merchant_uid: "a", reason: "r" }));`,
    ],
    ["buttons that issue a billing key", `IMP.loadUI("paypal-rt", ${payload}, done);`],
  ])("paylint migrate leaves %s as it was, with a comment", async (_, code) => {
    const { text, report } = await migrated({ "pay.js": `${code}\n` });
    expect(text).toMatch(/^\/\/ TODO\(paylint\): .*\n/);
    expect(text.split("\n").slice(1).join("\n")).toBe(`${code}\n`);
    expect(report).toContain("not touched");
  });

  it("paylint migrate sends REST calls to V2, with the id in the address and V2's secret", async () => {
    const { text, report } = await migrated({
      "pay.js": `await axios({\n  url: "https://api.iamport.kr/payments/cancel",\n  method: "post",\n  headers: { Authorization: token },\n  data: {\n    merchant_uid: order.id,\n    amount: refund,\n    reason,\n  },\n});\n`,
    });
    expect(text).toContain(
      `  url: \`https://api.portone.io/payments/\${encodeURIComponent(order.id)}/cancel\`,\n  method: "post",\n  headers: { Authorization: \`PortOne \${process.env.PORTONE_API_SECRET}\` },\n  data: {\n`,
    );
    expect(text).toMatch(/\n {4}amount: refund,\n {4}reason,\n {4}skipWebhook: true,\n {2}\},\n/);
    expect(report).toMatch(/V2 answers with the object itself/);
  });

  it("paylint migrate puts plain ids into the address as they are, and changes the method where V2's is another", async () => {
    const { text } = await migrated({
      "pay.js": `axios.put('https://api.iamport.kr/payments/prepare', { merchant_uid: 'a-1', amount: 100 });\n`,
    });
    expect(text).toContain("axios.post('https://api.portone.io/payments/a-1/pre-register', {");
  });

  it("paylint migrate does not take the currency of another call's gateway", async () => {
    const { text } = await migrated({
      "pay.js": `IMP.request_pay({ pg: "eximbay", merchant_uid: id, name: "a", amount: 10 });\nIMP.request_pay({ channelKey: "c", merchant_uid: id, name: "a", amount: total });\n`,
    });
    expect(text).toContain("totalAmount: 1000,");
    expect(text).toContain("totalAmount: total,");
  });

  it("paylint migrate gives PayPal's buttons both callbacks", async () => {
    const { text } = await migrated({
      "a.js": `IMP.loadUI("paypal-spb", { pg: "paypal_v2", merchant_uid: id, name: "a", amount: 19.99 }, done);\nIMP.loadUI("paypal-spb", { pg: "paypal_v2", merchant_uid: id, name: "a", amount: 1 }, (rsp) => log(rsp.imp_uid));\n`,
    });
    expect(text).toContain("}, { onPaymentSuccess: done, onPaymentFail: done });\n");
    expect(text).toContain(
      "}, ((onPayment) => ({ onPaymentSuccess: onPayment, onPaymentFail: onPayment }))((rsp) => log(rsp.txId)));\n",
    );
  });

  it("paylint migrate rewrites the scripts of a page, and what loads the SDK", async () => {
    const { text } = await migrated({
      "a.html": `<script src="https://cdn.iamport.kr/v1/iamport.js"></script>\n<script>\n  const IMP = window.IMP;\n  IMP.init("imp1");\n  IMP.request_pay(${payload});\n</script>\n`,
    });
    expect(text).toContain(
      `<script src="https://cdn.portone.io/v2/browser-sdk.js"></script>\n<script>\n  PortOne.requestPayment({\n`,
    );
    expect(text).not.toContain("IMP;");
  });

  it("paylint migrate rewrites JSON in its own indentation", async () => {
    const { text, report } = await migrated(
      { "x.cancel.json": `{\n\t"merchant_uid": "a",\n\t"reason": "r"\n}\n` },
      "--locale",
      "ko",
    );
    expect(text).toBe(`{\n\t"reason": "r",\n\t"skipWebhook": true\n}\n`);
    expect(report).toContain("정할 것");
    expect(report).toContain("파일 이름은 아직 V1 종류를 뜻합니다");
  });

  it("paylint migrate says nothing of a file's name that says no kind", async () => {
    const file = { "order.json": `{ "merchant_uid": "a", "reason": "r" }\n` };
    const { text, report } = await migrated(file, "--kind", "portone.v1.cancel");
    expect(text).toContain("skipWebhook");
    expect(report).not.toContain("file's name");
  });

  it("paylint migrate rewrites JSON with comments and YAML, whose comments move with their keys", async () => {
    const json = await migrated({
      "x.request-pay.jsonc": `{\n  // the sum\n  "amount": 100,\n  "pg": "ksnet",\n  "pay_method": "card"\n}\n`,
    });
    expect(json.text).toContain(`  // the sum\n  "totalAmount": 100,\n`);
    expect(json.text).toContain(`  // TODO(paylint): "pg": "ksnet": `);
    expect(json.text).toMatch(/\n {2}"currency": "KRW"\n\}\n$/);
    const yaml = await migrated({
      "x.request-pay.yaml": `# by card\npg: ksnet\n# the sum\namount: 100 # won\nbuyer_name: 홍길동\n`,
    });
    expect(yaml.text).toMatch(/^# by card\n# TODO\(paylint\): /);
    expect(yaml.text).toContain(
      "# the sum\ntotalAmount: 100 # won\ncustomer:\n  fullName: 홍길동\n",
    );
    const aliases = await migrated({ "x.request-pay.yaml": "a: &a 1\namount: *a\n" });
    expect(aliases.text).toBe("a: &a 1\namount: *a\n");
    expect(aliases.report).toMatch(/not touched\n.*aliases/);
  });

  it("paylint migrate rewrites curl commands and .http requests, in the quotes that they have", async () => {
    const { text } = await migrated({
      "a.sh": `curl https://api.iamport.kr/payments/cancel -H 'Authorization: Bearer t' -H 'Content-Type: application/json' -d '{"merchant_uid":"a 1","reason":"it'\\''s"}'\n`,
    });
    expect(text).toMatch(/^# TODO\(paylint\): .*\n/);
    expect(text).toContain(
      `curl https://api.portone.io/payments/a%201/cancel -H "Authorization: PortOne $PORTONE_API_SECRET" -H 'Content-Type: application/json' -d '{"reason":"it'\\''s","skipWebhook":true}'`,
    );
    const http = await migrated({
      "a.http": `POST https://api.iamport.kr/payments/cancel\nAuthorization: {{token}}\nContent-Type: application/json\n\n{\n  "merchant_uid": "a",\n  "reason": "r"\n}\n`,
    });
    expect(http.text).toContain(
      `POST https://api.portone.io/payments/a/cancel\nAuthorization: PortOne {{PORTONE_API_SECRET}}\nContent-Type: application/json\n\n{\n  "reason": "r",\n  "skipWebhook": true\n}\n`,
    );
  });

  it.each([
    ["a variable", `-H "Content-Type: application/json" -d "{\\"merchant_uid\\":\\"$ID\\"}"`],
    ["a form", "-d merchant_uid=a"],
    ["no id", `-H "Content-Type: application/json" -d '{"imp_uid":"imp_1","reason":"r"}'`],
  ])("paylint migrate leaves a curl command with %s as it was, with a comment", async (_, rest) => {
    const line = `curl https://api.iamport.kr/payments/cancel ${rest}\n`;
    const { text, report } = await migrated({ "a.sh": line });
    expect(text.split("\n").slice(1).join("\n")).toBe(line);
    expect(text).toMatch(/^# TODO\(paylint\): /);
    expect(report).toContain("not touched");
  });

  it("paylint migrate says nothing of files without payments, and refuses to migrate nothing", async () => {
    expect((await migrated({ "a.js": "const IMP = 1;\n" })).report).toBe("");
    expect(await runIn(folderWith(), ["migrate"])).toMatchObject({ status: 2 });
  });
});
