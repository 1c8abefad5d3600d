import { describe, expect, it } from "vitest";
import { sdks } from "../../../../../dist/generated/sdks.js";
import type { CallKind } from "../../../../../src/extract/calls.js";
import { knownPayload, read } from "../reading.js";

const kind = (id: string, rest: Partial<CallKind>): CallKind => ({
  kind: id,
  gateway: "portone",
  calls: [],
  names: {},
  ...rest,
});

const rest = (id: string, call: string) => {
  const [method = "", path = ""] = call.split(" ");
  return kind(id, { calls: [{ method, path }] });
};

/** Kinds of both versions, of which the tables may not have all yet. */
const kinds = [
  kind("portone.v1.request-pay", { function: "request_pay" }),
  kind("portone.v1.load-ui", { function: "loadUI" }),
  rest("portone.v1.again", "POST /subscribe/payments/again"),
  rest("portone.v1.billing-key", "POST /subscribe/customers/{customer_uid}"),
  kind("portone.v2.request-payment", { function: "requestPayment" }),
  kind("portone.v2.issue-billing-key", { function: "requestIssueBillingKey" }),
  kind("portone.v2.issue-billing-key-and-pay", { function: "requestIssueBillingKeyAndPay" }),
  kind("portone.v2.load-payment-ui", { function: "loadPaymentUI" }),
  kind("portone.v2.load-issue-billing-key-ui", { function: "loadIssueBillingKeyUI" }),
  rest("portone.v2.cancel", "POST /payments/{paymentId}/cancel"),
  rest("portone.v2.revoke-schedules", "DELETE /payment-schedules"),
];

/** What is handed over in a text: the kind, what is called, and the payload as far as it is known. */
const handed = (text: string, ending = ".tsx") =>
  read(text, { kinds, sdks, ending }).calls.map(({ kinds: [first], name, payload }) => [
    first?.kind,
    name,
    payload && JSON.parse(JSON.stringify(payload.value)),
  ]);

const v2 = [["portone.v2.request-payment", "requestPayment", { a: 1 }]];

describe("Callbacks that stand in the request are no part of it", () => {
  it.each([
    ["beside it", "const order = { a: 1, b: 2 };", "{ order, onPaymentSuccess() {} }"],
    ["among its keys", "", "{ a: 1, b: 2, onPaymentFail: (error) => show(error) }"],
    ["among keys that are spread", "const order = { a: 1, b: 2 };", "{ ...order, onPaymentFail }"],
  ])("Callbacks that stand in the request are no part of it: %s", (_name, before, argument) => {
    expect(handed(`${before} PortOne.loadPaymentUI(${argument});`)).toEqual([
      ["portone.v2.load-payment-ui", "loadPaymentUI", { a: 1, b: 2 }],
    ]);
  });

  it("A request of one key is the request where no callback is beside it", () => {
    const [[, , payload] = []] = handed("PortOne.loadPaymentUI({ bypass: { a: 1 } }, { done });");
    expect(payload).toEqual({ bypass: { a: 1 } });
  });
});

