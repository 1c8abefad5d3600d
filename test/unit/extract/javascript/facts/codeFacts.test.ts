import { describe, expect, it } from "vitest";
import { factsIn, read } from "../reading.js";

/** What is told of a text by the names of facts. */
const told = (code: string, ...names: string[]) =>
  factsIn(code, { ending: ".tsx" }).filter((one) => names.includes(one.split(" ")[0] as string));

describe("The module is told that an SDK is imported from", () => {
  it.each([
    `import PortOne from "@portone/browser-sdk";`,
    `import { a } from "@portone/browser-sdk";`,
    `const PortOne = require("@portone/browser-sdk");`,
    `const PortOne = await import("@portone/browser-sdk");`,
  ])("The module is told that an SDK is imported from: %s", (code) => {
    expect(told(`${code} PortOne.requestPayment(o);`, "import")).toEqual([
      `import @portone/browser-sdk at "@portone/browser-sdk"`,
    ]);
  });
  it.each([
    `import PortOne from "other";`,
    `export { a } from "@portone/browser-sdk";`,
    `const PortOne = load("@portone/browser-sdk");`,
    "const PortOne = require(name);",
    "const PortOne = require();",
    `const a = "@portone/browser-sdk";`,
  ])("and of nothing else: %s", (code) => {
    expect(told(`${code} PortOne.requestPayment(o);`, "import")).toEqual([]);
  });
});

describe("The user code is told that an SDK is given", () => {
  it.each([
    [`IMP.init("imp1"); IMP.request_pay(o);`, `"imp1"`],
    [`window.IMP.init("imp1"); IMP.request_pay(o);`, `"imp1"`],
    [`const f = (IMP) => { IMP.init("imp1"); }; IMP.request_pay(o);`, `"imp1"`],
    [`const code = "imp1"; IMP.init(code); IMP.request_pay(o);`, "code"],
    [
      `import IMP from "iamport-react-native"; const a = <IMP.Payment userCode="imp1" data={o} />;`,
      `"imp1"`,
    ],
    [
      `import IMP from "iamport-react-native"; const a = <IMP.Payment userCode={"imp1"} data={o} />;`,
      `"imp1"`,
    ],
    [
      `import IMP from "iamport-react-native"; const a = <IMP.Certification userCode="imp1" data={o} />; use("request_pay");`,
      `"imp1"`,
    ],
    [
      `import { IMP } from "iamport-capacitor"; new IMP().payment({ userCode: "imp1", data });`,
      `"imp1"`,
    ],
    [`cordova.plugins.IamportCordova.payment({ userCode: "imp1", data });`, `"imp1"`],
  ])("The user code is told: %s", (code, at) => {
    expect(told(code, "user-code")).toEqual([`user-code imp1 at ${at}`]);
  });
  it.each([
    "IMP.init(code); IMP.request_pay(o);",
    "IMP.init(`imp${code}`); IMP.request_pay(o);",
    "IMP.init(5); IMP.request_pay(o);",
    "IMP.init(); IMP.request_pay(o);",
    `app.init("imp1"); IMP.request_pay(o);`,
    `IMP.start("imp1"); IMP.request_pay(o);`,
    `import IMP from "iamport-react-native"; const a = <IMP.Payment other="imp1" data={o} />;`,
    `import IMP from "iamport-react-native"; const a = <IMP.Payment userCode="imp1" {...o} />;`,
    `import IMP from "other"; const a = <IMP.Payment userCode="imp1" data={o} />; use("request_pay");`,
    `import IMP from "iamport-react-native"; const a = <IMP.Loading userCode="imp1" data={o} />; use("request_pay");`,
    `import { IMP } from "iamport-capacitor"; new IMP().payment({ data });`,
  ])("and nothing is told of %s", (code) => {
    expect(told(code, "user-code")).toEqual([]);
  });
});

describe("A callback is told that is in the request", () => {
  const names = ["callback-in-request"];
  it.each([
    ["PortOne.loadPaymentUI({ a: 1, onPaymentSuccess() {} });", "onPaymentSuccess"],
    ["PortOne.loadPaymentUI({ a: 1, onPaymentFail: f });", "onPaymentFail"],
    ["PortOne.loadIssueBillingKeyUI({ onIssueBillingKeySuccess: f });", "onIssueBillingKeySuccess"],
    ["const o = { onPaymentFail: f }; PortOne.loadPaymentUI(o);", "onPaymentFail"],
  ])("A callback is told that is in the request: %s", (code, key) => {
    expect(told(code, ...names)).toEqual([`callback-in-request at ${key}`]);
  });
  it.each([
    "PortOne.loadPaymentUI({ a: 1 }, { onPaymentSuccess() {} });",
    "PortOne.requestPayment({ onPaymentSuccess() {} });",
    "PortOne.loadPaymentUI({ onIssueBillingKeyFail() {} });",
    "PortOne.loadPaymentUI();",
  ])("and not %s", (code) => {
    expect(told(code, ...names)).toEqual([]);
  });
});

