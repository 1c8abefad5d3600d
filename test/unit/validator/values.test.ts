import { describe, expect, it, test } from "vitest";
import { asObject, hasText, isBlank, isWithin, some } from "../../../dist/validator/values.js";

describe("What a generated check asks of a value", () => {
  test.each([
    "a",
    "!",
    "~",
    "가",
    "\u3001",
    "\ud7a3",
    " a",
    "\u3000가",
    "\u00a0x",
    "é",
    "😀",
    "\u007f",
  ])("The value %j counts as text", (text) => expect(hasText(text)).toBe(true));
  test.each(["", " ", "\t\n", "\u3000", "\u00a0\u2003", "\ufeff"])(
    "The value %j counts as blank",
    (text) => expect(hasText(text)).toBe(false),
  );
  it("The length of a value is in code points", () => {
    expect([2, 3, 4].map((most) => isWithin("a가😀", most))).toEqual([false, true, true]);
    expect(isWithin("😀😀", 2)).toBe(true);
    expect(isWithin("😀😀", 1)).toBe(false);
    expect(isWithin("aaaaa", 2)).toBe(false);
    expect(isWithin("", 0)).toBe(true);
  });
  it("A generated check asks of the items of a list, holes too", () => {
    const isOdd = (item: unknown) => Number(item) % 2 === 1;
    expect([[], [1, 3], [1, 2], [2]].map((list) => some(list, isOdd))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    // Every item is odd where none is not.
    const isEven = (item: unknown) => !isOdd(item);
    expect([[], [1, 3], [1, 2], [2]].map((list) => !some(list, isEven))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(some(new Array(1), (item) => item === undefined)).toBe(true);
  });
  it("A generated check asks whether there is a value, or a text that is blank", () => {
    const blank = [undefined, "", " ", "\t", "\u3000", "\u00a0"];
    const given = [null, 0, false, {}, [], "a", "~", "가", " a", "\u007f", "\u3000가"];
    expect(blank.map(isBlank)).toEqual(blank.map(() => true));
    expect(given.map(isBlank)).toEqual(given.map(() => false));
  });
  it("A generated check asks whether a value is an object and no list", () => {
    const object = { a: 1 };
    expect(asObject(object)).toBe(object);
    const others = [[], null, undefined, "a", () => 1];
    expect(others.map(asObject)).toEqual(others.map(() => undefined));
  });
});