describe("PortOne.requestPayment is found by every import", () => {
  it.each([
    `import PortOne from "@portone/browser-sdk/v2"; PortOne.requestPayment({ a: 1 });`,
    `import * as PortOne from "@portone/browser-sdk/v2"; await PortOne.requestPayment({ a: 1 });`,
    `import * as P from "@portone/browser-sdk/v2"; P.default.requestPayment({ a: 1 });`,
    `import { requestPayment } from "@portone/browser-sdk/v2"; requestPayment({ a: 1 });`,
    `import { requestPayment as open } from "@portone/browser-sdk/v2"; open({ a: 1 });`,
    `import { default as P } from "@portone/browser-sdk/v2"; P.requestPayment({ a: 1 });`,
    `import * as PortOne from "@portone/browser-sdk"; PortOne.requestPayment({ a: 1 });`,
    `import * as P from "https://cdn.portone.io/v2/browser-sdk.esm.js"; P.requestPayment({ a: 1 });`,
    `const PortOne = require("@portone/browser-sdk/v2"); PortOne.requestPayment({ a: 1 });`,
    `const { requestPayment } = require("@portone/browser-sdk/v2"); requestPayment({ a: 1 });`,
    `const PortOne = await import("@portone/browser-sdk/v2"); PortOne.requestPayment({ a: 1 });`,
    `const { requestPayment } = await import("@portone/browser-sdk/v2"); requestPayment({ a: 1 });`,
    `const P = (await import("@portone/browser-sdk/v2")).default; P.requestPayment({ a: 1 });`,
    `PortOne.requestPayment({ a: 1 });`,
    `window.PortOne?.requestPayment({ a: 1 });`,
    `(window as any).PortOne.requestPayment({ a: 1 });`,
    `globalThis["PortOne"].requestPayment({ a: 1 });`,
    `const { PortOne } = window; PortOne!.requestPayment({ a: 1 });`,
    `const { requestPayment } = PortOne; requestPayment({ a: 1 });`,
    `const open = PortOne.requestPayment; open({ a: 1 });`,
    `function pay(PortOne) { PortOne.requestPayment({ a: 1 }); }`,
    `let PortOne; load().then((sdk) => { PortOne = sdk; }); PortOne.requestPayment({ a: 1 });`,
    `const PortOne = await loadSdk(); PortOne.requestPayment({ a: 1 });`,
    `frame.contentWindow.PortOne.requestPayment({ a: 1 });`,
  ])("PortOne.requestPayment is found by its import: %s", (text) => {
    expect(handed(text)).toEqual(v2);
  });
});

describe("A shop's own function of the same name is left alone", () => {
  it.each([
    `function requestPayment(order) { return api.post("/orders", order); } requestPayment({ a: 1 });`,
    `import { requestPayment } from "./payment.js"; requestPayment({ a: 1 });`,
    `import { requestPayment } from "other-sdk"; requestPayment({ a: 1 });`,
    `import PortOne from "./portone.js"; PortOne.requestPayment({ a: 1 });`,
    `const PortOne = { requestPayment(order) {} }; PortOne.requestPayment({ a: 1 });`,
    `class PortOne { static requestPayment() {} } PortOne.requestPayment({ a: 1 });`,
    `api.requestPayment({ a: 1 });`,
    `this.requestPayment({ a: 1 });`,
    `requestPayment({ a: 1 });`,
    `const { requestPayment } = usePayment(); requestPayment({ a: 1 });`,
    `import { Payment } from "./Payment"; <Payment request={{ a: 1 }} />;`,
    `const Payment = () => null; <Payment request={{ a: 1 }} />;`,
    `api.loadUI("paypal-spb", { a: 1 });`,
    `payments.cancel("id", { a: 1 });`,
  ])("A shop's own function of the same name is left alone: %s", (text) => {
    expect(handed(text)).toEqual([]);
  });
});

