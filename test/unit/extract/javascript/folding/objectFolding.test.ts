import { describe, expect, it } from "vitest";
import { knownOf, payloadIn } from "../reading.js";

describe("An object is what its keys say, from the first to the last", () => {
  it.each([
    ["{ a: 1, 'b': 2, 3: 4 }", "", "{ 3: 4, a: 1, b: 2 }"],
    ["{ ['a']: 1, [`b`]: 2, [1 + 2]: 3 }", "", "{ 3: 3, a: 1, b: 2 }"],
    ["{ a: 1, a: 2 }", "", "{ a: 2 }"],
    ["{ a: 1, [x]: 2 }", "", "{ a: ?, … }"],
    ["{ [x]: 2, a: 1 }", "", "{ a: 1, … }"],
    ["{ [null]: 2, a: 1 }", "", "{ a: 1, … }"],
    ["{ [true]: 2, a: 1 }", "", "{ a: 1, … }"],
    ["{ __proto__: o, a: 1 }", "", "{ a: 1, … }"],
    ["{ a() {}, get b() { return 1; }, set c(x) {} }", "", "{ a: ?, b: ?, c: ? }"],
    ["{ a: function () {}, b: () => 1 }", "", "{ a: ?, b: ? }"],
    ["{ a: /x/, b: null, c: undefined, d: true }", "", "{ a: ?, b: null, c: undefined, d: true }"],
    // What is spread.
    ["{ ...{ a: 1 }, b: 2 }", "", "{ a: 1, b: 2 }"],
    ["{ a: 1, ...{ a: 2 } }", "", "{ a: 2 }"],
    ["{ ...{ a: 1 }, a: 2 }", "", "{ a: 2 }"],
    ["{ a: 1, ...x }", "", "{ a: ?, … }"],
    ["{ ...x, a: 1 }", "", "{ a: 1, … }"],
    ["{ a: 1, ...o }", "const o = { ...x, b: 2 };", "{ a: ?, b: 2, … }"],
    ["{ a: 1, ...o }", "const o = { a: 2, ...x };", "{ a: ?, … }"],
    ["{ a: 1, ...[2] }", "", "{ a: ?, … }"],
    ["{ a: 1, ...null }", "", "{ a: ?, … }"],
    ["{ a: 1, ...(x && { b: 2 }) }", "", "{ a: 1, b: ? }"],
    ["{ a: 1, ...(x && { a: 2 }) }", "", "{ a: ? }"],
    ["{ a: 1, ...(x || { b: 2 }) }", "", "{ a: ?, … }"],
    ["{ a: 1, ...(x && y) }", "", "{ a: ?, … }"],
    ["{ a: 1, ...(x && { ...y }) }", "", "{ a: ?, … }"],
    ["{ a: 1, ...(x ? { b: 2 } : {}) }", "", "{ a: 1, b: ? }"],
    ["{ a: 1, ...(x ? { b: 2 } : null) }", "", "{ a: 1, b: ? }"],
    ["{ a: 1, ...(x ? { b: 2 } : undefined) }", "", "{ a: 1, b: ? }"],
    ["{ a: 1, ...(x ? { b: 2 } : { c: 3 }) }", "", "{ a: 1, b: ?, c: ? }"],
    ["{ a: 1, ...(x ? { b: 2 } : y) }", "", "{ a: ?, … }"],
    ["{ a: 1, ...(x ? y : { b: 2 }) }", "", "{ a: ?, … }"],
    ["{ a: 1, ...(x ? [2] : {}) }", "", "{ a: ?, … }"],
    ["{ a: 1, ...(x ? 5 : {}) }", "", "{ a: ?, … }"],
    ["{ a: 1, ...(true && { b: 2 }) }", "", "{ a: 1, b: 2 }"],
    ["{ a: 1, ...(isTest && { b: 2 }) }", "const isTest = true;", "{ a: 1, b: 2 }"],
    ["{ a: 1, ...(isTest && { b: 2 }) }", "const isTest = false;", "{ a: 1, b: ? }"],
    ["{ a: 1, ...(null ?? { b: 2 }) }", "", "{ a: 1, b: 2 }"],
    ["{ a: 1, ...({ c: 3 } || x) }", "", "{ a: 1, c: 3 }"],
    ["{ a: 1, ...(true && false) }", "", "{ a: ?, … }"],
  ])("An object is what its keys say: %s %s", (expression, before, expected) => {
    expect(knownOf(expression, before)).toBe(expected);
  });

  it.each([
    ["[1, 2]", "[1, 2]"],
    ["[1, , 2]", "[1, undefined, 2]"],
    ["[1, ...[2, 3], 4]", "[1, 2, 3, 4]"],
    ["[1, ...x, 4]", "[1, …]"],
    ["[...x]", "[…]"],
    ["[1, ...[2, ...x], 4]", "[1, …]"],
    ["[1, ...{ a: 1 }]", "[1, …]"],
    ["[x, { a: y }]", "[?, { a: ? }]"],
    ["[[1]]", "[[1]]"],
  ])("A list is what its items are: %s", (expression, expected) => {
    expect(knownOf(expression)).toBe(expected);
  });

  it("A key is told that is written twice since the last spread", () => {
    const twice = (text: string) =>
      payloadIn(`IMP.request_pay({ ${text} });`).duplicateKeys.map(({ key }) => key);
    expect(twice("a: 1, a: 2")).toEqual(["a"]);
    expect(twice("a: 1, 'a': 2, a: 3")).toEqual(["a", "a"]);
    expect(twice("a: 1, b: 2")).toEqual([]);
    expect(twice("a: 1, ...{ b: 1 }, a: 2")).toEqual([]);
    expect(twice("a: 1, ...x, a: 2")).toEqual([]);
    expect(twice("...{ a: 1 }, a: 2")).toEqual([]);
    expect(twice("a: 1, [x]: 2, a: 3")).toEqual(["a"]);
  });
});
