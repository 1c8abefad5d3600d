import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { schemaOf } from "../../../../src/compiler/emit/jsonSchema/formulaSchema.js";
import { hasType, typeOf } from "../../../../src/constraint/abstractValue.js";
import type { AheadAtom } from "../../../../src/constraint/atoms/ahead.js";
import type { ComparisonAtom } from "../../../../src/constraint/atoms/comparison.js";
import { isGiven } from "../../../../src/constraint/atoms/context.js";
import { isDefined } from "../../../../src/constraint/atoms/defined.js";
import { definitionOf } from "../../../../src/constraint/atoms/index.js";
import { isOneOf } from "../../../../src/constraint/atoms/oneOf.js";
import type { PredicateAtom } from "../../../../src/constraint/atoms/predicate.js";
import type { Sum, SumTerm } from "../../../../src/constraint/atoms/sum.js";
import { isOfType } from "../../../../src/constraint/atoms/type.js";
import {
  compares,
  hasAtLeastCharacters,
  hasAtLeastItems,
  hasAtMostCharacters,
  hasAtMostItems,
  isAbove,
  isAtLeast,
  isAtMost,
  isMultipleOf,
  isOfSomeType,
  matches,
  someItem,
} from "../../../../src/constraint/build.js";
import { evaluate } from "../../../../src/constraint/evaluate.js";
import {
  type Formula,
  formulaKey,
  literal,
  root,
  yes,
} from "../../../../src/constraint/formula.js";
import { not } from "../../../../src/constraint/simplify.js";
import { withTime } from "../../../../src/validator/currentTime.js";
import {
  anyCharacter,
  hole,
  type JsonType,
  markOpen,
  Unknown,
} from "../../../../src/validator/unknown.js";
import { isExpressible } from "../../../support/formulas.js";
import { instantiateChecks } from "../../../support/instantiateChecks.js";
import { everyItem } from "../../../support/schemaFormula.js";

/** Values of every sort, on both sides of every bound that is asked for here. */
const values: readonly unknown[] = [
  ...[undefined, null, true, false],
  ...[-100, -1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 14.29, 100],
  ...["", " ", "a", "b", "ab", "abc", "axb", "aaaaaa", "bbbbbb", "axxxxb", "xa", "xaxx"],
  ...["😀", "😀😀", "a😀", "\n", "a\nb", "a.", "a.b", "a.bbb", "axxb"],
  ...[[], [0], [3, 4], [1, 2, 3]],
  ...[{}, { a: 1 }],
];

const types: readonly JsonType[] = ["string", "number", "boolean", "object", "array", "null"];
const names = [...types, "integer"] as const;

/** Values that are known in part, each with what it may be. */
const partlyKnown: (readonly [
  what: string,
  unknown: Unknown,
  mayBe: (value: unknown) => boolean,
])[] = [
  ["anything, or nothing", new Unknown("x"), () => true],
  ...types.flatMap((one) =>
    types.map((other) => {
      const both = one === other ? [one] : [one, other];
      const mayBe = (value: unknown) => both.includes(typeOf(value) as JsonType);
      return [both.join(" or "), new Unknown("x", both), mayBe] as const;
    }),
  ),
  ...(
    [
      ["a", /^a$/],
      ["😀", /^😀$/u],
      [hole, /^[\s\S]*$/],
      [`a${hole}`, /^a[\s\S]*$/],
      [`${hole}b`, /^[\s\S]*b$/],
      [`a${hole}b`, /^a[\s\S]*b$/],
      [`a.${hole}`, /^a\.[\s\S]*$/],
      [`${hole}a${hole}`, /a/],
      [`a${hole}${hole}b`, /^a[\s\S]*b$/],
      [anyCharacter, /^[\s\S]$/u],
      [`a${anyCharacter}`, /^a[\s\S]$/u],
      [`${anyCharacter}${anyCharacter}${hole}`, /^[\s\S]{2,}$/u],
    ] as const
  ).map(([text, form]) => {
    const mayBe = (value: unknown) => typeof value === "string" && form.test(value);
    const told = JSON.stringify(text.replaceAll(hole, "…").replaceAll(anyCharacter, "?"));
    return [`the text ${told}`, new Unknown("x", ["string"], text), mayBe] as const;
  }),
  ...[-1, 0, 1, 2, Number.NEGATIVE_INFINITY].flatMap((least) =>
    [0, 1, 2, 3, Number.POSITIVE_INFINITY]
      .filter((most) => most >= least)
      .flatMap((most) =>
        [true, false].map((isWhole) => {
          const mayBe = (value: unknown) =>
            typeof value === "number" &&
            value >= least &&
            value <= most &&
            (!isWhole || Number.isInteger(value));
          const bounds = { least, most, isWhole };
          const told = `${isWhole ? "a whole number" : "a number"} from ${least} to ${most}`;
          return [told, new Unknown("x", ["number"], undefined, bounds), mayBe] as const;
        }),
      ),
  ),
  ...[1, 3].map((least) => {
    const bounds = { least, most: 3, isWhole: false };
    const mayBe = (value: unknown) =>
      typeof value === "string" || (typeof value === "number" && value >= least && value <= 3);
    const unknown = new Unknown("x", ["string", "number"], undefined, bounds);
    return [`a text, or a number from ${least} to 3`, unknown, mayBe] as const;
  }),
];

