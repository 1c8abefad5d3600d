import { describe, expect, it, test } from "vitest";
import { runChecks } from "../src/compiler/checks/checks.js";
import {
  all,
  any,
  ask,
  assuming,
  implies,
  keyOf,
  type Logic,
  no,
  not,
  type Question,
  yes,
} from "../src/compiler/checks/logic.js";
import { Place } from "../src/compiler/checks/place.js";
import { sentence } from "../src/compiler/checks/sentences.js";

/** What the compiler leaves out because it follows from something else, so that no payload pays for it. */

const root = Place.root();
const [a, b] = [root.child("a"), root.child("b")];
const deep = a.child("x");
const defined = (place: Place) => ask(place, { asks: "defined" });
const type = (place: Place, name: string) => ask(place, { asks: "type", type: name });
const oneOf = (place: Place, ...values: unknown[]) => ask(place, { asks: "one of", values });
const least = (place: Place, number: number): Logic => ask(place, { asks: "at least", number });
const same = (left: Logic, right: Logic) => expect(keyOf(left)).toBe(keyOf(right));
const literal = (logic: Logic) => {
  if (!("literal" in logic)) throw new Error("no literal");
  return logic.literal;
};

describe("a literal implies", () => {
  const yeses: [string, Logic, Logic][] = [
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
  ];
  test.each(yeses)("%s", (_, fact, other) =>
    expect(implies(literal(fact), literal(other))).toBe(true),
  );
  const noes: [string, Logic, Logic][] = [
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
    ["by a length that it is there", ask(a, { asks: "characters", number: 1 }), defined(a)],
    ["by a pattern that it is there", ask(a, { asks: "pattern", pattern: "x" }), defined(a)],
    ["that it is none of values it may be", oneOf(a, 1, 2), not(oneOf(a, 2, 3))],
    ["that it is not of a type it may be", oneOf(a, 1, "x"), not(type(a, "string"))],
    ["another type by a type", type(a, "number"), not(type(a, "integer"))],
    ["by absence of one the absence of another", not(defined(a)), not(defined(b))],
  ];
  test.each(noes)("not %s", (_, fact, other) =>
    expect(implies(literal(fact), literal(other))).toBe(false),
  );
});

