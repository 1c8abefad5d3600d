import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anyCharacter,
  fits,
  hole,
  isOpen,
  isSeen,
  isWholeText,
  markOpen,
  textOf,
  Unknown,
} from "../../../src/validator/unknown.js";

/** Whether code points can be what others with holes turn out to be, tried out one by one. */
function canBe(text: readonly string[], [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return text.length === 0;
  if (first === hole) {
    return canBe(text, rest) || (text.length > 0 && canBe(text.slice(1), [first, ...rest]));
  }
  const isFirst = text[0] === first || (first === anyCharacter && text.length > 0);
  return isFirst && canBe(text.slice(1), rest);
}

describe("A text of which a part is known", () => {
  const characters = ["a", "b", ".", "*", "\\", "$", "^", "(", "\n", "가", "😀"];
  it("A text of which a part is known can be what its holes can stand for", () => {
    const text = fc.array(fc.constantFrom(...characters), { maxLength: 5 });
    const withHoles = fc.oneof(
      fc.array(fc.constantFrom(...characters, hole, anyCharacter), { maxLength: 5 }),
      text.chain((whole) =>
        fc.tuple(...whole.map((one) => fc.constantFrom(one, one, hole, anyCharacter))),
      ),
    );
    fc.assert(
      fc.property(text, withHoles, (whole, known) => {
        expect(fits(whole.join(""), known.join(""))).toBe(canBe(whole, known));
      }),
      { numRuns: 3_000 },
    );
  });
  it.each([
    ["ksnet.2999", `ksnet${hole}`, true],
    ["xksnet.2999", `ksnet${hole}`, false],
    ["shop-ksnet", `${hole}ksnet`, true],
    ["ksnet.2999", `${hole}ksnet`, false],
    ["a\nb", `a${hole}b`, true],
    ["a.b", "a.b", true],
    ["axb", "a.b", false],
    ["", hole, true],
    ["", anyCharacter, false],
    ["😀", anyCharacter, true],
    ["ab", anyCharacter, false],
  ])("The text %j fits %j: %j", (text, known, isSo) => expect(fits(text, known)).toBe(isSo));

  it("A text is whole where nothing of it is left open", () => {
    const texts = ["", "a", hole, `a${hole}`, anyCharacter, `${anyCharacter}a`];
    expect(texts.map(isWholeText)).toEqual([true, true, false, false, false, false]);
  });
  it("A text of which a part is known is told as far as it is known", () => {
    const values = ["a", new Unknown("x", ["string"], `a${hole}`), new Unknown("x"), 1, null];
    expect(values.map(textOf)).toEqual(["a", `a${hole}`, undefined, undefined, undefined]);
  });
});

it("An object or a list is seen, and a value that only the running program knows is not", () => {
  const values = [{}, [], new Unknown("x", ["object"]), null, undefined, "a", 1];
  expect(values.map(isSeen)).toEqual([true, true, false, false, false, false, false]);
});

it("A value that only the running program knows has no keys", () => {
  const bounds = { least: 0, most: 1, isWhole: true };
  const unknown = new Unknown("total", ["number"], "0", bounds);
  expect(Object.keys(unknown)).toEqual([]);
  const { source, types, text, bounds: known } = unknown;
  expect({ source, types, text, known }).toEqual({
    ...{ source: "total", types: ["number"], text: "0", known: bounds },
  });
});

it("An object or a list may hold more than is seen where it is marked so, and a copy of it is not", () => {
  for (const value of [{ a: 1 }, [1]]) {
    expect(isOpen(value)).toBe(false);
    expect(markOpen(value)).toBe(value);
    expect(isOpen(value)).toBe(true);
    expect(isOpen({ ...value })).toBe(false);
  }
});