const bounds = [-1, 0, 1, 2, 3];

/** What is told of a value wherever all that it may be agree. */
const told: readonly Formula[] = [
  isDefined(root),
  ...types.map((type) => isOfType(root, type)),
  ...bounds.flatMap((bound) => [
    isAtLeast(root, bound),
    isAtMost(root, bound),
    isAbove(root, bound),
  ]),
  ...[0, 1, 2, 3].flatMap((length) => [
    hasAtMostCharacters(root, length),
    hasAtLeastCharacters(root, length + 1),
  ]),
];

/** What may be left open, though all that the value may be agree. */
const toldInPart: readonly Formula[] = [
  isOfType(root, "integer"),
  isOfSomeType(root, ["string", "object"]),
  ...[
    ["a"],
    ["a", "b"],
    ["😀"],
    [0, "ab"],
    [null],
    [1.5],
    [true, 3],
    ["", "b"],
    ["a.b", "axb"],
  ].map((one) => isOneOf(root, one)),
  ...[1, 0.5, 2, 0.01].map((step) => isMultipleOf(root, step)),
  ...["\\S", "^a", "^.$"].map((pattern) => matches(root, pattern)),
  ...[0, 1, 2].flatMap((count) => [hasAtLeastItems(root, count), hasAtMostItems(root, count)]),
  everyItem(root, isAtLeast(root, 2)),
  someItem(root, isAtLeast(root, 2)),
  literal<PredicateAtom>(root, { name: "predicate", predicate: "json-object", arguments: {} }),
];

/** The verdict that all the values have in common. */
const consensus = (formula: Formula, mayBe: (value: unknown) => boolean) => {
  const verdicts = new Set(values.filter(mayBe).map((value) => evaluate(formula, value)));
  return verdicts.size === 1 ? [...verdicts][0] : undefined;
};

const signed = (formulas: readonly Formula[]) =>
  formulas.flatMap((one) => [one, not(one)]).map((one) => [formulaKey(one), one] as const);

describe("Of a value that is known in part", () => {
  it.each(signed([...told, ...toldInPart]))(
    "A value known in part has nothing said of it that is not true of all that it may be: %s",
    (_key, formula) => {
      for (const [what, unknown, mayBe] of partlyKnown) {
        const verdict = evaluate(formula, unknown);
        expect([undefined, consensus(formula, mayBe)], what).toContain(verdict);
      }
    },
  );

  it.each(signed(told))(
    "A value known in part has all said of it that is true of all that it may be: %s",
    (_key, formula) => {
      for (const [what, unknown, mayBe] of partlyKnown) {
        expect(evaluate(formula, unknown), what).toBe(consensus(formula, mayBe));
      }
    },
  );

  it("A value known in part is none of the values that it cannot be", () => {
    const apart = [["a", 0, null], ["ab"], ["😀"], ["axb", true], ["", "aaaaaa"], ["bbbbbb"]];
    for (const [what, unknown, mayBe] of partlyKnown) {
      // The bounds of a number are not compared with its values.
      if (unknown.bounds) continue;
      for (const listed of apart) {
        const isPossible = listed.some(mayBe);
        const verdict = evaluate(isOneOf(root, listed), unknown);
        expect(verdict, `${what} in ${listed}`).toBe(isPossible ? undefined : false);
      }
    }
  });

  it("A whole number known in part is a multiple of one, and no other number is", () => {
    const number = (isWhole: boolean) =>
      new Unknown("x", ["number"], undefined, { least: 0, most: 9, isWhole });
    expect(evaluate(isMultipleOf(root, 1), number(true))).toBe(true);
    expect(evaluate(isMultipleOf(root, 1), number(false))).toBeUndefined();
    expect(evaluate(isMultipleOf(root, 2), number(true))).toBeUndefined();
  });

  it("A value known in part is said to be a whole number or not where that can be told", () => {
    for (const [what, unknown, mayBe] of partlyKnown) {
      const isPossible = values.some((value) => typeof value === "number" && mayBe(value));
      const verdict = evaluate(isOfType(root, "integer"), unknown);
      expect(verdict, what).toBe(isPossible ? undefined : false);
    }
  });

  it("The conditions beside a payload known in part are as known as ever", () => {
    for (const value of [new Unknown("x"), {}, undefined]) {
      const verdicts = [0, 1, 2, 3, 6].map((given) => evaluate(isGiven(2), value, given));
      expect(verdicts).toEqual([false, false, true, true, true]);
    }
    for (const formula of [isGiven(2), not(isGiven(2))]) {
      const accepts = written(formula);
      for (const on of [0, 1, 2, 3, 6]) expect(accepts({}, on)).toBe(evaluate(formula, {}, on));
    }
  });
});

