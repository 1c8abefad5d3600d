import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { editDistance, nearestKey, unknownKeys } from "../../../dist/validator/knownKeys.js";

/** Any key suits. */
const any = () => true;

describe("Keys that no document lists", () => {
  const known = {
    pg: true,
    card: { direct: { code: true } },
    list: { "*": { name: true } },
  } as const;
  test.each([
    [{ pg: 1, card: { direct: { code: 1 } }, list: [{ name: 1 }] }, []],
    [{ gp: 1, card: { indirect: { x: 1 } } }, ["/gp", "/card/indirect"]],
    [{ gp: undefined }, []],
    [{ list: [{ name: 1 }, { nam: 1 }] }, ["/list/1/nam"]],
    [{ list: { name: 1 }, card: [1], pg: { any: 1 } }, []],
    [{ list: { x: { nam: 1 } }, card: [{ x: 1 }] }, []],
    [{ card: "text", list: null }, []],
    [{ "a/b": 1, toString: 1 }, ["/a~1b", "/toString"]],
    [null, []],
    [[1], []],
  ])("The keys of %j that no document lists are %j", (payload, expected) =>
    expect(unknownKeys(payload, known)).toEqual(expected),
  );
  test.each([
    ["/gp", undefined],
    ["/Pg", "/pg"],
    ["/p-g", "/pg"],
    ["/card/direkt", "/card/direct"],
    ["/cod", "/card/direct/code"],
    ["/nane", "/list/*/name"],
    ["/cardirect", "/card/direct"],
    ["/xyz", undefined],
    ["/_", undefined],
    [`/${"d".repeat(41)}`, undefined],
  ])("The unknown key %s suggests the key %s", (pointer, expected) =>
    expect(nearestKey(pointer, known, any)).toBe(expected),
  );
  it("An unknown key suggests the nearest key, and the first of equally near ones", () => {
    expect(nearestKey("/abcd", { abcx: true, abc: true, abcd_: true }, any)).toBe("/abcd_");
    expect(nearestKey("/abcd", { abcx: true, abcy: true }, any)).toBe("/abcx");
    expect(nearestKey("/abcdef", { abxyef: true, abc: true }, any)).toBe("/abxyef");
    expect(nearestKey("/a", true, any)).toBe(undefined);
  });
  it("An unknown key suggests of equally near keys the one in the same object", () => {
    const receipts = {
      account: { identifier: true, identity: true },
      transfers: { "*": { identifier: true } },
    } as const;
    expect(nearestKey("/transfers/0/identiifer", receipts, any)).toBe("/transfers/*/identifier");
    expect(nearestKey("/account/identiifer", receipts, any)).toBe("/account/identifier");
    expect(nearestKey("/transfers/0/identity", receipts, any)).toBe("/account/identity");
  });
  it("An unknown key suggests a key for a name of forty letters", () => {
    const name = "d".repeat(39);
    expect(nearestKey(`/${name}e`, { [name]: true }, any)).toBe(`/${name}`);
    expect(nearestKey(`/${name}ee`, { [name]: true }, any)).toBe(undefined);
  });
  test.each([
    ["", "", 0],
    ["abc", "", 3],
    ["", "ab", 2],
    ["kitten", "sitting", 3],
    ["abc", "abc", 0],
    ["abc", "bca", 2],
    ["flaw", "lawn", 2],
    ["ab", "ba", 1],
    ["ab", "ca", 2],
    ["abcd", "badc", 2],
    ["abc", "ab", 1],
    ["ab", "abc", 1],
    ["a", "b", 1],
  ])("The distance from %s to %s is %i", (left, right, edits) =>
    expect(editDistance(left, right)).toBe(edits),
  );

  it("The distance is the fewest edits of those that can be tried", () => {
    const fewest = (left: string, right: string): number => {
      if (left === "" || right === "") return left.length + right.length;
      const [a, b] = [left.slice(1), right.slice(1)];
      const isSwapped = left[0] === right[1] && left[1] === right[0];
      return Math.min(
        fewest(a, right) + 1,
        fewest(left, b) + 1,
        fewest(a, b) + (left[0] === right[0] ? 0 : 1),
        isSwapped ? fewest(a.slice(1), b.slice(1)) + 1 : Number.POSITIVE_INFINITY,
      );
    };
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right)).toBe(fewest(left, right));
      }),
      { numRuns: 300 },
    );
  });
});
