import { describe, expect, it } from "vitest";
import { hasType } from "../../../src/constraint/abstractValue.js";
import {
  isDisjoint,
  isSubset,
  type TypeName,
  type ValueSet,
} from "../../../src/constraint/valueSet.js";

const values = ["", "a", 0, 1, 1.5, true, false, null];
const types: readonly TypeName[] = [
  ...(["string", "number", "integer", "boolean", "object", "array", "null"] as const),
];
const sets: readonly ValueSet[] = [
  { any: true },
  ...types.map((type) => ({ type })),
  ...[["a"], ["", "a"], ["a", 1], [0, 1], [1.5], [1, 1.5], [true, false], [null]].map((listed) => ({
    values: listed,
  })),
];
/** More values than a set lists, of every type. */
const samples = [...values, "b", 2, 2.5, [], {}];

const holds = (set: ValueSet, value: unknown): boolean => {
  if ("any" in set) return true;
  return "type" in set ? hasType(value, set.type) : set.values.includes(value);
};
const pairs = sets.flatMap((left) => sets.map((right) => [left, right] as const));

describe("Of two sets of values", () => {
  it.each(pairs)("One set is in the other where each of its values is: %j in %j", (left, right) => {
    const isWithin = samples.every((value) => !holds(left, value) || holds(right, value));
    // A list that has both truth values, or null, has all of their type, which nobody asks.
    const isWhole = "type" in left && ["boolean", "null"].includes(left.type) && "values" in right;
    expect(isSubset(left, right)).toBe(isWithin && !isWhole);
  });
  it.each(pairs)("No value is in both sets where they share nothing: %j and %j", (left, right) => {
    const isApart = !samples.some((value) => holds(left, value) && holds(right, value));
    expect(isDisjoint(left, right)).toBe(isApart);
  });
});
