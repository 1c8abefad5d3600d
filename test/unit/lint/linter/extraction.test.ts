import { describe, expect, it } from "vitest";
import type { Call, CallKind } from "../../../../dist/extract/calls.js";
import { type Located, leaf } from "../../../../dist/extract/located.js";
import { type DataPayload, type Extraction, nothing } from "../../../../dist/extract/reader.js";
import { lintExtraction } from "../../../../dist/lint/linter.js";
import { type LoadedKinds, tables } from "../../../../dist/lint/tables.js";
import type { LintOptions } from "../../../../dist/lint/types.js";
import { isSeen, markOpen, Unknown } from "../../../../dist/validator/unknown.js";
import { kindOf, ruleRow } from "../../../support/kindOf.js";

// What a reader found is made up here, so that each part of it can be there alone.

const text = { type: "string" } as const;
const shape = {
  properties: { name: text, pg: text, birth: { ...text, "x-secret": true } },
} as const;
const loaded = (rule: string) => ({
  ...kindOf({ shape, rules: [ruleRow(rule, { cases: [{ require: ["/name"] }] })] }).partial,
  shape,
});
const kinds: LoadedKinds = new Map([
  ["portone.v1.a", loaded("common/name")],
  ["ksnet.v1.a", loaded("ksnet/name")],
  ["kcp.v1.a", loaded("kcp/name")],
  ["portone.v1.b", loaded("common/callback")],
  ["ksnet.v1.b", loaded("ksnet/callback")],
]);
const kindFor = (gateway: string, callback?: string): CallKind => ({
  ...{ kind: `${gateway}.v1.a`, gateway, calls: [], names: { gateway: "/pg" } },
  ...(callback !== undefined && { callback }),
});
const callKinds = ["portone", "ksnet", "kcp"].map((gateway) => kindFor(gateway));

const located = (value: unknown, more: Partial<Located> = {}): Located => ({
  ...leaf(value, [0, 1]),
  children: new Map(
    isSeen(value) ? Object.entries(value).map(([key, below]) => [key, located(below)]) : [],
  ),
  ...more,
});
const callOf = (payload: Located | undefined, more: Partial<Call> = {}): Call => ({
  ...{ kinds: callKinds, name: "pay", span: [0, 1], payload, syntax: "javascript" },
  ...{ isForm: false, reads: [] },
  ...more,
});

const linted = (
  source: string,
  extraction: Partial<Extraction>,
  options: Partial<LintOptions> = {},
  known: LoadedKinds = kinds,
) =>
  lintExtraction(
    source,
    { ...nothing, ...extraction },
    { filename: "pay.js", ...options },
    { ...tables, callKinds, kindNames: [...kinds.keys()] },
    known,
  );
const rulesIn = ({ diagnostics }: ReturnType<typeof linted>) =>
  diagnostics.map(({ rule, range }) => `${range.line} ${rule}`);

describe("The text without its secrets", () => {
  const source = 'a = "s3cr3t"; b = "sh0wn";';
  const hidden = 'a = "******"; b = "sh0wn";';
  const span = [4, 12] as const;
  const fact = { what: "key", span, isSample: false };
  it.each<[string, Partial<Extraction>, string]>([
    ["hides what a reader found to be one", { secrets: [span] }, hidden],
    ["hides what a fact is about that is one", { facts: [{ ...fact, isSecret: true }] }, hidden],
    [
      "shows what a fact is about that is none",
      { facts: [fact, { ...fact, isSecret: false }] },
      source,
    ],
    [
      "hides the value of a secret key",
      {
        calls: [
          callOf(located({}, { children: new Map([["birth", located("s3cr3t", { span })]]) })),
        ],
      },
      hidden,
    ],
    [
      "shows the value of another key",
      {
        calls: [
          callOf(located({}, { children: new Map([["name", located("s3cr3t", { span })]]) })),
        ],
      },
      source,
    ],
    ["shows all where nothing is one", {}, source],
  ])("The text without its secrets %s", (_what, extraction, expected) => {
    expect(linted(source, extraction).redacted).toBe(expected);
  });
});