describe("A result is told that nothing gets", () => {
  const names = ["not-awaited", "awaited", "callback-argument"];
  it.each([
    ["PortOne.requestPayment({ a: 1 });", "not-awaited at PortOne.requestPayment"],
    ["PortOne.requestIssueBillingKey({ a: 1 });", "not-awaited at PortOne.requestIssueBillingKey"],
    ["PortOne.requestPayment({ a: 1 }, (r) => use(r));", "callback-argument at (r) => use(r)"],
    [
      "await PortOne.requestPayment({ a: 1 }, function () {});",
      "callback-argument at function () {}",
    ],
    ["async () => { await IMP.request_pay({ a: 1 }); };", "awaited at IMP.request_pay({ a: 1 })"],
  ])("A result is told that nothing gets: %s", (code, fact) => {
    expect(told(code, ...names)).toEqual([fact]);
  });
  it.each([
    "await PortOne.requestPayment({ a: 1 });",
    "const p = PortOne.requestPayment({ a: 1 });",
    "PortOne.requestPayment({ a: 1 }).then(use);",
    "PortOne.requestPayment({ a: 1, forceRedirect: true });",
    "PortOne.requestPayment({ a: 1, ...x });",
    "PortOne.requestPayment(order);",
    "PortOne.requestPayment();",
    "await PortOne.requestPayment({ a: 1 }, options);",
    "PortOne.loadPaymentUI({ a: 1 });",
    "IMP.request_pay({ a: 1 });",
    "async () => { await IMP.request_pay({ a: 1 }, done); };",
    "async () => { await IMP.request_pay({ a: 1 }, ...more); };",
    "const a = IMP.request_pay({ a: 1 });",
  ])("and nothing is told of %s", (code) => {
    expect(told(code, ...names)).toEqual([]);
  });
  it("A sample is told of its callbacks in the request alone", () => {
    const of = (code: string) => factsIn(code, { isSample: true });
    expect(of("PortOne.requestPayment({ a: 1 });")).toEqual([]);
    expect(of("PortOne.loadPaymentUI({ onPaymentFail() {} });")).toEqual([
      "callback-in-request at onPaymentFail",
    ]);
  });
});

describe("A client of a server's SDK is told that is given the secret itself", () => {
  const names = ["client-argument"];
  const sdk = `import { PortOneClient, PaymentClient } from "@portone/server-sdk";`;
  it.each([
    [`PortOneClient("secret")`, `"secret"`],
    ["new PaymentClient(`${a}`)", "`${a}`"],
    ["PaymentClient(process.env.SECRET)", "process.env.SECRET"],
    ["PaymentClient(process.env.SECRET!)", "process.env.SECRET!"],
    [`PaymentClient("secret", 1)`, `"secret"`],
  ])("A client is told that is given the secret itself: %s", (code, at) => {
    expect(told(`${sdk} const a = ${code}; use("Webhook.verify");`, ...names)).toEqual([
      `client-argument at ${at}`,
    ]);
  });
  it.each([
    `PortOneClient({ secret: "secret" })`,
    "PortOneClient(secret)",
    "PortOneClient(config.env.SECRET)",
    "PortOneClient()",
    `Webhook("secret")`,
  ])("and nothing is told of %s", (code) => {
    expect(told(`${sdk} const a = ${code}; use("Webhook.verify");`, ...names)).toEqual([]);
  });
  it("and nothing is told of a client of another module", () => {
    const other = `import { PortOneClient } from "other";`;
    expect(told(`${other} PortOneClient("a"); use("Webhook.verify");`, ...names)).toEqual([]);
  });
});

