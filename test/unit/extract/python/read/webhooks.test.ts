import { describe, expect, it } from "vitest";
import { django, drf, fastapi, flask, hook, indented, paid, pay, webhooks } from "./handlers.js";

describe("A webhook that is believed is found in Python", () => {
  it("A webhook that is believed is told at what the decision is about, once a handler", async () => {
    expect(await webhooks(...hook(paid, pay, paid, pay))).toEqual(["6:8 webhook/unverified"]);
  });

  it.each([
    ["by its text", [`data = json.loads(request.data)`, paid, pay]],
    ["by its form", [`data = request.form`, paid, pay]],
    ["by JSON or a form", [`data = request.get_json(silent=True) or request.form`, paid, pay]],
    [
      "by a field that has a name",
      [
        `data = request.json`,
        `status = data.get("status", "")`,
        `if status != "paid":`,
        "    return jsonify({})",
        `Order.objects.filter(imp_uid=data["imp_uid"]).update(paid=True)`,
      ],
    ],
    [
      "by a field of the request",
      [
        `if request.json["status"] == "paid":`,
        `    Order.objects.filter(imp_uid=request.json["imp_uid"]).update(paid=True)`,
      ],
    ],
    [
      "with match",
      [
        `data = request.json`,
        `match data["status"]:`,
        `    case "ready" | "paid":`,
        `        db.session.execute(update(Order).where(Order.uid == data["imp_uid"]))`,
      ],
    ],
    [
      "with a condition of two",
      [
        `data = request.json`,
        `if data["status"] == "paid" and data["merchant_uid"]:`,
        "    db.session.commit()",
      ],
    ],
    [
      "by V2's type",
      [`data = request.json`, `if data["type"] == "Transaction.Paid":`, "    db.session.commit()"],
    ],
    [
      "with a record",
      [
        `data = request.json`,
        `sale = Sale.objects.get(uid=data["imp_uid"])`,
        paid,
        "    sale.uid = data['imp_uid']",
        "    sale.save()",
      ],
    ],
    [
      "with a new object",
      [
        `data = request.json`,
        `sale = Sale(uid=data["imp_uid"])`,
        paid,
        "    sale.save()",
        "    db.session.add(sale)",
      ],
    ],
    [
      "with a log",
      [
        `data = request.json`,
        `logging.info("%s", data["imp_uid"])`,
        `app.logger.info(data)`,
        paid,
        pay,
      ],
    ],
    [
      "with a connection",
      [
        `data = request.json`,
        "conn = connect(URL)",
        `uid = data.get("payment", {}).get("imp_uid", "")`,
        `if data["type"] == "Transaction.Paid":`,
        `    conn.execute("UPDATE orders SET paid = 1 WHERE uid = $1", uid)`,
        "conn.close()",
      ],
    ],
    [
      "with a cursor",
      [
        `data = request.json`,
        paid,
        `    cursor.execute("UPDATE orders SET paid = 1 WHERE uid = %s", (data["imp_uid"],))`,
      ],
    ],
  ])("A webhook that is believed is found in Flask: %s", async (_name, body) => {
    const text = [...flask, `@app.post("/webhook")`, "def hook():", ...indented(body)];
    expect(await webhooks(...text)).toEqual([expect.stringMatching(/ webhook\/unverified$/)]);
  });

  it.each([
    ["of FastAPI with a dictionary", "payload: dict", `payload["status"]`, `payload["imp_uid"]`],
    [
      "of FastAPI with a dictionary of types",
      "payload: dict[str, Any], db: Session = Depends(get_db)",
      `payload.get("status")`,
      `payload["imp_uid"]`,
    ],
    ["of FastAPI with a model", "payload: Hook", "payload.status", "payload.imp_uid"],
    [
      "of FastAPI with a model of another file",
      "payload: PaymentHook",
      "payload.status",
      "payload.imp_uid",
    ],
    [
      "of FastAPI with its body",
      "payload: dict = Body(...)",
      `payload["status"]`,
      `payload["imp_uid"]`,
    ],
    [
      "of FastAPI with an annotated body",
      "payload: Annotated[dict, Body()]",
      `payload["status"]`,
      `payload["imp_uid"]`,
    ],
    [
      "of FastAPI with fields of a form",
      "imp_uid: str = Form(...), status: str = Form(...)",
      "status",
      "imp_uid",
    ],
    [
      "of FastAPI with its request",
      "request: Request",
      `(await request.json())["status"]`,
      `(await request.json())["imp_uid"]`,
    ],
  ])(
    "A webhook that is believed is found in Python: %s",
    async (_name, parameters, status, uid) => {
      const text = [
        ...fastapi,
        "class Hook(BaseModel):",
        "    imp_uid: str",
        "    status: str",
        `@app.post("/webhook")`,
        `async def hook(${parameters}):`,
        `    if ${status} == "paid":`,
        `        Order.objects.filter(imp_uid=${uid}).update(paid=True)`,
      ];
      expect(await webhooks(...text)).toEqual(["9:8 webhook/unverified"]);
    },
  );

  it.each([
    [
      "of Django with its body",
      [
        "@csrf_exempt",
        "def hook(request):",
        "    data = json.loads(request.body)",
        `    ${paid}`,
        `    ${pay}`,
      ],
    ],
    [
      "of Django with a body that is decoded",
      [
        "@csrf_exempt",
        "@require_POST",
        "def hook(request):",
        `    data = json.loads(request.body.decode("utf-8"))`,
        `    ${paid}`,
        `    ${pay}`,
      ],
    ],
    [
      "of Django with a form",
      [
        "@csrf_exempt",
        "def hook(request):",
        `    if request.POST.get("status") == "paid":`,
        `        Order.objects.filter(uid=request.POST["imp_uid"]).update(paid=True)`,
      ],
    ],
    [
      "of Django with a class",
      [
        `@method_decorator(csrf_exempt, name="dispatch")`,
        "class Hook(View):",
        "    def post(self, request):",
        "        data = json.loads(request.body)",
        `        ${paid}`,
        `            self.done(data["imp_uid"])`,
        "    def done(self, uid):",
        "        Order.objects.filter(uid=uid).update(paid=True)",
      ],
    ],
  ])("A webhook that is believed is found in Python: %s", async (_name, lines) => {
    expect(await webhooks(...django, ...lines)).toEqual([
      expect.stringMatching(/webhook\/unverified$/),
    ]);
  });

  it.each([
    [
      "of Django REST framework",
      [
        `@api_view(["POST"])`,
        "@permission_classes([AllowAny])",
        "def hook(request):",
        `    if request.data["status"] == "paid":`,
        `        Order.objects.filter(uid=request.data["imp_uid"]).update(paid=True)`,
      ],
    ],
    [
      "of a class of it",
      [
        "class Hook(APIView):",
        "    authentication_classes = []",
        "    permission_classes = [AllowAny]",
        "    def post(self, request):",
        `        uid = request.data.get("imp_uid")`,
        `        if request.data.get("status") == "paid":`,
        "            self.done(uid)",
        "        return Response({})",
        "    def done(self, uid):",
        "        Order.objects.filter(uid=uid).update(paid=True)",
      ],
    ],
  ])("A webhook that is believed is found in Python: %s", async (_name, lines) => {
    expect(await webhooks(...drf, ...lines)).toEqual([
      expect.stringMatching(/webhook\/unverified$/),
    ]);
  });

  it("A webhook that is believed is found in a function that makes the app", async () => {
    const text = [
      "from flask import Flask, request",
      "def create_app():",
      "    app = Flask(__name__)",
      ...indented(hook(paid, pay).slice(flask.length)),
    ];
    expect(await webhooks(...text)).toHaveLength(1);
  });

  it("A webhook that is believed is found unless a comment suppresses it", async () => {
    expect(
      await webhooks(...hook("# paylint-disable-next-line webhook/unverified", paid, pay)),
    ).toEqual([]);
  });
});

