import { describe, expect, it } from "vitest";
import { knownPayload } from "../reading.js";

/** What is known of an object with a list and an object in it, once other code has had it. */
const behind = (code: string, declared = "const o = { a: 1, b: { c: 2 }, d: [3] };") =>
  knownPayload(`${declared} ${code} IMP.request_pay(o);`);

const whole = "{ a: 1, b: { c: 2 }, d: [3] }";

describe("What only reads an object leaves it as it is", () => {
  it.each([
    "use(o.a + 1);".replace("use", "void "),
    "o;",
    "o.a;",
    "if (o) stop();",
    "if (o.b.c === 2) stop();",
    "`${o}`;",
    "console.log(o);",
    "console.table(o);",
    "JSON.stringify(o);",
    "Object.keys(o);",
    "Object.values(o);",
    "Object.entries(o);",
    "structuredClone(o);",
    "axios(o);",
    "fetch(url, o);",
    "got(o);",
    "ky(url, o);",
    "request(o);",
    "axios.post(url, o);",
    "client.put(url, o);",
    "client.request(o);",
    "http.fetch(o);",
    "$.ajax(o);",
    "IMP.request_pay(o);",
    "console.log([o], { o }, { ...o });",
    "console.log(o as any);",
    "export { o };",
    "export default o;",
    "typeof o;",
    "const p = o; console.log(p);",
    "const p = { o }; console.log(p);",
    "const p = { ...o }; p.a = 2;",
    "const p = { ...o, a: 2 }; console.log(p);",
    "const p = Object.freeze(o); console.log(p);",
    "const p = Object.seal(o); console.log(p);",
    "const read = (p) => console.log(p); read(o);",
    "const read = (p) => { if (p.a) stop(); }; read(o);",
    "const read = (q, p = 1) => console.log(p); read(1, o);",
    "const a = <Show {...o} />;",
    "type T = typeof o;",
    "function make() { const p = { a: 1 }; return p; } make();",
    `import { requestPay } from "paylint/ksnet/v1"; requestPay.check(o);`,
    "const { a } = o; console.log(a);",
    "const { a: x } = o.b; console.log(x);",
  ])("An object is as it was behind %s", (code) => {
    expect(
      knownPayload(`const o = { a: 1, b: { c: 2 }, d: [3] }; ${code} IMP.request_pay(o);`, {
        ending: ".tsx",
      }),
    ).toMatch(/^\{ a: 1, b: \{ c: 2 \}, d: (?:\[3\]|\?) \}$/);
  });
});

