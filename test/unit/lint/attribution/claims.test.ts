import { describe, expect, it } from "vitest";
import type { CallKind } from "../../../../dist/extract/calls.js";
import type { Located } from "../../../../dist/extract/located.js";
import {
  type Channels,
  type Claim,
  claimOf,
  claimOfValue,
  codeOf,
} from "../../../../dist/lint/attribution/claims.js";
import {
  anyCharacter,
  hole,
  isSeen,
  markOpen,
  Unknown,
} from "../../../../dist/validator/unknown.js";

const names = { gateway: "/pg", channel: "/channelKey", bypass: "/bypass" };
const kind: CallKind = { kind: "portone.v1.request-pay", gateway: "portone", calls: [], names };

const located = (value: unknown, more: Partial<Located> = {}): Located => ({
  ...{ value, span: [0, 0], duplicateKeys: [] },
  children: new Map(
    isSeen(value) ? Object.entries(value).map(([key, below]) => [key, located(below)]) : [],
  ),
  ...more,
});

const inWords = (claim: Claim) => ("code" in claim ? claim.code : claim.is);

interface Claiming {
  readonly channels?: Channels;
  readonly of?: Partial<CallKind>;
  readonly text?: string;
}
const claimed = (
  payload: Located | undefined,
  { channels = {}, of = {}, text = "" }: Claiming = {},
) => inWords(claimOf(payload, [{ ...kind, ...of }], channels, text));

const text = (known: string) => new Unknown("pg", ["string"], known);

