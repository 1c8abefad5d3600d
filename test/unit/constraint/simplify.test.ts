import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isGiven } from "../../../src/constraint/atoms/context.js";
import { isDefined as defined } from "../../../src/constraint/atoms/defined.js";
import { isOneOf } from "../../../src/constraint/atoms/oneOf.js";
import { isOfType as type } from "../../../src/constraint/atoms/type.js";
import { evaluate } from "../../../src/constraint/evaluate.js";
import {
  type Atom,
  literal as ask,
  type Formula,
  formulaKey as keyOf,
  no,
  yes,
} from "../../../src/constraint/formula.js";
import {
  all,
  any,
  implication,
  implies,
  not,
  simplifyUnder,
} from "../../../src/constraint/simplify.js";
import type { TypeName } from "../../../src/constraint/valueSet.js";

/** What is left out because it follows from something else, so that no payload pays for it. */

const [a, b, deep] = ["/a", "/b", "/a/x"] as const;
const oneOf = (path: string, ...values: unknown[]) => isOneOf(path, values);
const least = (path: string, bound: number) => ask(path, { name: "at least", bound } as Atom);
const longest = (path: string, most: number) => ask(path, { name: "max length", most } as Atom);
const pattern = (path: string, pattern: string) => ask(path, { name: "pattern", pattern } as Atom);
const under = (path: string, other: string) =>
  ask(path, { name: "comparison", with: other, how: { is: "<=", as: "number" } } as Atom);
const same = (left: Formula, right: Formula) => expect(keyOf(left)).toBe(keyOf(right));
const literal = (logic: Formula) => {
  if (!("literal" in logic)) throw new Error("no literal");
  return logic.literal;
};