describe("Other functions, components and clients are found by the table", () => {
  it.each([
    ["PortOne.requestIssueBillingKey({ a: 1 })", "issue-billing-key", "requestIssueBillingKey"],
    [
      "PortOne.requestIssueBillingKeyAndPay({ a: 1 })",
      "issue-billing-key-and-pay",
      "requestIssueBillingKeyAndPay",
    ],
    [
      "PortOne.loadPaymentUI({ a: 1 }, { onPaymentSuccess() {} })",
      "load-payment-ui",
      "loadPaymentUI",
    ],
    [
      "PortOne.updateLoadPaymentUIRequest({ a: 1 })",
      "load-payment-ui",
      "updateLoadPaymentUIRequest",
    ],
    [
      "PortOne.updateLoadIssueBillingKeyUIRequest({ a: 1 })",
      "load-issue-billing-key-ui",
      "updateLoadIssueBillingKeyUIRequest",
    ],
  ])("Another function is found by the table: %s", (text, kindName, name) => {
    expect(handed(text)).toEqual([[`portone.v2.${kindName}`, name, { a: 1 }]]);
  });

  it.each([
    [
      `import { Payment } from "@portone/react-native-sdk"; <Payment request={{ a: 1 }} />`,
      "<Payment>",
    ],
    [
      `import { Payment as Pay } from "@portone/react-native-sdk"; <Pay ref={r} request={{ a: 1 }} />`,
      "<Pay>",
    ],
    [
      `import * as Sdk from "@portone/react-native-sdk"; const a = { a: 1 }; <Sdk.Payment request={a} />`,
      "<Sdk.Payment>",
    ],
  ])("A component is found by the table: %s", (text, name) => {
    expect(handed(text)).toEqual([["portone.v2.request-payment", name, { a: 1 }]]);
  });

  it("A property that a spread may give another value is not known", () => {
    const text = `import { Payment } from "@portone/react-native-sdk"; <Payment request={{ a: 1 }} {...rest} />`;
    expect(handed(text)).toEqual([["portone.v2.request-payment", "<Payment>", undefined]]);
  });

  it.each([
    `import { PaymentClient } from "@portone/server-sdk"; PaymentClient({ secret }).cancelPayment(body)`,
    `import { PortOneClient } from "@portone/server-sdk"; const c = PortOneClient({ secret }); c.payment.cancelPayment(body)`,
    `import * as PortOne from "@portone/server-sdk"; const c = new PortOne.PortOneClient({ secret }); c.payment.cancelPayment(body)`,
    `const { PaymentClient } = require("@portone/server-sdk"); const c = PaymentClient({ secret }); c.cancelPayment(body)`,
  ])("A client is found by the table: %s", (text) => {
    const [found] = handed(`const body = { paymentId: id, reason: "r" }; ${text}`);
    expect(found?.[0]).toBe("portone.v2.cancel");
    expect(found?.[1]).toMatch(/^(?:payment\.)?cancelPayment$/);
    expect(found?.[2]).toEqual({ reason: "r" });
  });

  it("A client of iamport-rest-client-nodejs is found, whose path takes a key of the body", () => {
    const text = `import { Request } from "iamport-rest-client-nodejs";
      const { Subscribe, Customers } = Request;
      Subscribe.again({ a: 1 }).request(iamport);
      Customers.postBillingKey({ customer_uid: "c", a: 1 }).request(iamport);`;
    expect(handed(text)).toEqual([
      ["portone.v1.again", "Subscribe.again", { a: 1 }],
      ["portone.v1.billing-key", "Customers.postBillingKey", { a: 1 }],
    ]);
  });

  it("V1's loadUI is found, whose second argument is the payload", () => {
    expect(
      handed(
        `IMP.loadUI("paypal-spb", { a: 1 }, done); window.IMP.updateLoadUIRequest("paypal-spb", { a: 2 });`,
      ),
    ).toEqual([
      ["portone.v1.load-ui", "loadUI", { a: 1 }],
      ["portone.v1.load-ui", "updateLoadUIRequest", { a: 2 }],
    ]);
  });
});

describe("In an app the SDK gives the redirect URL itself", () => {
  const app = (text: string) => read(text, { kinds, sdks, ending: ".tsx" }).calls;

  it.each([
    `import IMP from "iamport-react-native"; const data = { pg: "a" }; <IMP.Payment userCode="u" data={data} callback={({ success }) => success} />`,
    `import { IMP } from "iamport-capacitor"; new IMP().payment({ userCode: "u", data: { pg: "a" }, callback: ({ success }) => success })`,
    `cordova.plugins.IamportCordova.payment({ userCode: "u", data: { pg: "a" }, callback: (rsp) => rsp.success })`,
  ])("The SDK of an app gives the redirect URL itself: %s", (text) => {
    const [call] = app(text);
    expect(call?.payload?.value).toHaveProperty("m_redirect_url");
    expect([...(call?.payload?.children.keys() ?? [])]).toEqual(["pg"]);
    expect(call?.reads.map(({ name }) => name)).toEqual(["success"]);
  });

  it("A redirect URL that the shop of an app gives is looked at", () => {
    const [call] = app(
      `import IMP from "iamport-react-native"; <IMP.Payment data={{ m_redirect_url: "shop" }} />`,
    );
    expect(call?.payload?.value).toEqual({ m_redirect_url: "shop" });
  });
});

