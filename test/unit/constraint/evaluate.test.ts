import { describe, expect, it } from "vitest";
import { lengthOf, valueAt } from "../../../src/constraint/abstractValue.js";
import type { ComparisonAtom } from "../../../src/constraint/atoms/comparison.js";
import { isGiven } from "../../../src/constraint/atoms/context.js";
import { isDefined } from "../../../src/constraint/atoms/defined.js";
import { isOneOf } from "../../../src/constraint/atoms/oneOf.js";
import { isOfType } from "../../../src/constraint/atoms/type.js";
import {
  compares,
  hasAtLeastItems,
  hasAtMostCharacters,
  isAtLeast,
  matches,
  present,
  someItem,
} from "../../../src/constraint/build.js";
import { evaluate } from "../../../src/constraint/evaluate.js";
import { literal, root } from "../../../src/constraint/formula.js";
import { all, any, not } from "../../../src/constraint/simplify.js";
import { anyCharacter, fits, hole, markOpen, Unknown } from "../../../src/validator/unknown.js";
import { everyItem } from "../../support/schemaFormula.js";

const anything = new Unknown("x");
const text = new Unknown("x", ["string"]);
const textOrNumber = new Unknown("x", ["string", "number"]);

describe("the type of a value that is not known", () => {
  it("The type of an unknown value is known where only one is possible", () => {
    expect(evaluate(isOfType(root, "string"), text)).toBe(true);
    expect(evaluate(isOfType(root, "number"), text)).toBe(false);
    expect(evaluate(isOfType(root, "integer"), text)).toBe(false);
  });
  it("The type of an unknown value is not known where several are possible", () => {
    expect(evaluate(isOfType(root, "string"), textOrNumber)).toBeUndefined();
    expect(evaluate(isOfType(root, "number"), textOrNumber)).toBeUndefined();
    expect(evaluate(isOfType(root, "array"), textOrNumber)).toBe(false);
    expect(evaluate(isAtLeast(root, 1), textOrNumber)).toBeUndefined();
    expect(evaluate(matches(root, "x"), textOrNumber)).toBeUndefined();
    expect(evaluate(hasAtMostCharacters(root, 3), textOrNumber)).toBeUndefined();
  });
  it("The type of an unknown value does not say whether a number is whole", () => {
    expect(evaluate(isOfType(root, "integer"), new Unknown("x", ["number"]))).toBeUndefined();
  });
  it("The type of an unknown value says that a value is there", () => {
    expect(evaluate(isDefined("/a"), { a: text })).toBe(true);
    expect(evaluate(isDefined("/a"), { a: anything })).toBeUndefined();
  });
  it("The type of an unknown value says what lies in the value only where that can be no object", () => {
    expect(evaluate(isDefined("/a/b"), { a: text })).toBe(false);
    expect(evaluate(isDefined("/a/b"), { a: new Unknown("x", ["object"]) })).toBeUndefined();
  });
});

describe("the values that a value may have", () => {
  it("The values that a value may have are those of its types", () => {
    expect(evaluate(isOneOf(root, ["a"]), text)).toBeUndefined();
    expect(evaluate(isOneOf(root, [1, true]), text)).toBe(false);
    expect(evaluate(not(isOneOf(root, [1])), text)).toBe(true);
  });
  it("The values that a value may have fit what is known of a text", () => {
    const order = new Unknown("x", ["string"], `order-${hole}`);
    expect(evaluate(isOneOf(root, ["order-1", "x"]), order)).toBeUndefined();
    expect(evaluate(isOneOf(root, ["x", "rder-1"]), order)).toBe(false);
  });
  it("The values that a value may have are of the length that is known", () => {
    const short = new Unknown("x", ["string"], anyCharacter.repeat(2));
    expect(evaluate(isOneOf(root, ["ab"]), short)).toBeUndefined();
    expect(evaluate(isOneOf(root, ["a", "abcd"]), short)).toBe(false);
  });
});

describe("the length of a text", () => {
  const payment = new Unknown("x", ["string"], `payment-${anyCharacter.repeat(36)}`);
  it("The length of a text is at least what is seen of it, with a place for each character of which that is all that is known", () => {
    expect(lengthOf(payment)).toEqual({ min: 44, max: 44 });
    expect(lengthOf(new Unknown("x", ["string"], `ab${hole}`))).toEqual({ min: 2, max: Infinity });
    expect(lengthOf(new Unknown("x", ["string"], "가나"))).toEqual({ min: 2, max: 2 });
    expect(lengthOf(text)).toEqual({ min: 0, max: Infinity });
  });
  it("The length of a text decides where the least is too long or the most is short enough", () => {
    expect(evaluate(hasAtMostCharacters(root, 40), payment)).toBe(false);
    expect(evaluate(hasAtMostCharacters(root, 44), payment)).toBe(true);
    const within = new Unknown("x", ["string"], `abc${hole}`);
    expect(evaluate(hasAtMostCharacters(root, 5), within)).toBeUndefined();
    expect(evaluate(hasAtMostCharacters(root, 2), within)).toBe(false);
  });
});