describe("A payload claims", () => {
  it.each<[string, unknown, Claiming, string]>([
    ["the gateway of its pg", { pg: "kcp" }, {}, "kcp"],
    ["the gateway before the first dot of its pg", { pg: "html5_inicis.a.b" }, {}, "html5_inicis"],
    ["the gateway of a pg whose shop is not known", { pg: text(`kcp.${hole}`) }, {}, "kcp"],
    ["the gateway of a pg with an unknown letter", { pg: text(`kcp.${anyCharacter}`) }, {}, "kcp"],
    ["none that can be read by the beginning of a pg", { pg: text(`kc${hole}`) }, {}, "unreadable"],
    ["none that can be read by the end of a pg", { pg: text(`${hole}p.a`) }, {}, "unreadable"],
    [
      "none that can be read by a pg but for a letter",
      { pg: text(`kc${anyCharacter}.a`) },
      {},
      "unreadable",
    ],
    ["none that can be read by a pg without a gateway", { pg: ".a" }, {}, "unreadable"],
    ["none that can be read by an empty pg", { pg: "" }, {}, "unreadable"],
    ["none that can be read by a pg that is no text", { pg: 1 }, {}, "unreadable"],
    ["none where it says nothing", { amount: 1 }, {}, "none"],
    ["none that can be read where it may say one", markOpen({ amount: 1 }), {}, "unreadable"],
    ["none that can be read where it is not known", new Unknown("order"), {}, "unreadable"],
    ["none where it is no object", "text", {}, "unreadable"],
    [
      "none where it may say more, but has no key for a gateway",
      markOpen({}),
      { of: { names: {} } },
      "none",
    ],
    [
      "none that can be read where it may have the key of a gateway alone",
      markOpen({}),
      { of: { names: { gateway: "/pg" } } },
      "unreadable",
    ],
    [
      "none that can be read where it may have the key of a channel alone",
      markOpen({}),
      { of: { names: { channel: "/channelKey" } } },
      "unreadable",
    ],
    ["what takes it", {}, { of: { soleGateway: "paypal" } }, "paypal"],
    [
      "what its pg says before what takes it",
      { pg: "kcp" },
      { of: { soleGateway: "paypal" } },
      "kcp",
    ],
    [
      "what its channel says before what takes it",
      { channelKey: "k" },
      { channels: { k: "kcp" }, of: { soleGateway: "paypal" } },
      "kcp",
    ],
    [
      "what takes it where its channel is not known",
      { channelKey: "k" },
      { of: { soleGateway: "paypal" } },
      "paypal",
    ],
    ["the gateway of a key of bypass", { bypass: { kcpQuick: {} } }, {}, "kcp_quick"],
    ["none by a key of bypass that is nobody's", { bypass: { zzz: {} } }, {}, "none"],
    ["none by a key of bypass of another version", { bypass: { kcp_v2: {} } }, {}, "none"],
    [
      "the gateway of a key of bypass of its version",
      { bypass: { kcp_v2: {} } },
      { of: { kind: "portone.v2.request-payment" } },
      "kcp_v2",
    ],
    [
      "the first of several keys of bypass of one company",
      { bypass: { skin_indx: 1, kcpQuick: {} } },
      {},
      "kcp",
    ],
    ["two gateways by keys of bypass", { bypass: { kcpQuick: {}, ksnet: {} } }, {}, "conflict"],
    [
      "two gateways by keys of bypass, though two of three are of one company",
      { bypass: { kcpQuick: {}, skin_indx: 1, ksnet: {} } },
      {},
      "conflict",
    ],
    ["another gateway by pg than by bypass", { pg: "kcp", bypass: { ksnet: {} } }, {}, "conflict"],
    [
      "the gateway of its pg, which one of two keys of bypass is of",
      { pg: "kcp", bypass: { ksnet: {}, kcpQuick: {} } },
      {},
      "kcp",
    ],
    [
      "the gateway of its pg of the company of its bypass",
      { pg: "kcp_billing", bypass: { kcpQuick: {} } },
      {},
      "kcp_billing",
    ],
    [
      "another gateway by a pg that nobody knows than by bypass",
      { pg: "zzz", bypass: { ksnet: {} } },
      {},
      "conflict",
    ],
    [
      "what bypass says where its pg cannot be read",
      { pg: new Unknown("pg"), bypass: { ksnet: {} } },
      {},
      "ksnet",
    ],
    [
      "what its channel says where its pg cannot be read",
      { pg: new Unknown("pg"), channelKey: "k" },
      { channels: { k: "kcp" } },
      "kcp",
    ],
    [
      "none that can be read where neither its pg nor its channel can",
      { pg: new Unknown("pg"), channelKey: "k" },
      {},
      "unreadable",
    ],
    [
      "what its channel says by a company",
      { channelKey: "k" },
      { channels: { k: "inicis" } },
      "html5_inicis",
    ],
    [
      "what bypass says before its channel",
      { bypass: { ksnet: {} }, channelKey: "k" },
      { channels: { k: "kcp" } },
      "ksnet",
    ],
    [
      "none that can be read by a channel that is mapped to nothing",
      { channelKey: "k" },
      { channels: { k: "" } },
      "unreadable",
    ],
    [
      "none that can be read by a channel with a name that every object has",
      { channelKey: "toString" },
      {},
      "unreadable",
    ],
  ])("A payload claims %s", (_what, value, more, expected) => {
    expect(claimed(located(value), more)).toBe(expected);
  });

  it("A payload claims nothing where it is not there, or is of no kind", () => {
    expect(claimed(undefined)).toBe("none");
    expect(inWords(claimOf(located({ pg: "kcp" }), [], {}, ""))).toBe("none");
  });

  it("A payload claims the gateway that its pg is likely to be", () => {
    const with_ = (pg: Partial<Located>) => {
      const value = { pg: new Unknown("more.pg") };
      return located(value, { children: new Map([["pg", located(value.pg, pg)]]) });
    };
    expect(claimed(with_({ likely: "kcp.a" }))).toBe("kcp");
    expect(claimed(with_({ likely: text("kcp.a") }))).toBe("unreadable");
    expect(claimed(with_({}))).toBe("unreadable");
  });
});