it("A function takes the kinds of its own version alone", () => {
  const both = [
    kind("portone.v2.other", { function: "request_pay" }),
    rest("portone.v1.other", "POST /payments/{paymentId}/cancel"),
    ...kinds,
  ];
  const taken = (text: string) =>
    read(text, { kinds: both }).calls.map((call) => call.kinds.map((one) => one.kind));
  expect(taken("IMP.request_pay({ a: 1 });")).toEqual([["portone.v1.request-pay"]]);
  const client = `import { PaymentClient } from "@portone/server-sdk";`;
  expect(taken(`${client} PaymentClient(s).cancelPayment(o);`)).toEqual([["portone.v2.cancel"]]);
});

describe("What the SDK is given has its place among the arguments", () => {
  const component = (properties: string) =>
    `import { Payment } from "@portone/react-native-sdk"; <Payment ${properties} />`;
  it.each([
    ["IMP.request_pay({ a: 1 }, ...more);", "{ a: 1 }"],
    ["IMP.request_pay.call(IMP, { a: 1 });", "{ a: 1 }"],
    ["IMP.request_pay.call(IMP, { a: 1 }, ...more);", "{ a: 1 }"],
    ["IMP.loadUI('paypal-spb', { a: 1 }, ...more);", "{ a: 1 }"],
    ["IMP.request_pay(...more, { a: 1 });", "undefined"],
    ["IMP.request_pay(...more);", "undefined"],
    ["IMP.request_pay.call(IMP, ...more);", "undefined"],
    ["IMP.request_pay.apply(IMP, [{ a: 1 }]);", "undefined"],
    ["IMP.loadUI('paypal-spb', ...more);", "undefined"],
    ["IMP.loadUI({ a: 1 });", "undefined"],
    [component("{...more} request={{ a: 1 }}"), "{ a: 1 }"],
    [component("request={{ a: 2 }} request={{ a: 1 }}"), "{ a: 1 }"],
    [component("request={order}"), "?"],
    [component(`request="a"`), `"a"`],
    [component("request"), "undefined"],
    [component("other={{ a: 1 }}"), "undefined"],
    [component("request={{ a: 1 }} {...more}"), "undefined"],
  ])("What the SDK is given has its place: %s", (text, expected) => {
    expect(knownPayload(text, { ending: ".tsx" })).toBe(expected);
  });
  it.each([
    ["IMP.request_pay(order, (r) => r.success);", ["success"]],
    ["IMP.request_pay.call(IMP, order, (r) => r.success);", ["success"]],
    ["IMP.request_pay(...more, (r) => r.success);", []],
    ["IMP.request_pay(order, ...more, (r) => r.success);", []],
    ["IMP.loadUI('paypal-spb', order, (r) => r.success);", ["success"]],
    ["IMP.request_pay((r) => r.success);", []],
    ["const pay = (f) => IMP.request_pay(order, f); pay((r) => r.success);", ["success"]],
    ["const pay = (o, f) => IMP.request_pay(o, f); pay(order, (r) => r.success);", ["success"]],
  ])("A callback has its place: %s", (text, fields) => {
    expect(read(text).calls.flatMap(({ reads }) => reads.map(({ name }) => name))).toEqual(fields);
  });
});

describe("A result of V2 that nothing waits for is told", () => {
  it.each([
    [`PortOne.requestPayment({ storeId: "a" });`, ["not-awaited"]],
    [`PortOne.requestPayment({ storeId: "a", forceRedirect: true });`, []],
    [`PortOne.requestPayment({ storeId: "a", ...more });`, []],
    ["PortOne.requestPayment(order);", []],
    ["PortOne.requestPayment();", []],
    [`const made = PortOne.requestPayment({ storeId: "a" });`, []],
  ])("A result of V2 that nothing waits for is told: %s", (text, facts) => {
    expect(read(text).facts.map(({ what }) => what)).toEqual(facts);
  });
});
