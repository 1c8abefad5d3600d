import { type LintOptions, lintText } from "paylint/lint";
import { describe, expect, it } from "vitest";
import { paylint } from "../../../support/command.js";

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
    [
      "as PortOne's own where the gateway has no table, and a note says so",
      'pg: "jtnet.A"',
      {},
      [neutral, "gateway-other"],
    ],
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
    [
      "as the only gateway of the shop, which its company names",
      "channelKey: key",
      { gateways: ["inicis"] },
      ["html5_inicis.v1.request-pay html5_inicis"],
    ],
    [
      "by what holds at all gateways of the shop, which their companies name",
      "channelKey: key",
      { gateways: ["ksnet", "inicis"] },
      ["portone.v1.request-pay ksnet,html5_inicis"],
    ],
    [
      "as the gateway of its folder, which its company names",
      "channelKey: key",
      { gateway: "inicis" },
      ["html5_inicis.v1.request-pay html5_inicis"],
    ],
    [
      "as --pg says by a company",
      "channelKey: key",
      { assume: "inicis" },
      ["html5_inicis.v1.request-pay html5_inicis"],
    ],
    [
      "by what holds at any gateway where the shop has one without a table beside another",
      "channelKey: key",
      { gateways: ["ksnet", "jtnet"] },
      ["portone.v1.request-pay ksnet,jtnet"],
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
  ])("A call is judged %s", async (_name, rest, options, expected) => {
    expect(await judged(call(rest), options)).toEqual(expected);
  });
});

describe("A call that one gateway takes", () => {
  const buttons = 'PortOne.loadPaymentUI({ uiType: "PAYPAL_SPB", channelKey: key }, callbacks);';
  const paypal = ["paypal_v2.v2.load-payment-ui paypal_v2"];

  it("A call that one gateway takes is judged as that gateway's", async () => {
    expect(await judged(buttons)).toEqual(paypal);
    expect(await judged(buttons, { gateways: ["ksnet", "kcp"] })).toEqual(paypal);
  });

  it("A call that one gateway takes is another's where it says so", async () => {
    const others = buttons.replace("channelKey: key", "bypass: { kpn: {} }");
    expect(await judged(others)).toEqual(["portone.v2.load-payment-ui null", "gateway-other"]);
  });
});

/** Everything that can say a call's gateway, from what counts most to what counts least. Each says another one. */
const saying = [
  { by: "assume", gateway: "ksnet", options: { assume: "ksnet" } },
  { by: "pg", gateway: "kcp", keys: 'pg: "kcp.A"' },
  { by: "a key of bypass", gateway: "nice_v2", keys: "bypass: { nice_v2: {} }" },
  {
    by: "the channel",
    gateway: "daou",
    keys: 'channelKey: "k"',
    options: { channels: { k: "daou" } },
  },
  { by: "a comment at the call", gateway: "welcome", beside: "// paylint: welcome" },
  { by: "a comment far above", gateway: "tosspayments", above: "// paylint: tosspayments" },
  { by: "the file's folder", gateway: "kakaopay", options: { gateway: "kakaopay" } },
  { by: "the other calls", gateway: "kicc", other: 'IMP.request_pay({ pg: "kicc" });' },
  { by: "the only contract", gateway: "tosspay_v2", options: { gateways: ["tosspay_v2"] } },
] as const satisfies readonly Saying[];

interface Saying {
  readonly by: string;
  readonly gateway: string;
  readonly keys?: string;
  readonly beside?: string;
  readonly above?: string;
  readonly other?: string;
  readonly options?: Partial<LintOptions>;
}

const lastJudged = async (said: readonly Saying[], keys: readonly string[] = []) => {
  const all = [...said.flatMap((one) => one.keys ?? []), ...keys, 'amount: "1"'];
  const lines = [
    ...said.flatMap(({ above }) => above ?? []),
    "",
    "",
    ...said.flatMap(({ other }) => other ?? []),
    "",
    "",
    ...said.flatMap(({ beside }) => beside ?? []),
    `IMP.request_pay({ ${all.join(", ")} });`,
  ];
  const options = Object.assign({}, ...said.map((one) => one.options));
  const { reports } = await lintText(lines.join("\n"), { filename: "a.js", ...options });
  return reports.at(-1)?.gateway;
};

