import { describe, expect, it } from "vitest";
import { codes, lines, lintText } from "../../../../support/lintText.js";

const start = `pg: "ksnet.2999199999", pay_method: "card", merchant_uid: "T-1", name: "cup", tax_free: 0, buyer_name: "Lee", currency: "KRW", m_redirect_url: "https://store.example/done"`;
const found = async (text: string, ending = ".js", options = {}) =>
  lines(await lintText(ending, text, options)).map((line) => line.replace(/^\S+ /, ""));

describe("what the file says of a value is followed, and nothing is said of what it does not say", () => {
  it.each([
    // Known.
    ["const amount = '1';", "amount", ["shape/type /amount"]],
    ["const order = { amount: '1' };", "amount: order.amount", ["shape/type /amount"]],
    ["const a = 1; const b = `${a}000`;", "amount: b", ["shape/type /amount"]],
    ["", "amount: `${total}`", ["shape/type /amount"]],
    ["", "amount: '' + total", ["shape/type /amount"]],
    ["", "amount: total.toFixed(0)", ["shape/type /amount"]],
    ["", "amount: String(total)", ["shape/type /amount"]],
    ["", "amount: total ? '1' : '2'", ["shape/type /amount"]],
    ["", "amount: -1", ["shape/type /amount"]],
    ["", "amount: 1000 * 0 - 1", ["shape/type /amount"]],
    ["", "amount: 1, buyer_email: undefined, escrow: true", ["escrow/buyer-email /buyer_email"]],
    [
      "",
      "amount: 1, name: `${item} ${'x'.repeat(3)} 1234567890123456789012345678901234567890`",
      ["source/duplicate-key /name", "shape/length /name"],
    ],
    ["const base = { tax_free: 5 };", "amount: 1, ...base", ["tax/exceeds-amount /tax_free"]],
    ["", "amount: 1, ...(isTest && { tax_free: 5 })", []],
    [
      "",
      "amount: 1, ...(isTest && { buyer_tel: '1' }), escrow: true",
      ["escrow/buyer-email /buyer_email"],
    ],
    ["", "amount: 1, ['esc' + 'row']: true", ["escrow/buyer-email /buyer_email"]],
    [
      "",
      "amount: 80000, display: { card_quota: [...[1], ...more] }",
      ["installment/range /display/card_quota/0"],
    ],
    [
      "const quota = [1]; Object.keys(quota); console.log(quota);",
      "amount: 80000, display: { card_quota: quota }",
      ["installment/range /display/card_quota/0"],
    ],
    [
      "const order = { amount: '1' }; const same = order; console.log(same);",
      "...order",
      ["shape/type /amount"],
    ],
    [
      "const quota = [1]; const display = { card_quota: quota };",
      "amount: 80000, display",
      ["installment/range /display/card_quota/0"],
    ],
    [
      'import { defineRequestPay as define } from "paylint/ksnet/v1"; const order = define({ amount: "1" });',
      "...order",
      ["shape/type /amount"],
    ],
    [
      'import { requestPay } from "paylint/ksnet/v1"; const order = { amount: "1" }; if (!requestPay.is(order)) stop();',
      "...order",
      ["shape/type /amount"],
    ],
    [
      'import * as ksnet from "paylint/ksnet/v1"; const order = ksnet.requestPay; const one = ksnet.defineRequestPay({ amount: "1" });',
      "...one",
      ["shape/type /amount"],
    ],
    [
      'import { requestPay } from "paylint/ksnet/v1"; const order = requestPay.parse({ amount: "1" });',
      "...order",
      ["shape/type /amount"],
    ],
    // Not known.
    ['const order = defineRequestPay({ amount: "1" });', "...order", []],
    ['import { parse } from "elsewhere"; const order = parse({ amount: "1" });', "...order", []],
    ["const order = { amount: '1' }; const same = order; same.amount = 1;", "...order", []],
    [
      "const order = { amount: '1' }; const same = Object.freeze(order); mend(same);",
      "...order",
      [],
    ],
    [
      "const quota = [1]; const display = { card_quota: quota }; display.card_quota.pop();",
      "amount: 80000, display: { card_quota: quota }",
      [],
    ],
    [
      "const quota = [1]; const display = { card_quota: quota }; mend(display);",
      "amount: 80000, display: { card_quota: quota }",
      [],
    ],
    [
      "const order = { amount: '1', card: { direct: { code: '999' } } }; const copy = { ...order, escrow: true }; copy.amount = 1;",
      "...order",
      ["shape/type /amount", "shape/enum /card/direct/code"],
    ],
    [
      "const order = { amount: '1', card: { direct: { code: '999' } } }; const copy = { ...order }; copy.card.direct = null;",
      "...order",
      ["shape/type /amount"],
    ],
    [
      "const order = { amount: '1', card: { direct: { code: '999' } } }; mend({ ...order });",
      "...order",
      ["shape/type /amount"],
    ],
    ["const a = { amount: '1', b: () => a };", "...a", []],
    ["", "amount", []],
    ["let amount = '1'; amount = Number(amount);", "amount", []],
    ["import { amount } from './a.js';", "amount", []],
    ["", "amount: Number(total)", []],
    ["", "amount: total ? '1' : 2", []],
    ["", "amount: +total", []],
    ["", "amount: parseInt('1')", []],
    ["", "amount: total || 1", []],
    ["", "amount: '1', ...rest", []],
    ["", "amount: 1, ...rest, escrow: true", []],
    ["", "amount: '1', [key]: 2", []],
    ["", "amount: 1, escrow: true, ...(a ? { buyer_email: 'a' } : {})", []],
    ["", "amount: 1, get escrow() { return true; }", []],
    ["const order = { amount: '1' }; order.amount = 1;", "amount: order.amount", []],
    ["const order = { amount: '1' }; mend(order);", "...order", []],
    ["const order = { amount: '1' }; Object.assign(order, { amount: 1 });", "...order", []],
    ["const order = { amount: '1' }; for (const key in order) order[key] = 1;", "...order", []],
    ["const quota = [1]; quota.pop();", "amount: 80000, display: { card_quota: quota }", []],
    ["const quota = [1]; quota.length = 0;", "amount: 80000, display: { card_quota: quota }", []],
    ["const a = b; const b = a;", "amount: a", []],
    ["const String = (x) => 1;", "amount: String('1')", []],
    ["", "amount: 1, __proto__: { escrow: true }", []],
    ["function f(amount = '1') {}", "amount: 1", []],
  ] as [string, string, string[]][])(
    "The code is followed as far as it says a value: %s {%s}",
    async (before, property, expected) => {
      expect(await found(`${before}\nIMP.request_pay({ ${start}, ${property} });`)).toEqual(
        expected,
      );
    },
  );

  it("A property given later is not missed, one given to a copy is", async () => {
    const text = `const data = { ${start}, amount: 1, escrow: true };`;
    expect(await found(`${text} data.buyer_email = email; IMP.request_pay(data);`)).toEqual([]);
    expect(
      await found(`${text} if (x) { data["buyer_email"] = email; } IMP.request_pay(data);`),
    ).toEqual([]);
    expect(await found(`${text} delete data.escrow; IMP.request_pay(data);`)).toEqual([]);
    expect(
      await found(
        `${text} const copy = { ...data }; copy.buyer_email = email; IMP.request_pay(data);`,
      ),
    ).toEqual(["escrow/buyer-email /buyer_email"]);
  });
  it("A finding is where the value is written, or is used", async () => {
    const text = `const data = {\n  ${start},\n  amount: "1",\n};\nconst free = -1;\nIMP.request_pay({ ...data, tax_free: free });`;
    expect(lines(await lintText(".js", text))).toEqual([
      "3:11 shape/type /amount",
      "6:38 shape/type /tax_free",
    ]);
  });
  it("A payload from elsewhere has nothing said of it but that it was not checked", async () => {
    for (const payload of [
      "order",
      "makeOrder()",
      "{ ...order }",
      "await load()",
      "props.order",
      "",
    ]) {
      const text = `async () => { IMP.request_pay(${payload}); }`;
      const result = await lintText(".js", text, { assume: "ksnet" });
      expect(result, payload).toMatchObject({ calls: 1, reports: [], diagnostics: [] });
      expect(codes(result), payload).toEqual(["payload-elsewhere"]);
    }
  });
});

