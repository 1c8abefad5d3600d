import { describe, expect, it } from "vitest";
import type { Call, CallKind } from "../../../../../dist/extract/calls.js";
import type { Located } from "../../../../../dist/extract/located.js";
import type { Claim } from "../../../../../dist/lint/attribution/claims.js";
import {
  type Attribution,
  attributeData,
  type GatewaySettings,
  Gateways,
} from "../../../../../dist/lint/attribution/gateway.js";
import { isSeen, markOpen, Unknown } from "../../../../../dist/validator/unknown.js";

const kindFor = (gateway: string, version = "v1"): CallKind => ({
  ...{ kind: `${gateway}.${version}.request-pay`, gateway, calls: [] },
  names: { gateway: "/pg", channel: "/channelKey", bypass: "/bypass" },
});
const kinds = ["portone", "html5_inicis", "kcp"].map((gateway) => kindFor(gateway));

const noSettings: GatewaySettings = { channels: {}, gateways: [] };
const named = (code: string): Claim => ({ is: "named", code });
const none: Claim = { is: "none" };
const unreadable: Claim = { is: "unreadable" };
const conflict: Claim = { is: "conflict" };

/** An attribution in one line: the gateways whose kinds count, and what else is so. */
const inWords = (of: Attribution): string =>
  "unchecked" in of
    ? `${of.unchecked} ${of.kind.gateway}`
    : [
        of.kinds.map(({ gateway }) => gateway).join("+"),
        ...(of.neutral?.gateway === "portone" ? [] : ["no words"]),
        ...(of.gateways ? [`of ${of.gateways.join("+")}`] : []),
        ...(of.isAssumed ? ["assumed"] : []),
        ...(of.namesAnother ? ["names another"] : []),
        ...(of.note === undefined ? [] : [of.note]),
      ].join(" ");

describe("A payload is judged", () => {
  const inicis = "html5_inicis";
  it.each<[string, Claim, Partial<GatewaySettings>, string]>([
    ["as what it names", named("kcp"), {}, "kcp"],
    ["as what it names, whatever the folder says", named("kcp"), { gateway: inicis }, "kcp"],
    ["as PortOne's where it names one without a kind", named("jtnet"), {}, "portone gateway-other"],
    ["as PortOne's where it names nothing", none, {}, "portone"],
    ["as PortOne's where it cannot be read", unreadable, {}, "portone"],
    ["as PortOne's where it contradicts itself", conflict, {}, "portone gateway-conflict"],
    ["as the folder says by a code", none, { gateway: inicis }, `${inicis} assumed`],
    ["as the folder says by a company", none, { gateway: "inicis" }, `${inicis} assumed`],
    ["as the folder says where it cannot be read", unreadable, { gateway: "kcp" }, "kcp assumed"],
    ["as PortOne's where the folder's has no kind", none, { gateway: "jtnet" }, "portone"],
    ["as the only contract", none, { gateways: ["inicis"] }, `${inicis} assumed`],
    ["as PortOne's where the only contract has no kind", none, { gateways: ["jtnet"] }, "portone"],
    ["as all contracts", none, { gateways: ["inicis", "kcp"] }, `${inicis}+kcp of ${inicis}+kcp`],
    [
      "as one of several contracts of which the others have no kind",
      none,
      { gateways: ["kcp", "jtnet"] },
      "kcp+portone of kcp+jtnet",
    ],
    [
      "as PortOne's where no one of several contracts has a kind",
      none,
      { gateways: ["jtnet", "alipay"] },
      "portone",
    ],
    ["as one that is asked for by a code", none, { assume: "kcp" }, "kcp assumed"],
    ["as one that is asked for by a company", none, { assume: "inicis" }, `${inicis} assumed`],
    ["as one that is asked for and named", named("kcp"), { assume: "kcp" }, "kcp assumed"],
    [
      "as one that is asked for though it names another one",
      named("kcp"),
      { assume: "inicis" },
      `${inicis} assumed names another`,
    ],
    [
      "as one that is asked for though it contradicts itself",
      conflict,
      { assume: "kcp" },
      "kcp assumed names another",
    ],
    [
      "as one that is asked for though it cannot be read",
      unreadable,
      { assume: "kcp" },
      "kcp assumed",
    ],
    [
      "as PortOne's where the one that is asked for has no kind",
      none,
      { assume: "jtnet" },
      "portone gateway-other",
    ],
  ])("A payload is judged: %s", (_how, claim, settings, expected) => {
    expect(inWords(attributeData(claim, kinds, { ...noSettings, ...settings }))).toBe(expected);
  });
});

