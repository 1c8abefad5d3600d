import { describe, expect, it } from "vitest";
import { read } from "../reading.js";

/** How many payloads a text hands to the SDK. */
const calls = (text: string) => read(text).calls.length;

describe("A function is found by whatever names lead to it", () => {
  it.each([
    "const a = IMP; const b = a; const c = b.request_pay; c(o);",
    "(IMP).request_pay(o);",
    "IMP!.request_pay(o);",
    "(await IMP).request_pay(o);",
    "window.self.IMP.request_pay(o);",
    "globalThis.window.IMP.request_pay(o);",
    `import { PortOneClient } from "@portone/server-sdk"; PortOneClient(s).payment.payInstantly(o);`,
    `import { PortOneClient } from "@portone/server-sdk"; const c = PortOneClient(s); c.payment.payInstantly(o);`,
    `import { PortOneClient } from "@portone/server-sdk"; const { payment } = PortOneClient(s); payment.payInstantly(o);`,
    `import { PortOneClient } from "@portone/server-sdk"; const c = new PortOneClient(s); c.payment.payInstantly(o);`,
    `import * as S from "@portone/server-sdk"; S.PaymentClient(s).payInstantly(o);`,
    `import { PaymentClient } from "@portone/server-sdk"; PaymentClient(s).payInstantly.bind(x)(o);`,
    `import { PaymentClient } from "@portone/server-sdk"; PaymentClient(s).payInstantly(o);`,
    `import { IMP } from "iamport-capacitor"; const imp = new IMP(); imp.payment({ data: o });`,
    `class A { c = PaymentClient(s); pay() { this.c.payInstantly(o); } } import { PaymentClient } from "@portone/server-sdk";`,
  ])("A function is found by whatever names lead to it: %s", (text) => {
    expect(calls(text)).toBe(1);
  });
  it.each([
    `import { PortOneClient } from "@portone/server-sdk"; PortOneClient.payment.payInstantly(o);`,
    `import { PortOneClient } from "@portone/server-sdk"; PortOneClient(s)().payment.payInstantly(o);`,
    `import { PortOneClient } from "@portone/server-sdk"; PortOneClient(s).payment().payInstantly(o);`,
    `import { PortOneClient } from "other"; PortOneClient(s).payment.payInstantly(o);`,
    "PortOneClient(s).payment.payInstantly(o);",
    `import { IMP } from "iamport-capacitor"; IMP.payment({ data: o });`,
    "const PortOne = load(); const { x } = PortOne; x.requestPayment(o);",
    "a.window.PortOne2.requestPayment(o);",
    "const a = b; const b = a; a.requestPayment(o);",
  ])("and no other: %s", (text) => {
    expect(calls(text)).toBe(0);
  });
  it("A parameter and what a call makes are what their names say", () => {
    expect(calls("const f = (PortOne) => PortOne.requestPayment(o);")).toBe(1);
    expect(calls("const PortOne = load(); PortOne.requestPayment(o);")).toBe(1);
    expect(calls("const PortOne = await load(); PortOne.requestPayment(o);")).toBe(1);
    expect(calls("const PortOne = a.b; PortOne.requestPayment(o);")).toBe(1);
    expect(calls("const PortOne = a ?? b; PortOne.requestPayment(o);")).toBe(1);
    expect(calls("const PortOne = a ? b : c; PortOne.requestPayment(o);")).toBe(1);
    expect(calls("let PortOne; PortOne.requestPayment(o);")).toBe(1);
    expect(calls("const f = (a) => a.PortOne.requestPayment(o);")).toBe(1);
    expect(calls("const PortOne = { requestPayment() {} }; PortOne.requestPayment(o);")).toBe(0);
    expect(calls("class PortOne {} PortOne.requestPayment(o);")).toBe(0);
    expect(calls("const PortOne = () => 1; PortOne.requestPayment(o);")).toBe(0);
    expect(calls("const f = (PortOne) => PortOne[a].requestPayment(o);")).toBe(0);
  });
});