describe("The gateway of a call", () => {
  const call = (names: string) => `IMP.request_pay({ ${names} amount: "1" });`;
  const result = async (text: string, options = {}) => {
    const linted = await lintText(".js", text, options);
    const judged = linted.reports.map(({ kind }) => kind?.split(".", 1)[0] ?? "nothing");
    return [...judged, ...codes(linted)].join();
  };
  const config = { channels: { "channel-key-1": "ksnet", "channel-key-2": "inicis" } };
  it.each([
    ["a literal pg", call(`pg: "ksnet.2999199999",`), "ksnet"],
    ["its beginning", call("pg: `ksnet.${shop}`,"), "ksnet"],
    ["by a constant", `const PG = "ksnet"; ${call("pg: PG,")}`, "ksnet"],
    ["a literal pg with a spread behind it", call(`pg: "ksnet", ...order,`), "ksnet"],
    ["another one with a spread behind it", call(`pg: "nice", ...order,`), "nice"],
    ["another one", call(`pg: "html5_inicis",`), "html5_inicis"],
    ["one that only begins the same", call(`pg: "ksnet2",`), "portone"],
    ["unknown", call("pg,"), "portone"],
    ["unknown in the middle", call("pg: `${pg}.1`,"), "portone"],
    ["none", call(""), "portone"],
    ["a channel of ours", call(`channelKey: "channel-key-1",`), "ksnet"],
    ["a channel of another one", call(`channelKey: "channel-key-2",`), "html5_inicis"],
    ["a channel that nobody knows", call(`channelKey: "channel-key-3",`), "portone"],
    ["a channel named like a method", call(`channelKey: "constructor",`), "portone"],
    ["a comment above", `// paylint: ksnet\n${call("")}`, "ksnet"],
    ["a comment beside", `${call("")} /* paylint: ksnet */`, "ksnet"],
    ["a comment inside", call("/* paylint: ksnet */"), "ksnet"],
    ["a comment far above speaks for all below", `// paylint: ksnet\n\n\n\n${call("")}`, "ksnet"],
    ["a comment below speaks for none above", `${call("")}\n\n\n// paylint: ksnet`, "portone"],
    [
      "a comment beside says more than one far above",
      `// paylint: ksnet\n\n\n// paylint: inicis\n${call("")}`,
      "html5_inicis",
    ],
    [
      "a comment of another call's",
      `// paylint: ksnet\nIMP.request_pay(x);\n\n\n${call("")}`,
      "payload-elsewhere,portone",
    ],
  ])("The gateway of a call is told by what the file says: %s", async (_name, text, expected) => {
    const got = await result(text, config);
    expect(got.split(",").sort().join()).toBe(expected);
  });
  it("The gateway of a call is that of its folder in the configuration", async () => {
    const ofFolder = { ...config, gateway: "ksnet" };
    expect(await result(call(""), ofFolder)).toBe("ksnet");
    expect(await result(call("pg,"), ofFolder)).toBe("ksnet");
  });
  it("The gateway of a call is the one that is asked for, and no other name is held against the call", async () => {
    for (const names of [`pg: "html5_inicis.x",`, "pg,", "", `channelKey: "channel-key-2",`]) {
      expect(await result(call(names), { ...config, assume: "ksnet" }), names).toBe("ksnet");
      expect(await found(call(names), ".js", { ...config, assume: "ksnet" }), names).not.toContain(
        "shape/pattern /pg",
      );
      expect(await found(call(names), ".js", { ...config, assume: "ksnet" }), names).not.toContain(
        "shape/required /pg",
      );
    }
  });
  it("The gateway of a call is the only one that its file names", async () => {
    const again = `axios.post("https://api.iamport.kr/subscribe/payments/again", { customer_uid: "a" });`;
    expect(await result(again)).toBe("portone");
    expect(await result(`${again} ${call('pg: "ksnet",')}`)).toBe("ksnet,ksnet");
    const three = await result(`${again} ${call('pg: "ksnet",')} ${call('pg: "nice",')}`);
    expect(three.split(",").sort()).toEqual(["ksnet", "nice", "portone"]);
  });
});

