import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frontCoded, pointersIn } from "../../../src/validator/frontCoding.js";

describe("Front-coded pointers", () => {
  it("Front-coded pointers say what follows the keys that each has in common with the one before", () => {
    const pointers = ["", "/card/direct", "/card/detail", "/card", "/cards", "/cards/*/x"];
    const coded = "0,card/direct,detail,1,cards,1/*/x";
    expect(frontCoded(pointers)).toBe(coded);
    expect(pointersIn([coded])).toEqual(pointers);
    expect(pointersIn([])).toEqual([]);
    expect(pointersIn(["card,1/code", "name"])).toEqual(["/card", "/card/code", "/name"]);
    expect(() => frontCoded(["/a,b"])).toThrow("/a,b");
  });
  it("Front-coded pointers are what they were, however deep they are", () => {
    const key = fc.constantFrom("a", "ab", "b", "*", "~0", "~1", "0", "");
    const pointer = fc.oneof(
      fc.array(key, { maxLength: 4 }),
      fc.array(fc.constantFrom("a", "a", "a", "b"), { minLength: 8, maxLength: 14 }),
    );
    fc.assert(
      fc.property(fc.array(pointer, { minLength: 1 }), (lists) => {
        const pointers = lists.map((keys) => keys.map((one) => `/${one}`).join(""));
        expect(pointersIn([frontCoded(pointers)])).toEqual(pointers);
      }),
    );
  });
});