describe("A channel has the name", () => {
  const known = (
    source: string,
    name: string,
    more: Partial<Located> & { value?: unknown } = {},
  ) => {
    const channel = located(new Unknown("x"), { span: [0, source.length], ...more });
    const payload = located({}, { children: new Map([["channelKey", channel]]) });
    return claimed(payload, { channels: { [name]: "kcp" }, text: source }) === "kcp";
  };
  it.each([
    ["of itself", '"k"', "k", { value: "k" }],
    ["of an environment's variable", "process.env.KEY", "env:KEY", {}],
    ["of an environment's variable behind a mark", "process.env?.KEY", "env:KEY", {}],
    ["of an environment's variable in brackets", "env['KEY']", "env:KEY", {}],
    ["of an environment's variable in brackets with a blank", 'env[ "KEY"]', "env:KEY", {}],
    ["of an environment's variable in backticks", "env[`KEY`]", "env:KEY", {}],
    ["of an environment's variable with another value", "env.KEY || other", "env:KEY", {}],
    [
      "of the variable by which only its value is known",
      "key",
      "env:KEY",
      { value: new Unknown("env.KEY") },
    ],
    ["of a variable", "KEY", "const:KEY", {}],
    ["of a member", "keys.$card", "const:keys.$card", {}],
    ["of a variable between blanks", " KEY\n", "const:KEY", {}],
    ["of a variable whose text is known", "KEY", "const:KEY", { value: "k" }],
  ])("A channel has the name %s", (_what, source, name, more) => {
    expect(known(source, name, more)).toBe(true);
    expect(known(source, `${name}x`, more)).toBe(false);
  });

  it.each([
    ["of a call", "keys()", "const:keys()", {}],
    ["of a part of an expression", "a ? KEY : b", "const:KEY", {}],
    ["of what only ends like an environment", "myenv.KEY", "env:KEY", {}],
    ["of another value's variable", "key", "env:KEY", { value: new Unknown("environment.KEY") }],
    ["of a text that only looks like one", "key", "env:KEY", { value: "env.KEY" }],
  ])("A channel has the name of no %s", (_what, source, name, more) => {
    expect(known(source, name, more)).toBe(false);
  });

  it("A channel has the names of the place where it is written, too", () => {
    const source = "const key = env.KEY; pay(key)";
    const places = { span: [25, 28] as const, origin: [12, 19] as const };
    expect(known(source, "env:KEY", places)).toBe(true);
    expect(known(source, "const:key", places)).toBe(true);
    expect(known(source, "const:env.KEY", places)).toBe(true);
    expect(known(source, "env:KEY", { span: places.span })).toBe(false);
  });
});

describe("Plain data claims", () => {
  it.each<[string, unknown, Channels, string]>([
    ["the gateway of its pg", { pg: "kcp.a" }, {}, "kcp"],
    ["none that can be read by a pg that is no text", { pg: 1 }, {}, "unreadable"],
    ["the gateway of a key of bypass", { bypass: { ksnet: {} } }, {}, "ksnet"],
    ["none by the letters of a text for bypass", { bypass: "ksnet" }, {}, "none"],
    ["none by a bypass that is null", { bypass: null }, {}, "none"],
    ["what its channel says", { channelKey: "k" }, { k: "kcp" }, "kcp"],
    ["what a number for a channel says", { channelKey: 7 }, { 7: "kcp" }, "kcp"],
    ["none that can be read by a channel that is not known", { channelKey: "k" }, {}, "unreadable"],
    ["none where it says nothing", {}, {}, "none"],
    ["none where it is null", null, {}, "none"],
    ["none where it is a text", "pg", {}, "none"],
  ])("Plain data claims %s", (_what, value, channels, expected) => {
    expect(inWords(claimOfValue(value, kind, channels))).toBe(expected);
  });

  it("Plain data claims nothing by keys that its kind does not name", () => {
    const value = { pg: "kcp", channelKey: "k", bypass: { ksnet: {} } };
    expect(inWords(claimOfValue(value, { ...kind, names: {} }, { k: "kcp" }))).toBe("none");
    expect(inWords(claimOfValue({ a: "kcp" }, { ...kind, names: { gateway: "/a" } }, {}))).toBe(
      "kcp",
    );
  });
});

describe("The code of a gateway that a person named", () => {
  it.each([
    ["is that of its company in a version", "inicis", kind, "html5_inicis"],
    [
      "is that of its company in another version",
      "inicis",
      { ...kind, kind: "portone.v2.a" },
      "inicis_v2",
    ],
    ["is its name where it is a code", "kcp_billing", kind, "kcp_billing"],
    ["is its name where no version has it", "zzz", kind, "zzz"],
    ["is its name where there is no kind", "inicis", undefined, "inicis"],
    ["is none where nothing is named", undefined, kind, undefined],
  ])("The code of a gateway that a person named %s", (_what, name, of, expected) => {
    expect(codeOf(name, of)).toBe(expected);
  });
});