describe("Around a payload the linter finds", () => {
  const call = (callback: string) =>
    `IMP.request_pay({ ${start}, amount: 1 }${callback && `, ${callback}`});`;
  it.each([
    ["(rsp) => { if (rsp.success) done(rsp.imp_uid); }", ["success"]],
    ["function (rsp) { alert(rsp['paid_amount'] + rsp.error_msg); }", ["paid_amount"]],
    ["({ success, imp_uid, status: s = 'x' }) => {}", ["success", "status"]],
    ["(rsp) => { const { apply_num, ...others } = rsp; }", ["apply_num"]],
    ["async (rsp) => rsp?.pg_tid", ["pg_tid"]],
    ["(rsp = {}) => rsp.status", ["status"]],
    ["done", ["success"]],
    ["done.bind(null)", ["success"]],
    ["later.bind(null, order)", ["status"]],
    ["(rsp) => { rsp.success = true; }", []],
    ["(rsp) => save(rsp)", []],
    ["(other) => rsp.success", []],
    ["(rsp) => { const order = { success: 1 }; return order.success + rsp.merchant_uid; }", []],
    ["(rsp) => rsp[key]", []],
    ["unknown", []],
  ])(
    "The linter finds what a callback reads though it no longer arrives: %s",
    async (callback, fields) => {
      const functions =
        "function done(rsp) { return rsp.success; } const later = (order, rsp) => order.success + rsp.status;";
      expect(await found(`${functions} ${call(callback)}`)).toEqual(
        fields.map((field) => `callback/removed-field /${field}`),
      );
    },
  );
  it("The linter finds what a method of the class around the payload reads", async () => {
    const text = `class Pay extends React.Component { pay() { ${call("this.done")} } done = (rsp) => { if (rsp.success) return 1; }; }`;
    expect(await found(text)).toEqual(["callback/removed-field /success"]);
  });
  it("The linter finds the place at which the field is read", async () => {
    const text = `${call("(rsp) => {\n  if (rsp.success) {}\n}")}`;
    expect(lines(await lintText(".js", text))).toEqual(["2:11 callback/removed-field /success"]);
  });
  it("The linter finds the callback's faults though the payload is made elsewhere", async () => {
    const text = "IMP.request_pay(order, (rsp) => rsp.success);";
    expect(await found(text)).toEqual(["callback/removed-field /success"]);
    expect(await found(text, ".js", { assume: "ksnet" })).toEqual([
      "callback/removed-field /success",
    ]);
  });

  const page = (script: string, pg = "ksnet") =>
    `<script src="${script}"></script>\n<script>${call("").replace("ksnet", pg)}</script>`;
  it.each([
    ["https://cdn.iamport.kr/js/iamport.payment-1.1.5.js", true],
    ["//service.iamport.kr/js/iamport.payment-1.2.0.js", true],
    ["http://cdn.iamport.kr/js/iamport.payment-1.1.8.js?v=2", true],
    ["https://cdn.iamport.kr/v1/iamport.js", false],
    ["https://evil.example/?https://cdn.iamport.kr/js/iamport.payment-1.1.5.js", false],
  ])("The linter finds the old SDK in a page: %s", async (script, isOld) => {
    const expected = isOld ? ["sdk/legacy-script "] : [];
    expect(await found(page(script), ".html")).toEqual(expected);
    expect(await found(page(script, "nice"), ".html")).toEqual([
      ...expected,
      "gateway/superseded /pg",
    ]);
  });
  it("The linter finds the old SDK that a script loads", async () => {
    const text = `const s = document.createElement("script"); s.src = "https://cdn.iamport.kr/js/iamport.payment-1.2.0.js"; ${call("")}`;
    expect(await found(text)).toEqual(["sdk/legacy-script "]);
  });
  it("The linter finds a key given twice, unless a spread is in between", async () => {
    const text = (between: string) =>
      `IMP.request_pay({ ${start}, amount: 1, ${between} pay_method: "card" });`;
    expect(await found(text(""))).toEqual(["source/duplicate-key /pay_method"]);
    expect(await found(text("...order,"))).toEqual([]);
    expect(await found(text("...{},"))).toEqual([]);
  });
  it("The linter finds a key given twice in a command's body", async () => {
    const text = `# paylint: ksnet\ncurl -d '{"merchant_uid":"a","amount":1,\n"amount":2}' https://api.iamport.kr/payments/prepare`;
    expect(lines(await lintText(".sh", text))).toEqual(["3:1 source/duplicate-key /amount"]);
  });
});

it("A report shows no card number, birth date or password of a call", async () => {
  const text = `const birth = "900101"; fetch("https://api.iamport.kr/subscribe/payments/onetime", { method: "POST", body: JSON.stringify({ pg: "ksnet", merchant_uid: "T", amount: "1", card_number: "4111-1111-1111-1111", expiry: "27-1", birth, pwd_2digit: "7", cardnumber: "4111111111111111" }) });`;
  const { diagnostics: all } = await lintText(".js", text);
  expect(all.length).toBeGreaterThan(3);
  expect(JSON.stringify(all)).not.toMatch(/4111.?1111|900101|27-1|"7"/);
});
