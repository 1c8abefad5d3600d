import { describe, expect, it } from "vitest";
import { knownOf } from "./ownFile.js";

describe("A dictionary is known as far as its entries are written", () => {
  it.each([
    [`{"a": 1, }`, "{ a: 1 }"],
    [`{"a": 1, **given}`, "{ a: ?, … }"],
    [`{**{"a": 1}, "b": 2}`, "{ a: 1, b: 2 }"],
    [`{"a": 1, # of b\n "b": 2}`, "{ a: 1, b: 2 }"],
    [`{"a": [1, 2], "b": (3)}`, "{ a: [1, 2], b: 3 }"],
    [`{"a": 1, "b": }`, "?"],
    [`{"a" 1}`, "?"],
    ["{i: 1 for i in given}", "?"],
  ])("A dictionary is known as far as its entries are written: %s", (written, value) => {
    expect(knownOf(written)).toBe(value);
  });
});

describe("The arguments of a call are known as far as they are written", () => {
  const heading = "def f(a=0, b=0): return [a, b]";
  it.each([
    ["f(1, 2)", "[1, 2]"],
    ["f(1, b=2)", "[1, 2]"],
    ["f(1, # the first\n 2)", "[1, 2]"],
    ["f(1, 2, )", "[1, 2]"],
    ["f(*[1, 2])", "[?, ?]"],
    [`f(**{"a": 1})`, "[?, ?]"],
    ["f(i for i in given)", "[?, ?]"],
    ["f([i for i in given], 2)", "[?, 2]"],
  ])("The arguments of a call are known as far as they are written: %s", (call, value) => {
    expect(knownOf(call, heading)).toBe(value);
  });
});
