import { describe, expect, it } from "vitest";
import { issuersOf } from "../../../../src/compiler/tables/issuers.js";
import type { Case } from "../../../../src/compiler/tables/ruleTypes.js";
import type { Shape } from "../../../../src/compiler/tables/types.js";
import type { WrittenIssuers } from "../../../../src/compiler/tables/written.js";
import { hole, markOpen, Unknown } from "../../../../src/validator/unknown.js";
import { kindOf, ruleRow } from "../../../support/kindOf.js";

/** Each condition of the table language, in the checks, the evaluation of half-known payloads and JSON Schema. */

const text = { type: "string" };
const number = { type: "number" };
const object = (properties: Readonly<Record<string, Shape>>): Shape => ({
  type: "object",
  properties,
});
const unknown = new Unknown("x");

const withCase = (properties: Readonly<Record<string, Shape>>, one: Case) =>
  kindOf({ shape: object(properties), rules: [ruleRow("group/rule", { cases: [one] })] });

/** What is found by the checks and for sure, which must be the same of a payload that is known whole. */
function foundIn(kind: ReturnType<typeof kindOf>, payload: unknown): string[] {
  const found = kind.found(payload);
  expect(kind.foundForSure(payload)).toEqual(found);
  return found;
}

describe("alternatives that are groups of paths", () => {
  const kind = withCase(
    { customer: object({ fullName: text, firstName: text, lastName: text }) },
    { requireAny: ["/customer/fullName", ["/customer/firstName", "/customer/lastName"]] },
  );
  it.each([
    [{ customer: { fullName: "x" } }, []],
    [{ customer: { firstName: "x", lastName: "y" } }, []],
    [{ customer: { fullName: " ", firstName: "x", lastName: "y" } }, []],
    [{ customer: { firstName: "x" } }, ["group/rule /customer/fullName"]],
    [{ customer: { firstName: "x", lastName: " " } }, ["group/rule /customer/fullName"]],
    [{}, ["group/rule /customer/fullName"]],
  ])("The alternatives that %j lacks are found: %j", (payload, expected) => {
    expect(foundIn(kind, payload)).toEqual(expected);
    expect(kind.isValid(payload)).toBe(expected.length === 0);
  });
  it("Alternatives are not missing where one of a group may be there", () => {
    expect(kind.foundForSure({ customer: markOpen({ firstName: "x" }) })).toEqual([]);
    expect(kind.foundForSure({ customer: { firstName: "x", lastName: unknown } })).toEqual([]);
    expect(kind.foundForSure({ customer: { firstName: unknown } })).toEqual([
      "group/rule /customer/fullName",
    ]);
  });
});

describe("keys of which at most one, or exactly one, may be there", () => {
  const properties = { around: object({ a: text, b: text, c: text }) };
  const paths = ["/around/a", "/around/b", "/around/c"];
  const when = { "/around": { type: "object" } };
  const atMostOne = withCase(properties, { atMostOne: paths });
  const exactlyOne = withCase(properties, { when, exactlyOne: paths });
  it.each([
    [{}, false],
    [{ a: "x" }, false],
    [{ c: "x" }, false],
    [{ a: "x", b: "x" }, true],
    [{ b: "x", c: "x" }, true],
    [{ a: "x", b: "x", c: "x" }, true],
  ])(
    "An object is told once where it has too many of the keys or none: %j",
    (around, isTooMany) => {
      const payload = { around };
      const told = ["group/rule /around"];
      expect(foundIn(atMostOne, payload)).toEqual(isTooMany ? told : []);
      expect(atMostOne.isValid(payload)).toBe(!isTooMany);
      const isNone = Object.keys(around).length === 0;
      expect(foundIn(exactlyOne, payload)).toEqual(isTooMany || isNone ? told : []);
      expect(exactlyOne.isValid(payload)).toBe(!isTooMany && !isNone);
    },
  );
  it("Keys are not told where one of them may be absent, or may be there", () => {
    expect(exactlyOne.foundForSure({ around: { a: unknown, b: "x" } })).toEqual([]);
    expect(exactlyOne.foundForSure({ around: markOpen({}) })).toEqual([]);
    expect(exactlyOne.foundForSure({ around: markOpen({ a: "x", b: "x" }) })).toEqual([
      "group/rule /around",
    ]);
  });
});