describe("that a literal holds implies", () => {
  const yeses: [string, Formula, Formula][] = [
    ["itself", least(a, 1), least(a, 1)],
    ["that a value is there", oneOf(a, 1), defined(a)],
    ["that a value is there, of its type", type(a, "string"), defined(a)],
    ["the type of its values", oneOf(a, "x", "y"), type(a, "string")],
    ["that whole numbers are whole", oneOf(a, 1, 2), type(a, "integer")],
    ["that other numbers are not whole", oneOf(a, 1.5), not(type(a, "integer"))],
    ["that null is null", oneOf(a, null), type(a, "null")],
    ["more values", oneOf(a, 1, 2), oneOf(a, 1, 2, 3)],
    ["an object around it", defined(deep), type(a, "object")],
    ["what is around it", oneOf(deep, 1), defined(a)],
    ["that nothing is in what is not there", not(defined(a)), not(oneOf(a, 1))],
    ["fewer values of what it is not", not(oneOf(a, 1, 2)), not(oneOf(a, 1))],
    ["that it is none of other values", oneOf(a, 1), not(oneOf(a, 2, 3))],
    ["that it is of no other type", oneOf(a, 1), not(type(a, "string"))],
    ["that it is of no other type by its type", type(a, "number"), not(type(a, "string"))],
    ["that a whole number is a number", type(a, "integer"), type(a, "number")],
    ["that nothing is in a text", type(a, "string"), not(oneOf(deep, 1))],
    ["that what is in nothing is of no type", not(defined(a)), not(type(deep, "string"))],
    ["a pattern of all its values", oneOf(a, "KRW", "USD"), pattern(a, "^[A-Z]{3}$")],
    ["no value of a pattern that it lacks", not(pattern(a, "^[A-Z]{3}$")), not(oneOf(a, "KRW"))],
    ["that it lacks a pattern of none of its values", oneOf(a, "KRW"), not(pattern(a, "^[0-9]"))],
    ["that it is no value without its pattern", pattern(a, "^[0-9]"), not(oneOf(a, "KRW", "x"))],
    ["a length of all its values", oneOf(a, "ab", ""), longest(a, 2)],
    ["a bound of all its values", oneOf(a, 1, 2), least(a, 1)],
  ];
  test.each(yeses)("A literal that holds implies %s", (_, fact, other) =>
    expect(implies(literal(fact), literal(other))).toBe(true),
  );
  const noes: [string, Formula, Formula][] = [
    ["its opposite", least(a, 1), not(least(a, 1))],
    ["another number", least(a, 1), least(a, 2)],
    ["the same of another place", oneOf(a, 1), oneOf(b, 1)],
    ["that another place is there", defined(a), defined(b)],
    ["fewer values", oneOf(a, 1, 2), oneOf(a, 1)],
    ["a type that not all have", oneOf(a, 1, "x"), type(a, "string")],
    ["a value by its type", type(a, "string"), oneOf(a, "x")],
    ["that a whole number is not whole", oneOf(a, 2, ""), not(type(a, "integer"))],
    ["that a number is whole", oneOf(a, 1, 1.5), type(a, "integer")],
    ["what is below", type(a, "object"), defined(deep)],
    ["that something is there by what it is not", not(oneOf(a, 1)), defined(a)],
    ["by a length that it is in an object", longest(deep, 1), type(a, "object")],
    ["by a length that it is in no text", longest(deep, 1), not(type(a, "string"))],
    [
      "by what is in no object that something has no length there",
      type(a, "string"),
      not(longest(deep, 1)),
    ],
    ["by a length that it is there", longest(a, 1), defined(a)],
    ["by a pattern that it is there", pattern(a, "x"), defined(a)],
    ["that it is none of values it may be", oneOf(a, 1, 2), not(oneOf(a, 2, 3))],
    ["that it is not of a type it may be", oneOf(a, 1, "x"), not(type(a, "string"))],
    ["that a number is not whole", type(a, "number"), not(type(a, "integer"))],
    ["that what is around it is of another type", type(a, "object"), not(defined(deep))],
    ["by absence of one the absence of another", not(defined(a)), not(defined(b))],
    ["a pattern that one of its values lacks", oneOf(a, "KRW", "x"), pattern(a, "^[A-Z]{3}$")],
    ["that it lacks a pattern of one of its values", oneOf(a, "1", "x"), not(pattern(a, "^1"))],
    ["a pattern by another", pattern(a, "^ab"), pattern(a, "^a")],
    ["a pattern by its type", type(a, "string"), pattern(a, "")],
    ["a pattern of another value", oneOf(b, "KRW"), pattern(a, "^[A-Z]{3}$")],
    ["what depends on another value", oneOf(a, 1), under(a, b)],
  ];
  test.each(noes)("A literal that holds does not imply %s", (_, fact, other) =>
    expect(implies(literal(fact), literal(other))).toBe(false),
  );
});

