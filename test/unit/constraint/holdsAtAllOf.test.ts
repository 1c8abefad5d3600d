import { describe, expect, it } from "vitest";
import { holdsAtAllOf } from "../../../src/constraint/holdsAtAllOf.js";
import { Unknown } from "../../../src/validator/unknown.js";
import { kindOf, ruleRow } from "../../support/kindOf.js";

const text = { type: "string" } as const;
const properties = { name: text, code: text, phone: { ...text, "x-secret": true } } as const;
const base = kindOf({
  shape: { properties: { ...properties, extra: text }, required: ["name"] },
  severities: { required: "info" },
}).partial;
const strict = kindOf({
  shape: {
    properties: { ...properties, name: { ...text, maxLength: 3 } },
    required: ["name", "code"],
  },
}).partial;
const mild = kindOf({
  shape: { properties: { ...properties, name: { ...text, maxLength: 5 } } },
  rules: [
    ruleRow("mild/name", { cases: [{ require: ["/name"] }] }, "warning"),
    ruleRow("mild/code", { cases: [{ constrain: { "/code": { enum: ["x"] } }, wrong: {} }] }),
  ],
}).partial;

const found = (payload: unknown, kinds = [strict, mild], neutral: typeof base | null = base) =>
  holdsAtAllOf(kinds, neutral ?? undefined, payload).map(
    ({ rule, severity, path }) => `${severity} ${rule} ${path}`,
  );

describe("a fault holds at all of several gateways", () => {
  it("where each of them finds one of the same sort at the same path", () => {
    expect(found({})).toEqual(["warning shape/required /name"]);
  });
  it("but not where one of them finds none, or one of another sort", () => {
    expect(found({ name: "x" })).toEqual([]);
    expect(found({ name: "x", code: "y" }, [mild, strict])).toEqual([]);
    expect(found({ name: "abcd", code: "x" })).toEqual([]);
    expect(found({ name: "abcdef", code: "x" })).toEqual(["error shape/maxLength /name"]);
    expect(found({ name: 1, code: "x" })).toEqual(["error shape/type /name"]);
  });
  it("and being too long is another sort than being wrong in another way", () => {
    const cases = [{ constrain: { "/name": { pattern: "^[a-z]*$" } }, wrong: {} }];
    const lowerCase = kindOf({ shape: { properties }, rules: [ruleRow("lower/name", { cases })] });
    const both = [strict, lowerCase.partial];
    expect(found({ name: "ABCD", code: "x" }, both)).toEqual([]);
    expect(found({ name: "ABCD", code: "x" }, [lowerCase.partial])).toEqual([
      "error lower/name /name",
    ]);
  });
  it("under the first gateway's id where the base does not find it", () => {
    expect(found({}, [mild, strict], null)).toEqual(["warning mild/name /name"]);
    expect(found({}, [strict, mild], null)).toEqual(["warning shape/required /name"]);
  });
  it("with the severity of the quietest gateway, however quiet the base is", () => {
    expect(found({}, [strict])).toEqual([
      "error shape/required /name",
      "error shape/required /code",
    ]);
  });
  it("with the loudest of what one gateway says of the value", () => {
    const cases = (severity: "error" | "warning") => [
      { severity, constrain: { "/name": { pattern: "^[a-z]*$" } }, wrong: {} },
    ];
    const twice = kindOf({
      shape: { properties },
      rules: [
        ruleRow("quiet/name", { cases: cases("warning") }),
        ruleRow("loud/name", { cases: cases("error") }),
      ],
    }).partial;
    const once = kindOf({
      shape: { properties },
      rules: [ruleRow("once/name", { cases: cases("error") })],
    }).partial;
    expect(found({ name: "X" }, [twice, once], null)).toEqual(["error loud/name /name"]);
    expect(found({ name: "X" }, [once, twice], null)).toEqual(["error once/name /name"]);
    expect(found({ name: "X" }, [once], twice)).toEqual(["error loud/name /name"]);
  });
  it("for sure only", () => {
    expect(found({ name: new Unknown("x"), code: "x" })).toEqual([]);
  });
  it("of an unknown key where each of them does not know it", () => {
    expect(found({ name: "x", code: "x", other: 1 })).toEqual([
      "warning shape/unknown-property /other",
    ]);
  });
  it("never where there is no gateway", () => {
    expect(found({}, [])).toEqual([]);
  });
  it("and shows nothing that is secret for one of them", () => {
    const open = kindOf({ shape: { properties: { phone: { type: "number" } } } }).partial;
    const secret = kindOf({
      shape: { properties: { phone: { type: "number", "x-secret": true } } },
    }).partial;
    expect(
      JSON.stringify(holdsAtAllOf([open, secret], undefined, { phone: "900101" })),
    ).not.toContain("900101");
  });
});
