import { describe, expect, it } from "vitest";
import { leaf } from "../../../../dist/extract/located.js";
import { diagnosticsOf } from "../../../../dist/lint/findings/diagnosticsOf.js";
import type { SpannedDiagnostic } from "../../../../dist/lint/findings/findings.js";
import type { LoadedKinds } from "../../../../dist/lint/tables.js";
import type { LintOptions } from "../../../../dist/lint/types.js";
import { Positions } from "../../../../dist/text/positions.js";
import type { Diagnostic } from "../../../../dist/validator/types.js";

type Given = Partial<Omit<SpannedDiagnostic, "diagnostic">> & Partial<Diagnostic>;

const finding = ({ span = [0, 1], kind = null, ...more }: Given = {}): SpannedDiagnostic => {
  const { payload, syntax, report, edits, ...diagnostic } = more;
  return {
    diagnostic: {
      ...{ rule: "a/b", severity: "error", path: "", message: "m", source: "", sources: [] },
      ...diagnostic,
    },
    ...{ span, kind },
    ...(payload && { payload }),
    ...(syntax && { syntax }),
    ...(edits && { edits }),
    ...(report !== undefined && { report }),
  };
};
const told = (
  findings: readonly SpannedDiagnostic[],
  options: Partial<LintOptions> = {},
  { text = "one\ntwo\nthree", kinds = new Map() }: { text?: string; kinds?: LoadedKinds } = {},
) =>
  diagnosticsOf(
    findings,
    { text, redacted: text, positions: new Positions(text), kinds },
    { filename: "a.js", ...options },
  );

describe("A finding is told", () => {
  it("A finding is told with its place, its kind, its report and where its rule is explained", () => {
    const [one] = told([finding({ span: [4, 7], kind: "a.v1.b", report: 0 })]);
    expect(one).toMatchObject({
      ...{ rule: "a/b", severity: "error", kind: "a.v1.b", report: 0 },
      range: { start: 4, end: 7, line: 2, column: 1 },
      docs: expect.stringMatching(/#ab$/),
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(one).not.toHaveProperty("textFix");
    expect(told([finding()])[0]).not.toHaveProperty("report");
  });

  it("A finding is told with the page of its rule in the language asked for", () => {
    const docs = (options: Partial<LintOptions>) => told([finding()], options)[0]?.docs;
    expect(docs({ locale: "ko" })).not.toBe(docs({}));
    expect(docs({ locale: "en" })).toBe(docs({}));
  });

  it("A finding is told once", () => {
    expect(told([finding(), finding(), finding({ path: "/a" })])).toHaveLength(2);
  });

  it("A finding is told where it begins in the text, whatever its end, and in the order given where two begin together", () => {
    const order = told([
      finding({ span: [5, 6], message: "third" }),
      finding({ span: [2, 9], message: "first" }),
      finding({ span: [4, 5], message: "second" }),
      finding({ span: [5, 5], message: "fourth" }),
    ]).map(({ message }) => message);
    expect(order).toEqual(["first", "second", "third", "fourth"]);
  });

  it.each<[string, LintOptions["rules"] | undefined, string[]]>([
    ["as loud as it is", undefined, ["error"]],
    ["as loud as the options say", { "a/b": "info" }, ["info"]],
    ["not where the options turn it off", { "a/b": "off" }, []],
    ["as loud as it is where they speak of another rule", { "c/d": "off" }, ["error"]],
  ])("A finding is told %s", (_how, rules, expected) => {
    const found = told([finding()], rules && { rules });
    expect(found.map(({ severity }) => severity)).toEqual(expected);
  });

  it("A finding is told as loud as it is where its rule has a name that every object has", () => {
    const found = told([finding({ rule: "toString" })], { rules: {} });
    expect(found.map(({ severity }) => severity)).toEqual(["error"]);
  });

  it("A finding is told once where it is an info that the options make of it", () => {
    const both = [finding({ kind: "a", span: [0, 1] }), finding({ kind: "a", span: [4, 5] })];
    expect(told(both)).toHaveLength(2);
    const [one, ...others] = told(both, { rules: { "a/b": "info" } });
    expect(one).toMatchObject({ places: 2, range: { line: 1 } });
    expect(others).toEqual([]);
  });
});

describe("The fix of a finding", () => {
  const edits = [{ start: 4, end: 7, text: "2" }];
  const fix = { title: "t", safe: true, edits: [] };

  it("The fix of a finding has its edits as places of the text", () => {
    const [one] = told([finding({ fix, edits })]);
    expect(one?.textFix).toEqual({
      ...{ title: "t", safe: true },
      edits: [
        { range: expect.objectContaining({ start: 4, end: 7, line: 2, endColumn: 4 }), text: "2" },
      ],
    });
    expect(told([finding({ fix: { ...fix, safe: false }, edits })])[0]?.textFix?.safe).toBe(false);
  });

  it.each<[string, Given]>([
    ["has no edits", { fix }],
    ["is not there, though edits are", { edits }],
    ["would leave the text as it is", { fix, edits: [{ start: 4, end: 7, text: "two" }] }],
  ])("The fix of a finding is not told where it %s", (_what, given) => {
    expect(told([finding(given)])[0]).not.toHaveProperty("textFix");
  });

  it("The fix of a finding leaves an object empty where its kind asks for that object", () => {
    const text = '{"a":{"b":1}}';
    const b = { ...leaf(1, [10, 11]), key: [6, 9] as const, property: [6, 11] as const };
    const a = {
      ...{ ...leaf({}, [5, 12]), key: [1, 4] as const, property: [1, 12] as const },
      children: new Map([["b", b]]),
    };
    const payload = { ...leaf({}, [0, 13]), children: new Map([["a", a]]) };
    const removal = { ...fix, edits: [{ op: "remove", path: "/a/b" } as const] };
    const shape = { required: ["a"], properties: { a: { properties: { b: {} } } } };
    const kinds: LoadedKinds = new Map([["asking", { shape } as never]]);
    const fixedAs = (kind: string | null) =>
      told([finding({ fix: removal, payload, syntax: "json", kind })], {}, { text, kinds })[0]
        ?.textFix?.edits[0]?.range.start;
    expect(fixedAs("asking")).toBe(6);
    expect(fixedAs("other")).toBe(1);
    expect(fixedAs(null)).toBe(1);
  });
});
