import { describe, expect, it } from "vitest";
import { knownPayload } from "../reading.js";

/** What is known of `this.a`, or of another expression, in a method of a class. */
const inMethod = (members: string, expression = "this.a") =>
  knownPayload(`class A { ${members} pay() { IMP.request_pay({ a: ${expression} }); } }`).replace(
    /^\{ a: (.*) \}$/,
    "$1",
  );

describe("A field of a class is what the class says", () => {
  it.each([
    ["a = 1;", "this.a"],
    ["a = 1;", `this["a"]`],
    ["'a' = 1;", "this.a"],
    ["#a = 1;", "this.#a"],
    ["readonly a: number = 1;", "this.a"],
    ["constructor() { this.a = 1; }", "this.a"],
    ["a = 1; read() { kept = this.a; }", "this.a"],
    ["a = 1; read() { kept += this.a; }", "this.a"],
    ["a = 1; read() { kept = -this.a; }", "this.a"],
  ])("A field of a class is what the class says: %s %s", (members, expression) => {
    expect(inMethod(members, expression)).toBe("1");
  });
  it("A field of a class is known in functions that have its `this`", () => {
    const inner = (head: string, tail = "") =>
      knownPayload(`class A { a = 1; pay() { ${head} IMP.request_pay({ a: this.a }); ${tail} } }`);
    expect(inner("const f = () => {", "};")).toBe("{ a: 1 }");
    expect(inner("function f() {", "}")).toBe("{ a: ? }");
    expect(inner("const f = function () {", "};")).toBe("{ a: ? }");
    expect(inner("const o = { f() {", "} };")).toBe("{ a: ? }");
    expect(inner("class B { a = 2; f() {", "} }")).toBe("{ a: 2 }");
    expect(inner("class B { f() {", "} }")).toBe("{ a: ? }");
  });
  it.each([
    ["static a = 1;"],
    ["a = 1; set(a) { this.a = a; }"],
    ["a = 1; next() { this.a++; }"],
    ["a = 1; next() { this.a += 1; }"],
    ["a = 1; next() { (this.a as any) = 2; }"],
    ["set() { this.a = 1; }"],
    ["[a] = 1;"],
    ["get a() { return 1; }"],
    ["a;"],
    ["#a = 1;"],
    ["a = 1; a = 2;"],
    ["a = 1; set() { const self = this; self.a = 2; }"],
  ])("and is not known where it may be another: %s", (members) => {
    expect(inMethod(members)).toBe("?");
  });
  it("A static method has no fields of an object", () => {
    expect(
      knownPayload("class A { a = 1; static pay() { IMP.request_pay({ a: this.a }); } }"),
    ).toBe("{ a: ? }");
  });
  it("A method that changes an object in a field makes it unknown", () => {
    const field = (code: string) => inMethod(`a = { b: 1 }; change() { ${code} }`);
    expect(field("console.log(this.a);")).toBe("{ b: 1 }");
    expect(field("this.a.b = 2;")).toBe("{ b: ? }");
    expect(field("change(this.a);")).toBe("?object");
    expect(field("const self = this; self.a.b = 2;")).toBe("{ b: ? }");
    expect(field("const { a } = this; a.b = 2;")).toBe("?object");
    expect(field("other.a.b = 2;")).toBe("{ b: 1 }");
  });
  it("A name that stands for the object of another class is none of this one", () => {
    const code = (inner: string) =>
      knownPayload(
        `class B { a = 2; m() { const self = this; } } class A { a = 1; pay() { IMP.request_pay({ a: ${inner} }); } }`,
      );
    expect(code("self.a")).toBe("{ a: ? }");
    expect(code("this.a")).toBe("{ a: 1 }");
  });
});