describe("an object that is not seen whole", () => {
  const compared = (how: ComparisonAtom["how"]) => compares("/a", { with: "/b/c", how });
  const atMost = compared({ is: "<=", as: "number", absentAs: 0 });
  it("An object that is not seen whole may hold what a comparison is with", () => {
    expect(evaluate(atMost, { a: 1, b: {} })).toBe(false);
    expect(evaluate(atMost, { a: 1, b: markOpen({}) })).toBeUndefined();
    expect(evaluate(atMost, markOpen({ a: 1 }))).toBeUndefined();
    expect(evaluate(atMost, markOpen({ b: { c: -1 } }))).toBeUndefined();
    expect(evaluate(atMost, markOpen({ a: 1, b: { c: 2 } }))).toBe(true);
  });
  it("An object that is not seen whole may hold any key, but what is seen of it holds", () => {
    expect(evaluate(isDefined("/a"), markOpen({}))).toBeUndefined();
    expect(evaluate(isDefined("/a"), markOpen({ a: 1 }))).toBe(true);
    expect(valueAt(markOpen({ a: { b: 1 } }), "/a/c")).toBeUndefined();
    expect(valueAt({ a: markOpen({ b: 1 }) }, "/a/c")).toBeInstanceOf(Unknown);
  });
});

describe("a list that is not seen whole", () => {
  it("A list that is not seen whole may have any first item", () => {
    const named = literal<ComparisonAtom>("/a", {
      name: "comparison",
      with: "/list",
      within: { index: 0, path: "/name" },
      how: { is: "=", as: "text" },
    });
    expect(evaluate(named, { a: "x", list: [{ name: "x" }, { name: "y" }] })).toBe(true);
    expect(evaluate(named, { a: "y", list: [{ name: "x" }, { name: "y" }] })).toBe(false);
    expect(evaluate(named, { a: "y", list: [] })).toBe(true);
    expect(evaluate(named, { a: "y", list: { 0: { name: "x" } } })).toBe(true);
    expect(evaluate(named, { a: "y", list: markOpen([{ name: "x" }]) })).toBeUndefined();
    expect(evaluate(named, { a: "y", list: [anything] })).toBeUndefined();
    expect(evaluate(named, { a: "y", list: anything })).toBeUndefined();
  });
  const isLarge = isAtLeast(root, 2);
  it("A list that is not seen whole meets what a seen item settles", () => {
    expect(evaluate(someItem(root, isLarge), markOpen([3]))).toBe(true);
    expect(evaluate(someItem(root, isLarge), markOpen([1]))).toBeUndefined();
    expect(evaluate(everyItem(root, isLarge), markOpen([1]))).toBe(false);
    expect(evaluate(everyItem(root, isLarge), markOpen([3]))).toBeUndefined();
    expect(evaluate(someItem(root, isLarge), [1])).toBe(false);
    expect(evaluate(everyItem(root, isLarge), [3, text])).toBe(true);
  });
  it("A list that is not seen whole has at least the items that are seen", () => {
    expect(evaluate(hasAtLeastItems(root, 1), markOpen([1]))).toBe(true);
    expect(evaluate(hasAtLeastItems(root, 2), markOpen([1]))).toBeUndefined();
    expect(evaluate(hasAtLeastItems(root, 2), [1])).toBe(false);
  });
});

describe("joined formulas", () => {
  it("Joined formulas hold where one part settles them, whatever is not known of the others", () => {
    const value = { a: anything, b: 1 };
    expect(evaluate(any([isDefined("/a"), isDefined("/b")]), value)).toBe(true);
    expect(evaluate(all([isDefined("/a"), isDefined("/c")]), value)).toBe(false);
    expect(evaluate(all([isDefined("/a"), isDefined("/b")]), value)).toBeUndefined();
  });
  it("Joined formulas reach through lists", () => {
    const named = present("/items/*/name");
    expect(evaluate(named, { items: [{}, { name: "x" }] })).toBe(true);
    expect(evaluate(named, { items: [{}, anything] })).toBeUndefined();
    expect(evaluate(named, { items: {} })).toBe(false);
  });
  it("Joined formulas know the conditions beside the payload", () => {
    expect([0, 1, 2, 3].map((on) => evaluate(isGiven(2), {}, on))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(evaluate(isGiven(2), anything, 2)).toBe(true);
  });
});

it("A text fits another whose holes can stand for what is left of it", () => {
  expect(fits("ksnet.2999", `ksnet${hole}`)).toBe(true);
  expect(fits("kcp", `ksnet${hole}`)).toBe(false);
  expect(fits("a.c", `a${hole}.c`)).toBe(true);
  expect(fits("abc", `a${hole}.c`)).toBe(false);
});