describe("A comment that suppresses nothing", () => {
  const comment = "// paylint-disable-line";
  const source = `x;\n${comment}\ny;\nz;`;
  const onLine = (line: number): readonly [number, number] => {
    const start =
      source
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length + Math.min(line - 1, 1);
    return [start, start + 1];
  };
  const whole = located({ pg: "ksnet", name: "x" });
  const elsewhere = located(new Unknown("order"), { span: onLine(3) });
  const data: DataPayload = { payload: whole, syntax: "json" };
  const kind = { kind: "ksnet.v1.a" };
  const reason = { en: "no", ko: "no" };
  it.each<[string, Partial<Extraction>, Partial<LintOptions>, boolean]>([
    ["is told beside a call", { calls: [callOf(whole)] }, {}, true],
    ["is told beside a call that is not checked", { calls: [callOf(elsewhere)] }, {}, true],
    ["is told beside a call without a payload", { calls: [callOf(undefined)] }, {}, true],
    ["is told beside data", { payloads: [data] }, kind, true],
    ["is not told where there is nothing to check", {}, {}, false],
    ["is not told beside data of no kind", { payloads: [data] }, {}, false],
    [
      "is not told where comments ask for nothing",
      { calls: [callOf(whole)], ignoresDirectives: true },
      {},
      false,
    ],
    [
      "is not told on a line that cannot be parsed",
      { calls: [callOf(whole)], unparsable: [{ span: onLine(2), reason }] },
      {},
      false,
    ],
    [
      "is told above a line that cannot be parsed",
      { calls: [callOf(whole)], unparsable: [{ span: onLine(3), reason }] },
      {},
      true,
    ],
    [
      "is not told on the line of a call that is not checked",
      { calls: [callOf(elsewhere, { span: onLine(2) })] },
      {},
      false,
    ],
    [
      "is not told on the line of a payload that is not checked",
      { calls: [callOf({ ...elsewhere, span: onLine(2) })] },
      {},
      false,
    ],
    [
      "is not told on the line of a key in a payload that is not checked by its gateway",
      {
        calls: [
          callOf(
            located(
              { name: "x" },
              {
                children: new Map([
                  [
                    "name",
                    located("x", { span: onLine(4), property: [onLine(2)[0], onLine(4)[1]] }),
                  ],
                ]),
              },
            ),
          ),
        ],
      },
      {},
      false,
    ],
    [
      "is not told on the line of a payload that is checked as one of several gateways",
      { calls: [callOf(located({ name: "x" }), { span: onLine(2) })] },
      { gateways: ["ksnet", "kcp"] },
      false,
    ],
    [
      "is told on the line of a payload that is checked as its gateway's",
      { calls: [callOf(whole, { span: onLine(2) })] },
      {},
      true,
    ],
  ])("A comment that suppresses nothing %s", (_where, extraction, options, isTold) => {
    const found = rulesIn(linted(source, extraction, options));
    expect(found.includes("2 source/unused-suppression")).toBe(isTold);
  });
});

describe("A report", () => {
  const unnamed = located({ name: "x" });
  const reportOf = (call: Call, options: Partial<LintOptions> = {}) => {
    const { reports, notes } = linted("text", { calls: [call] }, options);
    const { range: _, ...report } = reports[0] ?? { range: undefined };
    return [...reports.map(() => report), ...notes.map(({ code }) => code)];
  };
  const call = "pay";
  it.each<[string, Located, Partial<LintOptions>, unknown[]]>([
    [
      "is of the gateway's kind",
      located({ pg: "ksnet" }),
      {},
      [{ kind: "ksnet.v1.a", gateway: "ksnet", call }],
    ],
    ["is of PortOne's kind", unnamed, {}, [{ kind: "portone.v1.a", gateway: null, call }]],
    [
      "is of the only contract's kind",
      unnamed,
      { gateways: ["kcp"] },
      [{ kind: "kcp.v1.a", gateway: "kcp", call }],
    ],
    [
      "is of PortOne's kind where there are several contracts",
      unnamed,
      { gateways: ["kcp", "ksnet"] },
      [{ kind: "portone.v1.a", gateway: null, gateways: ["kcp", "ksnet"], call }],
    ],
    [
      "is of PortOne's kind where the gateway asked for has none",
      unnamed,
      { assume: "jtnet" },
      [{ kind: "portone.v1.a", gateway: null, call }, "gateway-other"],
    ],
  ])("A report %s", (_what, payload, options, expected) => {
    expect(reportOf(callOf(payload), options)).toEqual(expected);
  });

  it("A report names no call where the payload is in none", () => {
    const { reports } = linted(
      "text",
      { payloads: [{ payload: unnamed, syntax: "json" }] },
      {
        kind: "ksnet.v1.a",
      },
    );
    expect(reports).toMatchObject([{ kind: "ksnet.v1.a", gateway: "ksnet" }]);
    expect(reports[0]).not.toHaveProperty("call");
    expect(reports[0]).not.toHaveProperty("gateways");
  });

  it("A report is in the order in which payloads are checked, and findings have its number", () => {
    const at = (start: number) => ({ span: [start, start + 1] as const });
    const { reports, diagnostics } = linted(
      "text",
      {
        calls: [callOf(located({ pg: "ksnet" }, at(2)), at(2))],
        payloads: [{ payload: located({}, at(0)), syntax: "json" }],
      },
      { kind: "kcp.v1.a" },
    );
    expect(reports.map(({ kind }) => kind)).toEqual(["kcp.v1.a", "ksnet.v1.a"]);
    expect(diagnostics.map(({ rule, report }) => `${report} ${rule}`)).toEqual([
      "0 kcp/name",
      "1 ksnet/name",
    ]);
  });
});