describe("a sum compared with a value", () => {
  const item = object({ amount: number });
  const properties = {
    total: number,
    tax: number,
    vat: number,
    items: { type: "array", items: item },
  };
  const parts = { path: "/tax", of: ["/tax", "/vat"], is: "<=", to: "/total" } as const;
  const ofParts = withCase(properties, { sum: parts });
  const all = { path: "/total", of: ["/items/*/amount"], is: "=", to: "/total" } as const;
  const ofItems = withCase(properties, { sum: all });
  it.each([
    [{ total: 10, tax: 4, vat: 6 }, []],
    [{ total: 10, tax: 5, vat: 6 }, ["group/rule /tax"]],
    [{ total: 10, tax: 11 }, ["group/rule /tax"]],
    [{ total: 10 }, []],
    [{ tax: 11, vat: 1 }, []],
    [{ total: 10, tax: 11, vat: "1" }, ["shape/type /vat"]],
    [{ total: "10", tax: 11 }, ["shape/type /total"]],
  ])("The sum of %j is compared with its value: %j", (payload, expected) => {
    expect(foundIn(ofParts, payload)).toEqual(expected);
  });
  it.each([
    [{ total: 3, items: [{ amount: 1 }, { amount: 2 }] }, []],
    [{ total: 4, items: [{ amount: 1 }, { amount: 2 }] }, ["group/rule /total"]],
    [{ total: 1, items: [{ amount: 1 }, {}] }, []],
    [{ total: 4, items: [] }, []],
    [{ total: 4 }, []],
  ])("The sum over the items of %j is compared with its value: %j", (payload, expected) => {
    expect(foundIn(ofItems, payload)).toEqual(expected);
  });
  it("A sum is not known where a term is not", () => {
    expect(ofParts.foundForSure({ total: 10, tax: 11, vat: unknown })).toEqual([]);
    expect(ofParts.foundForSure(markOpen({ tax: 11 }))).toEqual([]);
    expect(ofParts.foundForSure(markOpen({ total: 10, tax: 11, vat: 1 }))).toEqual([
      "group/rule /tax",
    ]);
    expect(ofItems.foundForSure({ total: 1, items: markOpen([{ amount: 2 }]) })).toEqual([]);
    expect(ofItems.foundForSure({ total: 1, items: [{ amount: unknown }] })).toEqual([]);
    expect(ofItems.foundForSure({ total: 1, items: unknown })).toEqual([]);
  });
  it("A sum is left out of the JSON Schema, which says so", () => {
    expect(ofParts.isValid({ total: 10, tax: 11 })).toBe(true);
    expect(ofParts.schema["x-not-expressed"]).toContainEqual(
      expect.objectContaining({ rule: "group/rule", paths: ["/tax"] }),
    );
  });
});

