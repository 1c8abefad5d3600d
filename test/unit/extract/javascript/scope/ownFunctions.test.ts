import { describe, expect, it } from "vitest";
import { knownOf, knownPayload, payloadIn } from "../reading.js";

describe("What a function of the program returns is known", () => {
  it.each([
    ["const f = () => 1;", "1"],
    ["const f = function () { return 1; };", "1"],
    ["function f() { return 1; }", "1"],
    ["const f = (() => 1) as Make;", "1"],
    ["const f = () => { if (x) return 1; return 1; };", "1"],
    ['const f = () => { if (x) return 1; return "2"; };', "?string|number"],
    ['const f = () => { if (x) { return 1; } else { return "2"; } };', "?string|number"],
    ['const f = () => { try { return 1; } catch { return "2"; } };', "?string|number"],
    ['const f = () => { if (x) return 1; throw new Error("a"); };', "1"],
    ["const f = () => { const g = () => { return 2; }; return 1; };", "1"],
    ["const f = (a) => a; const g = f;", "?"],
    // It may return nothing, or something else.
    ["const f = () => { if (x) return 1; };", "?"],
    ["const f = () => { if (x) return; return 1; };", "?"],
    ["const f = () => { while (x) { return 1; } };", "?"],
    ["const f = () => {};", "?"],
    ["function* f() { return 1; }", "?"],
    ["async function f() { return 1; }", "?"],
    ["let f = () => 1; f = () => 2;", "?"],
    ["function f() { return 1; } function f() { return 2; }", "1"],
    ["const f = () => f();", "?"],
    ["const f = other;", "?"],
    ["const { f } = other;", "?"],
  ])("What a function of the program returns is known: %s", (before, expected) => {
    expect(knownOf("f()", before)).toBe(expected);
  });
  it("What an asynchronous function returns is known where it is awaited", () => {
    expect(knownOf("await f()", "async function f() { return 1; }")).toBe("1");
    expect(knownOf("await (f())", "const f = async () => 1;")).toBe("1");
    expect(knownOf("await f()", "async function* f() { return 1; }")).toBe("?");
    expect(knownOf("await f", "const f = 1;")).toBe("?");
  });
  it("What a method of the same object returns is known", () => {
    const method = (members: string) =>
      knownPayload(`class A { ${members} pay() { IMP.request_pay({ a: this.f() }); } }`);
    expect(method("f() { return 1; }")).toBe("{ a: 1 }");
    expect(method("f = () => 1;")).toBe("{ a: 1 }");
    expect(method("#f() { return 1; }")).toBe("{ a: ? }");
    expect(method("static f() { return 1; }")).toBe("{ a: ? }");
    expect(method("get f() { return () => 1; }")).toBe("{ a: ? }");
    expect(knownOf("o.f()", "const o = { f() { return 1; } };")).toBe("?");
  });
});

describe("What a call gives a parameter is known", () => {
  it.each([
    ["(a) => a", "f(1)", "1"],
    ["(a, b) => b", "f(1, 2)", "2"],
    ["(a = 5) => a", "f()", "5"],
    ["(a = 5) => a", "f(undefined)", "5"],
    ["(a = 5) => a", "f(1)", "1"],
    ["(a = 5) => a", "f(null)", "null"],
    ["(a) => a", "f()", "?"],
    ["(a, b) => a", "f(1, ...rest)", "1"],
    ["(a, b) => b", "f(1, ...rest)", "?"],
    ["(a, b = 5) => b", "f(1, ...rest)", "?"],
    ["(a, b = 5) => b", "f(1)", "5"],
    ["({ a }) => a", "f({ a: 1 })", "1"],
    ["({ a: b }) => b", "f({ a: 1 })", "1"],
    ['({ "a": b }) => b', "f({ a: 1 })", "1"],
    ["({ [a]: b }) => b", "f({ a: 1 })", "?"],
    ["({ a }) => a", "f({ b: 1 })", "?"],
    ["({ a }) => a", "f()", "?"],
    ["({ a = 5 }) => a", "f({ a: 1 })", "?"],
    ["({ a: { b } }) => b", "f({ a: { b: 1 } })", "?"],
    ["({ ...a }) => a.b", "f({ b: 1 })", "?"],
    ["([a]) => a", "f([1])", "?"],
    ["(...a) => a", "f(1)", "?"],
    ["(a) => { a = 2; return a; }", "f(1)", "?"],
    ["(a) => a.b", "f({ b: 1 })", "1"],
    ["(a) => a.b", "f({ b: 1 }.c)", "?"],
    ["(a) => [a, a]", "f(1)", "[1, 1]"],
  ])("What a call gives a parameter is known: %s by %s", (fn, call, expected) => {
    expect(knownOf(call, `const f = ${fn};`)).toBe(expected);
  });

  it("What a parameter is given is known through four functions, and not through more", () => {
    const chain = (length: number) =>
      `${Array.from({ length }, (_, index) => `const f${index} = (a) => ${index > 0 ? `f${index - 1}(a)` : "a"};`).join(" ")}`;
    expect(knownOf("f3(1)", chain(4))).toBe("1");
    expect(knownOf("f4(1)", chain(5))).toBe("?");
  });
  it("Functions that call each other are no endless search", () => {
    expect(knownOf("f(1)", "const f = (a) => g(a); const g = (a) => f(a);")).toBe("?");
  });
});

describe("What a function makes is of one payload alone where it is called once", () => {
  const isShared = (text: string) => payloadIn(text).isShared === true;
  it.each([
    ["function make() { return { a: 1 }; } IMP.request_pay(make());", false],
    ["const make = () => ({ a: 1 }); IMP.request_pay(make());", false],
    ["function make() { return { a: 1 }; } use(make()); IMP.request_pay(make());", true],
    ["const make = () => ({ a: 1 }); use(make()); IMP.request_pay(make());", true],
    ["const make = () => ({ a: 1 }); use(make); IMP.request_pay(make());", true],
    ["export function make() { return { a: 1 }; } IMP.request_pay(make());", true],
    ["export const make = () => ({ a: 1 }); IMP.request_pay(make());", true],
    ["export default function make() { return { a: 1 }; } IMP.request_pay(make());", true],
    [
      "export const other = { run() { const make = () => ({ a: 1 }); IMP.request_pay(make()); } };",
      false,
    ],
  ])("What a function makes is shared where something else may get it: %s", (text, expected) => {
    expect(isShared(text)).toBe(expected);
  });
});