describe("A payload is checked", () => {
  const open = (value: object) => located(markOpen(value));
  it.each<[string, Located, Partial<LintOptions>, string[]]>([
    ["as its gateway's", located({ pg: "kcp" }), {}, ["kcp.v1.a kcp/name"]],
    ["as PortOne's", located({}), {}, ["portone.v1.a common/name"]],
    [
      "as several gateways', in PortOne's words",
      located({}),
      { gateways: ["ksnet", "kcp"] },
      ["portone.v1.a common/name"],
    ],
    ["as one that may have more", open({ pg: "kcp" }), {}, []],
  ])("A payload is checked %s", (_how, payload, options, expected) => {
    const { diagnostics } = linted("text", { calls: [callOf(payload)] }, options);
    expect(diagnostics.map(({ kind, rule }) => `${kind} ${rule}`)).toEqual(expected);
  });

  it.each<[string, string[], Partial<LintOptions>]>([
    ["its gateway's kind", ["portone.v1.a", "kcp.v1.a"], { gateway: "ksnet" }],
    ["the first of several kinds", ["portone.v1.a", "kcp.v1.a"], { gateways: ["ksnet", "kcp"] }],
    ["the last of several kinds", ["portone.v1.a", "ksnet.v1.a"], { gateways: ["ksnet", "kcp"] }],
  ])("A payload is checked by nothing where %s is not loaded", (_what, known, options) => {
    const some = new Map([...kinds].filter(([kind]) => known.includes(kind)));
    const result = linted("text", { calls: [callOf(located({}))] }, options, some);
    expect(result.unchecked.map(({ code }) => code)).toEqual(["not-loaded"]);
    expect([result.reports, result.diagnostics]).toEqual([[], []]);
  });

  it("A payload is checked, but not one of no kind", () => {
    const payload = located({}, { span: [2, 4] });
    const result = linted("a\nbc", { payloads: [{ payload, syntax: "json" }] });
    expect(result.unchecked).toMatchObject([{ code: "kind-unknown", range: { line: 2 } }]);
    expect(result.reports).toEqual([]);
  });
});

describe("What a callback reads", () => {
  const read = (start: number, name = "name") => ({ name, span: [start, start + 1] as const });
  const forbids = (rule: string) =>
    kindOf({ shape, rules: [ruleRow(rule, { cases: [{ forbid: ["/name"] }] })] }).partial;
  const known: LoadedKinds = new Map([
    ...kinds,
    ["portone.v1.b", { ...forbids("common/read"), shape }],
    ["ksnet.v1.b", { ...forbids("ksnet/read"), shape }],
    ["kcp.v1.b", { ...kindOf({ shape }).partial, shape }],
  ]);
  const withCallbacks = [
    kindFor("portone", "portone.v1.b"),
    kindFor("ksnet", "ksnet.v1.b"),
    kindFor("kcp", "kcp.v1.b"),
  ];
  const found = (calls: readonly Call[], options: Partial<LintOptions> = {}) =>
    linted("some text", { calls }, options, known)
      .diagnostics.filter(({ rule }) => rule.endsWith("/read"))
      .map(({ kind, rule, range }) => `${range.start} ${kind} ${rule}`);
  const call = (pg: string | undefined, ...reads: Call["reads"]) =>
    callOf(located({ ...(pg === undefined ? {} : { pg }), name: "x" }), {
      kinds: withCallbacks,
      reads,
    });

  it.each<[string, Call[], Partial<LintOptions>, string[]]>([
    ["as its gateway gives it", [call("ksnet", read(1))], {}, ["1 ksnet.v1.b ksnet/read"]],
    ["as PortOne gives it", [call(undefined, read(1))], {}, ["1 portone.v1.b common/read"]],
    ["as a gateway that gives all gives it", [call("kcp", read(1))], {}, []],
    [
      "as all of several gateways give it",
      [call(undefined, read(1))],
      { gateways: ["ksnet", "kcp"] },
      [],
    ],
    [
      "once where two calls share it",
      [call("ksnet", read(1)), call("ksnet", read(1))],
      {},
      ["1 ksnet.v1.b ksnet/read"],
    ],
    [
      "as the first of two calls that share it is given it",
      [call("kcp", read(1)), call("ksnet", read(1), read(3))],
      {},
      ["3 ksnet.v1.b ksnet/read"],
    ],
    [
      "for each call that reads for itself",
      [call("ksnet", read(1)), call("ksnet", read(1), read(3))],
      {},
      ["1 ksnet.v1.b ksnet/read", "3 ksnet.v1.b ksnet/read"],
    ],
    [
      "of a call whose payload is elsewhere",
      [callOf(undefined, { kinds: withCallbacks, reads: [read(1)] })],
      { gateway: "ksnet" },
      ["1 ksnet.v1.b ksnet/read"],
    ],
    ["not where the kind has no callback", [callOf(located({}), { reads: [read(1)] })], {}, []],
  ])("What a callback reads is checked %s", (_how, calls, options, expected) => {
    expect(found(calls, options)).toEqual(expected);
  });
});

