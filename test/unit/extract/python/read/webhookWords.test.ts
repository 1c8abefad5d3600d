import { describe, expect, it } from "vitest";
import { fastapi, hook, paid, pay, webhooks } from "./handlers.js";

const believed = [expect.stringMatching(/ webhook\/unverified$/)];

/** What is found in a handler of Flask that does something first. */
const behind = (...lines: string[]) => webhooks(...hook(...lines, paid, pay));

/** What is found in a handler of FastAPI. */
const ofFastapi = (mark: string, parameters = "payload: dict", ...before: string[]) =>
  webhooks(
    ...fastapi,
    ...before,
    mark,
    `async def hook(${parameters}):`,
    `    if payload["status"] == "paid":`,
    `        Order.objects.filter(imp_uid=payload["imp_uid"]).update(paid=True)`,
  );
const post = `@app.post("/hook")`;

describe("Code that may verify a webhook is told by its words", () => {
  it.each([
    "verify",
    "signature",
    "hmac",
    "timing_safe",
    "timingsafe",
    "guard",
    "validate",
    "secret",
    "SIGNATURE",
    "remote_addr",
    "remoteAddr",
    "remote_host",
    "forwarded",
    "client_ip",
    "clientip",
    "ip_addr",
    "ipaddr",
    "Mac",
  ])("%s", async (word) => {
    expect(await behind(`print(${word})`)).toEqual([]);
    expect(await behind(`print("${word}")`)).toEqual([]);
    expect(await behind(`print(1, ${word}=1)`)).toEqual([]);
    expect(await behind(`print(request.${word})`)).toEqual([]);
  });
  it.each(["sign", "timing", "remote", "address", "Machine", "client"])("not %s", async (word) => {
    expect(await behind(`print(${word})`)).toEqual(believed);
  });

  it.each(["52.78.100.19", "52.78.48.223", "52.78.5.241"])("the address %s", async (address) => {
    expect(await behind(`# ${address}`)).toEqual([]);
  });
  it("not any other address", async () => {
    expect(await behind("# 52.78.100.20")).toEqual(believed);
  });

  it.each(["iamport", "portone", "port_one", "imp", "IAMPORT"])("%s", async (name) => {
    expect(await behind(`${name}.ping()`)).toEqual([]);
  });
  it("not any other name", async () => {
    expect(await behind("simple.ping()")).toEqual(believed);
  });
});

describe("Code that keeps what a webhook says is told by its words", () => {
  const kept = (line: string, ...imports: string[]) =>
    webhooks(...imports, ...hook(paid, `    ${line}`));

  it.each([
    ..."db,prisma,knex,sql,pool,redis,supabase,mongoose,console,res,reply,response,ctx,c,logger,log,JSON,Object,Array,String,Number,Math,Date,NextResponse,Response".split(
      ",",
    ),
    ..."order,repository,repo,dao,mapper,model,store,cart,user,product,stock,inventory,ticket,member,mail,email,slack,coupon,point,enrolment,subscription".split(
      ",",
    ),
    "orders",
    "the_order",
    "theOrder",
  ])("%s", async (name) => {
    expect(await kept(`${name}.execute(data["imp_uid"])`)).toEqual(believed);
  });
  it.each(["things", "ordering", "dbs", "my_db", "ress", "self"])("not %s", async (name) => {
    expect(await kept(`${name}.execute(data["imp_uid"])`)).toEqual([]);
  });

  it.each(
    "service,facade,usecase,use_case,client,gateway,manager,handler,processor,adapter,task,worker,publisher,producer,provider,resolver,checker,fetcher,helper,component,payment_port".split(
      ",",
    ),
  )("unless something of which nothing is told has them: %s", async (name) => {
    expect(await kept(`${name}.orders.execute(data["imp_uid"])`)).toEqual([]);
  });
  it.each(["shop", "portal", "cases"])("and %s is none of those", async (name) => {
    expect(await kept(`${name}.orders.execute(data["imp_uid"])`)).toEqual(believed);
  });

  it.each(["db", "database", "session", "redis", "cache", "log", "logger", "logging", "models"])(
    "also where %s is imported",
    async (name) => {
      const line = `${name}.orders.execute(data["imp_uid"])`;
      expect(await kept(line, `from shop import ${name}`)).toEqual(believed);
    },
  );
  it.each(["shop", "databases", "mydb"])("but not where %s is", async (name) => {
    const line = `${name}.orders.execute(data["imp_uid"])`;
    expect(await kept(line, `from base import ${name}`)).toEqual([]);
  });
});

describe("What may turn a request away before its handler is told by its words", () => {
  it.each([
    ..."guard,interceptors,signed,verify,secret,hmac,validator,dependency,permission,authenticate,authorize,security,allowed".split(
      ",",
    ),
    "from_ip",
    "ip_list",
    "GUARD",
  ])("%s among the settings of a handler", async (word) => {
    expect(await ofFastapi(`@app.post("/hook", ${word}=x)`)).toEqual([]);
  });
  it.each(["tags", "ship_to", "zip_code", "equip_it"])("not %s", async (word) => {
    expect(await ofFastapi(`@app.post("/hook", ${word}=x)`)).toEqual(believed);
  });

  it.each([
    ["a header by its name", "x_signature: str = Header()"],
    ["a parameter by its name", "verified: bool"],
    ["a parameter by its type", "it: VerifiedHook"],
    ["something that it depends on", "it: Thing = Depends(get)"],
    ["something that it depends on, by its name", "mydb: Thing = Depends(get)"],
    ["a header by its setting", `it: str = Header(alias="x-signature")`],
  ])("%s", async (_name, parameter) => {
    expect(await ofFastapi(post, `payload: dict, ${parameter}`)).toEqual([]);
  });
  it.each([
    ["a header", "other: str = Header()"],
    ["a parameter", "other: bool"],
    ["a session", "session: Thing = Depends(get)"],
    ["a database", "db: Thing = Depends(get)"],
    ["what is of the type of a session", "it: AsyncSession = Depends(get)"],
    ["what is of the type of a database", "it: DbThing = Depends(get)"],
  ])("not %s", async (_name, parameter) => {
    expect(await ofFastapi(post, `payload: dict, ${parameter}`)).toEqual(believed);
  });

  it.each([
    ["dependencies of a router", "app.include_router(r, dependencies=[x])"],
    ["a middleware by its name", "app.add_middleware(VerifyHook)"],
    ["a decorator of a function", `@app.middleware("http")\ndef before(r):\n    pass`],
  ])("%s", async (_name, line) => {
    expect(await ofFastapi(post, undefined, ...line.split("\n"))).toEqual([]);
  });
  it.each([
    ["a router", "app.include_router(r)"],
    ["a middleware", "app.add_middleware(CORSMiddleware)"],
    ["a verifier that is no middleware", "app.add_route(VerifyHook)"],
  ])("not %s", async (_name, line) => {
    expect(await ofFastapi(post, undefined, line)).toEqual(believed);
  });
});