describe("and, or, not", () => {
  it("of nothing", () => {
    same(all([]), yes);
    same(any([]), no);
    same(not(yes), no);
    same(not(not(least(a, 1))), least(a, 1));
  });
  it("of one part are that part", () => {
    same(all([least(a, 1)]), least(a, 1));
    same(any([least(a, 1)]), least(a, 1));
    same(all([least(a, 1), yes]), least(a, 1));
    same(any([least(a, 1), no]), least(a, 1));
  });
  it("are settled by one part", () => {
    same(all([least(a, 1), no]), no);
    same(any([least(a, 1), yes]), yes);
    same(all([defined(a), not(defined(a))]), no);
    same(any([defined(a), not(defined(a))]), yes);
    same(all([oneOf(a, 1), oneOf(a, 2)]), no);
  });
  it("leave out what follows", () => {
    same(all([defined(a), type(a, "string")]), type(a, "string"));
    same(all([type(a, "string"), defined(a), type(a, "string")]), type(a, "string"));
    same(all([type(a, "object"), defined(deep)]), defined(deep));
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
  it("are flat", () => {
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
  it("by De Morgan", () => {
    same(not(all([least(a, 1), least(b, 1)])), any([not(least(a, 1)), not(least(b, 1))]));
    same(not(any([least(a, 1), least(b, 1)])), all([not(least(a, 1)), not(least(b, 1))]));
  });
  it("ask for a value before anything of it, and for the simple before the joined", () => {
    const joined = any([least(b, 1), least(b, 2)]);
    const ordered = all([joined, least(a, 1), type(a, "number")]);
    expect("all" in ordered && ordered.all.map(keyOf)).toEqual(
      [type(a, "number"), least(a, 1), joined].map(keyOf),
    );
    const context = ask(root, { asks: "context", bit: 1 });
    const guarded = all([least(a, 1), context]);
    expect("all" in guarded && guarded.all.map(keyOf)).toEqual([context, least(a, 1)].map(keyOf));
  });
  it("are left as they are by what settles nothing", () => {
    const sentence = all([least(a, 1), least(b, 1)]);
    expect(assuming(sentence, literal(defined(b)))).toBe(sentence);
    same(assuming(yes, literal(defined(a))), yes);
    same(assuming(any([oneOf(a, 1), least(b, 1)]), literal(not(defined(a)))), least(b, 1));
  });
});

it("equal sentences have equal keys, and others have others", () => {
  const questions: Question[] = [
    { asks: "defined" },
    { asks: "type", type: "string" },
    { asks: "one of", values: [1] },
    { asks: "one of", values: ["1"] },
    { asks: "pattern", pattern: "x" },
    { asks: "at least", number: 1 },
    { asks: "at most", number: 1 },
    { asks: "comparison", with: b, comparison: { path: "/a", to: "/b", is: "<", as: "number" } },
    { asks: "comparison", with: deep, comparison: { path: "/a", to: "/b", is: "<", as: "number" } },
    { asks: "comparison", with: b, comparison: { path: "/a", to: "/b", is: "<=", as: "number" } },
    { asks: "every", item: Place.root("/a/*"), holds: yes },
    { asks: "some", item: Place.root("/a/*"), holds: yes },
    { asks: "some", item: Place.root("/a/*"), holds: no },
  ];
  const keys = questions.flatMap((question) =>
    [a, b].flatMap((place) => [keyOf(ask(place, question)), keyOf(not(ask(place, question)))]),
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(questions.map((question) => keyOf(ask(a, question)))).toEqual(
    questions.map((question) => keyOf(ask(a, question))),
  );
  expect(keyOf(all([least(a, 1), least(a, 2)]))).not.toBe(keyOf(any([least(a, 1), least(a, 2)])));
});

it("a schema that cannot be written is refused", () => {
  expect(() => sentence({ format: "uri" }, root)).toThrow("no check can be written of format");
  expect(() => sentence({ properties: { a: { const: {} } } }, root)).toThrow(
    "no check can be written of /a: it is compared with an object",
  );
  const known = { known: true, secrets: {}, anywhere: [] } as const;
  expect(() => runChecks([{ context: null, errors: { title: "x" }, advice: {} }], known)).toThrow(
    "no fault can be found by title",
  );
  expect(() => runChecks([{ context: null, errors: {}, advice: {} }], known)).toThrow(
    "a payload's shape has no type",
  );
});

describe("contexts and sets", () => {
  const known = { known: true, secrets: {}, anywhere: [] } as const;
  const shape = { diagnose: [{ fault: 0, of: { type: "object" } }] };
  const forbids = (fault: number, key: string) => ({
    diagnose: [{ fault, of: { not: { required: [key] } } }],
  });
  it("a fault of a context shows where the context is given", () => {
    const units = [
      { context: null, errors: { allOf: [shape, forbids(1, "a")] }, advice: {} },
      { context: { environment: "pc" }, errors: forbids(2, "b"), advice: forbids(3, "c") },
      { context: { environment: "mobile" }, errors: forbids(4, "b"), advice: {} },
    ] as const;
    const { accepts, report } = runChecks(units as never, known);
    const found = (payload: object, on: number) => {
      const noted = { faults: [] as never[], errorsDone: false };
      report(payload, on, noted);
      return noted.faults;
    };
    expect([0, 1, 2, 3].map((on) => found({ b: 1, c: 1 }, on))).toEqual([
      [],
      [2, 3],
      [4],
      [2, 4, 3],
    ]);
    expect([0, 1, 2, 3].map((on) => accepts({ b: 1 }, on))).toEqual([true, false, false, false]);
    expect([0, 1].map((on) => accepts({ c: 1 }, on))).toEqual([true, true]);
    expect(found({ a: 1 }, 0)).toEqual([1]);
  });
  it("any number of sets of any size is told apart", () => {
    const sets = Array.from({ length: 70 }, (_, index) =>
      Array.from({ length: 1 + (index % 8) }, (_, step) =>
        index % 2 ? `v${index + step}` : index + step,
      ),
    );
    const errors = {
      allOf: [
        shape,
        ...sets.map((values, fault) => ({
          properties: { a: { diagnose: [{ fault: fault + 1, of: { not: { enum: values } } }] } },
        })),
      ],
    };
    const { report } = runChecks([{ context: null, errors, advice: {} }], known);
    for (const value of [...new Set(sets.flat()), "v", -1, null, undefined, {}]) {
      const noted = { faults: [] as never[], errorsDone: false };
      report({ a: value }, 0, noted);
      const expected = sets.flatMap((values, fault) =>
        values.includes(value as never) ? [fault + 1] : [],
      );
      expect(noted.faults).toEqual(expected);
    }
  });
});
