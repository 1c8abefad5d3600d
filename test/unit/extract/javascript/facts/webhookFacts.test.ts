import { describe, expect, it } from "vitest";
import { factsIn, read } from "../reading.js";

/** What is told of webhooks. */
const told = (code: string) => factsIn(code).filter((one) => /webhook/.test(one));

const sdk = `import * as PortOne from "@portone/server-sdk";`;

/** A handler that verifies a webhook's body, with what it does before and behind. */
const verified = (body: string, before = "", behind = "") =>
  `${sdk} ${before} app.post("/hook", async (req, res) => { const w = await PortOne.Webhook.verify(secret, ${body}, req.headers); ${behind} });`;

describe("A webhook is told that is verified by another text than the one that was sent", () => {
  it.each([
    "JSON.stringify(req.body)",
    "JSON.parse(req.body)",
    "await req.json()",
    "(await req.json())",
    "req.json()",
  ])("A webhook is told that is verified by %s", (body) => {
    expect(told(verified(body))).toEqual([`parsed-webhook at ${body}`]);
  });
  it.each(["express.json()", "bodyParser.json()"])(
    "A webhook is told that is verified by the body that %s parsed",
    (parser) => {
      expect(told(verified("req.body", `app.use(${parser});`))).toEqual([
        "parsed-webhook at req.body",
      ]);
      expect(told(verified("body", `app.use(${parser});`))).toEqual(["parsed-webhook at body"]);
    },
  );
  it.each([
    ["req.body", ""],
    ["await req.text()", ""],
    ["req.rawText", "app.use(express.json());"],
    ["req.body", "app.use(express.urlencoded());"],
    ["raw(JSON.stringify(req.body))", ""],
    ["(await req.json()).raw", ""],
    ["req.bodyRaw", "app.use(express.json());"],
    ["req.body", "app.use(express.json({ verify : keep })); app.use(express.json());"],
    ["req.body", "app.use(express.json()); app.use(express.raw({ type: '*/*' }));"],
    ["req.body", "app.use(express.json()); app.use(express.text());"],
    ["req.body", "app.use(bodyParser.json()); app.use(bodyParser.raw());"],
    ["req.body", "app.use(bodyParser.json()); app.use(bodyParser.text());"],
    ["req.body", "app.use(express.json()); use(req.rawBody);"],
    ["req.body", "app.use(express.json({ verify: keep })); app.use(express.json());"],
  ])("and nothing is told of one that is verified by %s %s", (body, before) => {
    expect(told(verified(body, before))).toEqual([]);
  });
  it.each([
    `import { Webhook } from "other"; Webhook.verify(secret, JSON.stringify(body));`,
    `import * as PortOne from "@portone/server-sdker"; PortOne.Webhook.verify(secret, JSON.stringify(body));`,
    `${sdk} PortOne.Webhook.sign(secret, JSON.stringify(body));`,
    `${sdk} PortOne.Webhook.verify(secret);`,
    "Webhook.verify(secret, JSON.stringify(body));",
  ])("and nothing is told of %s", (code) => {
    expect(told(`${code} use("Webhook.verify");`)).toEqual([]);
  });
  it.each([
    `import { Webhook } from "@portone/server-sdk"; Webhook.verify(secret, JSON.stringify(body));`,
    `import { verify as Webhook } from "@portone/server-sdk/webhook"; use(Webhook); import { Webhook as W } from "@portone/server-sdk/payment"; W.verify(secret, JSON.stringify(body));`,
    `const { Webhook } = require("@portone/server-sdk"); Webhook.verify(secret, JSON.stringify(body));`,
    `${sdk} PortOne.Webhook.verify(secret, JSON.stringify(body));`,
    `import sdk from "@portone/server-sdk"; sdk.Webhook.verify(secret, JSON.stringify(body));`,
    `import { Webhook } from "@portone/server-sdk/webhook"; Webhook.verify(secret, JSON.stringify(body));`,
  ])("A webhook is told by whatever import it is verified: %s", (code) => {
    expect(told(`${code} use("Webhook.verify");`)).toEqual([
      "parsed-webhook at JSON.stringify(body)",
    ]);
  });
});

describe("A field of a webhook of V1 is told where one of V2 is verified", () => {
  it.each(["imp_uid", "merchant_uid", "status"])(
    "A field of a webhook of V1 is told where one of V2 is verified: %s",
    (field) => {
      const fact = [`foreign-webhook ${field} at ${field}`];
      expect(told(verified("raw", "", `use(req.body.${field});`))).toEqual(fact);
      expect(told(verified("raw", "", `const { ${field}: a } = req.body; use(a);`))).toEqual(fact);
    },
  );
  it.each([
    "use(req.body.type);",
    "use(order.status);",
    "use(req.body[status]);",
    "use(req.body.toString());",
    "const [status] = req.body;",
    "const { ...status } = req.body;",
    "const { status } = order;",
    "const { type } = req.body;",
    "save({ status: 1 });",
  ])("and nothing is told of %s", (behind) => {
    expect(told(verified("raw", "", behind))).toEqual([]);
  });
  it("and nothing is told of another handler", () => {
    const other = `app.post("/done", (req, res) => use(req.body.status));`;
    expect(told(`${other} ${verified("raw")}`)).toEqual([]);
    expect(told(`${verified("raw")} ${other}`)).toEqual([]);
  });
});

