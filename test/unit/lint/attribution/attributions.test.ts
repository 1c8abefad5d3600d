import { describe, expect, it } from "vitest";
import type { Call, CallKind } from "../../../../dist/extract/calls.js";
import { type Located, leaf } from "../../../../dist/extract/located.js";
import { type Extraction, nothing } from "../../../../dist/extract/reader.js";
import {
  allAttributed,
  attributionsIn,
  kindsNeeded,
  kindsOf,
} from "../../../../dist/lint/attribution/attributions.js";
import { tables } from "../../../../dist/lint/tables.js";
import type { LintOptions } from "../../../../dist/lint/types.js";
import { Positions } from "../../../../dist/text/positions.js";
import { isSeen } from "../../../../dist/validator/unknown.js";

const kindFor = (gateway: string, callback?: string): CallKind => ({
  ...{ kind: `${gateway}.v1.order`, gateway, calls: [] },
  names: { gateway: "/pg", channel: "/channelKey" },
  ...(callback !== undefined && { callback }),
});
const callKinds = [
  kindFor("portone", "portone.v1.result"),
  kindFor("ksnet", "ksnet.v1.result"),
  kindFor("kcp"),
];
const located = (value: unknown): Located => ({
  ...leaf(value, [0, 1]),
  children: new Map(
    isSeen(value) ? Object.entries(value).map(([key, below]) => [key, located(below)]) : [],
  ),
});
const callOf = (payload: Located | undefined): Call => ({
  ...{ kinds: callKinds, name: "pay", span: [0, 1], payload, syntax: "javascript" },
  ...{ isForm: false, reads: [] },
});

const attributed = (
  extraction: Partial<Extraction>,
  options: Partial<LintOptions> = {},
  { gateways = ["portone", "ksnet", "kcp"], text = "text" } = {},
) =>
  attributionsIn(
    text,
    { ...nothing, ...extraction },
    { filename: "a.order.json", ...options },
    { ...tables, callKinds, kindNames: gateways.map((gateway) => `${gateway}.v1.order`) },
    new Positions(text),
  );
const data = (value: unknown): Partial<Extraction> => ({
  payloads: [{ payload: located(value), syntax: "json" }],
});
const asKinds = (of: ReturnType<typeof attributed>) =>
  allAttributed(of).map(({ attribution }) => kindsOf(attribution).map(({ gateway }) => gateway));

describe("A payload that is in a text by itself is looked at as", () => {
  it.each<[string, unknown, Partial<LintOptions>, string[]]>([
    ["the kind that is asked for", { pg: "kcp" }, { kind: "ksnet.v1.order" }, ["ksnet"]],
    ["the kind of its $schema", { $schema: "kcp.v1.order" }, {}, ["kcp"]],
    ["the kind of its gateway, of those that the file's name says", { pg: "kcp" }, {}, ["kcp"]],
    ["the kind of its channel", { channelKey: "k" }, { channels: { k: "kcp" } }, ["kcp"]],
    ["PortOne's where nothing says its gateway", {}, {}, ["portone"]],
    ["those of several contracts", {}, { gateways: ["ksnet", "kcp"] }, ["ksnet", "kcp"]],
    ["no kind where nothing says one", {}, { filename: "a.json" }, []],
  ])(
    "A payload that is in a text by itself is looked at as %s",
    (_what, value, options, expected) => {
      expect(asKinds(attributed(data(value), options))).toEqual([expected]);
    },
  );

  it("A payload that is in a text by itself is looked at by its gateway where there are two kinds of it", () => {
    const gateways = ["portone", "kcp"];
    expect(asKinds(attributed(data({ pg: "kcp" }), {}, { gateways }))).toEqual([["kcp"]]);
    expect(asKinds(attributed(data({}), {}, { gateways }))).toEqual([["portone"]]);
    expect(asKinds(attributed(data({ pg: "kcp" }), {}, { gateways: ["ksnet"] }))).toEqual([
      ["ksnet"],
    ]);
  });

  it("A payload that is in a text by itself keeps the kinds that it can be of", () => {
    const [one] = attributed(data({ pg: "kcp" })).payloads;
    expect(one?.kinds.map(({ kind }) => kind)).toEqual([
      ...["portone.v1.order", "ksnet.v1.order", "kcp.v1.order"],
    ]);
    expect(one?.attribution).toMatchObject({ isAssumed: false, namesAnother: false });
    const [none] = attributed(data({}), { filename: "a.json" }).payloads;
    expect([none?.kinds, none?.attribution]).toEqual([[], undefined]);
  });

  it("A payload that is in a text by itself is not looked at as a comment or a call says", () => {
    const text = "// paylint: kcp";
    const calls = [callOf(located({ pg: "kcp" }))];
    expect(asKinds(attributed({ ...data({}), calls }, {}, { text }))).toEqual([
      ["kcp"],
      ["portone"],
    ]);
  });
});

describe("A call is looked at as", () => {
  it.each<[string, Located | undefined, Partial<LintOptions>, string, string[]]>([
    ["its gateway's", located({ pg: "kcp" }), {}, "text", ["kcp"]],
    ["what a comment says", located({}), {}, "// paylint: kcp", ["kcp"]],
    ["its folder's, though its payload is elsewhere", undefined, { gateway: "kcp" }, "x", ["kcp"]],
    [
      "those of several contracts",
      located({}),
      { gateways: ["ksnet", "kcp"] },
      "x",
      ["ksnet", "kcp"],
    ],
  ])("A call is looked at as %s", (_what, payload, options, text, expected) => {
    expect(asKinds(attributed({ calls: [callOf(payload)] }, options, { text }))).toEqual([
      expected,
    ]);
  });
});

describe("What is checked needs", () => {
  it.each<[string, Partial<Extraction>, Partial<LintOptions>, string[]]>([
    ["its kind", { calls: [callOf(located({ pg: "kcp" }))] }, {}, ["kcp.v1.order"]],
    [
      "its kind and that of its callback",
      { calls: [callOf(located({ pg: "ksnet" }))] },
      {},
      ["ksnet.v1.order", "ksnet.v1.result"],
    ],
    [
      "the kind of a call whose payload is elsewhere",
      { calls: [callOf(undefined)] },
      { gateway: "ksnet" },
      ["ksnet.v1.order", "ksnet.v1.result"],
    ],
    [
      "the kinds of several gateways and PortOne's, in whose words they are told",
      { calls: [callOf(located({}))] },
      { gateways: ["ksnet", "kcp"] },
      [
        "ksnet.v1.order",
        "ksnet.v1.result",
        "kcp.v1.order",
        "portone.v1.order",
        "portone.v1.result",
      ],
    ],
    [
      "the kind of the only contract alone",
      { calls: [callOf(located({}))] },
      { gateways: ["kcp"] },
      ["kcp.v1.order"],
    ],
    [
      "the kinds of calls and of data",
      { calls: [callOf(located({ pg: "kcp" }))], ...data({}) },
      { kind: "ksnet.v1.order" },
      ["kcp.v1.order", "ksnet.v1.order", "ksnet.v1.result"],
    ],
    ["nothing where no kind is known", data({}), { filename: "a.json" }, []],
  ])("What is checked needs %s", (_what, extraction, options, expected) => {
    expect([...kindsNeeded(attributed(extraction, options))]).toEqual(expected);
  });
});
