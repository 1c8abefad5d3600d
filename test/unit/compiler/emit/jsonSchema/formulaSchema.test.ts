import { describe, expect, it } from "vitest";
import {
  expressConstraint,
  schemaOf,
} from "../../../../../src/compiler/emit/jsonSchema/formulaSchema.js";
import { isDefined } from "../../../../../src/constraint/atoms/defined.js";
import { isOneOf } from "../../../../../src/constraint/atoms/oneOf.js";
import type { PredicateAtom } from "../../../../../src/constraint/atoms/predicate.js";
import { isOfType } from "../../../../../src/constraint/atoms/type.js";
import {
  hasAtMostCharacters,
  isAtLeast,
  isOfSomeType,
  matches,
  present,
  someItem,
} from "../../../../../src/constraint/build.js";
import { constraintAt } from "../../../../../src/constraint/constraint.js";
import { literal, no, root, yes } from "../../../../../src/constraint/formula.js";
import { all, any, not } from "../../../../../src/constraint/simplify.js";

const isEucKr = (path: string) =>
  literal<PredicateAtom>(path, { name: "predicate", predicate: "euc-kr", arguments: {} });

describe("the schema of a formula", () => {
  it.each([
    ["a constant", yes, {}],
    ["the other constant", no, { not: {} }],
    [
      "one of several types",
      isOfSomeType(root, ["string", "array"]),
      { type: ["string", "array"] },
    ],
    ["a keyword that is about one type", isAtLeast(root, 2), { minimum: 2 }],
    [
      "several keywords of one value",
      all([isOfType(root, "string"), matches(root, "^x"), hasAtMostCharacters(root, 3)]),
      { type: "string", pattern: "^x", maxLength: 3 },
    ],
    [
      "a value that must be there",
      present("/a/b", (path) => isOneOf(path, [1])),
      {
        ...{ type: "object", required: ["a"] },
        properties: { a: { type: "object", required: ["b"], properties: { b: { const: 1 } } } },
      },
    ],
    [
      "a value where it is there",
      any([not(isDefined("/a/b")), isAtLeast("/a/b", 2)]),
      { properties: { a: { properties: { b: { minimum: 2 } } } } },
    ],
    [
      "a value that must not be there",
      not(isDefined("/a/b")),
      { properties: { a: { properties: { b: { not: {} } } } } },
    ],
    [
      "several keys of one object",
      all([isDefined("/a"), isDefined("/b")]),
      { type: "object", required: ["a", "b"] },
    ],
    [
      "alternatives",
      any([isDefined("/a"), isDefined("/b")]),
      {
        anyOf: [
          { type: "object", required: ["a"] },
          { type: "object", required: ["b"] },
        ],
      },
    ],
    [
      "an item of a list",
      someItem("/a", isAtLeast(root, 1)),
      {
        type: "object",
        required: ["a"],
        properties: { a: { type: "array", contains: { minimum: 1 } } },
      },
    ],
  ])("The schema of a formula says %s", (_name, formula, schema) => {
    expect(schemaOf(formula)).toEqual(schema);
  });
});

describe("what JSON Schema says of a constraint", () => {
  it("The schema says all of a constraint where every atom has a keyword", () => {
    const constraint = constraintAt("/a", (path) => isAtLeast(path, 2), isOneOf("/b", ["x"]));
    expect(expressConstraint(constraint)).toEqual({
      isExact: true,
      schema: {
        if: { type: "object", required: ["b"], properties: { b: { const: "x" } } },
        then: { properties: { a: { minimum: 2 } } },
      },
    });
  });
  it("The schema says less of a requirement that no keyword says", () => {
    const holds = (path: string) => all([isEucKr(path), matches(path, "^x")]);
    expect(expressConstraint(constraintAt("/a/*", holds))).toEqual({
      isExact: false,
      schema: { properties: { a: { items: { pattern: "^x" } } } },
    });
  });
  it("The schema says nothing where the whole requirement, or a condition, cannot be said", () => {
    expect(expressConstraint(constraintAt("/a", isEucKr))).toBeNull();
    expect(expressConstraint({ when: isEucKr("/a"), holds: isDefined("/b") })).toBeNull();
    expect(expressConstraint({ when: not(isEucKr("/a")), holds: isDefined("/b") })).toBeNull();
  });
  it("The schema leaves out of alternative conditions the one that cannot be said", () => {
    const when = any([isEucKr("/a"), isDefined("/c")]);
    expect(expressConstraint({ when, holds: isDefined("/b") })).toEqual({
      isExact: false,
      schema: {
        if: { type: "object", required: ["c"] },
        then: { type: "object", required: ["b"] },
      },
    });
  });
});
