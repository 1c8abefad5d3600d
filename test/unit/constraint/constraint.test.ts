import { describe, expect, it } from "vitest";
import { isGiven } from "../../../src/constraint/atoms/context.js";
import { isOneOf } from "../../../src/constraint/atoms/oneOf.js";
import {
  type Constraint,
  constraintAt,
  under,
  violations,
  withinEach,
} from "../../../src/constraint/constraint.js";
import { type Formula, no, root, yes } from "../../../src/constraint/formula.js";
import { all, any, not } from "../../../src/constraint/simplify.js";
import { markOpen, Unknown } from "../../../src/validator/unknown.js";
import { everyItem } from "../../support/schemaFormula.js";

const isOne = (path: string): Formula => isOneOf(path, [1]);
const found = (constraint: Constraint, payload: unknown, given = 0) => [
  ...violations(constraint, payload, given),
];

describe("A constraint at a pointer", () => {
  it.each<[pointer: string, payload: unknown, found: number[][]]>([
    ["", 2, [[]]],
    ["", 1, []],
    ["/a", { a: 2 }, [[]]],
    ["/a", { a: 1 }, []],
    ["/a", {}, []],
    ["/odd~1key", { "odd/key": 2 }, [[]]],
    ["/a/*", { a: [2, 1, 3] }, [[0], [2]]],
    ["/a/*", { a: { 0: 2 } }, []],
    ["/a/*", {}, []],
    ["/a/*/b", { a: [{ b: 1 }, {}, { b: 2 }] }, [[2]]],
    [
      "/a/*/*/c",
      { a: [[], [{ c: 2 }, { c: 1 }], [1, {}, { c: 3 }]] },
      [
        [1, 0],
        [2, 2],
      ],
    ],
    ["/*/b", [{ b: 1 }, { b: 2 }], [[1]]],
    // A star is a whole key.
    ["/a*/b", { "a*": { b: 2 } }, [[]]],
  ])("The constraint at %s is broken in %j by the items %j", (pointer, payload, expected) =>
    expect(found(constraintAt(pointer, isOne), payload)).toEqual(expected),
  );

  it("A constraint at a pointer is asked only under its condition, and of a list only once", () => {
    for (const pointer of ["", "/a", "/a/*"]) {
      const payload = pointer === "" ? 2 : { a: pointer === "/a" ? 2 : [2] };
      expect(found(constraintAt(pointer, isOne, isGiven(1)), payload, 0)).toEqual([]);
      expect(found(constraintAt(pointer, isOne, isGiven(1)), payload, 1)).toHaveLength(1);
      expect(found(constraintAt(pointer, isOne, no), payload)).toEqual([]);
    }
  });

  it("A constraint at a pointer knows the conditions beside the payload in what it asks, of items too", () => {
    const holds = () => isGiven(2);
    expect(found(constraintAt("/a/*/b", holds), { a: [{ b: 1 }] }, 1)).toEqual([[0]]);
    expect(found(constraintAt("/a/*/b", holds), { a: [{ b: 1 }] }, 3)).toEqual([]);
    expect(found(constraintAt("/a", holds), { a: 1 }, 1)).toEqual([[]]);
    expect(found(constraintAt("/a", holds), { a: 1 }, 2)).toEqual([]);
    const ofEvery: Constraint = { when: yes, holds: everyItem("/a", isGiven(2)) };
    expect([1, 2].map((given) => found(ofEvery, { a: [1] }, given).length)).toEqual([1, 0]);
  });
});

describe("A constraint on each item", () => {
  const inner: Constraint = { when: yes, holds: isOne("/b") };
  it("A constraint on each item is asked of each item of the lists around it", () => {
    expect(found(withinEach("/a/*", inner), { a: [{ b: 2 }, { b: 1 }, {}] })).toEqual([[0], [2]]);
    expect(found(withinEach("/a/*/c/*", inner), { a: [{ c: [{ b: 1 }, 1] }] })).toEqual([[0, 1]]);
  });
  it("A constraint on each item is the constraint itself where there is no list", () =>
    expect(withinEach("", inner)).toBe(inner));
});

it("A further condition takes none of those that a constraint has", () => {
  const constraint = under(isGiven(1), { when: isGiven(2), holds: no });
  expect([0, 1, 2, 3].map((given) => found(constraint, {}, given).length)).toEqual([0, 0, 0, 1]);
  const ofItems = under(isGiven(1), constraintAt("/a/*", isOne, isGiven(2)));
  expect([0, 1, 2, 3].map((on) => found(ofItems, { a: [2] }, on).length)).toEqual([0, 0, 0, 1]);
});

describe("Of a payload that is known in part", () => {
  const constraint: Constraint = {
    when: any([isOne("/a"), isOne("/b")]),
    holds: all([isOne("/c"), not(isOne("/d"))]),
  };
  const unknown = new Unknown("x");
  it.each([
    ["the condition holds for sure, and what is asked does not", { a: 1, c: 2 }, 1],
    ["one way to the condition is enough", { a: unknown, b: 1, c: 2 }, 1],
    ["one thing that is asked is enough", { a: 1, c: unknown, d: 1 }, 1],
    ["the condition may not hold", { a: unknown, c: 2 }, 0],
    ["what is asked may hold", { a: 1, c: unknown, d: 2 }, 0],
    ["what is asked may be in an object that is not seen whole", markOpen({ a: 1 }), 0],
  ])("A constraint is broken only for sure: %s", (_what, payload, count) =>
    expect(found(constraint, payload)).toHaveLength(count),
  );
  it("The items that are seen count, also of a list that may go on", () => {
    const each = constraintAt("/a/*", isOne);
    expect(found(each, { a: markOpen([1, unknown, 2]) })).toEqual([[2]]);
    expect(found(each, { a: unknown })).toEqual([]);
    expect(found(each, markOpen({}))).toEqual([]);
    expect(found(constraintAt(root, isOne), unknown)).toEqual([]);
  });
});