describe("What may change an object makes it unknown", () => {
  it.each([
    ["change(o);", "?object"],
    ["new Order(o);", "?object"],
    ["o.change();", "?object"],
    ["o[name]();", "?object"],
    ["o[name] = 1;", "?"],
    ["Object.assign(o, other);", "?object"],
    ["list.push(o);", "?object"],
    ["const p = o; change(p);", "?object"],
    ["const p = o; p.a = 2;", "?object"],
    ["const p = { o }; change(p);", "?object"],
    ["const p = { o }; p.o = 2;", "?object"],
    ["const p = [o]; change(p);", "?object"],
    ["const p = Object.freeze(o); change(p);", "?object"],
    ["other.o = o;", "?object"],
    ["let p; p = o;", "?object"],
    ["const f = () => o;", "?object"],
    ["function f() { return o; }", "?object"],
    ["change({ o });", "?object"],
    ["change([o]);", "?object"],
    ["const p = x ? o : 1;", "?object"],
    ["const p = o || 1;", "?object"],
    ["const { a, ...rest } = o;", "?object"],
    ["const [a] = o;", "?object"],
    ["for (const p of o) stop();", "?object"],
    ["const write = (p) => { p.a = 2; }; write(o);", "?object"],
    ["const write = (p, q) => { q.a = 2; }; write(1, o);", "?object"],
    ["const write = ({ b }) => { b.c = 2; }; write(o);", "?object"],
    ["const write = (...all) => change(all); write(o);", "?object"],
    ["const a = <Show order={o} />;", "?object"],
    ["yieldIt(function* () { yield o; });", "?object"],
    ["(p = o) => p;", "?object"],
    // A part of it may change.
    ["change(o.b);", "{ a: 1, b: ?object, d: [3] }"],
    ["change(o.d);", "{ a: 1, b: { c: 2 }, d: ?array }"],
    ["change(o.a);", whole],
    ["o.b.change();", "{ a: 1, b: ?object, d: [3] }"],
    ["o.d.push(4);", "{ a: 1, b: { c: 2 }, d: ?array }"],
    ["o.b[name] = 4;", "{ a: 1, b: ?, d: [3] }"],
    ["o.b[name].c = 4;", "{ a: 1, b: ?, d: [3] }"],
    ["const { b } = o; change(b);", "{ a: 1, b: ?object, d: [3] }"],
    ["const { b: x } = o; x.c = 3;", "{ a: 1, b: ?object, d: [3] }"],
    ["const { c } = o.b;", whole],
    ["const b = o.b; b.c = 3;", "{ a: 1, b: ?object, d: [3] }"],
    ["[o.a] = list;", "{ a: ?, b: { c: 2 }, d: [3] }"],
    ["({ x: o.a } = other);", "{ a: ?, b: { c: 2 }, d: [3] }"],
    ["({ x: o.a = 1 } = other);", "{ a: ?, b: { c: 2 }, d: [3] }"],
    ["[...o.d] = list;", "{ a: 1, b: { c: 2 }, d: ? }"],
    ["for (o.a of list) stop();", "{ a: ?, b: { c: 2 }, d: [3] }"],
    ["for (o.a in list) stop();", "{ a: ?, b: { c: 2 }, d: [3] }"],
    ["--o.a;", "{ a: ?, b: { c: 2 }, d: [3] }"],
    ["o.a ||= 4;", "{ a: ?, b: { c: 2 }, d: [3] }"],
    ["delete o.b.c;", "{ a: 1, b: { c: ? }, d: [3] }"],
    // What is in a copy is in the object, too.
    ["change({ ...o });", "{ a: 1, b: ?object, d: ?array }"],
    ["const p = { ...o }; change(p);", "{ a: 1, b: ?object, d: ?array }"],
    ["const p = { ...o }; p.b.c = 3;", "{ a: 1, b: ?object, d: ?array }"],
    ["const p = { ...o } as any; p.a = 3;", whole],
    ["const p = { ...o }; delete p.a;", whole],
    ["change(...o);", "{ a: 1, b: ?object, d: ?array }"],
  ])("An object is known as far as nothing changes it: %s", (code, expected) => {
    expect(
      knownPayload(`const o = { a: 1, b: { c: 2 }, d: [3] }; ${code} IMP.request_pay(o);`, {
        ending: ".tsx",
      }),
    ).toBe(expected);
  });

  it("A function may change what it is given behind a spread", () => {
    expect(behind("const write = (p) => { p.a = 2; }; write(...all, o);")).toBe("?object");
    expect(behind("const read = (p) => console.log(p); read(...all, o);")).toBe(whole);
    expect(behind("const read = (p, q) => { q.a = 2; }; read(...all, o);")).toBe("?object");
  });
  it("A function that only reads its first argument may change its second", () => {
    const write = "const write = (p, q) => { if (q) q.a = 2; }; const x = { e: 1 };";
    expect(behind(`${write} write(x); write(x, o); IMP.request_pay(x);`)).toBe("?object");
    expect(behind(`${write} write(o); IMP.request_pay(x);`)).toBe(whole);
  });
  it("Two names for one object that hand on each other are no endless search", () => {
    expect(behind("const p = o; const q = p; const r = { p, q }; change(r);")).toBe("?object");
    expect(behind("let p = { ...q }; let q = { ...p, ...o }; change(1);")).toBe(
      "{ a: 1, b: ?object, d: ?array }",
    );
    expect(behind("function f(p) { g(p); } function g(p) { f(p); } f(o);")).toBe("?object");
  });
  it("A function that makes an object and returns it has not handed it on", () => {
    const made = (body: string) =>
      knownPayload(`function make() { const o = { a: 1 }; ${body} } IMP.request_pay(make());`);
    expect(made("return o;")).toBe("{ a: 1 }");
    expect(made("change(o); return o;")).toBe("?object");
    expect(made("return { ...o, b: 2 };")).toBe("{ a: 1, b: 2 }");
  });
});
