import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf, computed, digitsOf, rounded } from "../../../src/extract/bounds.js";
import { anyCharacter } from "../../../src/validator/unknown.js";

const operations = {
  "+": (left: number, right: number) => left + right,
  "-": (left: number, right: number) => left - right,
  "*": (left: number, right: number) => left * right,
  "/": (left: number, right: number) => left / right,
} as const;

/** Two numbers, and bounds around each. */
const around = fc
  .tuple(fc.integer({ min: -99, max: 99 }), fc.nat(9), fc.nat(9), fc.boolean())
  .map(([at, below, above, isWhole]) => {
    const value = isWhole ? at : at / 4;
    return { value, bounds: { least: value - below, most: value + above, isWhole } };
  });

describe("Bounds of numbers", () => {
  it.each(Object.keys(operations) as (keyof typeof operations)[])(
    "Bounds of numbers hold what %s makes of them",
    (operator) => {
      fc.assert(
        fc.property(around, around, (left, right) => {
          const bounds = computed(operator, left.bounds, right.bounds);
          const value = operations[operator](left.value, right.value);
          // Nothing is known of a quotient by what may be nothing.
          if (!bounds) {
            expect(operator).toBe("/");
            expect(right.bounds.least).toBeLessThanOrEqual(0);
            expect(right.bounds.most).toBeGreaterThanOrEqual(0);
            return;
          }
          expect(bounds.least).toBeLessThanOrEqual(value + 1e-9);
          expect(bounds.most).toBeGreaterThanOrEqual(value - 1e-9);
          if (bounds.isWhole) expect(Number.isInteger(value)).toBe(true);
        }),
      );
    },
  );

  it.each([
    ["+", { least: 11, most: 22, isWhole: true }],
    ["-", { least: -19, most: -8, isWhole: true }],
    ["*", { least: 10, most: 40, isWhole: true }],
    ["/", { least: 0.05, most: 0.2, isWhole: false }],
    ["%", undefined],
  ])("Bounds of numbers are no wider than they must be: %s", (operator, expected) => {
    const [left, right] = [
      { least: 1, most: 2, isWhole: true },
      { least: 10, most: 20, isWhole: true },
    ];
    expect(computed(operator, left, right)).toEqual(expected);
  });

  it.each([
    [0, 2],
    [-2, 0],
    [-1, 1],
  ])("Bounds of a quotient by what may be nothing are not known: %i to %i", (least, most) => {
    const left = { least: 1, most: 2, isWhole: true };
    expect(computed("/", left, { least, most, isWhole: true })).toBeUndefined();
    expect(computed("*", left, { least, most, isWhole: true })).toBeDefined();
  });

  it("Bounds of whole numbers are those of their digits", () => {
    const any = (length: number) => anyCharacter.repeat(length);
    expect(digitsOf({ least: 100, most: 999, isWhole: true })).toBe(any(3));
    expect(digitsOf({ least: 99, most: 100, isWhole: true })).toBeUndefined();
    expect(digitsOf({ least: -5, most: -1, isWhole: true })).toBeUndefined();
    expect(digitsOf({ least: 100, most: 999, isWhole: false })).toBeUndefined();
  });

  it("Bounds of numbers are rounded down, or either way", () => {
    const bounds = { least: 1.5, most: 2.5, isWhole: false };
    expect(rounded(bounds, true)).toEqual({ least: 1, most: 2, isWhole: true });
    expect(rounded(bounds, false)).toEqual({ least: 1, most: 3, isWhole: true });
  });

  it("Bounds of a number that is written out are the number", () => {
    expect(boundsOf(1.5)).toEqual({ least: 1.5, most: 1.5, isWhole: false });
    expect(boundsOf(2)).toEqual({ least: 2, most: 2, isWhole: true });
    expect(boundsOf("2")).toBeUndefined();
    expect(boundsOf(Number.POSITIVE_INFINITY)).toBeUndefined();
  });
});