describe("A value that is known whole", () => {
  it.each<[what: string, formula: Formula, meets: (value: unknown) => boolean]>([
    ...names.map((type): [string, Formula, (value: unknown) => boolean] => [
      `is of type ${type}`,
      isOfType(root, type),
      (value) => hasType(value, type),
    ]),
    ["is there", isDefined(root), (value) => value !== undefined],
    [
      "is one of some",
      isOneOf(root, ["a", 1, null]),
      (value) => ["a", 1, null].includes(value as never),
    ],
    ["is at least 1", isAtLeast(root, 1), (value) => !(typeof value === "number" && value < 1)],
    ["is at most 1", isAtMost(root, 1), (value) => !(typeof value === "number" && value > 1)],
    ["is above 1", isAbove(root, 1), (value) => !(typeof value === "number" && value <= 1)],
    [
      "is a multiple of 1",
      isMultipleOf(root, 1),
      (value) => !(typeof value === "number" && value % 1 !== 0),
    ],
    ["is a multiple of 0.01, which binary fractions miss", isMultipleOf(root, 0.01), () => true],
    [
      "has at most 1 character",
      hasAtMostCharacters(root, 1),
      (value) => !(typeof value === "string" && [...value].length > 1),
    ],
    [
      "has at least 2 characters",
      hasAtLeastCharacters(root, 2),
      (value) => !(typeof value === "string" && [...value].length < 2),
    ],
    [
      "has at least 2 items",
      hasAtLeastItems(root, 2),
      (value) => !(Array.isArray(value) && value.length < 2),
    ],
    [
      "has at most 2 items",
      hasAtMostItems(root, 2),
      (value) => !(Array.isArray(value) && value.length > 2),
    ],
    [
      "has only items of at least 2",
      everyItem(root, isAtLeast(root, 2)),
      (value) => !(Array.isArray(value) && value.some((item) => item < 2)),
    ],
    [
      "has an item of at least 2",
      someItem(root, isAtLeast(root, 2)),
      (value) => Array.isArray(value) && value.some((item) => item >= 2),
    ],
    [
      "is one character of any plane",
      matches(root, "^.$"),
      (value) => !(typeof value === "string" && !/^.$/u.test(value)),
    ],
  ])("A value known whole %s, or is not", (_what, formula, meets) => {
    for (const value of values) expect(evaluate(formula, value)).toBe(meets(value));
    for (const value of values) expect(evaluate(not(formula), value)).toBe(!meets(value));
  });

  it("A list known whole has the items of its holes, which are nothing", () => {
    const withHole = new Array(1);
    expect(evaluate(everyItem(root, isDefined(root)), withHole)).toBe(false);
    expect(evaluate(someItem(root, not(isDefined(root))), withHole)).toBe(true);
  });

  it("A value known whole meets a pattern each time that it is asked", () => {
    const isText = matches(root, "a");
    expect([1, 2, 3].map(() => evaluate(isText, "a"))).toEqual([true, true, true]);
  });
});

