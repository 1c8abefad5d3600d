import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { matchesInPart } from "../../../src/constraint/partialMatch.js";
import { anyCharacter, hole } from "../../../src/validator/unknown.js";
import "../../support/seed.js";

describe("A text of which only parts are known", () => {
  test.each([
    ["^[A-Za-z0-9]*$", `payment-${hole}`],
    ["^[A-Za-z0-9]*$", `${hole}_${hole}`],
    ["^[A-Za-z0-9]+$", `order${anyCharacter}-${anyCharacter}`],
    ["^[A-Za-z0-9]{1,4}$", `order${hole}`],
    ["^[0-9]{8}$", anyCharacter.repeat(9)],
    ["^[0-9]{8}$", anyCharacter.repeat(7)],
    ["^store-[0-9a-f]{4}$", `shop-${hole}`],
    ["^store-[0-9a-f]{4}$", `${hole}-12345`],
    ["^(?:KT|SKT)$", `L${hole}`],
    ["^a$|^b$", `c${hole}`],
    ["\\S", " "],
    ["^(?:[0-9]{6}|[0-9]{10})$", anyCharacter.repeat(8)],
    ["^\\p{Lu}\\u{41}\\x42\\.$", `가${hole}`],
    ["x$", `${hole}xy`],
    ["^x", `yx${hole}`],
  ])("A text known in part breaks %s as %j, whatever is in the holes", (pattern, text) => {
    expect(matchesInPart(pattern, text)).toBe(false);
  });
  test.each([
    ["\\S", `order${hole}`],
    ["^[Hh]ttps?://", `https://${hole}/done`],
    ["외$", `${hole} 외`],
    ["[-_]", `${hole}-${hole}`],
    ["^", hole],
  ])("A text known in part keeps %s as %j, whatever is in the holes", (pattern, text) => {
    expect(matchesInPart(pattern, text)).toBe(true);
  });
  test.each([
    ["^[A-Za-z0-9]*$", `payment${hole}`],
    ["^[A-Za-z0-9]{1,40}$", anyCharacter.repeat(40)],
    ["^[0-9]{8}$", `2026${hole}`],
    ["^store-[0-9a-f]{4}$", `store-${hole}`],
    ["\\S", hole],
    ["^x$", `${hole}x${hole}`],
    ["^(?!a)", `a${hole}`],
    ["(a)\\1", `b${hole}c`],
    ["\\bx", `${hole}yx`],
    ["^[0-9]{1,3000}$", `x${hole}`],
  ])("A text known in part leaves %s open as %j", (pattern, text) => {
    expect(matchesInPart(pattern, text)).toBeUndefined();
  });
  it("A text known in part is judged as each text is that it can turn out to be", () => {
    const one = fc.constantFrom("a", "b", "[ab]", "[^a]", "\\S", "\\d", ".", "^", "$");
    const repeated = fc
      .tuple(one, fc.constantFrom("", "*", "+", "?", "{2}", "{1,}", "{0,2}"))
      .map(([part, times]) => (part === "^" || part === "$" ? part : part + times));
    const sequence = fc.array(repeated, { maxLength: 4 }).map((parts) => parts.join(""));
    const pattern = fc
      .array(sequence, { minLength: 1, maxLength: 3 })
      .chain((parts) =>
        fc.constantFrom(parts.join("|"), `^(?:${parts.join("|")})*$`, `(?:${parts.join("|")})b`),
      );
    const part = fc.constantFrom("a", "b", "1", " ", hole, anyCharacter);
    const filled = fc.array(
      fc.string({ unit: fc.constantFrom("a", "b", "1", " ", "é"), maxLength: 3 }),
      {
        minLength: 6,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(pattern, fc.array(part, { maxLength: 6 }), filled, (source, parts, fillers) => {
        const verdict = matchesInPart(source, parts.join(""));
        const text = parts.map((known, index) => {
          const filler = fillers[index] as string;
          if (known === hole) return filler;
          return known === anyCharacter ? (filler[0] ?? "a") : known;
        });
        if (verdict !== undefined)
          expect(new RegExp(source, "u").test(text.join(""))).toBe(verdict);
      }),
      { numRuns: 2_000 },
    );
  });
});
