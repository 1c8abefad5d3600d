import { describe, expect, it } from "vitest";
import type { Located } from "../../../../../dist/extract/located.js";
import {
  eachOnce,
  findingsOf,
  findingsOfReads,
} from "../../../../../dist/lint/findings/findings.js";
import { tables } from "../../../../../dist/lint/tables.js";
import { hole, isOpen, isSeen, markOpen, Unknown } from "../../../../../dist/validator/unknown.js";
import { kindOf, ruleRow } from "../../../../support/kindOf.js";

const types = ["string", "number", "boolean", "object", "array", "null"] as const;
const text = { type: "string" } as const;

const { partial } = kindOf({
  shape: {
    properties: {
      ...Object.fromEntries(types.map((type) => [type, { type }])),
      ...{ code: text, pg: text, older: text, newer: text, lower: text },
      extra: { type: "object", properties: { old: text, lower: { type: "object" } } },
      items: { type: "array", items: text },
    },
  },
  rules: [
    ruleRow("gone/older", { cases: [{ forbid: ["/older"] }] }),
    ruleRow("gone/old", { cases: [{ forbid: ["/extra/old"] }] }),
    ruleRow("begins/code", { cases: [{ constrain: { "/code": { pattern: "^a" } }, wrong: {} }] }),
    ruleRow("begins/pg", { cases: [{ constrain: { "/pg": { pattern: "^ks" } }, wrong: {} }] }),
    ruleRow("shop/pg", { cases: [{ constrain: { "/pg": { pattern: "[.]" } }, wrong: {} }] }),
    ruleRow("many/items", { cases: [{ constrain: { "/items": { maxItems: 2 } }, wrong: {} }] }),
    ruleRow("both/older", { cases: [{ when: { "/newer": {} }, require: ["/older"] }] }),
    ruleRow("quiet/boolean", { cases: [{ forbid: ["/boolean"] }] }, "info"),
    ruleRow("both/lower", { cases: [{ when: { "/newer": {} }, forbid: ["/lower"] }] }),
    ruleRow("alone/lower", {
      cases: [{ when: { "/newer": { not: { pattern: "." } } }, forbid: ["/lower"] }],
    }),
    ruleRow("named/pg", { cases: [{ require: ["/pg"] }] }),
  ],
});

/** A value with places that do not matter. */
const located = (value: unknown, more: Partial<Located> = {}): Located => ({
  value,
  span: [0, 1],
  children: new Map(
    isSeen(value) ? Object.entries(value).map(([key, below]) => [key, located(below)]) : [],
  ),
  duplicateKeys: [],
  ...more,
});
const given = (source = "total", known?: string) =>
  located(new Unknown(source, undefined, known), { isGiven: true });
/** An object, or a list, of values with places. */
const holding = (children: Readonly<Record<string, Located>>, like: object = {}): Located => {
  const values = Object.fromEntries(
    Object.entries(children).map(([key, { value }]) => [key, value]),
  );
  const value = Array.isArray(like) ? Object.values(values) : values;
  return located(isOpen(like) ? markOpen(value) : value, {
    children: new Map(Object.entries(children)),
  });
};

const subject = {
  kind: "a",
  syntax: "javascript",
  isForm: false,
  isFixable: true,
  report: 0,
} as const;
const found = (payload: Located, more: Partial<Parameters<typeof findingsOf>[0]> = {}) =>
  findingsOf(
    { ...subject, payload, ...more },
    { kinds: [partial], neutral: undefined },
    tables.textFaults,
    {},
  ).map(({ diagnostic: { severity, rule, path } }) => `${severity} ${rule} ${path}`);

const pg = located("ks.1");

