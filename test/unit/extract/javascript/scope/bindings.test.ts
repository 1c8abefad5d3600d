import { describe, expect, it } from "vitest";
import { knownOf, knownPayload, payloadIn, read } from "../reading.js";

/** Whether a text hands a payload to the SDK. */
const isCall = (text: string) => read(text).calls.length > 0;

const pay = ".requestPayment({ a: 1 });";

describe("What a file imports is known by every way of importing", () => {
  it.each([
    `import PortOne from "@portone/browser-sdk/v2"; PortOne${pay}`,
    `import * as P from "@portone/browser-sdk/v2"; P${pay}`,
    `import { default as P } from "@portone/browser-sdk/v2"; P${pay}`,
    `import { requestPayment as p } from "@portone/browser-sdk/v2"; p({ a: 1 });`,
    `import { "requestPayment" as p } from "@portone/browser-sdk/v2"; p({ a: 1 });`,
    `const P = require("@portone/browser-sdk/v2"); P${pay}`,
    `const P = (require("@portone/browser-sdk/v2") as any); P${pay}`,
    `const { requestPayment: p } = require("@portone/browser-sdk/v2"); p({ a: 1 });`,
    `const { requestPayment: p = 1 } = require("@portone/browser-sdk/v2"); p({ a: 1 });`,
    `const { "requestPayment": p } = require("@portone/browser-sdk/v2"); p({ a: 1 });`,
    `const P = await import("@portone/browser-sdk/v2"); P${pay}`,
    `const p = PortOne.requestPayment; p({ a: 1 });`,
    `const p = PortOne.requestPayment.bind(PortOne); p({ a: 1 });`,
    `const { requestPayment } = PortOne; requestPayment({ a: 1 });`,
    `const { PortOne: P } = window; P${pay}`,
    `const w = window; w.PortOne${pay}`,
    `self.PortOne${pay}`,
    `globalThis.PortOne${pay}`,
    `(window.PortOne ?? other)${pay}`,
    `(window.PortOne || other)${pay}`,
    `class A { p = PortOne; pay() { this.p${pay} } }`,
    `class A { constructor() { this.p = PortOne; } pay() { this.p${pay} } }`,
    `class A { #p = PortOne; pay() { this.#p${pay} } }`,
    `frame.contentWindow.PortOne${pay}`,
  ])("What a file imports is known: %s", (text) => {
    expect(isCall(text)).toBe(true);
  });
  it.each([
    `import PortOne from "other"; PortOne${pay}`,
    `import { other as requestPayment } from "@portone/browser-sdk/v2"; requestPayment({ a: 1 });`,
    `import { other } from "@portone/browser-sdk/v2"; other.PortOne${pay}`,
    `const { other: requestPayment } = require("@portone/browser-sdk/v2"); requestPayment({ a: 1 });`,
    `const [requestPayment] = require("@portone/browser-sdk/v2"); requestPayment({ a: 1 });`,
    `const P = demand("@portone/browser-sdk/v2"); P${pay}`,
    `const P = require(name); P${pay}`,
    `function require() {} const P = require("other"); P${pay}`,
    `const PortOne = { requestPayment() {} }; PortOne${pay}`,
    "let p = PortOne.requestPayment; p = other; p({ a: 1 });",
    "const p = PortOne.requestPayment(x)({ a: 1 });",
    `const P = await import(name); P${pay}`,
    "other.requestPayment({ a: 1 });",
    "other[PortOne].requestPayment({ a: 1 });",
    "PortOne[requestPayment]({ a: 1 });",
    "requestPayment({ a: 1 });",
    `class A { p = PortOne; set(p) { this.p = p; } pay() { this.p${pay} } }`,
    `class A { set() { this.p = PortOne; } pay() { this.p${pay} } }`,
  ])("and what it does not import is none of the SDK: %s", (text) => {
    const calls = read(text).calls.filter(
      ({ payload }) => JSON.stringify(payload?.value) === '{"a":1}',
    );
    expect(calls).toHaveLength(0);
  });
});

describe("What a name stands for throughout is known by its only value", () => {
  it.each([
    ["const { a } = { a: 1 };", "a", "1"],
    ["const { a: b } = { a: 1 };", "b", "1"],
    ["const { b: { a } } = { b: { a: 1 } };", "a", "?"],
    ["const { ...a } = { a: 1 };", "a", "?"],
    ["const { [b]: a } = { a: 1 };", "a", "?"],
    ["let { a } = { a: 1 }; a = 2;", "a", "?"],
    ["const { a } = { b: 1 };", "a", "?"],
    ["const { a } = { a: undefined };", "a", "?"],
    ["const { a } = { a: null };", "a", "null"],
    ["const o = { a: 1 }; const { a } = o;", "a", "1"],
    ["const { a } = { a: [1] };", "a", "[1]"],
    ["const a = b; const b = a;", "a", "?"],
    ["import { a } from './m.js';", "a", "?"],
    ["class a {}", "a", "?"],
    ["try { f(); } catch (a) {}", "a", "?"],
  ])("What a name stands for is known: %s %s", (before, expression, expected) => {
    expect(knownOf(expression, before)).toBe(expected);
  });

  it.each([
    ["undefined", "undefined"],
    ["NaN", "null"],
    ["Infinity", "null"],
    ["window", "?"],
    ["name", "?"],
  ])("What a global is: %s", (name, expected) => {
    expect(knownOf(name)).toBe(expected);
  });
  it("A name of the language that the file declares is its own", () => {
    expect(knownOf("undefined", "const undefined = 1;")).toBe("1");
  });
});

