import { describe, expect, it } from "vitest";
import type { Call } from "../../../../../dist/extract/calls.js";
import { type Located, leaf } from "../../../../../dist/extract/located.js";
import { type CodeFact, type Extraction, nothing } from "../../../../../dist/extract/reader.js";
import type { Sdk } from "../../../../../dist/extract/sdks.js";
import {
  type CodeRule,
  findingsOfCode,
  repeating,
} from "../../../../../dist/lint/findings/codeRules.js";
import { hole, Unknown } from "../../../../../dist/validator/unknown.js";

const rule = (more: Partial<CodeRule>): CodeRule => ({
  ...{ rule: "a/b", severity: "error", sources: [], inSamples: false, finds: "thing" },
  message: { en: "{name}", ko: "{name}" },
  ...more,
});
const fact = (more: Partial<CodeFact> = {}): CodeFact => ({
  ...{ what: "thing", span: [1, 2], isSample: false },
  ...more,
});
const kindOf = (version: string) => ({
  ...{ kind: `a.${version}.request-pay`, gateway: "a", calls: [], names: {} },
});
/** A call whose payload has these values, each at the place of its number. */
const call = (
  values: Readonly<Record<string, unknown>> | undefined,
  more: Partial<Call> = {},
): Call => {
  const children = Object.entries(values ?? {}).map(([key, value], index): [string, Located] => [
    key,
    leaf(value, [index, index + 1]),
  ]);
  const payload = { ...leaf(values, [0, 9]), children: new Map(children) };
  return {
    ...{ kinds: [kindOf("v1")], name: "pay", span: [5, 6], syntax: "javascript", isForm: false },
    ...{ reads: [], payload: values && payload },
    ...more,
  };
};

const told = (
  extraction: Partial<Extraction>,
  rules: readonly Partial<CodeRule>[],
  { filename = "a.js", sdks = [] }: { filename?: string; sdks?: readonly Sdk[] } = {},
) =>
  findingsOfCode({ ...nothing, ...extraction }, rules.map(rule), sdks, { filename }).map(
    ({ diagnostic: { path, message }, span: [start], kind }) =>
      `${start} ${[path, message, kind ?? ""].filter((part) => !["", "{name}"].includes(part)).join(" ")}`.trim(),
  );

describe("A rule about code speaks of a fact", () => {
  it.each<[string, Partial<CodeFact>, Partial<CodeRule>, string[]]>([
    ["that it finds", {}, {}, ["1"]],
    ["with what the fact names", { terms: { name: "x" } }, {}, ["1 x"]],
    ["with its path", { path: "/pg" }, {}, ["1 /pg"]],
    ["with a value that matches", { value: "b" }, { pattern: "^b$" }, ["1"]],
    ["with a value that matches but for case", { value: "B" }, { pattern: "^b$" }, ["1"]],
    ["without a value where none matches", {}, { pattern: "^$" }, ["1"]],
    ["in a sample where it speaks of samples", { isSample: true }, { inSamples: true }, ["1"]],
    ["outside of samples where it speaks of samples", {}, { inSamples: true }, ["1"]],
    ["at the key that it is about", { path: "/pg" }, { at: "/pg" }, ["1 /pg"]],
    ["in a file that it does speak of", {}, { notIn: "^b" }, ["1"]],
    ["that it finds, but not of another one", { what: "other" }, {}, []],
    ["with a value, but not where it does not match", { value: "c" }, { pattern: "^b$" }, []],
    ["outside of samples, but not in one", { isSample: true }, {}, []],
    ["at a key, but not at another one", { path: "/name" }, { at: "/pg" }, []],
    ["at a key, but not at none", {}, { at: "/pg" }, []],
    ["in a file, but not in one that it leaves out", {}, { notIn: "^a" }, []],
    ["in a file, but not in one that it leaves out but for case", {}, { notIn: "^A" }, []],
  ])("A rule about code speaks of a fact %s", (_what, one, of, expected) => {
    expect(told({ facts: [fact(one)] }, [of])).toEqual(expected);
  });

  it("A rule about code speaks of each fact, and so does each rule", () => {
    const facts = [fact(), fact({ span: [3, 4] })];
    expect(told({ facts }, [{}, { rule: "c/d" }])).toEqual(["1", "3", "1", "3"]);
  });
});

