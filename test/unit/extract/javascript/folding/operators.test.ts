import { describe, expect, it } from "vitest";
import {
  binary,
  either,
  isText,
  logical,
  unary,
  writtenAs,
} from "../../../../../src/extract/javascript/folding/operators.js";
import { type JsonType, Unknown } from "../../../../../src/validator/unknown.js";
import { known, knownOf } from "../reading.js";

const of = (...types: JsonType[]) => new Unknown("x", types);
const anything = new Unknown("x");
const between = (least: number, most: number) =>
  new Unknown("x", ["number"], undefined, { least, most, isWhole: true });

describe("An operator with one side makes what is known of it", () => {
  it.each([
    ["!", true, "false"],
    ["!", 0, "true"],
    ["!", "", "true"],
    ["!", anything, "?boolean"],
    ["-", 5, "-5"],
    ["-", "5", "?number"],
    ["-", of("string"), "?number"],
    ["-", between(1, 5), "?number"],
    ["+", 5, "5"],
    ["+", "5", "?number"],
    ["+", between(1, 5), "?number 1…5"],
    ["+", anything, "?number"],
    ["void", 5, "undefined"],
    ["typeof", 5, "?string"],
    ["~", 5, "?"],
    ["delete", 5, "?"],
  ])("An operator with one side makes what is known: %s %o", (operator, value, expected) => {
    expect(known(unary(operator, value, "x"))).toBe(expected);
  });
});

describe("An operator with two sides makes what is known of both", () => {
  it.each(["==", "!=", "===", "!==", "<", ">", "<=", ">=", "in", "instanceof"])(
    "A comparison is true or false: %s",
    (operator) => {
      expect(known(binary(operator, 1, 2, "x"))).toBe("?boolean");
      expect(known(binary(operator, anything, anything, "x"))).toBe("?boolean");
    },
  );
  it.each([
    ["7 + 2", "9"],
    ["7 - 2", "5"],
    ["7 * 2", "14"],
    ["7 / 2", "3.5"],
    ["7 % 2", "1"],
    ["7 ** 2", "?number"],
    ["7 | 2", "?number"],
    ["2 - 7", "-5"],
  ])("Numbers are reckoned with: %s", (expression, expected) => {
    expect(knownOf(expression)).toBe(expected);
  });
  it.each([
    ["-", anything, anything, "?number"],
    ["*", "3", "4", "?number"],
    ["+", anything, anything, "?"],
    ["+", of("number"), anything, "?"],
    ["+", anything, of("number"), "?"],
    ["+", of("number", "string"), of("number"), "?"],
    ["+", of("number"), of("number"), "?number"],
    ["+", 1, of("number"), "?number"],
    ["+", between(1, 5), between(10, 20), "?number 11…25"],
    ["+", 1, between(10, 20), "?number 11…21"],
    ["-", between(10, 20), 1, "?number 9…19"],
    ["*", between(10, 20), 2, "?number 20…40"],
    ["-", between(10, 20), anything, "?number"],
    ["-", anything, between(10, 20), "?number"],
  ])(
    "What is not known keeps its type and its bounds: %s %o %o",
    (operator, left, right, expected) => {
      expect(known(binary(operator, left, right, "x"))).toBe(expected);
    },
  );
});

describe("A choice by && || ?? makes what it is sure to be", () => {
  const notAsked = () => {
    throw new Error("the right side is asked for");
  };
  it.each([
    ["||", 1, "1"],
    ["||", "a", `"a"`],
    ["&&", 0, "0"],
    ["&&", "", `""`],
    ["&&", null, "null"],
    ["??", 0, "0"],
    ["??", "", `""`],
    ["??", false, "false"],
  ])("The left side decides alone: %s %o", (operator, left, expected) => {
    expect(known(logical(operator, left, notAsked, "x"))).toBe(expected);
  });
  it.each([
    ["||", 0],
    ["||", ""],
    ["||", null],
    ["||", undefined],
    ["&&", 1],
    ["&&", "a"],
    ["??", null],
    ["??", undefined],
  ])("The right side is what it is: %s %o", (operator, left) => {
    expect(logical(operator, left, () => "right", "x")).toBe("right");
  });
  it.each([
    ["||", of("string"), 1, "?string|number"],
    ["||", of("string", "null"), "b", "?string"],
    ["??", of("string", "null"), "b", "?string"],
    ["&&", of("string", "null"), "b", "?string|null"],
    ["||", of("string"), anything, "?"],
    ["||", anything, "b", "?"],
    ["&&", anything, "b", "?"],
    ["??", anything, "b", "?"],
  ])("What is not known leaves both: %s %o %o", (operator, left, right, expected) => {
    expect(known(logical(operator, left, () => right, "x"))).toBe(expected);
  });
});

describe("One of several values is known as far as they agree", () => {
  const list = [1];
  it.each([
    [[1, 1], "1"],
    [["a", "a", "a"], `"a"`],
    [[null, null], "null"],
    [[undefined, undefined], "undefined"],
    [[1, 2], "?number"],
    [[1, "a"], "?number|string"],
    [[1, null], "?number|null"],
    [[true, 1], "?boolean|number"],
    [[list, list], "?array"],
    [[list, { a: 1 }], "?array|object"],
    [[1, undefined], "?"],
    [[1, anything], "?"],
    [[anything, 1], "?"],
    [[1, of("string", "null"), 2], "?number|string|null"],
    [[1, () => 1], "?"],
  ])("One of several values is known as far as they agree: %o", (values, expected) => {
    expect(known(either(values, "x"))).toBe(expected);
  });
});

describe("A value is sure to be a text, or may be something else", () => {
  it.each([
    ["a", true],
    [of("string"), true],
    [1, false],
    [of("string", "null"), false],
    [of("number"), false],
    [anything, false],
    [undefined, false],
  ])("A value is sure to be a text, or may be something else: %o", (value, expected) => {
    expect(isText(value)).toBe(expected);
  });
  it.each([
    ["a", "a"],
    [5, "5"],
    [true, "true"],
    [null, undefined],
    [undefined, undefined],
    [[1], undefined],
    [{ a: 1 }, undefined],
    [new Unknown("x", ["string"], "ab"), "ab"],
    [anything, undefined],
  ])("A value is a part of a text: %o", (value, expected) => {
    expect(writtenAs(value)).toBe(expected);
  });
  it("A number of which the digits are known is a part of a text by them", () => {
    expect(knownOf("`${10 + Math.floor(Math.random() * 90)}`")).toBe(`?string "…"`);
    expect(knownOf("`${Date.now()}`")).toBe(`?string "_____________"`);
    expect(knownOf("'' + Date.now()")).toBe(`?string "_____________"`);
  });
});
