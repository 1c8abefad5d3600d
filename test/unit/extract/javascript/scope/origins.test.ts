import { describe, expect, it } from "vitest";
import type { Located } from "../../../../../src/extract/located.js";
import { valueAt } from "../reading.js";

/** Everything that is said of where a value is written, as text. */
function written(text: string, { span, origin, origins = [] }: Located): string {
  return [span, ...(origin ? [origin] : []), ...origins].map((one) => text.slice(...one)).join(" ");
}

const call = (body: string) =>
  `axios.post("https://api.iamport.kr/subscribe/payments/onetime", ${body});`;

describe("A value tells every literal that it may come from", () => {
  it.each([
    [
      "both branches of a condition",
      call('{ birth: t ? "900101" : "910203" }'),
      ["900101", "910203"],
    ],
    ["both sides of an or", call('{ birth: given || "900101" }'), ["900101"]],
    ["both sides of a nullish or", call('{ birth: given ?? "900101" }'), ["900101"]],
    [
      "a constant",
      `const b = t ? "900101" : "910203"; ${call("{ birth: b }")}`,
      ["900101", "910203"],
    ],
    [
      "every assignment to a name",
      `let b = "900101"; if (x) b = "910203"; ${call("{ birth: b }")}`,
      ["900101", "910203"],
    ],
    ["a default parameter", `function pay(b = "900101") { ${call("{ birth: b }")} }`, ["900101"]],
    [
      "what calls give for a parameter",
      `const pay = (id, b) => { ${call("{ birth: b }")} }; pay(1, "900101");`,
      ["900101"],
    ],
    [
      "a default in a pattern",
      `const { birth = "900101" } = form; ${call("{ birth }")}`,
      ["900101"],
    ],
    [
      "a key of a pattern",
      `const { birth: b } = { birth: "900101" }; ${call("{ birth: b }")}`,
      ["900101"],
    ],
    [
      "a member of an object",
      `let o = { birth: "900101" }; o = other; ${call("{ birth: o.birth }")}`,
      ["900101"],
    ],
    ["a template", `const b = "0101"; ${call("{ birth: `90${b}` }")}`, ["90", "0101"]],
    ["a concatenation", `let b = "0101"; b = x; ${call('{ birth: "90" + b }')}`, ["90", "0101"]],
    [
      "a method of the text",
      `const b = "19900101"; ${call("{ birth: b.slice(2) }")}`,
      ["19900101"],
    ],
    ["an argument of a function", call('{ birth: format("900101") }'), ["900101"]],
    [
      "what a function returns",
      `function b() { const one = "900101"; return one; } ${call("{ birth: b() }")}`,
      ["900101"],
    ],
    [
      "what an arrow function returns",
      `const b = () => "900101"; ${call("{ birth: b() }")}`,
      ["900101"],
    ],
    [
      "what a function in a name returns in a branch",
      `const b = function () { if (x) return "900101"; return "910203"; }; ${call("{ birth: b() }")}`,
      ["900101", "910203"],
    ],
    ["a part of a text", `const b = "900101"; ${call("{ birth: b.slice(2) }")}`, ["900101"]],
    ["a part of a template", `${call("{ birth: `900101${x}` }")}`, ["900101"]],
    ["what is in a template", `${call('{ birth: `${x ? "900101" : 1}` }')}`, ["900101"]],
    ["a number", call("{ birth: x || 900101 }"), ["900101"]],
    ["a sum", call('{ birth: x + "900101" }'), ["900101"]],
    ["the last of several expressions", call('{ birth: (x, "900101") }'), ["900101"]],
    ["an assignment in it", call('{ birth: (b = "900101") }'), ["900101"]],
    ["what is waited for", call('{ birth: await (x || "900101") }'), ["900101"]],
    ["an item of a list", call('{ birth: ["900101"][i] }'), ["900101"]],
    ["a list of its own", `const l = ["900101"]; ${call("{ birth: l[0] }")}`, ["900101"]],
    ["a key of an object", `const o = { b: "900101" }; ${call("{ birth: o.b || x }")}`, ["900101"]],
    ["a computed key", `const o = { [k]: "900101" }; ${call("{ birth: o.b || x }")}`, ["900101"]],
    [
      "a spread key",
      `const o = { ...{ b: "900101" } }; ${call("{ birth: o.b || x }")}`,
      ["900101"],
    ],
    [
      "a frozen object",
      `const o = Object.freeze({ b: "900101" }); ${call("{ birth: o.b || x }")}`,
      ["900101"],
    ],
    ["an argument of a constructor", call('{ birth: new Birth("900101") }'), ["900101"]],
    [
      "a parameter with a default that a call gives",
      `const pay = (b = "910203") => { ${call("{ birth: b }")} }; pay("900101");`,
      ["900101", "910203"],
    ],
    [
      "a key that a pattern takes",
      `const { b } = { b: "900101", c: "1" }; ${call("{ birth: b || x }")}`,
      ["900101"],
    ],
    [
      "a field of the class",
      `class A { birth = "900101"; pay() { ${call("{ birth: this.birth }")} } }`,
      ["900101"],
    ],
    [
      "a field that a method sets",
      `class A { set() { this.birth = "900101"; } pay() { ${call("{ birth: this.birth }")} } }`,
      ["900101"],
    ],
    [
      "an assignment in a branch",
      `const o = {}; if (x) { o.birth = "910203"; } ${call("o")}`,
      ["910203"],
    ],
    [
      "an assignment beside a value",
      `const o = { birth: "900101" }; if (x) { o.birth = "910203"; } ${call("o")}`,
      ["900101", "910203"],
    ],
    [
      "an assignment to what was spread before",
      `const o = { id: 1 }; const p = { ...o, amount: 1 }; o.birth = "910203"; ${call("p")}`,
      ["910203"],
    ],
    [
      "an assignment by another name",
      `const o = { birth: x }; const same = o; same.birth = "910203"; ${call("{ birth: o.birth }")}`,
      ["910203"],
    ],
    [
      "a spread that may bring it",
      call('{ birth: "900101", ...(t && { birth: "910203" }) }'),
      ["900101", "910203"],
    ],
  ])("A value tells every literal that it may come from: %s", (_name, text, literals) => {
    const places = written(text, valueAt(text, "/birth"));
    for (const literal of literals) expect(places).toContain(literal);
  });

  it("A value tells both branches of a condition, each by its own place", () => {
    const text = call('{ birth: given || (t ? "900101" : "910203") }');
    const [, ...places] = written(text, valueAt(text, "/birth"))
      .split(/ (?="\d+")/)
      .slice(-3);
    expect(places.map((one) => one.replace(/\)$/, ""))).toEqual(['"900101"', '"910203"']);
  });

  it("The search for the origin of names that stand for each other ends", () => {
    const text = `let a = b; let b = a; a = b; b = "900101"; ${call("{ birth: a }")}`;
    expect(written(text, valueAt(text, "/birth"))).toContain("900101");
  });

  it.each([
    ["another key of an object", `const o = { b: x, c: "900101" }; ${call("{ birth: o.b || x }")}`],
    ["the test of a condition", call('{ birth: x === "900101" ? y : z }')],
    ["a first of several expressions", call('{ birth: ("900101", x) }')],
    ["another parameter", `const pay = (a, b) => { ${call("{ birth: b }")} }; pay("900101", x);`],
    [
      "what a function in it returns",
      `const b = () => { const c = () => { return "900101"; }; return x; }; ${call("{ birth: b() }")}`,
    ],
    ["true and null", call("{ birth: x || true || null || /900101/ }")],
  ])("A value does not come from %s", (_name, text) => {
    const { origins = [] } = valueAt(text, "/birth");
    const literals = origins.map((span) => text.slice(...span));
    expect(literals.filter((one) => /^(?:"900101"|true|null|\/900101\/)$/.test(one))).toEqual([]);
  });

  it("A plain literal needs no other place", () => {
    expect(valueAt(call('{ birth: "900101" }'), "/birth").origins).toBeUndefined();
  });

  it("The places in a part of a text are those in the part", () => {
    const body = `return ${call("{ birth: b }")} let b = "900101"; b = "910203";`;
    const located = valueAt(body, "/birth", { isBody: true });
    expect(written(body, located)).toContain("900101");
    expect(written(body, located)).toContain("910203");
  });
});

it.each([
  ["two names", "const a = '1'; const b = a; IMP.request_pay({ b });"],
  [
    "a key and a name",
    "const a = { x: '1' }; const { x } = a; const b = x; IMP.request_pay({ b });",
  ],
])("The origin of a value through %s is its literal", (_name, text) => {
  const { span, origin } = valueAt(text, "/b");
  expect(text.slice(...span)).toBe("b");
  expect(origin && text.slice(...origin)).toBe("'1'");
});
