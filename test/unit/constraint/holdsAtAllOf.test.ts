import { describe, expect, it } from "vitest";
import { holdsAtAllOf } from "../../../src/constraint/holdsAtAllOf.js";
import type { Severity } from "../../../src/validator/types.js";
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
  it("A fault holds at all gateways where each of them finds one of the same sort at the same path", () => {
    expect(found({})).toEqual(["warning shape/required /name"]);
  });
  it("A fault does not hold at all gateways where one of them finds none, or one of another sort", () => {
    expect(found({ name: "x" })).toEqual([]);
    expect(found({ name: "x", code: "y" }, [mild, strict])).toEqual([]);
    expect(found({ name: "abcd", code: "x" })).toEqual([]);
    expect(found({ name: "abcdef", code: "x" })).toEqual(["error shape/maxLength /name"]);
    expect(found({ name: 1, code: "x" })).toEqual(["error shape/type /name"]);
  });
  it("A fault does not hold at all gateways where two of three find it, whichever the third is", () => {
    const knowing = kindOf({ shape: { properties: { ...properties, cvs: text } } }).partial;
    const payload = { name: "x", code: "x", cvs: "x" };
    for (const kinds of [
      [knowing, strict, mild],
      [strict, knowing, mild],
      [strict, mild, knowing],
    ]) {
      expect(found(payload, kinds)).toEqual([]);
    }
    expect(found(payload, [strict, mild, base])).toHaveLength(1);
  });
  it("A fault of being too long is of another sort than one of being wrong in another way", () => {
    const cases = [{ constrain: { "/name": { pattern: "^[a-z]*$" } }, wrong: {} }];
    const lowerCase = kindOf({ shape: { properties }, rules: [ruleRow("lower/name", { cases })] });
    const both = [strict, lowerCase.partial];
    expect(found({ name: "ABCD", code: "x" }, both)).toEqual([]);
    expect(found({ name: "ABCD", code: "x" }, [lowerCase.partial])).toEqual([
      "error lower/name /name",
    ]);
  });
  it("A fault that holds at all gateways has the first one's id where the base does not find it", () => {
    expect(found({}, [mild, strict], null)).toEqual(["warning mild/name /name"]);
    expect(found({}, [strict, mild], null)).toEqual(["warning shape/required /name"]);
  });
  it("A fault that holds at all gateways has the severity of the quietest, however quiet the base is", () => {
    expect(found({}, [strict])).toEqual([
      "error shape/required /name",
      "error shape/required /code",
    ]);
  });
  it("The loudest counts of what one gateway says of the value", () => {
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
  it("A fault holds at all gateways only where each finds it for sure", () => {
    expect(found({ name: new Unknown("x"), code: "x" })).toEqual([]);
  });
  it("An unknown key is a fault at all gateways where each of them does not know it", () => {
    expect(found({ name: "x", code: "x", other: 1 })).toEqual([
      "warning shape/unknown-property /other",
    ]);
  });
  it("A fault holds at all gateways never where there is no gateway", () => {
    expect(found({}, [])).toEqual([]);
  });
  it("A fault that holds at all gateways shows nothing that is secret for one of them", () => {
    const open = kindOf({ shape: { properties: { phone: { type: "number" } } } }).partial;
    const secret = kindOf({
      shape: { properties: { phone: { type: "number", "x-secret": true } } },
    }).partial;
    expect(
      JSON.stringify(holdsAtAllOf([open, secret], undefined, { phone: "900101" })),
    ).not.toContain("900101");
  });

  it("The quietest of three severities is that of the fault", () => {
    const kind = (severity: Severity) => {
      const cases = [{ constrain: { "/name": { const: "x" } }, wrong: {} }];
      const rules = [ruleRow(`${severity}/name`, { cases }, severity)];
      return kindOf({ shape: { properties }, rules }).partial;
    };
    const [error, warning, info] = [kind("error"), kind("warning"), kind("info")];
    const severity = (...kinds: (typeof base)[]) => found({ name: "y" }, kinds, null)[0];
    expect(severity(error, warning)).toBe("warning error/name /name");
    expect(severity(warning, info)).toBe("info warning/name /name");
    expect(severity(info, error, warning)).toBe("info info/name /name");
    expect(severity(error, warning, info)).toBe("info error/name /name");
  });

  it("A fault holds at all gateways only where it is left of what each gateway's own validator finds", () => {
    const rules = [
      ruleRow("own/name", { cases: [{ constrain: { "/name": { const: "x" } }, wrong: {} }] }),
    ];
    const kind = (type: "string" | "number") =>
      kindOf({ shape: { properties: { name: { type } } }, rules }).partial;
    // That the number is not the text follows from its type at the one, and not at the other.
    expect(found({ name: 1 }, [kind("string"), kind("number")], null)).toEqual([]);
    expect(found({ name: 1 }, [kind("number"), kind("number")], null)).toHaveLength(1);
  });

  it("A fault of keys and texts holds at all gateways only where each says the same of them", () => {
    const other = { ...strict.facts.elsewhere, keys: { "/cvs": { en: "Other", ko: "다른" } } };
    const knows = { ...strict, facts: { ...strict.facts, elsewhere: other } };
    const payload = { name: "x", code: "x", cvs: 1 };
    expect(found(payload, [strict, strict])).toEqual(["warning shape/unknown-property /cvs"]);
    expect(found(payload, [knows, knows])).toEqual(["warning shape/unsupported /cvs"]);
    expect(found(payload, [knows, strict])).toEqual([]);
  });

  it("A fault is told in the words of the first of equally loud rules", () => {
    const rule = (id: string) =>
      ruleRow(id, { cases: [{ constrain: { "/name": { const: "x" } }, wrong: {} }] });
    const twice = kindOf({ shape: { properties }, rules: [rule("one/name"), rule("two/name")] });
    expect(found({ name: "y" }, [twice.partial], null)).toEqual(["error one/name /name"]);
  });

  describe("and is told", () => {
    const template = "{gateway}, {label}, {issuer}, {value}";
    /** A kind that finds a fault in every phone, and has names of its own. */
    const kind = (name: string, more: Partial<typeof strict.facts> = {}) => {
      const cases = [{ constrain: { "/phone": { const: "x" } }, wrong: {} }];
      const { partial } = kindOf({
        shape: { properties: { phone: text, code: text, name: text } },
        rules: [ruleRow("own/phone", { cases })],
      });
      const message = { en: template, ko: template };
      const faults = partial.facts.faults.map((fault) => ({ ...fault, message }));
      const gateway = { en: name, ko: `${name}(ko)` };
      return { ...partial, facts: { ...partial.facts, faults, gateway, ...more } };
    };
    const issuer = (name: string) => ({
      issuer: { path: "/code", names: { "367": { en: name, ko: name } } },
    });
    const told = (kinds: ReturnType<typeof kind>[], neutral?: typeof base, locale?: "ko") =>
      holdsAtAllOf(kinds, neutral, { phone: "900101", code: "367" }, { ...(locale && { locale }) })
        .filter(({ path }) => path === "/phone")
        .map(({ message }) => message);
    const [one, two] = [kind("One", issuer("Hyundai")), kind("Two", issuer("Samsung"))];

    it("A fault that holds at all gateways is told in the names of the first gateway, or of the base", () => {
      expect(told([one, two])).toEqual(['One, phone, Hyundai (367), "900101"']);
      expect(told([two, one])).toEqual(['Two, phone, Samsung (367), "900101"']);
      expect(told([one, two], kind("Base"))).toEqual(['Base, phone, Hyundai (367), "900101"']);
      expect(told([kind("One"), two])).toEqual(['One, phone, Samsung (367), "900101"']);
    });
    it("A fault that holds at all gateways is told in the language that is asked for", () => {
      expect(told([one, two], undefined, "ko")).toEqual([
        'One(ko), phone, Hyundai (367), "900101"',
      ]);
    });
    it("A fault is told with the first name that a key has, and with no value that one of them hides", () => {
      const labels = (label: string) => ({ labels: { "/phone": label } });
      expect(told([kind("A", labels("a")), kind("B", labels("b"))])[0]).toContain("A, a,");
      expect(told([kind("A"), kind("B", labels("b"))])[0]).toContain("A, b,");
      expect(told([kind("A", labels("a"))], kind("Base", labels("c")))[0]).toContain("Base, c,");
      const hidden = kind("B", { secrets: { "/phone": true } });
      for (const kinds of [
        [kind("A"), hidden],
        [hidden, kind("A")],
      ]) {
        expect(told(kinds)[0]).toContain('"******"');
      }
      expect(told([kind("A")], hidden)[0]).toContain('"******"');
    });
  });
});