describe("Of two that say a call's gateway", () => {
  const pairs = saying.flatMap((more, index) =>
    saying.slice(index + 1).map((less) => [more, less] as const),
  );
  // These contradict each other.
  const areOfPayload = new Set(["pg a key of bypass"]);
  it.each(
    pairs
      .filter(([{ by }, other]) => !areOfPayload.has(`${by} ${other.by}`))
      .map(([more, less]) => [more.by, less.by, more, less] as const),
  )("A gateway from %s counts more than one from %s", async (_more, _less, more, less) => {
    expect(await lastJudged([less, more])).toBe(more.gateway);
  });

  it.each([
    ...["assume", "a comment at the call", "the file's folder", "the only contract"].map(
      (by) => [by, saying.find((one) => one.by === by)?.gateway ?? ""] as const,
    ),
    ["the other calls", null] as const,
  ])("A pg that cannot be read leaves the gateway to %s: %s", async (by, gateway) => {
    const said = saying.filter((one) => one.by === by);
    const keys = [
      "pg: shop.pg",
      "pg: `ks${rest}`",
      "pg: `${shop}.A`",
      'pg: ".A"',
      "channelKey: shop.key",
      "...order",
    ];
    for (const key of keys) {
      expect(await lastJudged(said, [key]), key).toBe(gateway);
    }
  });

  it("Other calls say nothing of a call's gateway where they name several", async () => {
    const others = 'IMP.request_pay({ pg: "kicc" }); IMP.request_pay({ pg: "kcp" });';
    expect(await lastJudged([{ by: "", gateway: "", other: others }])).toBe(null);
  });

  it.each([
    ["cannot be read", "pg: shop.pg"],
    ["contradicts itself", 'pg: "ksnet", bypass: { kcpQuick: {} }'],
  ])(
    "Of two that say a call's gateway other calls say it, though what one of them says %s",
    async (_how, keys) => {
      const others = `IMP.request_pay({ pg: "kicc" }); IMP.request_pay({ ${keys} });`;
      expect(await lastJudged([{ by: "", gateway: "", other: others }])).toBe("kicc");
    },
  );

  it("Other calls say the gateway of a call that has no key for it, whatever else its payload holds", async () => {
    const text = `IMP.request_pay({ pg: "ksnet" });
axios.post("https://api.iamport.kr/payments/cancel", { merchant_uid: id, ...more });`;
    const { reports } = await lintText(text, { filename: "a.js" });
    expect(reports.map(({ kind }) => kind)).toContain("ksnet.v1.cancel");
  });

  it.each([
    ["k", 'channelKey: "k"', ""],
    ["k", "channelKey: key", 'const key = "k";'],
    ["env:KEY", "channelKey: process.env.KEY", ""],
    ["env:KEY", 'channelKey: process.env["KEY"]', ""],
    ["env:KEY", "channelKey: import.meta.env.KEY", ""],
    ["env:KEY", "channelKey: process.env.KEY ?? other", ""],
    ["env:KEY", "channelKey: key", "const key = process.env.KEY;"],
    ["env:KEY", "channelKey: keys.card", "const keys = { card: process.env.KEY };"],
    ["const:KEY", "channelKey: KEY", 'import { KEY } from "./keys";'],
    ["const:KEYS.card", "channelKey: KEYS.card", 'import { KEYS } from "./keys";'],
  ])("The configuration knows a channel as %s: { %s } %s", async (name, keys, above) => {
    const options = { channels: { other: "kcp", [name]: "ksnet" } };
    expect(await lastJudged([{ by: "", gateway: "", above, keys, options }])).toBe("ksnet");
  });

  it("A comment speaks for all calls below it, up to the next one", async () => {
    const between = "\n\n\n";
    const comments = ["// paylint: ksnet", "// paylint: kcp"];
    const text = comments.map((comment) => comment + between + call("a: 1")).join(between);
    const { reports } = await lintText(text, { filename: "a.js" });
    expect(reports.map(({ gateway }) => gateway)).toEqual(["ksnet", "kcp"]);
  });

  it("A channel that the configuration maps to nothing yet says nothing", async () => {
    const options = { channels: { k: "" }, gateway: "kcp" };
    expect(await lastJudged([{ by: "", gateway: "", keys: 'channelKey: "k"', options }])).toBe(
      "kcp",
    );
  });

  it.each([
    ["bypass: { ksnet: {}, kcpQuick: {} }", [neutral, "gateway-conflict"]],
    ['pg: "ksnet", bypass: { kcpQuick: {} }', [neutral, "gateway-conflict"]],
    ['pg: "kcp", bypass: { kcpQuick: {} }', ["kcp.v1.request-pay kcp"]],
    ["bypass: { skin_indx: 1, kcpQuick: {} }", ["kcp.v1.request-pay kcp"]],
    ['pg: "ksnet", bypass: { kcpQuick: {}, ksnet: {} }', ["ksnet.v1.request-pay ksnet"]],
    // A key of V2, which says nothing in V1.
    ['pg: "ksnet", bypass: { kcp_v2: {} }', ["ksnet.v1.request-pay ksnet"]],
  ])(
    "Claims contradict each other only as companies of one version: %s",
    async (keys, expected) => {
      expect(await judged(call(keys), { gateways: ["ksnet"] })).toEqual(expected);
    },
  );
});