describe("An order number is told that is the same for every payment", () => {
  const names = ["order-constant", "order-once"];
  const inFunction = (order: string, before = "", call = "IMP.request_pay") =>
    told(`${before} const pay = () => { ${call}(${order}); };`, ...names);
  it.each([
    [`{ merchant_uid: "o-1" }`, "", `order-constant at "o-1"`],
    [`{ "merchant_uid": "o-1" }`, "", `order-constant at "o-1"`],
    ["{ merchant_uid: id }", `const id = "o-1";`, "order-constant at id"],
    ["order", `const order = { merchant_uid: "o-1" };`, `order-constant at "o-1"`],
    ["{ merchant_uid: id }", "const id = `o-${Date.now()}`;", "order-once at id"],
    ["{ merchant_uid: id }", "export const id = `o-${Date.now()}`;", "order-once at id"],
    ["{ merchant_uid: id }", "const id = Date.now();", "order-once at id"],
    [
      "{ merchant_uid: id as string }",
      "const id = crypto.randomUUID();",
      "order-once at id as string",
    ],
  ])("An order number is told: %s %s", (order, before, fact) => {
    expect(inFunction(order, before)).toEqual([fact]);
  });
  it.each([
    ["{ merchant_uid: `o-${Date.now()}` }", ""],
    ["{ merchant_uid: id }", ""],
    ["{ merchant_uid: id }", "const id = load();"],
    ["{ merchant_uid: id }", "let id = Date.now(); id = Date.now();"],
    ["{ merchant_uid: id }", "{ const id = Date.now(); }"],
    ["{ merchant_uid: '' }", ""],
    ["{ merchant_uid: ' ' }", ""],
    ["{ merchant_uid: '${id}' }", ""],
    ["{ name: 'o-1' }", ""],
    ["{ ...{ merchant_uid: 'o-1' } }", ""],
    ["order", ""],
    ["", ""],
  ])("and nothing is told of %s %s", (order, before) => {
    expect(inFunction(order, before)).toEqual([]);
  });
  it("An order number is told at its key", () => {
    const paths = (code: string) => read(code).facts.map(({ path }) => path);
    expect(paths(`() => IMP.request_pay({ merchant_uid: "o-1" }, f);`)).toEqual(["/merchant_uid"]);
    expect(paths("const id = Date.now(); () => IMP.request_pay({ merchant_uid: id }, f);")).toEqual(
      ["/merchant_uid"],
    );
  });
  it("An order number of the page itself is a demonstration", () => {
    expect(told(`IMP.request_pay({ merchant_uid: "o-1" });`, ...names)).toEqual([]);
    expect(told("const id = Date.now(); IMP.request_pay({ merchant_uid: id });", ...names)).toEqual(
      [],
    );
  });
  it("The key of an order number is that of the function", () => {
    expect(inFunction(`{ paymentId: "o-1" }`, "", "PortOne.requestPayment")).toEqual([
      `order-constant at "o-1"`,
    ]);
    expect(inFunction(`{ issueId: "o-1" }`, "", "PortOne.requestIssueBillingKey")).toEqual([
      `order-constant at "o-1"`,
    ]);
    expect(inFunction(`{ issueId: "o-1" }`, "", "PortOne.requestPayment")).toEqual([]);
    expect(inFunction(`{ merchant_uid: "o-1" }`, "", "PortOne.requestPayment")).toEqual([]);
    const client = `import { Request } from "iamport-rest-client-nodejs";`;
    expect(inFunction(`{ merchant_uid: "o-1" }`, client, "Request.Subscribe.onetime")).toEqual([
      `order-constant at "o-1"`,
    ]);
    expect(inFunction(`{ merchant_uid: "o-1" }`, client, "Request.Payments.cancel")).toEqual([]);
  });
});

describe("A text in plain quotes is told that has a part of a template", () => {
  const names = ["plain-template"];
  it.each([
    ["IMP.request_pay({ name: '${item}' });", "'${item}'"],
    ['IMP.request_pay({ name: "a ${item.name} b" });', '"a ${item.name} b"'],
    ["IMP.request_pay({ custom_data: { a: '${item}' } });", "'${item}'"],
    ["const name = '${item}'; IMP.request_pay({ name });", "'${item}'"],
    ["IMP.request_pay({ name: '${items[0].name()}' });", "'${items[0].name()}'"],
  ])("A text in plain quotes is told: %s", (code, at) => {
    expect(told(code, ...names)).toEqual([`plain-template at ${at}`]);
  });
  it.each([
    "IMP.request_pay({ name: `${item}` });",
    "IMP.request_pay({ name: '$item' });",
    "IMP.request_pay({ name: '${}' });",
    "IMP.request_pay({ name: '${a + b}' });",
    "IMP.request_pay();",
  ])("and nothing is told of %s", (code) => {
    expect(told(code, ...names)).toEqual([]);
  });
});

it("Facts come in the order of the text, whatever finds them", () => {
  const code = `fetch("https://api.iamport.kr/payments/imp_1"); IMP.init("imp1"); IMP.request_pay({ name: '\${a}' }); const key = process.env.NEXT_PUBLIC_IMP_SECRET;`;
  expect(factsIn(code).map((one) => one.split(" ")[0])).toEqual([
    "rest-authorization",
    "user-code",
    "plain-template",
    "secret-public",
  ]);
});