describe("A webhook that PortOne's client verifies in Python", () => {
  it.each([
    ["is read as it was received", "request.get_data(as_text=True)", []],
    ["is read as it was received and decoded", `request.data.decode("utf-8")`, []],
    ["is not parsed", "request.json", [expect.stringMatching(/webhook\/raw-body$/)]],
    [
      "is not made of what was parsed",
      "json.dumps(request.json)",
      [expect.stringMatching(/webhook\/raw-body$/)],
    ],
    [
      "is not parsed and printed",
      "str(request.get_json())",
      [expect.stringMatching(/webhook\/raw-body$/)],
    ],
  ])("A webhook that PortOne's client verifies in Python %s", async (_name, body, expected) => {
    for (const [line, path] of [
      ["import portone_server_sdk as portone", "portone.webhook.verify"],
      ["from portone_server_sdk import webhook", "webhook.verify"],
      ["from portone_server_sdk.webhook import verify", "verify"],
    ] as const) {
      const text = [
        line,
        ...flask,
        `@app.post("/webhook")`,
        "def hook():",
        `    ${path}(SECRET, ${body}, request.headers)`,
      ];
      expect(await webhooks(...text)).toEqual(expected);
    }
  });

  it("A webhook that PortOne's client verifies in Python has no key of V1", async () => {
    const text = [
      "import portone_server_sdk as portone",
      ...flask,
      `@app.post("/webhook")`,
      "def hook():",
      "    portone.webhook.verify(SECRET, request.get_data(as_text=True), request.headers)",
      "    data = request.json",
      `    orders.pay(data["imp_uid"], data["data"]["paymentId"])`,
    ];
    expect(await webhooks(...text)).toEqual(["8:21 webhook/v1-field"]);
  });
});