describe("A decision by what a webhook says is told where nothing checks it", () => {
  /** A route that decides by a test. */
  const route = (test: string, before = "const { imp_uid } = req.body;") =>
    told(`app.post("/hook", (req, res) => { ${before} if (${test}) db.orders.save(imp_uid); });`);
  it.each([
    `req.body.status === "paid"`,
    `"paid" == req.body.status`,
    `req.body.status != "paid"`,
    `req.body.status !== "paid"`,
    `req.body["status"] === "paid"`,
  ])("A decision is told by %s", (test) => {
    const of = /req\.body(?:\.status|\["status"\])/.exec(test)?.[0];
    expect(route(test)).toEqual([`believed-webhook v1 at ${of}`]);
  });
  it.each([
    ["const { imp_uid, status } = req.body;", "status"],
    ["const { imp_uid, status: state } = req.body;", "state"],
    ["const { imp_uid } = req.body; const state = req.body.status;", "state"],
  ])("A decision is told by a name for the status: %s", (before, name) => {
    expect(route(`${name} === "paid"`, before)).toEqual([`believed-webhook v1 at ${name}`]);
  });
  it.each([
    "const { imp_uid, status: state = 1 } = order;",
    "const { imp_uid } = req.body; const state = order.status;",
    "const { imp_uid } = req.body; const state = load();",
    "const { imp_uid, pay_method: state } = req.body;",
  ])("and nothing is told of another name: %s", (before) => {
    expect(route(`state === "paid"`, before)).toEqual([]);
  });
  it.each([
    `req.body.status === "failed"`,
    `req.body.status === paid`,
    `req.body.status > "paid"`,
    `req.body.state === "paid"`,
    `order.status === "paid"`,
    "req.body.status",
    `read() === "paid"`,
    `"paid" === "paid"`,
    `req.body.status === 1`,
  ])("and nothing is told of %s", (test) => {
    expect(route(test)).toEqual([]);
  });
  it("and nothing is told of a request without the ids of a webhook, which only V1 says", () => {
    expect(route(`req.body.status === "paid"`, "")).toEqual([]);
    const beside = `app.post("/other", (req, res) => log(req.body.imp_uid));`;
    const without = `app.post("/hook", (req, res) => { if (req.body.status === "paid") db.save(1); });`;
    expect(told(beside + without)).toEqual([]);
    expect(told(without + beside)).toEqual([]);
    expect(route(`req.body.status === "paid"`, "log(req.body.merchant_uid);")).toEqual([
      "believed-webhook v1 at req.body.status",
    ]);
  });
  it("A decision by the type of a webhook of V2 is told, whatever else is read", () => {
    expect(route(`req.body.type === "Transaction.Paid"`, "")).toEqual([
      "believed-webhook v2 at req.body.type",
    ]);
    expect(route(`req.body.type === "BillingKey.Issued"`, "")).toEqual([
      "believed-webhook v2 at req.body.type",
    ]);
    expect(route(`req.body.type === "Other.Paid"`, "use('Transaction.');")).toEqual([]);
  });
  it("A decision by a switch is told, once for a handler", () => {
    const cases = (...values: string[]) =>
      values.map((value) => `case ${value}: db.orders.save(1); break;`).join(" ");
    const of = (...values: string[]) =>
      told(
        `app.post("/hook", (req, res) => { log(req.body.imp_uid); switch (req.body.status) { ${cases(...values)} default: } });`,
      );
    expect(of(`"failed"`, `"paid"`)).toEqual(["believed-webhook v1 at req.body.status"]);
    expect(of(`"failed"`)).toEqual([]);
    expect(of("1", "paid")).toEqual([]);
    const twice = `if (req.body.status === "paid") db.save(1); if (req.body.status === "paid") db.save(2);`;
    expect(
      told(`app.post("/hook", (req, res) => { log(req.body.imp_uid); ${twice} });`),
    ).toHaveLength(1);
    const handler = (path: string) =>
      `app.post("${path}", (req, res) => { log(req.body.imp_uid); if (req.body.status === "paid") db.save(1); });`;
    expect(told(handler("/a") + handler("/b"))).toHaveLength(2);
  });
  it("and nothing is told outside of a function", () => {
    expect(told(`log(req.body.imp_uid); if (req.body.status === "paid") db.save(1);`)).toEqual([]);
  });
  it("What is told names the field or the version that it is of", () => {
    const { facts } = read(verified("raw", "", "use(req.body.status);"));
    expect(facts.filter(({ what }) => what === "foreign-webhook")).toEqual([
      {
        ...{ what: "foreign-webhook", value: "status", terms: { name: "status" } },
        span: [expect.any(Number), expect.any(Number)],
        isSample: false,
      },
    ]);
  });
  it("A sample is not held against its writer", () => {
    const code = `app.post("/hook", (req, res) => { log(req.body.imp_uid); if (req.body.status === "paid") db.save(1); });`;
    expect(factsIn(code, { isSample: true })).toEqual([]);
    expect(told(code)).toHaveLength(1);
  });
});