describe("A value that is given, whatever it is,", () => {
  it.each(types)("A value that is given, whatever it is, may be of the type %s", (type) => {
    const isQuiet = type === "boolean";
    expect(found(holding({ pg, [type]: given() }))).toEqual(
      isQuiet ? ["info quiet/boolean /boolean"] : [],
    );
  });

  it("A value that is given, whatever it is, is there, which is told as no error", () => {
    expect(found(holding({ pg, older: given() }))).toEqual(["warning gone/older /older"]);
    expect(found(holding({ pg, older: located(new Unknown("total")) }))).toEqual([]);
  });

  it("A value that is given, whatever it is, is told as an error where it is there for sure", () => {
    expect(found(holding({ pg, older: located("x"), boolean: given() }))).toEqual([
      "error gone/older /older",
      "info quiet/boolean /boolean",
    ]);
  });

  it("A value that is given, whatever it is, is there in an object of the payload, too", () => {
    expect(found(holding({ pg, extra: holding({ old: given() }) }))).toEqual([
      "warning gone/old /extra/old",
    ]);
  });

  it("A value that is given, whatever it is, leaves a list a list", () => {
    const items = (...all: Located[]) => holding(Object.fromEntries(all.entries()), []);
    expect(found(holding({ pg, items: items(given()) }))).toEqual([]);
    expect(found(holding({ pg, items: items(given(), given(), given()) }))).toEqual([
      "error many/items /items",
    ]);
  });

  it("A value that is given, whatever it is, leaves an open object open", () => {
    expect(found(holding({ string: given() }, markOpen({})))).toEqual([]);
    expect(found(holding({ string: given() }))).toEqual(["error named/pg /pg"]);
    expect(found(holding({ pg, newer: given() }, markOpen({})))).toEqual([]);
    expect(found(holding({ pg, newer: given() }))).toEqual(["warning both/older /older"]);
  });
});

describe("The gateway that something else than the payload says", () => {
  const assumed = {
    ...{ kind: "ksnet.v1.a", gateway: "ksnet", calls: [] },
    names: { gateway: "/pg" },
  };
  const other = { ...assumed, gateway: "kcp" };
  it.each([
    ["may be in the payload, which lacks nothing", holding({}), assumed, []],
    ["may be absent from the payload, which has nothing wrong", holding({}), other, []],
    ["takes the place of a gateway that is named", holding({ pg: located("kcp") }), assumed, []],
    ["is a beginning of what the payload names", holding({ pg }), other, ["error begins/pg /pg"]],
    [
      "leaves an open payload open",
      holding({ older: given() }, markOpen({})),
      assumed,
      ["warning gone/older /older"],
    ],
    [
      "is nowhere where no key names a gateway",
      holding({}),
      { ...assumed, names: {} },
      ["error named/pg /pg"],
    ],
    ["is nowhere in what is no object", located(null), assumed, ["error shape/type "]],
  ])(
    "The gateway that something else than the payload says %s",
    (_how, payload, kind, expected) => {
      expect(found(payload, { assumed: kind })).toEqual(expected);
    },
  );
});

describe("What a callback reads", () => {
  type Read = Parameters<typeof findingsOfReads>[0][number];
  const reads = (...names: string[]): Read[] =>
    names.map((name, index) => ({ name, span: [index, index + 1] }));
  const told = (all: readonly Read[]) =>
    findingsOfReads(all, "a", { kinds: [partial], neutral: undefined }, {}).map(
      ({ diagnostic: { rule, path }, span }) => `${span[0]} ${rule} ${path}`,
    );

  it.each(types)("What a callback reads may be of the type %s", (type) => {
    expect(told(reads(type))).toEqual(type === "boolean" ? ["0 quiet/boolean /boolean"] : []);
  });

  it("What a callback reads is told at each place where it is read", () => {
    expect(told(reads("older", "string", "older"))).toEqual([
      "0 gone/older /older",
      "2 gone/older /older",
    ]);
  });

  it("What a callback reads is no whole payload, and a field that no document has is no fault", () => {
    expect(told(reads("zzz"))).toEqual([]);
    expect(told(reads("lower"))).toEqual([]);
  });

  it("What a callback reads is judged by what else it reads for sure", () => {
    const [newer, lower] = reads("newer", "lower") as [Read, Read];
    expect(told([newer, lower])).toEqual(["1 both/lower /lower"]);
    expect(told([{ ...newer, isGuarded: true }, lower])).toEqual([]);
  });

  it("What a callback reads is not told where it is guarded", () => {
    const [one, two] = reads("older", "older") as [Read, Read];
    expect(told([{ ...one, isGuarded: true }])).toEqual([]);
    expect(told([{ ...one, isGuarded: true }, two])).toEqual(["1 gone/older /older"]);
  });
});

