import { describe, expect, it } from "vitest";
import { drf, fastapi, hook, indented, paid, pay, webhooks } from "./handlers.js";

describe("Nothing is said in Python", () => {
  it.each([
    [
      "of a payment that requests gets",
      [
        `p = requests.get("https://api.iamport.kr/payments/" + data["imp_uid"], headers=h).json()`,
        paid,
        pay,
      ],
    ],
    [
      "of a payment that requests gets from an address of another name",
      [`p = requests.get(f"{BASE}/{data['imp_uid']}").json()`, paid, pay],
    ],
    [
      "of a payment that a session gets",
      [`p = session.get(url + data["imp_uid"]).json()`, paid, pay],
    ],
    [
      "of a payment that httpx gets",
      [`p = httpx.get(f"{BASE}/{data['imp_uid']}").json()`, paid, pay],
    ],
    [
      "of a payment that a client of httpx gets",
      [
        "with httpx.Client() as client:",
        `    p = client.get(url + data["imp_uid"]).json()`,
        paid,
        pay,
      ],
    ],
    [
      "of a payment that PortOne's client gets",
      [`p = iamport.find(imp_uid=data["imp_uid"])`, paid, pay],
    ],
    [
      "of the client of V2",
      [`p = portone.payment.get_payment(payment_id=data["paymentId"])`, paid, pay],
    ],
    [
      "where a function of another module is given an id",
      [paid, `    complete_payment(data["imp_uid"])`],
    ],
    [
      "where a function of another module stores, which may do more",
      [paid, `    update_order(data["imp_uid"])`],
    ],
    ["where a service is given the body", [paid, "    payment_service.handle(data)"]],
    ["where a task is given an id", [paid, `    complete.delay(data["imp_uid"])`]],
    [
      "where a thread is given an id",
      [paid, `    Thread(target=complete, args=(data["imp_uid"],)).start()`],
    ],
    [
      "where a serializer may check",
      ["s = HookSerializer(data=data)", "s.is_valid(raise_exception=True)", paid, pay],
    ],
    ["where a function verifies", ["verify_iamport(request)", paid, pay]],
    [
      "where a digest is compared",
      ["if not hmac.compare_digest(a, b):", "    abort(401)", paid, pay],
    ],
    [
      "where the sender's address is read",
      ["if request.remote_addr not in ALLOWED:", "    abort(403)", paid, pay],
    ],
    ["where PortOne's address is", [`if ip != "52.78.48.223":`, "    abort(403)", paid, pay]],
    [
      "of the status of a payment that was got",
      [`payment = find(data["imp_uid"])`, `if payment["status"] == "paid":`, pay],
    ],
    [
      "of a status that may be another one",
      [
        `status = data["status"]`,
        "if x:",
        `    status = find(data["imp_uid"])`,
        `if status == "paid":`,
        pay,
      ],
    ],
    [
      "where a method of a record may look up",
      [`sale = Sale.objects.get(uid=data["imp_uid"])`, paid, `    sale.confirm(data["imp_uid"])`],
    ],
    [
      "where a record asks for its state itself",
      [`sale = Sale.objects.get(uid=data["imp_uid"])`, "sale.update()", paid, pay],
    ],
    ["where a method of a model may look up", [paid, `    Order.pay(data["imp_uid"])`]],
    ["of another status", [`if data["status"] == "ready":`, pay]],
    ["without an id", [paid, `    Order.objects.filter(id=data["order"]).update(paid=True)`]],
  ])("Nothing is said in Python %s", async (_name, body) => {
    expect(await webhooks(...hook(...body))).toEqual([]);
  });

  it("Nothing is said in Python where a function of the file looks up", async () => {
    const text = [
      ...hook(paid, `    done(data["imp_uid"])`),
      "def done(uid):",
      "    p = requests.get(URL + uid)",
    ];
    expect(await webhooks(...text)).toEqual([]);
  });

  it("Nothing is said in Python where orders are a module of the shop, which may look up", async () => {
    const text = ["from shop import orders", ...hook(paid, `    orders.pay(data["imp_uid"])`)];
    expect(await webhooks(...text)).toEqual([]);
  });

  it("Nothing is said in Python where something runs before every handler", async () => {
    const text = ["@app.before_request", "def before():", "    pass"];
    expect(await webhooks(...hook(paid, pay), ...text)).toEqual([]);
  });

  it.each([
    ["where a decorator is not known", ["@app.post('/hook')", "@from_portone"], "payload: dict"],
    [
      "where dependencies check",
      ["@app.post('/hook', dependencies=[Depends(portone_ip)])"],
      "payload: dict",
    ],
    [
      "where a parameter depends on something",
      ["@app.post('/hook')"],
      "payload: dict, hook: Hook = Depends(from_portone)",
    ],
    [
      "where a body depends on something",
      ["@app.post('/hook')"],
      "payload: dict = Depends(from_portone)",
    ],
    [
      "where a header is the signature",
      ["@app.post('/hook')"],
      "payload: dict, x_signature: str = Header()",
    ],
    ["of what is asked with GET", ["@app.get('/hook')"], "payload: dict"],
    ["of a function that no request reaches", [], "payload: dict"],
  ])("Nothing is said in Python %s", async (_name, marks, parameters) => {
    const text = [
      ...fastapi,
      ...marks,
      `async def hook(${parameters}):`,
      `    if payload["status"] == "paid":`,
      `        Order.objects.filter(imp_uid=payload["imp_uid"]).update(paid=True)`,
    ];
    expect(await webhooks(...text)).toEqual([]);
  });

  it.each([
    ["where a class has permissions", "APIView", ["permission_classes = [FromPortOne]"]],
    ["where a class has a part that may check", "FromPortOne, APIView", []],
    ["where a class dispatches itself", "APIView", ["def dispatch(self, request):", "    pass"]],
  ])("Nothing is said in Python %s", async (_name, bases, body) => {
    const text = [
      ...drf,
      `class Hook(${bases}):`,
      ...indented(body),
      "    def post(self, request):",
      `        if request.data["status"] == "paid":`,
      `            Order.objects.filter(uid=request.data["imp_uid"]).update(paid=True)`,
    ];
    expect(await webhooks(...text)).toEqual([]);
  });
});