/** Whether the JavaScript that is written of a formula accepts a payload. */
function written(holds: Formula) {
  const faults = [isOfType(root, "object"), holds].map((one, number) => ({
    number,
    fault: {
      ...({ rule: "shape/type", severity: "error", path: "" } as const),
      is: number === 0 ? ("mistyped" as const) : ("wrong" as const),
    },
    constraint: { when: yes, holds: one },
  }));
  const { accepts } = instantiateChecks([{ context: null, bit: 0, faults }]);
  return (payload: object, on = 0) => accepts(payload, on);
}

describe("What is made of an atom", () => {
  const ajv = new Ajv2020({ strict: false });
  // JSON has no undefined.
  const inJson = values.filter((value) => value !== undefined);
  it.each(signed([...told, ...toldInPart, isOneOf(root, [1, 2, 3, "a", "b", null])]))(
    "What is made of an atom says the same of every value: %s",
    (_key, formula) => {
      const holds = everyItem("/list", formula);
      const accepts = written(holds);
      const isAccepted = isExpressible(formula) && ajv.compile(schemaOf(formula));
      for (const value of values) {
        expect(accepts({ list: [value] })).toBe(evaluate(formula, value));
      }
      if (!isAccepted) return;
      for (const value of inJson) expect(isAccepted(value)).toBe(evaluate(formula, value));
    },
  );
});

describe("A comparison", () => {
  const compared = (how: Partial<ComparisonAtom["how"]>) =>
    compares("/a", { with: "/b", how: { is: "<=", as: "number", ...how } });
  const days = ["20260101", "2026-01-02", "x"];
  const sides = [undefined, null, 0, 1, 2, ...days, Symbol("x"), new Unknown("x")];
  it.each<Partial<ComparisonAtom["how"]>>([
    {},
    { is: "<" },
    { absentAs: 1 },
    { times: 2 },
    { as: "date" },
    { as: "date", is: "<" },
    { as: "time" },
  ])("A comparison as %j is written as it is evaluated, and open where a side is", (how) => {
    const type = (how.as ?? "number") === "number" ? "number" : "string";
    const isNeverCompared = (side: unknown) =>
      !(side instanceof Unknown) &&
      typeof side !== type &&
      (how.absentAs === undefined || (side ?? undefined) !== undefined);
    for (const holds of [true, false]) {
      const formula = holds ? compared(how) : not(compared(how));
      const accepts = written(formula);
      for (const a of sides) {
        for (const b of sides) {
          const verdict = evaluate(formula, { a, b });
          const isOpen = a instanceof Unknown || b instanceof Unknown;
          if (isNeverCompared(a) || isNeverCompared(b)) expect(verdict).toBe(holds);
          else expect(verdict).toBe(isOpen ? undefined : accepts({ a, b }));
          if (!isOpen) expect(accepts({ a, b })).toBe(verdict);
        }
      }
    }
  });
  it("A comparison has two sides", () => {
    const verdicts = (a: unknown, b: unknown) =>
      [{}, { is: "<" as const }, { absentAs: 1 }, { times: 2 }].map((how) =>
        evaluate(compared(how), { a, b }),
      );
    expect(verdicts(1, 1)).toEqual([true, false, true, false]);
    expect(verdicts(2, 1)).toEqual([false, false, false, false]);
    expect(verdicts(1, 3)).toEqual([true, true, true, true]);
    expect(verdicts(2, undefined)).toEqual([true, true, false, true]);
    expect(verdicts(undefined, 0)).toEqual([true, true, false, true]);
  });
});