it("A text of which only the beginning is known is wrong for what it begins with", () => {
  const code = (part: string) => located(new Unknown("total", ["string"], `${part}${hole}`));
  expect(found(holding({ pg, code: code("b") }))).toEqual(["error begins/code /code"]);
  expect(found(holding({ pg, code: code("a") }))).toEqual([]);
});

it("A $schema is no key of a payload, whether its value is known or not", () => {
  expect(found(holding({ pg, $schema: located("a.json") }))).toEqual([]);
  expect(found(holding({ pg, $schema: located(new Unknown("address")) }))).toEqual([]);
  expect(found(holding({ pg, schema: located("a.json") }))).toEqual([
    "warning shape/unknown-property /schema",
  ]);
});

describe("What is found of a payload of several gateways", () => {
  const elsewhere = (...keys: string[]) => ({
    ...partial,
    facts: {
      ...partial.facts,
      elsewhere: {
        ...partial.facts.elsewhere,
        keys: Object.fromEntries(keys.map((key) => [key, { en: "", ko: "" }])),
      },
    },
  });
  const placed = (value: unknown) => located(value, { key: [2, 3], span: [5, 9] });
  const wrong = holding({ pg, code: placed("b") });
  const spans = (payload: Located, [first, ...others]: string[][], neutral?: string[]) =>
    findingsOf(
      { ...subject, payload },
      {
        kinds: [elsewhere(...(first ?? [])), ...others.map((keys) => elsewhere(...keys))],
        neutral: neutral && elsewhere(...neutral),
      },
      tables.textFaults,
      {},
    ).map(({ span }) => span);

  it.each([
    ["at the key where PortOne's own kind knows it of other gateways", [[], []], ["/code"], [2, 3]],
    ["at the value where only a gateway's kind does so", [["/code"], ["/code"]], [], [5, 9]],
    ["at the key where the only kind does so", [["/code"]], undefined, [2, 3]],
    ["at the value where no kind does so", [[]], undefined, [5, 9]],
  ])(
    "What is found of a payload of several gateways is marked %s",
    (_how, kinds, neutral, span) => {
      expect(spans(wrong, kinds, neutral)).toEqual([span]);
    },
  );

  it("What is found of an item is marked at its key where every item has that key of other gateways", () => {
    const item = holding({ code: placed(1), more: placed(1) });
    const payload = holding({ pg, list: holding({ 0: item }, []) });
    const { partial: listed } = kindOf({
      shape: {
        properties: {
          pg: text,
          list: { type: "array", items: { properties: { code: text, more: text } } },
        },
      },
    });
    const { elsewhere: words } = listed.facts;
    const keys = { "/list/*/code": { en: "", ko: "" } };
    const facts = { ...listed.facts, elsewhere: { ...words, keys } };
    const told = findingsOf(
      { ...subject, payload },
      { kinds: [{ ...listed, facts }], neutral: undefined },
      tables.textFaults,
      {},
    );
    expect(told.map(({ diagnostic: { path }, span }) => [path, span])).toEqual([
      ["/list/0/code", [2, 3]],
      ["/list/0/more", [5, 9]],
    ]);
  });
});

describe("Of findings, each is told once", () => {
  interface Told {
    readonly rule: string;
    readonly path: string;
    readonly message: string;
    readonly span: readonly [number, number];
  }
  const one: Told = { rule: "a/b", path: "/a", message: "a", span: [1, 2] };
  const told = (...all: Told[]) =>
    eachOnce(
      all.map(({ span, ...diagnostic }) => ({
        diagnostic: { severity: "error", sources: [], ...diagnostic } as never,
        span,
        kind: "a",
      })),
    ).length;
  it.each([
    ["the rule", { rule: "c/d" }],
    ["the path", { path: "/b" }],
    ["the message", { message: "b" }],
    ["the beginning", { span: [0, 2] as const }],
    ["the end", { span: [1, 3] as const }],
  ])("Of findings, each is told once, and two where %s is another one", (_what, other) => {
    expect(told(one, one)).toBe(1);
    expect(told(one, { ...one, ...other })).toBe(2);
  });
});