describe("A comment that says a gateway", () => {
  const one = call("a: 1");
  const ksnet = "// paylint: ksnet";
  it.each([
    ["of the call below it alone", [ksnet, one, "", one], ["ksnet", null]],
    ["of the call on its line alone", [`${one} ${ksnet}`, "", one], ["ksnet", null]],
    [
      "of the call around it alone",
      ["IMP.request_pay({", ksnet, "a: 1 });", "", one],
      ["ksnet", null],
    ],
    [
      "of the call on whose last line it is alone",
      ["IMP.request_pay({", `a: 1 }); ${ksnet}`, "", one],
      ["ksnet", null],
    ],
    ["of all calls below it where none is beside it", [ksnet, "", one, one], ["ksnet", "ksnet"]],
    ["of no call above it", [one, "", ksnet], [null]],
    [
      "of all calls below it but one with its own",
      [ksnet, "", one, "", "// paylint: kcp", one, "", one],
      ["ksnet", "kcp", "ksnet"],
    ],
    ["as the last one beside a call", ["// paylint: kcp", `${one} ${ksnet}`], ["ksnet"]],
    ["on the first line", [ksnet, one], ["ksnet"]],
    ["on the line of the first call", [`/* paylint: ksnet */ ${one}`, "", one], ["ksnet", null]],
  ])("A comment that says a gateway says it %s", async (_name, lines, expected) => {
    const { reports } = await lintText(lines.join("\n"), { filename: "a.js" });
    expect(reports.map(({ gateway }) => gateway)).toEqual(expected);
  });
});

describe("A call that is checked as another gateway's", () => {
  const fixable = async (keys: string) =>
    (
      await lintText(`IMP.request_pay({ ${keys}, pay_method: "card", pay_method: "card" });`, {
        filename: "a.js",
        assume: "ksnet",
      })
    ).diagnostics.flatMap(({ rule, textFix }) => (textFix ? [rule] : []));

  it("A call that is checked as another gateway's is fixed only where it does not name another one", async () => {
    expect(await fixable('channelKey: key, amount: "1"')).toEqual(
      expect.arrayContaining(["shape/type", "source/duplicate-key"]),
    );
    expect(await fixable('pg: "ksnet.1", amount: "1"')).not.toEqual([]);
    expect(await fixable('pg: "kcp.A", amount: "1"')).toEqual([]);
    expect(await fixable('bypass: { ksnet: {}, kcpQuick: {} }, amount: "1"')).toEqual([]);
  });
});

describe("A call that something else than its pg says the gateway of", () => {
  it.each([
    ["a pg that cannot be read", "pg: shop.pg", true],
    ["no pg", "channelKey: key", false],
  ])(
    "A call that something else than its pg says the gateway of is checked as one with %s",
    async (_name, keys, isTold) => {
      for (const options of [{ gateways: ["ksnet"] }, { gateway: "ksnet" }, { assume: "ksnet" }]) {
        const { diagnostics } = await lintText(call(keys), { filename: "a.js", ...options });
        const told = diagnostics.some(({ rule }) => rule === "shape/deprecated");
        expect(told).toBe(isTold);
      }
    },
  );
});

describe("What holds at all gateways of the shop", () => {
  const gateways = ["ksnet", "kcp"];
  const text = call("channelKey: key");

  it("A finding that holds at all gateways is told in PortOne's words, as found in a payload of no gateway", async () => {
    const told = async (options: Partial<LintOptions>) =>
      (await lintText(text, { filename: "a.js", ...options })).diagnostics
        .filter(({ rule }) => rule === "shape/type")
        .map(({ kind, message }) => `${kind} ${message}`);
    expect(await told({ gateways })).toEqual(await told({}));
    expect(await told({ gateways })).toHaveLength(1);
  });

  it("What holds at all gateways of the shop is reported as of no gateway, with all of them", async () => {
    const { reports } = await lintText(text, { filename: "a.js", gateways });
    expect(reports).toMatchObject([{ gateway: null, gateways }]);
    const [one] = (await lintText(text, { filename: "a.js", gateways: ["ksnet"] })).reports;
    expect(one).toMatchObject({ gateway: "ksnet" });
    expect(one).not.toHaveProperty("gateways");
  });

  it("A finding that holds at all gateways is no reason to call a suppression unused", async () => {
    const suppressed = `// paylint-disable-next-line tax/tax-free\n${text}`;
    for (const one of [{}, { gateways }]) {
      const { diagnostics } = await lintText(suppressed, { filename: "a.js", ...one });
      expect(diagnostics.map(({ rule }) => rule)).not.toContain("source/unused-suppression");
    }
  });
});