describe("A sum", () => {
  const total = (...of: SumTerm[]) => literal<Sum>("/total", { name: "sum", of, is: "=" });
  const open = new Unknown("x");
  it.each<[what: string, of: SumTerm[], payload: object, verdict: boolean | undefined]>([
    ["of values", [{ path: "/a" }, { path: "/b" }], { a: 1, b: 2, total: 3 }, true],
    ["of other values", [{ path: "/a" }, { path: "/b" }], { a: 1, b: 3, total: 3 }, false],
    ["of an open value", [{ path: "/a" }, { path: "/b" }], { a: 1, b: open, total: 3 }, undefined],
    ["of a product", [{ path: "/a", by: "/b" }], { a: 2, b: 3, total: 6 }, true],
    ["of another product", [{ path: "/a", by: "/b" }], { a: 2, b: 3, total: 2 }, false],
    ["of an open factor", [{ path: "/a", by: "/b" }], { a: open, b: 3, total: 2 }, undefined],
    [
      "of an open second factor",
      [{ path: "/a", by: "/b" }],
      { a: 2, b: open, total: 2 },
      undefined,
    ],
    ["of items", [{ path: "/l", item: "/n" }], { l: [{ n: 1 }, {}, { n: 2 }], total: 3 }, true],
    [
      "of open items",
      [{ path: "/l", item: "/n" }],
      { l: [{ n: 1 }, { n: open }], total: 3 },
      undefined,
    ],
    ["of an open list", [{ path: "/l", item: "/n" }], { l: open, total: 3 }, undefined],
    [
      "of a list that may go on",
      [{ path: "/l", item: "" }],
      { l: markOpen([1, 2]), total: 3 },
      undefined,
    ],
    ["of what is no list", [{ path: "/l", item: "" }], { l: 4, total: 3 }, true],
    [
      "of no list beside a value",
      [{ path: "/l", item: "" }, { path: "/a" }],
      { l: 4, a: 1, total: 3 },
      false,
    ],
    [
      "of products of items",
      [{ path: "/l", item: "/n", by: "/m" }],
      {
        l: [
          { n: 2, m: 3 },
          { n: 1, m: 1 },
        ],
        total: 7,
      },
      true,
    ],
    [
      "of other products",
      [{ path: "/l", item: "/n", by: "/m" }],
      {
        l: [
          { n: 2, m: 3 },
          { n: 1, m: 1 },
        ],
        total: 3,
      },
      false,
    ],
    [
      "of an open factor in an item",
      [{ path: "/l", item: "/n", by: "/m" }],
      { l: [{ n: 2, m: open }], total: 3 },
      undefined,
    ],
  ])("A sum %s is %s", (_what, of, payload, verdict) => {
    expect(evaluate(total(...of), payload)).toBe(verdict);
    if (verdict !== undefined) expect(written(total(...of))(payload)).toBe(verdict);
  });
});

it("A time is compared with the present that is given beside the payload", () => {
  const ahead = literal<AheadAtom>("/a", { name: "ahead", by: { atLeast: 0 } });
  const at = (present: number) => evaluate(ahead, { a: 1_000 }, withTime(0b11, present));
  expect([999, 1_000, 1_001].map(at)).toEqual([true, true, false]);
  expect(evaluate(ahead, { a: new Unknown("x") }, withTime(0, 1))).toBeUndefined();
});

describe("A list that may go on", () => {
  const open = markOpen([3]);
  it.each([
    ["at least as many items as are seen", hasAtLeastItems(root, 1), true],
    ["no known end", hasAtLeastItems(root, 2), undefined],
    ["no fewer items than are seen", hasAtMostItems(root, 0), false],
    ["perhaps no more", hasAtMostItems(root, 1), undefined],
    ["perhaps an item that breaks a rule", everyItem(root, isAtLeast(root, 2)), undefined],
    ["an item that breaks another", everyItem(root, isAtLeast(root, 4)), false],
    ["an item that meets a condition", someItem(root, isAtLeast(root, 3)), true],
    ["perhaps an item that meets another", someItem(root, isAtLeast(root, 4)), undefined],
  ])("A list that may go on has %s", (_what, formula, verdict) =>
    expect(evaluate(formula, open)).toBe(verdict),
  );

  it("An open list may have any items where none is seen", () => {
    const unseen = markOpen([]);
    expect(evaluate(hasAtLeastItems(root, 1), unseen)).toBeUndefined();
    expect(evaluate(hasAtMostItems(root, 0), unseen)).toBeUndefined();
    expect(evaluate(everyItem(root, isAtLeast(root, 2)), unseen)).toBeUndefined();
    expect(evaluate(someItem(root, isAtLeast(root, 2)), unseen)).toBeUndefined();
    expect(evaluate(hasAtLeastItems(root, 1), [])).toBe(false);
  });
});

describe("The atoms of the language", () => {
  it("The atoms of the language cannot compare with an object, which is equal to nothing", () => {
    for (const value of [{}, []]) expect(() => isOneOf("/a", [1, value])).toThrow("/a");
    expect(() => isOneOf("/a", [null])).not.toThrow();
  });
  it("The atoms of the language are those that are defined", () => {
    expect(definitionOf({ name: "defined" }).name).toBe("defined");
    expect(() => definitionOf({ name: "undefined" })).toThrow("undefined");
  });
});
