import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { AnywhereFault } from "../../../../src/validator/compiled.js";
import { unknownKeys } from "../../../../src/validator/knownKeys.js";
import { mayHoldUnlisted } from "../../../../src/validator/unlistedContent.js";
import { anywhereTests, findAnywhere } from "../../../../src/validator/valueScan.js";

const known = {
  a: true,
  b: { c: true, "odd key": true },
  list: { "*": { x: true } },
  free: { "*": true },
} as const;
const words = { en: "", ko: "" };
const cardNumber: AnywhereFault = {
  ...{ rule: "r", severity: "warning", message: words, sources: [] },
  ...{ predicate: "not-card-number", args: {}, pattern: "^[ -]*[3-6][0-9 -]*$" },
};
const tests = anywhereTests([cardNumber]);
const card = "4111111111111111";

describe("The quick look at a payload", () => {
  test.each([
    [{}, false],
    [{ a: 1, b: { c: "x", "odd key": null }, list: [{ x: true }, {}], free: ["a"] }, false],
    [{ z: 1 }, true],
    [{ a: undefined, z: undefined }, false],
    [{ constructor: 1 }, true],
    [{ b: { d: 1 } }, true],
    [{ list: [{ x: 1 }, { y: 1 }] }, true],
    [{ a: card }, true],
    [{ a: "- 41 11" }, false],
    [{ a: "4111-1111-1111-1111" }, true],
    [{ a: "411111111111" }, false],
    [{ a: "x111111111111111" }, false],
    [{ a: 4111111111111111 }, true],
    [{ a: -4111111111111111 }, true],
    [{ a: 411111111111 }, false],
    [{ a: "4222222222222" }, true],
    [{ a: 4222222222222 }, true],
    [{ a: {} }, false],
    [{ a: { any: "text" } }, false],
    [{ a: { any: card } }, true],
    [{ a: { any: {} } }, true],
    [{ a: [{}] }, true],
    [{ a: [1, "text"] }, false],
    [{ b: { c: card } }, true],
    [{ b: card }, true],
    [{ b: [1] }, false],
    [{ list: [{ x: card }] }, true],
    [{ free: [card] }, true],
    [{ free: [1, "a"] }, false],
    [null, false],
    ["text", false],
  ])("The quick look says of %j whether it must be searched: %j", (payload, expected) =>
    expect(mayHoldUnlisted(payload, known, tests)).toBe(expected),
  );

  it("The quick look never misses an unknown key or a card number", () => {
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom(card, "4111 1111 1111 1111", 4111111111111111, "x", 1, null, undefined),
        fc.dictionary(fc.constantFrom("a", "b", "c", "list", "x", "free", "z", "*"), tie("value"), {
          noNullPrototype: true,
        }),
        fc.array(tie("value"), { maxLength: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(value, (payload) => {
        const strays = [...unknownKeys(payload, known), ...findAnywhere(payload, tests)];
        if (strays.length > 0) expect(mayHoldUnlisted(payload, known, tests)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});