describe("A rule about a text of payloads", () => {
  const ofPg = { finds: "payload", at: "/pg", pattern: "^kakao(?:…)?$" };
  it.each<[string, Call[], Partial<CodeRule>, string[]]>([
    ["speaks of it", [call({ pg: "kakao" })], ofPg, ["0 /pg"]],
    [
      "speaks of it in each call",
      [call({ pg: "kakao" }), call({ a: 1, pg: "kakao" })],
      ofPg,
      ["0 /pg", "1 /pg"],
    ],
    ["does not speak of another text", [call({ pg: "kcp" })], ofPg, []],
    ["does not speak of another key", [call({ name: "kakao" })], ofPg, []],
    ["does not speak of what is no text", [call({ pg: 1 })], { ...ofPg, pattern: "" }, []],
    ["does not speak of a call without a payload", [call(undefined)], ofPg, []],
    [
      "speaks of what is known of it, with a mark for the rest",
      [call({ pg: new Unknown("x", ["string"], `kakao${hole}`) })],
      ofPg,
      ["0 /pg"],
    ],
    [
      "does not speak of a text of which nothing is known",
      [call({ pg: new Unknown("x", ["string"]) })],
      { ...ofPg, pattern: "" },
      [],
    ],
    [
      "does not speak of it in another language",
      [call({ pg: "kakao" }, { syntax: "python" }), call({ pg: "kakao" }, { syntax: "json" })],
      ofPg,
      [],
    ],
  ])("A rule about a text of payloads %s", (_what, calls, of, expected) => {
    expect(told({ calls }, [of])).toEqual(expected);
  });

  it.each([
    ["a.md", 0],
    ["a.MDX", 0],
    ["a.markdown", 0],
    ["a.js", 1],
    ["a.md.js", 1],
    ["amd", 1],
  ])(
    "A rule about a text of payloads takes what is in %s for a sample or not",
    (filename, count) => {
      const calls = [call({ pg: "kakao" })];
      expect(told({ calls }, [ofPg], { filename })).toHaveLength(count);
      expect(told({ calls }, [{ ...ofPg, inSamples: true }], { filename })).toHaveLength(1);
    },
  );
});

describe("A rule about what payloads have at a key", () => {
  const named = (source: unknown) =>
    told(
      { calls: [call({ imp_uid: typeof source === "string" ? new Unknown(source) : source })] },
      [{ finds: "payload-name", at: "/imp_uid", pattern: "^merchantuid$" }],
    );
  it.each([
    ["a variable", "merchantUid", "merchantUid"],
    ["a variable of words between lines", "merchant_uid", "merchant_uid"],
    ["a member", "order.merchant_uid", "merchant_uid"],
    ["a getter", "order.getMerchantUid()", "MerchantUid"],
    ["a getter of words between lines", "order.get_merchant_uid()", "merchant_uid"],
    ["a method", "order.merchantUid()", "merchantUid"],
    ["a member that is said to be there", "order.merchantUid!", "merchantUid"],
    ["a member that may be absent", "order.merchantUid?", "merchantUid"],
  ])("A rule about what payloads have at a key reads the name of %s: %s", (_what, source, name) => {
    expect(named(source)).toEqual([`0 /imp_uid ${name}`]);
  });

  it.each([
    ["what a function gives", "f(merchant_uid)"],
    ["what is put together", "a + merchant_uid[0]"],
    ["another name", "my_merchant_uid"],
    ["another name of a member", "merchant_uid.id"],
    ["a text", ["merchant_uid"]],
  ])("A rule about what payloads have at a key reads no name of %s", (_what, source) => {
    expect(named(source)).toEqual([]);
  });

  it("A rule about what payloads have at a key reads no name at another key, or of a fact", () => {
    const rules = [{ finds: "payload-name", at: "/imp_uid" }];
    expect(told({ calls: [call({ name: new Unknown("x") })] }, rules)).toEqual([]);
    expect(told({ calls: [call(undefined)] }, rules)).toEqual([]);
    const facts = [fact({ what: "payload-name", path: "/imp_uid" })];
    expect(told({ facts }, rules)).toEqual([]);
  });

  it("A rule about what payloads have at a key reads a name in any language, and in a document", () => {
    const calls = [call({ imp_uid: new Unknown("merchant_uid") }, { syntax: "python" })];
    const rules = [{ finds: "payload-name", at: "/imp_uid" }];
    expect(told({ calls }, rules, { filename: "a.md" })).toEqual(["0 /imp_uid merchant_uid"]);
  });
});

