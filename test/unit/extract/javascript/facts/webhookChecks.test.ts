import { describe, expect, it } from "vitest";
import { factsIn } from "../reading.js";

const isTold = (code: string) => factsIn(code).some((one) => one.startsWith("believed-webhook"));

/** A route of a webhook that decides by its status, with what it does then, and the code around it. */
const route = (then: string, { middleware = "", before = "" } = {}) =>
  `${before} app.post("/hook", ${middleware} async (req, res) => {
    const { imp_uid, merchant_uid, status } = req.body;
    if (status === "paid") { ${then} }
  });`;

describe("A webhook that a program acts on is told where nothing looks the payment up", () => {
  it.each([
    ...["db", "prisma", "knex", "sql", "pool", "redis", "supabase", "mongoose"],
    ...["console", "res", "reply", "response", "ctx", "c", "logger", "log", "JSON", "Object"],
    ...[
      "orderRepository",
      "OrderModel",
      "orders",
      "cart",
      "users",
      "stock",
      "mailer.mail",
      "slack",
    ],
    ...["this.orderStore", "couponDao", "memberMapper", "subscriptions", "enrolment", "tickets"],
  ])("A webhook is told that is only given to %s", (object) => {
    expect(isTold(route(`await ${object}.change(imp_uid);`))).toBe(true);
  });
  it.each([
    ...["save", "update", "insert", "upsert", "delete", "remove", "create", "set", "mark", "log"],
    ...["emit", "send", "notify", "push", "add", "ship", "deliver", "paid", "json", "end"],
    ...["redirect", "text", "includes", "has", "startsWith", "run", "exec", "execute", "query"],
    ...["where", "doc", "collection", "eq", "String", "Number", "Boolean", "BigInt", "parseInt"],
    ...["parseFloat", "fulfilOrder", "findOne", "findUnique", "findFirst", "findById", "findByPk"],
    ...["findMany", "findAll", "saveOrder", "markPaid", "sendMail", "info", "warn", "error"],
  ])("A webhook is told that is only given to %s()", (name) => {
    expect(isTold(route(`await ${name}(imp_uid);`))).toBe(true);
    expect(isTold(route(`await thing.${name}(imp_uid);`))).toBe(true);
  });
  it.each([
    "await thing().orders.change(imp_uid);",
    "await db('orders').where({ a: 1 }).change(imp_uid);",
    "await connect().then().orders.items().change(imp_uid);",
    "req.body.change(imp_uid);",
    "await go();",
    "await go(order.id, 1);",
    "await things[name](imp_uid);",
    "await axios.get('https://example.com/a', imp_uid);",
    "await fetch(`https://hooks.slack.com/${imp_uid}`);",
  ])("A webhook is told that is handled by %s", (then) => {
    expect(isTold(route(then))).toBe(true);
  });

  it.each([
    // The payment is looked up at PortOne, or somewhere that the code does not say.
    "await axios.get(`https://api.iamport.kr/payments/${imp_uid}`);",
    "await fetch(`https://api.portone.io/payments/${imp_uid}`);",
    "await axios.get(`${base}/payments/${imp_uid}`);",
    "await got(address, imp_uid);",
    "await ky(address, imp_uid);",
    "await request(address, imp_uid);",
    "await superagent.get(address, imp_uid);",
    "await undici.get(address, imp_uid);",
    "await http.get(address);",
    "await https.get(address);",
    "await $fetch(address);",
    "await ofetch(address);",
    "await needle.get(address);",
    "await httpService.get(address);",
    "await iamport.load();",
    "await portone.payment.load();",
    "await portOneClient.load();",
    "await port_one.load();",
    "await imp.load();",
    // What is given the ids, the body or the request may look it up.
    "await settle(imp_uid);",
    "await settle(merchant_uid);",
    "await settle(req.body);",
    "await settle(req);",
    "await settle({ id: imp_uid });",
    "await settle(status);",
    "await settle(`${imp_uid}`);",
    "await service.settle(imp_uid);",
    "await services.payments.settle(imp_uid);",
    // Words of what verifies it.
    "verifySender();",
    "const signature = 1;",
    "checkHmac();",
    "crypto.timingSafeEqual(a, b);",
    "validate();",
    "guard();",
    "if (secret) use();",
  ])("and nothing is told where the payment may be looked up or the sender checked: %s", (then) => {
    expect(isTold(route(then))).toBe(false);
  });

  it("A parameter by the name of a client is none", () => {
    const handler = (call: string) =>
      `app.post("/hook", async (request) => { const { imp_uid, status } = request.body; if (status === "paid") { ${call} } });`;
    expect(isTold(handler("request.log.info(1);"))).toBe(true);
    expect(isTold(handler("await fetch(address);"))).toBe(false);
  });
});

