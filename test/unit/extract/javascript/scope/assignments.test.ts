import { describe, expect, it } from "vitest";
import { known, knownPayload, read } from "../reading.js";

/** What `a` is in the only payload of a text. */
const at = (text: string) => knownPayload(text).replace(/^\{ a: (.*) \}$/, "$1");

const pay = "IMP.request_pay({ a });";

describe("A name stands for what was written last before its use", () => {
  it.each([
    [`const a = 1; ${pay}`, "1"],
    [`let a = 1; ${pay}`, "1"],
    [`var a = 1; ${pay}`, "1"],
    [`let a; a = 1; ${pay}`, "1"],
    [`let a = 1; a = 2; ${pay}`, "2"],
    [`let a = 1; a = 2; a = 3; ${pay}`, "3"],
    [`let a = 1; { a = 2; ${pay} }`, "2"],
    [`export let a = 1; ${pay}`, "1"],
    [`class A { static { let a = 1; a = 2; ${pay} } }`, "2"],
    [`function f() { let a = 1; a = 2; ${pay} }`, "2"],
    [`let a = 1; a = 2; const f = () => { ${pay} }; f();`, "2"],
    [`function f() { ${pay} } const a = 1; f();`, "1"],
    // What may be written in between.
    [`let a = 1; if (x) a = "2"; ${pay}`, "?number|string"],
    [`let a = 1; if (x) { a = "2"; } ${pay}`, "?number|string"],
    [`let a = 1; if (x) a = 1; ${pay}`, "1"],
    [`let a = "1"; if (x) a = a + "2"; ${pay}`, "?string"],
    [`let a = "1"; if (x) a = a || "2"; ${pay}`, "?"],
    [`let a = 1; if (x) a = b; let b = a; ${pay}`, "?"],
    [`let a = 1; a = 2; if (x) a = "3"; ${pay}`, "?number|string"],
    [`let a = 1; if (x) a = "2"; a = 3; ${pay}`, "3"],
    [`let a = 1; const f = () => { a = "2"; }; ${pay}`, "?number|string"],
    [`let a = 1; const f = () => { a = "2"; }; a = 3; ${pay}`, "?number|string"],
    // What is behind the use has not happened, but in a loop or a function that runs later.
    [`let a = 1; ${pay} a = "2";`, "1"],
    [`let a = 1; ${pay} if (x) a = "2";`, "1"],
    [`let a = 1; const f = () => { ${pay} }; a = "2"; f();`, "?number|string"],
    [`let a = 1; for (const b of c) { ${pay} a = "2"; }`, "?number|string"],
    [`let a = 1; for (const b in c) { ${pay} a = "2"; }`, "?number|string"],
    [`let a = 1; for (;;) { ${pay} a = "2"; }`, "?number|string"],
    [`let a = 1; while (x) { ${pay} a = "2"; }`, "?number|string"],
    [`let a = 1; do { ${pay} a = "2"; } while (x);`, "?number|string"],
    [`for (;;) { let a = 1; ${pay} a = "2"; }`, "1"],
    [`let a = 1; if (x) { ${pay} a = "2"; }`, "1"],
    [`let a = 1; for (;;) { ${pay} } a = "2";`, "1"],
    // Nothing is sure of these.
    [`${pay} var a = 1;`, "?"],
    [`let a; if (x) a = 1; ${pay}`, "?"],
    [`let a; if (x) a = 1; else a = 2; ${pay}`, "?"],
    [`let a = 1; a += 1; ${pay}`, "?"],
    [`let a = 1; a++; ${pay}`, "?"],
    [`let a = 1; [a] = b; ${pay}`, "?"],
    [`let a = 1; ({ a } = b); ${pay}`, "?"],
    [`let a = 1; for (a of b) { ${pay} }`, "?"],
    [`const [a] = b; ${pay}`, "?"],
    [`var a = 1; var a = 2; ${pay}`, "?"],
    [`let a; f(a = 1); ${pay}`, "?"],
    [`function f(a) { ${pay} }`, "?"],
    [`function f(a) { a = 1; ${pay} }`, "?"],
    [`switch (x) { case 1: a = 1; ${pay} } var a;`, "?"],
    [`let a; x: a = 1; ${pay}`, "?"],
  ])("A name stands for what was written last: %s", (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it("A name that is written more than fifty times has no value that is looked for", () => {
    const written = (times: number) =>
      `let a = 0; ${Array.from({ length: times - 1 }, (_, index) => `a = ${index};`).join(" ")} ${pay}`;
    expect(at(written(50))).toBe("48");
    expect(at(written(51))).toBe("?");
  });
});

describe("A declared function is there from the beginning of its block", () => {
  it.each([
    ["called behind what it reads", `var a = 1; function f() { ${pay} } f();`, "1"],
    ["called above", `f(); var a = 1; function f() { ${pay} }`, "?"],
    [
      "called above by another",
      `g(); var a = 1; function f() { ${pay} } function g() { f(); }`,
      "?",
    ],
    [
      "called below by another",
      `var a = 1; function f() { ${pay} } function g() { f(); } g();`,
      "1",
    ],
    ["never called", `var a = 1; function f() { ${pay} }`, "1"],
    ["that calls itself", `var a = 1; function f() { ${pay} f(); } f();`, "1"],
    ["handed on above", `on(f); var a = 1; function f() { ${pay} }`, "?"],
    ["called in an arrow function above", `on(() => f()); var a = 1; function f() { ${pay} }`, "?"],
    ["in an arrow function", `var a = 1; const f = () => { ${pay} };`, "1"],
    ["exported, and called nowhere", `var a = 1; export default function () { ${pay} }`, "1"],
  ])(
    "A declared function is read with what is written before its calls: %s",
    (_name, text, expected) => {
      expect(at(text)).toBe(expected);
    },
  );
});

describe("A key that is assigned above a use is sure, and any other may be", () => {
  it.each([
    ["const o = {}; o.a = 1; IMP.request_pay(o);", "{ a: 1 }"],
    ["const o = { a: 2 }; o.a = 1; IMP.request_pay(o);", "{ a: 1 }"],
    ["const o = { b: {} }; o.b.a = 1; IMP.request_pay(o);", "{ b: { a: 1 } }"],
    [`const o = {}; o["a"] = 1; IMP.request_pay(o);`, "{ a: 1 }"],
    ["const o = {}; o.a = 1; { IMP.request_pay(o); }", "{ a: 1 }"],
    ["const o = {}; o.a = 1; o.a = 2; IMP.request_pay(o);", "{ a: 2 }"],
    ["const o = {}; (o as any).a = 1; IMP.request_pay(o);", "{ a: 1 }"],
    ["const o = {}; if (x) o.a = 1; IMP.request_pay(o);", "{ a: ? }"],
    ["const o = {}; IMP.request_pay(o); o.a = 1;", "{ a: ? }"],
    ["const o = { a: 1 }; o.a += 1; IMP.request_pay(o);", "{ a: ? }"],
    ["const o = { a: 1 }; o.a++; IMP.request_pay(o);", "{ a: ? }"],
    ["const o = { a: 1 }; delete o.a; IMP.request_pay(o);", "{ a: ? }"],
    ["const o = { a: 1 }; f(o.a = 2); IMP.request_pay(o);", "{ a: ? }"],
    ["const o = { b: 1 }; o[key] = 1; IMP.request_pay(o);", "?"],
    ["const o = { b: { a: 1 } }; o.b[key] = 1; IMP.request_pay(o);", "{ b: ? }"],
    ["const o = {}; o.b.a = 1; IMP.request_pay(o);", "{ b: ? }"],
    ["const o = { a: 1 }; o.__proto__ = p; IMP.request_pay(o);", "?object"],
    ["const o = { a: 1, b: [1, 2] }; o.b[0] = 3; IMP.request_pay(o);", "{ a: 1, b: ? }"],
    ["const o = { a: 1, b: [1, 2] }; o.b['0'] = 3; IMP.request_pay(o);", "{ a: 1, b: [?, 2] }"],
    ["const o = { a: 1, b: [1, 2] }; o.b.length = 0; IMP.request_pay(o);", "{ a: 1, b: ?array }"],
    ["let o = { a: 1 }; o = { b: 2 }; o.c = 3; IMP.request_pay(o);", "{ b: 2, c: 3 }"],
    ["let o = { a: 1 }; o.c = 3; o = { b: 2 }; IMP.request_pay(o);", "{ b: 2 }"],
  ])("A key that is assigned: %s", (text, expected) => {
    expect(known(read(text).calls.at(-1)?.payload?.value)).toBe(expected);
  });
});