describe("conjunctions, disjunctions and negations", () => {
  it("Conjunctions and disjunctions of no parts are constants", () => {
    same(all([]), yes);
    same(any([]), no);
    same(not(yes), no);
    same(not(not(least(a, 1))), least(a, 1));
  });
  it("Conjunctions and disjunctions of one part are that part", () => {
    same(all([least(a, 1)]), least(a, 1));
    same(any([least(a, 1)]), least(a, 1));
    same(all([least(a, 1), yes]), least(a, 1));
    same(any([least(a, 1), no]), least(a, 1));
  });
  it("Joined parts are settled by one part that decides them", () => {
    same(all([least(a, 1), no]), no);
    same(any([least(a, 1), yes]), yes);
    same(all([defined(a), not(defined(a))]), no);
    same(any([defined(a), not(defined(a))]), yes);
    same(all([oneOf(a, 1), oneOf(a, 2)]), no);
  });
  it("Joined parts leave out what follows from another part", () => {
    same(all([defined(a), type(a, "string")]), type(a, "string"));
    same(all([type(a, "string"), defined(a), type(a, "string")]), type(a, "string"));
    same(all([type(a, "object"), defined(deep)]), defined(deep));
    const joined = any([least(b, 1), least(b, 2)]);
    same(all([joined, type(a, "string"), defined(a)]), all([type(a, "string"), joined]));
    same(any([not(defined(a)), not(type(a, "string"))]), not(type(a, "string")));
    same(any([oneOf(a, 1), defined(a)]), defined(a));
    same(
      any([not(type(a, "number")), all([type(a, "number"), least(a, 1)])]),
      any([not(type(a, "number")), least(a, 1)]),
    );
    same(
      all([type(a, "number"), any([not(type(a, "number")), least(a, 1)])]),
      all([type(a, "number"), least(a, 1)]),
    );
  });
  it("Joined parts are flat", () => {
    same(
      all([all([least(a, 1), least(a, 2)]), least(a, 3)]),
      all([least(a, 1), least(a, 2), least(a, 3)]),
    );
    same(
      any([any([least(a, 1), least(a, 2)]), least(a, 3)]),
      any([least(a, 1), least(a, 2), least(a, 3)]),
    );
    const nested = all([any([least(a, 1), least(a, 2)]), least(a, 3)]);
    expect("all" in nested && nested.all).toHaveLength(2);
  });
  it("Joined parts follow De Morgan when they are negated", () => {
    same(not(all([least(a, 1), least(b, 1)])), any([not(least(a, 1)), not(least(b, 1))]));
    same(not(any([least(a, 1), least(b, 1)])), all([not(least(a, 1)), not(least(b, 1))]));
  });
  it("Joined parts ask for a value before anything of it, and for literals before other joined parts", () => {
    const joined = any([least(b, 1), least(b, 2)]);
    const ordered = all([joined, least(a, 1), type(a, "number")]);
    expect("all" in ordered && ordered.all.map(keyOf)).toEqual(
      [type(a, "number"), least(a, 1), joined].map(keyOf),
    );
    const context = isGiven(1);
    const guarded = all([least(a, 1), context]);
    expect("all" in guarded && guarded.all.map(keyOf)).toEqual([context, least(a, 1)].map(keyOf));
  });
  it("Joined parts are left as they are by a fact that settles nothing", () => {
    const formula = all([least(a, 1), least(b, 1)]);
    expect(simplifyUnder(formula, literal(defined(b)))).toBe(formula);
    same(simplifyUnder(yes, literal(defined(a))), yes);
    same(simplifyUnder(any([oneOf(a, 1), least(b, 1)]), literal(not(defined(a)))), least(b, 1));
  });
});