describe("A payload whose kind only the file's name says", () => {
  it.each([
    ["{}", {}, "portone.v1.request-pay null"],
    ['{ "pg": "ksnet" }', {}, "ksnet.v1.request-pay ksnet"],
    ['{ "channelKey": "k" }', { channels: { k: "ksnet" } }, "ksnet.v1.request-pay ksnet"],
  ])(
    "A payload whose kind only the file's name says is judged like a call: %s",
    async (text, options, expected) => {
      expect(await judged(text, { filename: "a.request-pay.json", ...options })).toEqual([
        expected,
      ]);
    },
  );
});

it("A call that is checked as PortOne's own passes --fail-on-unchecked and is counted apart", async () => {
  const text = call("channelKey: key").replace('"1"', "1");
  const args = ["--fail-on-unchecked", "--format", "json", "a.js"];
  const { status, stdout } = await paylint(args, { "a.js": text });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ calls: 1, neutral: 1, unchecked: [] });
});

describe("What a callback reads is judged", () => {
  const readsFound = async (text: string, options: Partial<LintOptions> = {}) =>
    (await lintText(text, { filename: "a.js", ...options })).diagnostics
      .filter(({ rule }) => rule === "callback/removed-field")
      .map(({ severity, kind }) => `${severity} ${kind}`);
  const reading = (pg: string) =>
    `IMP.request_pay({ pg: "${pg}" }, (rsp) => { if (rsp.success) done(rsp.imp_uid); });`;
  it.each([
    ["as its gateway says", "nice_v2", "error nice_v2.v1.callback"],
    ["as PortOne says where the gateway adds nothing", "danal_tpay", "warning portone.v1.callback"],
  ])("What a callback reads is judged: %s", async (_name, pg, expected) => {
    expect(await readsFound(reading(pg))).toEqual([expected]);
  });

  it("A callback's reading is judged %s", async () => {
    const text = reading("").replace('pg: ""', "channelKey: key");
    for (const gateways of [
      ["nice_v2", "danal_tpay"],
      ["danal_tpay", "nice_v2"],
    ]) {
      const found = await readsFound(text, { gateways });
      expect(found.map((one) => one.split(" ")[0])).toEqual(["warning"]);
    }
  });

  it.each([
    [
      "as --pg says before the file's folder",
      { assume: "nice_v2", gateway: "danal_tpay" },
      "error",
    ],
    ["as the file's folder says", { gateway: "nice_v2", gateways: ["danal_tpay"] }, "error"],
    ["as the only gateway of the shop", { gateways: ["nice_v2"] }, "error"],
    [
      "as PortOne says where the shop has several",
      { gateways: ["nice_v2", "danal_tpay"] },
      "warning",
    ],
    ["as PortOne says where nothing says the gateway", {}, "warning"],
  ])(
    "What a callback reads is judged: %s, though the payload is built elsewhere",
    async (_name, options, severity) => {
      const text = "IMP.request_pay(order, (rsp) => { if (rsp.success) done(); });";
      const found = await readsFound(text, options);
      expect(found.map((one) => one.split(" ")[0])).toEqual([severity]);
    },
  );

  it("What a callback reads is judged where it does not ask for another field first", async () => {
    const text = (body: string) => `IMP.request_pay({ pg: "nice_v2" }, (rsp) => { ${body} });`;
    const guarded = "if (rsp.imp_success ?? rsp.success) done();";
    const plain = "if (rsp.success) done();";
    const counts = await Promise.all(
      [guarded, plain, guarded + plain].map(async (body) => (await readsFound(text(body))).length),
    );
    expect(counts[1]).toBe(1);
    expect(counts[2]).toBe((counts[0] ?? 0) + 1);
  });

  it("What a callback reads is judged once, by the first of several calls of different gateways", async () => {
    const text = `const done = (rsp) => { if (rsp.success) end(); };
IMP.request_pay({ pg: "nice_v2" }, done);
IMP.request_pay({ pg: "danal_tpay" }, done);`;
    expect(await readsFound(text)).toEqual(["error nice_v2.v1.callback"]);
  });
});