describe("The script of the other version", () => {
  const sdks: Sdk[] = [
    { version: "v1", scripts: "v1[.]js$", functions: [{ name: "pay", argument: 0 }] as never },
    { version: "v2", scripts: "v2[.]js$", functions: [{ name: "pay", argument: 0 }] as never },
    { version: "v3", functions: [{ name: "pay", argument: 0 }] as never },
  ];
  const address = (text: string, start = 0) => ({ text, span: [start, start + 1] as const });
  const v1 = call({}, { span: [50, 60] });
  const v2 = call({}, { span: [70, 80], kinds: [kindOf("v2")] });
  const v3 = call({}, { span: [90, 95], kinds: [kindOf("v3")] });
  const others = [{ finds: "other-script" }];

  it.each<[string, string[], Call[], Partial<Extraction>, string[]]>([
    ["is loaded where a call is of this one", ["v2.js"], [v1], {}, ["50"]],
    [
      "is loaded, which the first call tells",
      ["v2.js"],
      [v1, call({}, { span: [9, 9] })],
      {},
      ["50"],
    ],
    ["is loaded beside this one's", ["v1.js", "v2.js"], [v1, v2], {}, []],
    ["is not loaded where no script is", [], [v1], {}, []],
    ["is not loaded where another script is", ["v1.js?a"], [v1], {}, []],
    ["is loaded where all calls are of its version", ["v2.js"], [v2], {}, []],
    ["is loaded where calls of both versions are", ["v2.js"], [v2, v1], {}, ["50"]],
    ["is loaded where a call is of one without a script", ["v2.js"], [v3], {}, []],
    [
      "is loaded where the call is no function of the script",
      ["v2.js"],
      [{ ...v1, name: "POST" }],
      {},
      [],
    ],
    [
      "is loaded where this one's is imported",
      ["v2.js"],
      [v1],
      { facts: [fact({ what: "import" })] },
      [],
    ],
    ["is loaded where something else is so", ["v2.js"], [v1], { facts: [fact()] }, ["50"]],
  ])("The script of the other version %s", (_what, texts, calls, more, expected) => {
    const addresses = texts.map((text) => address(text));
    expect(told({ addresses, calls, ...more }, others, { sdks })).toEqual(expected);
  });

  it("The script of the other version is told by its number, in no sample", () => {
    const text = { addresses: [address("v2.js")], calls: [v1] };
    expect(told(text, [{ finds: "other-script", pattern: "^v1$" }], { sdks })).toHaveLength(1);
    expect(told(text, [{ finds: "other-script", pattern: "^v2$" }], { sdks })).toEqual([]);
  });

  const use = (value: string, start: number) =>
    fact({ what: "use-at-once", value, span: [start, start + 1] });
  it.each<[string, CodeFact[], ReturnType<typeof address>[], string[]]>([
    ["above the script", [use("v1", 5)], [address("v1.js", 9)], ["5"]],
    [
      "above each of several scripts",
      [use("v1", 5)],
      [address("v1.js", 9), address("v1.js", 7)],
      ["5"],
    ],
    [
      "above one of several scripts",
      [use("v1", 5)],
      [address("v1.js", 9), address("v1.js", 2)],
      [],
    ],
    ["below the script", [use("v1", 5)], [address("v1.js", 2)], []],
    ["at the script", [use("v1", 5)], [address("v1.js", 5)], []],
    ["without a script", [use("v1", 5)], [], []],
    ["above another script", [use("v1", 5)], [address("v2.js", 9)], []],
    ["of another version above the script", [use("v2", 5)], [address("v1.js", 9)], []],
    ["of a version without a script", [use("v3", 5)], [address("v1.js", 9)], []],
    [
      "first and second above the script",
      [use("v1", 5), use("v1", 6)],
      [address("v1.js", 9)],
      ["5"],
    ],
    [
      "of each version above its script",
      [use("v1", 5), use("v2", 6)],
      [address("v1.js", 9), address("v2.js", 8)],
      ["5", "6"],
    ],
    [
      "in a function above the script",
      [{ ...use("v1", 5), what: "use" }],
      [address("v1.js", 9)],
      [],
    ],
  ])("A use of an SDK is told or not %s", (_where, facts, addresses, expected) => {
    expect(told({ facts, addresses }, [{ finds: "use-above-script" }], { sdks })).toEqual(expected);
  });
});

describe("A finding of a payload repeats one of code", () => {
  const finding = (of: string, path: string, start: number) => ({
    diagnostic: { rule: of, path, severity: "error", message: "", sources: [] } as never,
    ...{ span: [start, 9] as const, kind: null },
  });
  it.each<[string, Parameters<typeof finding>, boolean]>([
    ["where it is the same", ["a/b", "/a", 1], true],
    ["but not of another rule", ["c/d", "/a", 1], false],
    ["but not at another path", ["a/b", "/b", 1], false],
    ["but not at another place", ["a/b", "/a", 2], false],
  ])("A finding of a payload repeats one of code, %s", (_where, other, expected) => {
    const isTold = repeating([finding("x/y", "/x", 1), finding("a/b", "/a", 1)]);
    expect(isTold(finding(...other))).toBe(expected);
  });
});