describe("What runs before a handler may check a webhook", () => {
  const save = "await db.save(imp_uid);";
  it.each([
    "express.json(),",
    "bodyParser.urlencoded(),",
    "express.raw(),",
    "express.text(),",
    "parser,",
    "cors(),",
    "rateLimit(),",
    "upload.none(),",
    "asyncHandler(f),",
    "wrap(f),",
    "`/more`,",
    `"/more",`,
  ])("What runs before a handler does not check a webhook: %s", (middleware) => {
    expect(isTold(route(save, { middleware }))).toBe(true);
  });
  it.each(["check,", "auth(),", "[check],", "(req, res, next) => next(),"])(
    "What runs before a handler may check a webhook: %s",
    (middleware) => {
      expect(isTold(route(save, { middleware }))).toBe(false);
    },
  );
  it.each([
    "app.use(verifyWebhook);",
    `app.use("/hook", checkSignature);`,
    "router.use(guard);",
    "(app as any).use(validator());",
  ])("A program checks every webhook by %s", (before) => {
    expect(isTold(route(save, { before }))).toBe(false);
  });
  it.each(["app.use(express.json());", "app.get(verify);", "use(verify);", "app.use();"])(
    "A program checks no webhook by %s",
    (before) => {
      expect(isTold(route(save, { before }))).toBe(true);
    },
  );
  it.each(["52.78.100.19", "52.78.48.223", "52.78.5.241"])(
    "A program that names the sender %s checks it",
    (address) => {
      expect(isTold(route(save, { before: `const senders = ["${address}"];` }))).toBe(false);
      expect(isTold(route(save, { before: `const senders = ["52.78.1.1"];` }))).toBe(true);
    },
  );
  it.each([
    ["@UseGuards(Own)", false],
    ["@UseInterceptors(Own)", false],
    ["@Signed()", false],
    ["@Verified()", false],
    [`@Post("hook")`, true],
    ["", true],
  ])("A decorator %s of a handler or of its class may check it", (decorator, expected) => {
    const body = `const { imp_uid, status } = body; if (status === "paid") db.save(imp_uid);`;
    expect(isTold(`class A { ${decorator} hook(@Body() body) { ${body} } }`)).toBe(expected);
    expect(isTold(`${decorator} class A { hook(@Body() body) { ${body} } }`)).toBe(expected);
  });
});

describe("Functions of the program that a handler calls are looked into", () => {
  const asks = "await axios.get(`https://api.iamport.kr/payments/${imp_uid}`);";
  const saves = "await db.save(imp_uid);";
  const own = (body: string) => `async function settle(imp_uid) { ${body} }`;
  it("Functions of the program are looked into", () => {
    expect(isTold(route("await settle(imp_uid);", { before: own(asks) }))).toBe(false);
    expect(isTold(route("await settle(imp_uid);", { before: own(saves) }))).toBe(true);
    expect(isTold(route("await settle();", { before: own("await settle();") }))).toBe(true);
  });
  it("Functions of the program are looked into four deep, and what is deeper may check", () => {
    const chain = (length: number) =>
      Array.from(
        { length },
        (_, index) =>
          `function f${index}(a) { ${index + 1 < length ? `f${index + 1}(a);` : "db.save(a);"} }`,
      ).join(" ");
    expect(isTold(route("f0(imp_uid);", { before: chain(4) }))).toBe(true);
    expect(isTold(route("f0(imp_uid);", { before: chain(5) }))).toBe(false);
  });
  it("Only what the handler itself does counts, not the functions beside it", () => {
    const other = `app.post("/pay", async (req, res) => { const { imp_uid } = req.body; ${asks} });`;
    expect(isTold(route(saves) + other)).toBe(true);
    expect(isTold(other + route(saves))).toBe(true);
  });
  it("The handler is the function that a route is given, though it is in another", () => {
    const routes = (body: string) =>
      `export async function routes(app) { ${asks.replace("${imp_uid}", "1")} ${body} }`;
    expect(isTold(routes(route(saves)))).toBe(true);
    expect(isTold(routes(route(saves).replace(`"/hook"`, "path")))).toBe(false);
    expect(isTold(routes(route(saves).replace(`"/hook"`, `"hook"`)))).toBe(false);
  });
  it("The handler is the outermost function where no route is given one", () => {
    const inner = `const inner = async () => { if (req.body.status === "paid") { ${saves} } };`;
    const handler = (rest: string) =>
      `export async function hook(req) { const { imp_uid } = req.body; ${inner} ${rest} }`;
    expect(isTold(handler("inner();"))).toBe(true);
    expect(isTold(handler(`inner(); ${asks}`))).toBe(false);
  });
});