describe("a bound that another value decides", () => {
  const minimum = { by: "/currency", values: { KRW: 100, USD: 1 }, absentAs: "KRW", otherwise: 5 };
  const kind = withCase(
    { amount: number, currency: text },
    { constrain: { "/amount": { minimum } }, wrong: { "/amount": 0 } },
  );
  it.each([
    [{ amount: 99 }, false],
    [{ amount: 100 }, true],
    [{ amount: 99, currency: "KRW" }, false],
    [{ amount: 1, currency: "USD" }, true],
    [{ amount: 0, currency: "USD" }, false],
    [{ amount: 4, currency: "JPY" }, false],
    [{ amount: 5, currency: "JPY" }, true],
    [{ currency: "KRW" }, true],
  ])("The bound that another value decides accepts %j: %j", (payload, isFine) => {
    expect(foundIn(kind, payload)).toEqual(isFine ? [] : ["group/rule /amount"]);
    expect(kind.isValid(payload)).toBe(isFine);
  });
  it("A bound is known where every value that may decide it is", () => {
    expect(kind.foundForSure({ amount: 50, currency: unknown })).toEqual([]);
    const won = new Unknown("x", ["string"], `K${hole}`);
    expect(kind.foundForSure({ amount: 0, currency: won })).toEqual([]);
    expect(kind.foundForSure(markOpen({ amount: 0, currency: "USD" }))).toEqual([
      "group/rule /amount",
    ]);
  });
});

describe("forms of an object that one key tells apart", () => {
  const kind = kindOf({
    shape: object({
      method: {
        ...object({ type: text, card: text, account: text, memo: text }),
        "x-variants": {
          key: "type",
          of: {
            CARD: { required: ["card"], keys: ["card"] },
            VBANK: { required: ["account", "memo"], keys: ["account"] },
            POINT: {},
          },
        },
      },
    }),
  });
  it.each([
    [{ type: "CARD", card: "x", memo: "y" }, []],
    [{ type: "CARD" }, ["shape/required /method/card"]],
    [{ type: "CARD", card: " " }, ["shape/required /method/card"]],
    [{ type: "CARD", card: "x", account: "y" }, ["shape/x-variants /method/account"]],
    [{ type: "VBANK", account: "x" }, ["shape/required /method/memo"]],
    [{ type: "POINT", card: "x" }, ["shape/x-variants /method/card"]],
    [{ type: "OTHER", card: "x", account: "y" }, []],
    [{ card: "x", account: "y" }, []],
  ])("The form that the key of %j tells has the findings %j", (method, expected) => {
    expect(foundIn(kind, { method })).toEqual(expected);
    expect(kind.isValid({ method })).toBe(expected.length === 0);
  });
  it("The forms are not known where the key is not", () => {
    expect(kind.foundForSure({ method: { type: unknown, card: "x", account: "y" } })).toEqual([]);
    expect(kind.foundForSure({ method: markOpen({ type: "CARD" }) })).toEqual([]);
    expect(kind.foundForSure({ method: markOpen({ type: "CARD", account: "x" }) })).toEqual([
      "shape/x-variants /method/account",
    ]);
  });
});

describe("an issuer table whose cells differ by version", () => {
  const column = { en: "x", ko: "x", source: [] };
  const table: WrittenIssuers = {
    columns: {
      code: { ...column, identifies: true },
      name: { ...column, cells: ["required", "-"] },
    },
    words: {},
    rows: [
      { code: "1", en: "x", ko: "x", name: { v1: "required", v2: "-" } },
      { code: "2", en: "x", ko: "x", name: "required" },
    ],
  };
  const kindIn = (version: string) =>
    kindOf({
      shape: object({ code: text, name: text }),
      issuers: issuersOf(table, version, undefined),
      rules: [
        ruleRow("group/rule", {
          cases: [{ when: { "/code": { issuer: { name: "required" } } }, require: ["/name"] }],
        }),
      ],
    });
  it("An issuer table asks in each version what its cell says", () => {
    const [v1, v2] = [kindIn("v1"), kindIn("v2")];
    expect(foundIn(v1, { code: "1" })).toEqual(["group/rule /name"]);
    expect(foundIn(v2, { code: "1" })).toEqual([]);
    expect(foundIn(v2, { code: "2" })).toEqual(["group/rule /name"]);
    expect(v1.isValid({ code: "1" })).toBe(false);
    expect(v2.isValid({ code: "1" })).toBe(true);
    expect(v1.foundForSure({ code: new Unknown("x", ["string"]) })).toEqual([]);
  });
});
