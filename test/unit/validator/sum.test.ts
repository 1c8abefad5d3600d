import { describe, expect, test } from "vitest";
import { itemValues, productOf, products, sumHolds } from "../../../dist/validator/sum.js";
import { isMultiple } from "../../../dist/validator/values.js";

describe("A sum of products", () => {
  const prices = (list: unknown) =>
    products(itemValues(list, ["quantity"]), itemValues(list, ["unitPrice"]));
  test.each([
    ["equals what its products cost", [{ quantity: 2, unitPrice: 32 }], 64, true],
    ["of cents too", [{ quantity: 2, unitPrice: 14.29 }], 28.58, true],
    [
      "of several",
      [
        { quantity: 1, unitPrice: 10 },
        { quantity: 3, unitPrice: 0.1 },
      ],
      10.3,
      true,
    ],
    ["is a cent away", [{ quantity: 2, unitPrice: 14.29 }], 28.59, false],
    ["leaves out what has no price", [{ quantity: 2 }, { quantity: 1, unitPrice: 5 }], 5, true],
    ["says nothing of an empty list", [], 5, true],
    ["says nothing of a price that is a text", [{ quantity: 1, unitPrice: "5" }], 6, true],
  ])("A sum of products %s", (_name, list, amount, holds) => {
    expect(sumHolds(prices(list), "=", amount)).toBe(holds);
  });
  test.each([
    [2, 3, 6],
    [2, undefined, undefined],
    [undefined, 3, undefined],
    ["2", 3, Number.NaN],
  ])("The product of %j and %j is %j", (first, second, product) => {
    expect(productOf(first, second)).toBe(product);
  });
});

test.each([
  [14.29, 0.01, true],
  [0.07, 0.01, true],
  [1_000_000.01, 0.01, true],
  [14.125, 0.01, false],
  [14.2900001, 0.01, false],
  [10_000_000.01, 0.01, true],
  [10_000_000.012, 0.01, false],
  [0, 0.01, true],
  [720, 24, true],
  [30, 24, false],
  [Number.NaN, 0.01, false],
])("The number %d as a multiple of %d is %j", (value, step, holds) => {
  expect(isMultiple(value, step)).toBe(holds);
});

test.each<[terms: unknown[], is: "=" | "<" | "<=", to: unknown, holds: boolean]>([
  [[1, 2], "=", 3, true],
  [[1, 2], "=", 4, false],
  [[1, undefined], "=", 1, true],
  [[1, null], "=", 7, true],
  [[0.1, 0.2], "=", 0.3, true],
  [[1, "5"], "=", 7, true],
  [["5"], "<", 1, true],
  [[Number.NaN, 5], "<", 1, true],
  [[2], "<", 2, false],
  [[2], "<", 3, true],
  [[2], "<=", 2, true],
  [[3], "<=", 2, false],
  [[3], "<=", "2", true],
  [[3], "<=", undefined, true],
  [[], "<=", -1, true],
  [[undefined], "<=", -1, true],
])("The sum of %j is %s %j: %j", (terms, is, to, holds) => {
  expect(sumHolds(terms, is, to)).toBe(holds);
});

test("The values of items lie in objects, and there is nothing in anything else", () => {
  const list = [{ a: { b: 1 } }, { a: [{ b: 2 }] }, { a: null }, null, [1], "text", undefined];
  expect(itemValues(list, ["a", "b"])).toEqual([1, ...Array(6).fill(undefined)]);
  expect(itemValues([1, [2]], [])).toEqual([1, [2]]);
  expect(itemValues([[1]], ["0"])).toEqual([undefined]);
  expect(itemValues({ 0: { a: 1 } }, ["a"])).toEqual([]);
});