describe("What cannot be parsed", () => {
  const reason = { en: "no 4242 4242 4242 4242\nmore", ko: "말 4242 4242 4242 4242\nmore" };
  const unparsable = (more: object = {}) => [{ span: [2, 3] as const, reason, ...more }];
  it("What cannot be parsed is told with the first line of the reason, and without its secrets", () => {
    const { diagnostics, unchecked } = linted("a\nb", { unparsable: unparsable() });
    expect(diagnostics).toMatchObject([{ rule: "source/unparsable", kind: null }]);
    expect(diagnostics[0]?.range.line).toBe(2);
    expect(diagnostics[0]?.message).toContain("(no **** **** **** ****)");
    expect(unchecked).toMatchObject([{ code: "unparsable", range: { line: 2 } }]);
    const { diagnostics: korean } = linted("a\nb", { unparsable: unparsable() }, { locale: "ko" });
    expect(korean[0]?.message).toContain("(말 **** **** **** ****)");
  });

  it("What cannot be parsed is not told again where a fact tells it", () => {
    const { diagnostics, unchecked } = linted("a\nb", { unparsable: unparsable({ isTold: true }) });
    expect(diagnostics).toEqual([]);
    expect(unchecked).toHaveLength(1);
  });
});

it("Blanks that end a command are a finding of the text, whose fix takes them out", () => {
  const edits = [{ start: 6, end: 7, text: "" }];
  const { diagnostics } = linted("curl \\ \n-d a=1", {
    brokenContinuations: [{ span: [5, 7], edits }],
  });
  expect(diagnostics).toMatchObject([
    { rule: "source/continuation", kind: null, textFix: { edits: [{ range: { start: 6 } }] } },
  ]);
});

it("What is said of a text is in its order, though payloads of calls are looked at last", () => {
  const at = (start: number) => ({ span: [start, start + 1] as const });
  const elsewhere = (start: number) => callOf(undefined, at(start));
  const reason = { en: "no", ko: "no" };
  const { unchecked, notes } = linted(
    "1\n2\n3\n4\n5",
    {
      calls: [elsewhere(8), callOf(located({}), at(4)), elsewhere(2), callOf(located({}), at(0))],
      unparsable: [{ ...at(6), reason }],
    },
    { assume: "jtnet" },
  );
  expect(unchecked.map(({ range }) => range.line)).toEqual([2, 4, 5]);
  expect(notes.map(({ range }) => range.line)).toEqual([1, 3]);
  expect(unchecked[0]).not.toHaveProperty("spans");
});

it("A text tells how many calls it has and what could not be read, in the language asked for", () => {
  const message = { en: "english", ko: "korean" };
  const given = {
    calls: [callOf(undefined), callOf(located({}))],
    errors: [{ span: [2, 3] as const, message }],
  };
  expect(linted("a\nb", given)).toMatchObject({ calls: 2, errors: [{ message: "english" }] });
  expect(linted("a\nb", given, { locale: "ko" }).errors).toMatchObject([
    { message: "korean", range: { line: 2 } },
  ]);
});