it("Equal formulas have equal keys, and different formulas different ones", () => {
  const less = { is: "<", as: "number" } as const;
  const atoms: Atom[] = [
    { name: "defined" },
    { name: "type", type: "string" } as Atom,
    { name: "one of", values: [1] } as Atom,
    { name: "one of", values: ["1"] } as Atom,
    { name: "pattern", pattern: "x" } as Atom,
    { name: "at least", bound: 1 } as Atom,
    { name: "at most", bound: 1 } as Atom,
    { name: "comparison", with: b, how: less } as Atom,
    { name: "comparison", with: deep, how: less } as Atom,
    { name: "comparison", with: b, how: { ...less, is: "<=" } } as Atom,
    { name: "some", item: yes } as Atom,
    { name: "some", item: no } as Atom,
  ];
  const keys = atoms.flatMap((atom) =>
    [a, b].flatMap((path) => [keyOf(ask(path, atom)), keyOf(not(ask(path, atom)))]),
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(atoms.map((atom) => keyOf(ask(a, { ...atom })))).toEqual(
    atoms.map((atom) => keyOf(ask(a, atom))),
  );
  expect(keyOf(all([least(a, 1), least(a, 2)]))).not.toBe(keyOf(any([least(a, 1), least(a, 2)])));
});

describe("alternatives that ask for the same", () => {
  it("Alternatives that ask for the same ask for it once", () => {
    const isNumber = type(a, "number");
    const either = any([all([isNumber, not(least(a, 2))]), all([isNumber, not(least(a, 5))])]);
    same(either, all([isNumber, any([not(least(a, 2)), not(least(a, 5))])]));
  });
  it("Alternatives are left as they are where one of them does not ask for the same", () => {
    const either = any([all([type(a, "number"), least(a, 2)]), all([defined(b), least(a, 5)])]);
    expect("any" in either && either.any).toHaveLength(2);
  });
});

describe("What is simplified says what it said before", () => {
  const path = fc.constantFrom("", "/a", "/b", "/a/x", "/a/x/y", "/b/x");
  const types = fc.constantFrom<TypeName>(
    ...(["string", "number", "integer", "boolean", "object", "array", "null"] as const),
  );
  const values = fc.subarray<unknown>(["", "x", 0, 1, 2, 1.5, true, null], { minLength: 1 });
  const part = fc.oneof(
    path.map(defined),
    fc.tuple(path, types).map(([at, of]) => type(at, of)),
    fc.tuple(path, values).map(([at, some]) => oneOf(at, ...some)),
    fc.tuple(path, fc.integer({ min: 0, max: 2 })).map(([at, bound]) => least(at, bound)),
  );
  const signed = fc.tuple(part, fc.boolean()).map(([one, holds]) => (holds ? one : not(one)));
  const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 3, depthSize: "medium" },
      signed,
      fc.array(tie("formula"), { maxLength: 4 }).map((all) => ({ all })),
      fc.array(tie("formula"), { maxLength: 4 }).map((any) => ({ any })),
      fc.constantFrom(yes, no),
    ),
  }));
  const leaf = fc.constantFrom<unknown>("", "x", "z", 0, 1, 2, 1.5, true, null, [], {}, undefined);
  const object = (below: fc.Arbitrary<unknown>) =>
    fc.dictionary(fc.constantFrom("a", "b", "x", "y"), below, { noNullPrototype: true });
  const payload = object(fc.oneof(leaf, object(fc.oneof(leaf, object(leaf)))));
  const payloads = fc.array(fc.oneof({ weight: 9, arbitrary: payload }, leaf), { minLength: 20 });
  const holds = (one: Formula, value: unknown) => evaluate(one, value) === true;

  it("A simplified formula of joined parts, and its opposite, say what they said before", () => {
    fc.assert(
      fc.property(fc.array(formula, { maxLength: 4 }), payloads, (parts, some) => {
        const [every, either] = [all(parts), any(parts)];
        for (const one of some) {
          const each = parts.map((each) => holds(each, one));
          expect(holds(every, one)).toBe(each.every(Boolean));
          expect(holds(either, one)).toBe(each.some(Boolean));
          expect(holds(not(every), one)).toBe(!each.every(Boolean));
          expect(holds(implication(every, either), one)).toBe(
            !each.every(Boolean) || each.some(Boolean),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it("A formula simplified where a fact holds, and what a fact implies, say what they said before", () => {
    fc.assert(
      fc.property(formula, signed, signed, payloads, (one, fact, other, some) => {
        const left = simplifyUnder(one, literal(fact));
        const isImplied = implies(literal(fact), literal(other));
        for (const value of some.filter((each) => holds(fact, each))) {
          expect(holds(left, value)).toBe(holds(one, value));
          if (isImplied) expect(holds(other, value)).toBe(true);
        }
      }),
      { numRuns: 250 },
    );
  });

  it("Simplified alternatives of which only some ask for the same say what they said before", () => {
    const isNumber = type(a, "number");
    const either = any([
      all([isNumber, least(a, 2)]),
      all([isNumber, least(b, 5)]),
      all([defined("/c"), type(b, "string")]),
    ]);
    expect(evaluate(either, { b: "x", c: 1 })).toBe(true);
  });
});