describe("A call", () => {
  const located = (value: unknown): Located => ({
    ...{ value, span: [0, 1], duplicateKeys: [] },
    children: new Map(
      isSeen(value) ? Object.entries(value).map(([key, below]) => [key, located(below)]) : [],
    ),
  });
  const callOf = (payload: Located | undefined): Call => ({
    ...{ kinds, name: "request_pay", span: [0, 1], payload, syntax: "javascript" },
    ...{ isForm: false, reads: [] },
  });
  const judged = (
    payload: Located | undefined,
    settings: Partial<GatewaySettings> = {},
    { comment, others = [] }: { comment?: string; others?: readonly Call[] } = {},
  ) => {
    const call = callOf(payload);
    const all = new Gateways([call, ...others], "", { ...noSettings, ...settings }, () => comment);
    return inWords(all.attribute(call));
  };
  const elsewhere = new Unknown("order");

  it.each<[string, Located | undefined]>([
    ["of which nothing is known", located(elsewhere)],
    ["that is not there", undefined],
    ["of which no key is seen", located(markOpen({}))],
  ])("A call is not checked whose payload is one %s", (_what, payload) => {
    expect(judged(payload)).toBe("payload-elsewhere portone");
  });

  it.each<[string, unknown]>([
    ["has no keys", {}],
    ["has a key among others", markOpen({ amount: 1 })],
    ["is no object", "text"],
    ["is null", null],
  ])("A call is checked whose payload %s", (_what, value) => {
    expect(judged(located(value))).toBe("portone");
  });

  it.each<[string, Partial<GatewaySettings>, string | undefined, string]>([
    ["what is asked for", { assume: "inicis", gateway: "kcp" }, "kcp", "html5_inicis"],
    ["its comment", { gateway: "kcp" }, "inicis", "html5_inicis"],
    ["its folder", { gateway: "inicis", gateways: ["kcp"] }, undefined, "html5_inicis"],
    ["the only contract", { gateways: ["inicis"] }, undefined, "html5_inicis"],
    ["none of several contracts", { gateways: ["inicis", "kcp"] }, undefined, "portone"],
    ["one that has no kind", { gateway: "jtnet" }, undefined, "portone"],
  ])("A call that is not checked is of %s", (_what, settings, comment, expected) => {
    const more = comment === undefined ? {} : { comment };
    expect(judged(located(elsewhere), settings, more)).toBe(`payload-elsewhere ${expected}`);
  });

  it.each<[string, string, string]>([
    ["by a company", "inicis", "html5_inicis assumed"],
    ["by a code", "kcp", "kcp assumed"],
  ])("A call is judged as its comment says %s, before the folder", (_how, comment, expected) => {
    expect(judged(located({}), { gateway: "ksnet" }, { comment })).toBe(expected);
  });

  it("A call is judged as the other calls are where it names no gateway, and they name one", () => {
    const kcp = callOf(located({ pg: "kcp" }));
    const inicis = callOf(located({ pg: "html5_inicis" }));
    const unnamed = located({ amount: 1 });
    expect(judged(unnamed, {}, { others: [kcp, kcp] })).toBe("kcp assumed");
    expect(judged(unnamed, {}, { others: [kcp, inicis] })).toBe("portone");
    const hidden = located(markOpen({ amount: 1 }));
    expect(judged(hidden, {}, { others: [kcp] })).toBe("portone");
  });
});