describe("What returns its argument changes nothing", () => {
  it.each([
    ["Object.freeze({ a: 1 })", "", "{ a: 1 }"],
    ["Object.seal({ a: 1 })", "", "{ a: 1 }"],
    ["Object.create({ a: 1 })", "", "?"],
    ["Other.freeze({ a: 1 })", "", "?"],
    ["freeze({ a: 1 })", "", "?"],
    [
      "defineRequestPay({ a: 1 })",
      `import { defineRequestPay } from "paylint/ksnet/v1";`,
      "{ a: 1 }",
    ],
    ["own({ a: 1 })", `import { defineRequestPay as own } from "paylint/ksnet/v1";`, "{ a: 1 }"],
    ["k.defineRequestPay({ a: 1 })", `import * as k from "paylint/ksnet/v1";`, "{ a: 1 }"],
    ["requestPay.parse({ a: 1 })", `import { requestPay } from "paylint/ksnet/v1";`, "{ a: 1 }"],
    ["requestPay.parsed({ a: 1 })", `import { requestPay } from "paylint/ksnet/v1";`, "?"],
    ["requestPay.check({ a: 1 })", `import { requestPay } from "paylint/ksnet/v1";`, "?"],
    ["define({ a: 1 })", `import { define } from "paylint/ksnet/v1";`, "?"],
    ["defineRequestPay({ a: 1 })", `import { defineRequestPay } from "paylinter";`, "?"],
    ["defineRequestPay({ a: 1 })", `import { defineRequestPay } from "paylint";`, "{ a: 1 }"],
    ["defineRequestPay({ a: 1 })", `import { defineRequestPay } from "other";`, "?"],
    ["useMemo(() => ({ a: 1 }), [])", "", "{ a: 1 }"],
    ["React.useMemo(() => ({ a: 1 }), [])", `import React from "react";`, "{ a: 1 }"],
    ["useMemo(() => { return { a: 1 }; }, [])", `import { useMemo } from "react";`, "{ a: 1 }"],
    ["useMemo(make, [])", "const make = () => ({ a: 1 });", "{ a: 1 }"],
    ["useMemo(() => { if (x) return 1; return { a: 1 }; }, [])", "", "?"],
    ["useMemo()", "", "?"],
    ["useCallback(() => ({ a: 1 }), [])", "", "?"],
  ])("What returns its argument is known: %s %s", (expression, before, expected) => {
    expect(knownOf(expression, before)).toBe(expected);
  });
});

describe("A name that other code of a page reads is shared", () => {
  const isShared = (text: string, isReadElsewhere: (name: string) => boolean) =>
    payloadIn(text, { isReadElsewhere }).isShared === true;
  it("A name at the top of a script is shared that other code reads", () => {
    const text = "const order = { a: 1 }; IMP.request_pay(order);";
    expect(isShared(text, (name) => name === "order")).toBe(true);
    expect(isShared(text, (name) => name === "other")).toBe(false);
    expect(isShared(`function f() { ${text} }`, () => true)).toBe(false);
  });
});

describe("A key is given that is there whatever it is", () => {
  const isGiven = (expression: string, before = "") =>
    payloadIn(`${before} IMP.request_pay({ a: ${expression} });`).children.get("a")?.isGiven ===
    true;
  it.each([
    ["load()", ""],
    ["await load()", ""],
    ["order.a", ""],
    ["await order.a", ""],
    ["(order.a as string)", ""],
    ["order.a!", ""],
    ["a", "const a = load();"],
    ["a.b", "const a = load();"],
    ["this.a.b()", ""],
  ])("A key is given that is there: %s %s", (expression, before) => {
    expect(isGiven(expression, before)).toBe(true);
  });
  it.each([
    ["a", ""],
    ["order?.a", ""],
    ["load?.()", ""],
    ["x ? a : b", ""],
    ["a || b", ""],
    ["this.a", ""],
    ["await a", ""],
  ])("and a key is not given that may be missing: %s %s", (expression, before) => {
    expect(isGiven(expression, before)).toBe(false);
  });
  it("and a parameter may be missing, and a member of one", () => {
    const inFunction = (expression: string) =>
      payloadIn(`function f(order) { IMP.request_pay({ a: ${expression} }); }`).children.get("a")
        ?.isGiven === true;
    expect(inFunction("order")).toBe(false);
    expect(inFunction("order.a")).toBe(false);
    expect(inFunction("order.a()")).toBe(true);
    expect(inFunction("other.a")).toBe(true);
  });
  it("A method is given as a key, and may be anything", () => {
    expect(knownPayload("IMP.request_pay({ a() {}, get b() { return 1; }, c: 1 });")).toBe(
      "{ a: ?, b: ?, c: 1 }",
    );
  });
});
