import { lintText } from "paylint/lint";
import { describe, expect, it } from "vitest";
import { paylint } from "../../support/command.js";

const call = (rest: string) => `IMP.request_pay({ ${rest}, amount: "1" });`;
const judged = async (text: string, options = {}) => {
  const { reports, unchecked, notes } = await lintText(text, { filename: "a.js", ...options });
  return [
    ...reports.map(({ kind, gateways, gateway }) => `${kind} ${gateways ?? gateway}`),
    ...[...unchecked, ...notes].map(({ code }) => code),
  ];
};
const neutral = "portone.v1.request-pay null";

describe("A call is judged", () => {
  it.each([
    ["as its pg says", 'pg: "ksnet"', {}, ["ksnet.v1.request-pay ksnet"]],
    ["as PortOne's own where nothing says its gateway", "channelKey: key", {}, [neutral]],
    ["as PortOne's own where the gateway has no table", 'pg: "jtnet.A"', {}, [neutral]],
    [
      "as the only gateway of the shop",
      "channelKey: key",
      { gateways: ["ksnet"] },
      ["ksnet.v1.request-pay ksnet"],
    ],
    [
      "by what holds at all gateways of the shop",
      "channelKey: key",
      { gateways: ["ksnet", "kcp"] },
      ["portone.v1.request-pay ksnet,kcp"],
    ],
    ["as --pg says", 'pg: "kcp.A"', { assume: "ksnet" }, ["ksnet.v1.request-pay ksnet"]],
    [
      "with a note where --pg has no table",
      "channelKey: key",
      { assume: "jtnet" },
      [neutral, "gateway-other"],
    ],
    [
      "with a note where claims contradict each other",
      'pg: "kcp.A", bypass: { ksnet: {} }',
      {},
      [neutral, "gateway-conflict"],
    ],
  ])("%s", async (_name, rest, options, expected) => {
    expect(await judged(call(rest), options)).toEqual(expected);
  });
});

describe("A call that one gateway takes", () => {
  const buttons = 'PortOne.loadPaymentUI({ uiType: "PAYPAL_SPB", channelKey: key }, callbacks);';
  const paypal = ["paypal_v2.v2.load-payment-ui paypal_v2"];

  it("is judged as that gateway's", async () => {
    expect(await judged(buttons)).toEqual(paypal);
    expect(await judged(buttons, { gateways: ["ksnet", "kcp"] })).toEqual(paypal);
  });

  it("is another's where it says so", async () => {
    const others = buttons.replace("channelKey: key", "bypass: { kpn: {} }");
    expect(await judged(others)).toEqual(["portone.v2.load-payment-ui null"]);
  });
});

describe("A payload whose kind only the file's name says", () => {
  it.each([
    ["{}", {}, "portone.v1.request-pay null"],
    ['{ "pg": "ksnet" }', {}, "ksnet.v1.request-pay ksnet"],
    ['{ "channelKey": "k" }', { channels: { k: "ksnet" } }, "ksnet.v1.request-pay ksnet"],
  ])("is judged like a call: %s", async (text, options, expected) => {
    expect(await judged(text, { filename: "a.request-pay.json", ...options })).toEqual([expected]);
  });
});

it("A call that is checked as PortOne's own passes --fail-on-unchecked and is counted apart", async () => {
  const text = call("channelKey: key").replace('"1"', "1");
  const args = ["--fail-on-unchecked", "--format", "json", "a.js"];
  const { status, stdout } = await paylint(args, { "a.js": text });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ calls: 1, neutral: 1, unchecked: [] });
});

describe("What a callback reads is judged", () => {
  const reading = (pg: string) =>
    `IMP.request_pay({ pg: "${pg}" }, (rsp) => { if (rsp.success) done(rsp.imp_uid); });`;
  it.each([
    ["as its gateway says", "nice_v2", "error nice_v2.v1.callback"],
    ["as PortOne says where the gateway adds nothing", "danal_tpay", "warning portone.v1.callback"],
  ])("%s", async (_name, pg, expected) => {
    const { diagnostics } = await lintText(reading(pg), { filename: "a.js" });
    const found = diagnostics.filter(({ rule }) => rule === "callback/removed-field");
    expect(found.map(({ severity, kind }) => `${severity} ${kind}`)).toEqual([expected]);
  });
});
