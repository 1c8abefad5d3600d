import { describe, expect, it } from "vitest";
import { type CallKind, noTables } from "../../../../../dist/extract/calls.js";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { parse } from "../../../../../dist/extract/javascript/syntax/parse.js";
import { Clients } from "../../../../../dist/extract/program/clients/clients.js";
import type { Client } from "../../../../../dist/extract/program/clients/model.js";
import type { ArgumentValue } from "../../../../../dist/extract/program/library.js";
import type { Import } from "../../../../../dist/extract/program/model.js";
import type { Value } from "../../../../../dist/extract/program/values.js";
import { readPython } from "../../../../../dist/extract/python/read.js";
import type { Reader } from "../../../../../dist/extract/reader.js";
import { Unknown } from "../../../../../dist/validator/unknown.js";
import { payloadsBy } from "../../shownPayload.js";
import { anything, argument, libraryCall, running, value } from "../running.js";

const service = {
  hosts: ["api.portone.io"],
  names: ["portone", "포트원"],
  ownPaths: [],
  keys: "camelCase" as const,
  secrets: [],
};
const kindOf = (name: string, path: string, method = "POST"): CallKind => ({
  kind: `portone.v2.${name}`,
  gateway: "portone",
  calls: [{ method, path }],
  service,
  names: {},
});

/** Kinds as the tables of V2 have them. */
const kinds = [
  kindOf("cancel", "/payments/{paymentId}/cancel"),
  kindOf("pay-with-billing-key", "/payments/{paymentId}/billing-key"),
  kindOf("schedule", "/payments/{paymentId}/schedule"),
  kindOf("revoke-schedules", "/payment-schedules", "DELETE"),
];

/** The payloads by the names of their calls, with `?` for what is not known. */
function payloads(read: Reader, text: string): Record<string, unknown> {
  const { calls } = read(text, { ...noTables, kinds, ending: "", parser: parse });
  const plain = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_key, one) => (one instanceof Unknown ? "?" : one)) ?? "null",
    );
  return Object.fromEntries(calls.map(({ name, payload }) => [name, plain(payload?.value)]));
}

describe("Clients and requests of V2", () => {
  it("Clients of V2 are read in Java: arguments by place, inputs of the package, nothing for null", () => {
    const nulls = (count: number) => Array(count).fill("null").join(", ");
    const text = `import io.portone.sdk.server.payment.PaymentClient;
import io.portone.sdk.server.common.*;
class A {
  private final PaymentClient client;
  private final PortOneClient whole = new PortOneClient("secret", "base", "store");
  void pay(String id, String key) {
    client.payWithBillingKey(id, key, null, "Plan", null, null, new PaymentAmountInput(1000, null, 0L), Currency.Krw.INSTANCE, ${nulls(13)}).join();
    client.cancelPayment(id, 500L, null, null, "reason", null, null, null, null);
    BillingKeyPaymentInput input = new BillingKeyPaymentInput(null, "key", null, "Plan", null, null, new PaymentAmountInput(1L, null, null), Currency.Krw.INSTANCE, ${nulls(12)});
    whole.getPayment().getPaymentSchedule().createPaymentSchedule(id, input, when).join();
  }
}`;
    expect(payloads(readJava, text)).toEqual({
      payWithBillingKey: {
        billingKey: "?",
        orderName: "Plan",
        amount: { total: 1000, vat: 0 },
        currency: "?",
      },
      cancelPayment: { amount: 500, reason: "reason" },
      createPaymentSchedule: {
        payment: { billingKey: "key", orderName: "Plan", amount: { total: 1 }, currency: "?" },
        timeToPay: "?",
      },
    });
  });

  it("Clients of V2 are read in Python: names in camelCase, inputs of the package", () => {
    const text = `import portone_server_sdk as portone
from portone_server_sdk.common import CustomerInput, CustomerNameInput, PaymentAmountInput

client = portone.PaymentClient(secret=SECRET)

def pay(payment_id, key, name):
    client.pay_with_billing_key(
        payment_id=payment_id,
        billing_key=key,
        order_name="Plan",
        customer=CustomerInput(name=CustomerNameInput(full=name), phone_number=None),
        amount=PaymentAmountInput(total="1000"),
        currency="KRW",
    )

async def cancel(payment_id):
    await portone.PortOneClient(secret=SECRET).payment.cancel_payment_async(payment_id=payment_id, reason="r", current_cancellable_amount=1)
`;
    expect(payloads(readPython, text)).toEqual({
      pay_with_billing_key: {
        billingKey: "?",
        orderName: "Plan",
        customer: { name: { full: "?" } },
        amount: { total: "1000" },
        currency: "KRW",
      },
      cancel_payment_async: { reason: "r", currentCancellableAmount: 1 },
    });
  });

  it("Calls of V2 are read as requests", () => {
    const java = `class A {
  void cancel(Payment payment) {
    String url = "https://api.portone.io/payments/" + payment.getImpUid() + "/cancel";
    Map<String, String> body = new HashMap<>();
    body.put("reason", "r");
    new RestTemplate().exchange(url, HttpMethod.POST, new HttpEntity<>(body, headers), Map.class);
  }
  void pay(String id) {
    portOneWebClient.post().uri("/payments/{paymentId}/billing-key", id).bodyValue(Map.of("billingKey", "k", "amount", Map.of("total", 1))).retrieve();
  }
}`;
    expect(payloads(readJava, java)).toEqual({
      "POST /payments/…/cancel": { reason: "r" },
      "POST …/payments/{paymentId}/billing-key": { billingKey: "k", amount: { total: 1 } },
    });
    const python = `import httpx, requests
BASE = "https://api.portone.io"
requests.post(f"{BASE}/payments/{payment_id}/cancel", json={"reason": "r"})
`;
    expect(payloads(readPython, python)).toEqual({ "POST /payments/…/cancel": { reason: "r" } });
  });
});

/** The payloads of what a method does with PortOne's client of V1 for Java. */
const inJava = (code: string): string[] =>
  payloadsBy(
    readJava,
    `import com.siot.IamportRestClient.*;
import com.siot.IamportRestClient.request.*;
class A { private final IamportClient client; void pay(String id, boolean flag, AgainPaymentData given) { ${code} } }`,
  );

describe("What a client of V1 for Java sends is known", () => {
  const begun = `customer_uid: "c", merchant_uid: "o", amount: 1`;
  it.each([
    ["a setter", `d.setName("n");`, `{ ${begun}, name: "n" }`],
    [
      "setters of two spellings, one behind the other",
      `d.setBuyerName("b").setBuyer_email("e");`,
      `{ ${begun}, buyer_name: "b", buyer_email: "e" }`,
    ],
    ["a copy with another value", `d.withName("n");`, `{ ${begun}, name: "n" }`],
    ["a setter of nothing", "d.setName(null);", `{ ${begun} }`],
    ["a setter of a value and then of nothing", `d.setName("n"); d.setName(null);`, `{ ${begun} }`],
    ["a setter of a key that no description has", "d.setUnknown(1);", `{ ${begun}, … }`],
    ["a setter without a value", "d.setName();", `{ ${begun}, … }`],
    ["a setter in a branch", `if (flag) d.setName("n");`, `{ ${begun}, name: ?! }`],
    [
      "a setter that is written small",
      `d.setname("n");`,
      "{ customer_uid: ?, merchant_uid: ?, amount: ?, … }",
    ],
    [
      "a method that is none of these",
      "d.other();",
      "{ customer_uid: ?, merchant_uid: ?, amount: ?, … }",
    ],
    [
      "a method that begins like a setter",
      "d.settle(1);",
      "{ customer_uid: ?, merchant_uid: ?, amount: ?, … }",
    ],
    ["a getter", "d.getName();", `{ ${begun} }!`],
    ["a question", "d.isOk();", `{ ${begun} }!`],
    ["its text", "d.toString();", `{ ${begun} }!`],
    ["a comparison", "d.equals(id);", `{ ${begun} }!`],
    ["its hash code", "d.hashCode();", `{ ${begun} }!`],
  ])("What a client of V1 for Java sends is known behind %s", (_name, code, payload) => {
    const made = `AgainPaymentData d = new AgainPaymentData("c", "o", BigDecimal.ONE); ${code} client.againPayment(d);`;
    expect(inJava(made).map((one) => one.replace("!", ""))).toEqual([payload.replace("!", "")]);
  });

  it.each([
    ["a parameter", "client.againPayment(given);", ["?"]],
    ["too few values", `client.againPayment(new AgainPaymentData("c"));`, ["{ … }"]],
    [
      "a flag that is not known",
      `client.cancelPaymentByImpUid(new CancelData("i", flag));`,
      ["{ … }"],
    ],
    [
      "a flag that is true",
      `client.cancelPaymentByImpUid(new CancelData("i", true));`,
      [`{ imp_uid: "i" }`],
    ],
    [
      "a flag that is false",
      `client.cancelPaymentByImpUid(new CancelData("i", false, BigDecimal.TEN));`,
      [`{ merchant_uid: "i", amount: 10 }`],
    ],
    [
      "an object that is a part of the payload",
      `client.onetimePayment(new OnetimePaymentData("o", BigDecimal.ONE, new CardInfo("1", "2", "3", "4", "5")));`,
      [
        `{ merchant_uid: "o", amount: 1, card_number: "1", expiry: "2", birth: "3", pwd_2digit: "4", cvc: "5" }`,
      ],
    ],
    [
      "a list to which two are added",
      `ScheduleData s = new ScheduleData("c"); s.addSchedule(new ScheduleEntry("o-1", when, BigDecimal.TEN)); s.addSchedule(new ScheduleEntry("o-2", when, BigDecimal.ONE)); client.subscribeSchedule(s);`,
      [
        `{ customer_uid: "c", schedules: [{ merchant_uid: "o-1", schedule_at: ?, amount: 10 }, { merchant_uid: "o-2", schedule_at: ?, amount: 1 }] }`,
      ],
    ],
    [
      "an object that is handed to a method of the shop's own",
      `gateway.run(new PrepareData("o", BigDecimal.ONE));`,
      [`{ merchant_uid: "o", amount: 1 }`],
    ],
    [
      "objects that are called after the service, and one that is not",
      "iamport.postPrepare(p); iamportClient.postPrepare(q); shop.postPrepare(r);",
      ["?", "?"],
    ],
  ])("What a client of V1 for Java sends is known of %s", (_name, code, payloads) => {
    expect(inJava(code)).toEqual(payloads);
  });
});

describe("What a client for Python sends is known", () => {
  const v1 = (code: string) =>
    payloadsBy(
      readPython,
      `from iamport import Iamport\niamport = Iamport(imp_key=KEY, imp_secret=SECRET)\ndef f(uid, given, flag):\n    ${code}\n`,
    );
  it.each([
    [`iamport.cancel("why", imp_uid="1")`, `{ reason: "why", imp_uid: "1" }`],
    [`iamport.cancel_by_imp_uid("i", "r")`, `{ imp_uid: "i", reason: "r" }`],
    [`iamport.cancel_by_imp_uid("i")`, `{ imp_uid: "i" }`],
    [`iamport.cancel_by_merchant_uid("m", reason="r")`, `{ merchant_uid: "m", reason: "r" }`],
    [`iamport.cancel("a", "b")`, "{ reason: ?, … }"],
    ["iamport.cancel(*given)", "{ … }"],
    ["iamport.cancel(**given)", "?"],
    ["iamport.cancel(reason=None, **given)", "{ reason: ?, … }"],
    [`iamport.cancel(**{"reason": None})`, "{ reason: null }"],
    [`iamport.cancel("r", **{"imp_uid": None})`, `{ reason: "r", imp_uid: null }`],
    [`iamport.prepare("m", 1)`, `{ merchant_uid: "m", amount: 1 }`],
    [`iamport.prepare(amount=1, merchant_uid="m")`, `{ amount: 1, merchant_uid: "m" }`],
    [`iamport.customer_create(customer_uid="c", x=1)`, "{ x: 1 }"],
    ["iamport.customer_create(**given)", "{ … }"],
    [`iamport.customer_create(**{"customer_uid": "c", "x": 1})`, "{ x: 1 }"],
    ["iamport.pay_again(amount=None)", "{ amount: null }"],
    [`Iamport("k", "s").prepare("m", 1)`, `{ merchant_uid: "m", amount: 1 }`],
    [`iamport.prepare_async("m", 1)`, `{ merchant_uid: "m", amount: 1 }`],
  ])("What the client of V1 for Python sends is known: %s", (code, payload) => {
    expect(v1(code)).toEqual([payload]);
  });
  it.each([`iamport.find(imp_uid="a")`, `shop.prepare("m", 1)`, `iamport.prepare_later("m", 1)`])(
    "The client of V1 for Python sends no payload by %s",
    (code) => {
      expect(v1(code)).toEqual([]);
    },
  );

  const v2 = (code: string) =>
    payloadsBy(
      readPython,
      `import portone_server_sdk as portone\nfrom portone_server_sdk.common import CustomerInput\nclient = portone.PaymentClient(secret=SECRET)\ndef f(uid, given, flag):\n    ${code}\n`,
    );
  it.each([
    [`client.cancel_payment(payment_id=uid, reason="r", amount=None)`, `{ reason: "r" }`],
    [`client.cancel_payment(payment_id=uid, reason_="r")`, `{ reason: "r" }`],
    ["client.cancel_payment(payment_id=uid, **given)", "{ … }"],
    [
      `client.cancel_payment(**{"payment_id": "p", "refund_account": 1, "amount": None})`,
      "{ refundAccount: 1 }",
    ],
    [
      `client.pay_with_billing_key(payment_id=uid, customer=CustomerInput(id_="c", phone_number=None))`,
      `{ customer: { id: "c" } }`,
    ],
    [
      `client.billing_key.issue_billing_key(customer=CustomerInput(id="c"))`,
      `{ customer: { id: "c" } }`,
    ],
    [`client.billing_key.issue_billing_key(**{"store_id": "s"})`, `{ storeId: "s" }`],
    [`client.cancel_payment(uid, "r")`, "{ … }"],
    [
      `portone.PortOneClient("s").payment.payment_schedule.revoke_payment_schedules(billing_key="b")`,
      `{ billingKey: "b" }`,
    ],
    [
      `client.cancel_payment(payment_id=uid, amount=portone.common.Other(a_b=1))`,
      "{ amount: { aB: 1 } }",
    ],
    [`client.cancel_payment(payment_id=uid, amount=portone.common.other(a_b=1))`, "{ amount: ? }"],
    [`client.cancel_payment(payment_id=uid, amount=shop.Other(a_b=1))`, "{ amount: ? }"],
  ])("What the client of V2 for Python sends is known: %s", (code, payload) => {
    expect(v2(code)).toEqual([payload]);
  });
});

describe("What a program does with a client is known by its table", () => {
  const client: Client = {
    language: "java",
    version: "v2",
    packages: ["io.shop"],
    classes: {
      CancelData: {
        kind: "cancel",
        fields: ["reason", "buyer_name"],
        constructors: [["id"], ["id", "amount"]],
        setters: { refund: ["amount", "account"] },
        lists: { addItem: "items" },
      },
      Bare: {},
      Api: {
        methods: { cancel: { kind: "cancel", arguments: ["id"] } },
        members: { inner: "Inner" },
        constructors: [["!"]],
      },
      Inner: { methods: { schedule: { kind: "schedule", arguments: ["..."] } } },
    },
  };
  const snake: Client = { ...client, spellsSnakeCase: true, classes: {} };
  const imported: Import = { name: "CancelData", imported: "CancelData", module: "io.shop.data" };
  const other: Import = { name: "List", imported: "List", module: "java.util" };
  const clientsOf = (imports: readonly Import[] = [other, imported], all = [client]) =>
    new Clients(all, kinds, "java", imports);

  /** What a call gives, and what of it is sent, in a program of its own. */
  function called(
    clients: Clients,
    name: string,
    args: readonly ArgumentValue[] = [],
    more: Parameters<typeof libraryCall>[2] = {},
  ) {
    const program = running();
    const given = clients.call(libraryCall(name, args, more), program.run);
    return { ...program, given, type: given?.object?.type ?? given?.type };
  }
  const made = argument(value("i", 1));

  describe("An object of a client is made by the name of its class", () => {
    it.each<[name: string, more: Parameters<typeof libraryCall>[2], type: string | undefined]>([
      ["CancelData", {}, "client:CancelData"],
      ["Bare", {}, "client:Bare"],
      ["Api", {}, "Api"],
      ["Inner", {}, "Inner"],
      ["Other", {}, undefined],
      ["toString", {}, undefined],
      ["CancelData", { path: undefined }, undefined],
      ["builder", { path: "CancelData.builder" }, "client:CancelData"],
      ["builder", { path: "io.shop.CancelData.builder" }, "client:CancelData"],
      ["builder", { path: "builder" }, undefined],
      ["builder", { path: "Other.builder" }, undefined],
      ["builder", { path: "CancelData.builder", isNew: true }, undefined],
      ["create", { path: "CancelData.create" }, undefined],
    ])("An object of a client is made by %s %j", (name, more, type) => {
      expect(called(clientsOf(), name, [made], more).type).toBe(type);
    });

    it.each([
      ["as many arguments as it takes", [made], { id: "i" }],
      ["more arguments than it takes", [made, made, made], { "…": true }],
    ])("An object of a client is made with %s", (_name, args, holds) => {
      const { given, shown } = called(clientsOf(), "CancelData", args);
      expect(shown(given as Value)).toEqual(holds);
    });

    it("A class without constructors may be given anything", () => {
      const { given, shown } = called(clientsOf(), "Bare", [made]);
      expect(shown(given as Value)).toEqual({ "…": true });
    });

    it("What a builder is begun with may be anything", () => {
      const more = { path: "CancelData.builder" };
      const { given, shown } = called(clientsOf(), "builder", [], more);
      expect(shown(given as Value)).toEqual({});
      const begun = called(clientsOf(), "builder", [made], more);
      expect(begun.shown(begun.given as Value)).toEqual({ "…": true });
    });

    it("A class that the table does not list is made of arguments by name", () => {
      const clients = clientsOf([imported], [snake]);
      const named = [argument(value("a"), { name: "is_a" })];
      const { given, type, shown } = called(clients, "Name", named, { path: "io.shop.Name" });
      expect(type).toBe("client:Name");
      expect(shown(given as Value)).toEqual({ isA: "a" });
      for (const [name, path] of [
        ["name", "io.shop.name"],
        ["aName", "io.shop.aName"],
        ["Name", "shop.Name"],
      ] as const) {
        expect(called(clients, name, named, { path }).type).toBeUndefined();
      }
      const ofAnother = called(clientsOf(), "Name", named, { path: "io.shop.Name" });
      expect(ofAnother.type).toBeUndefined();
      const placed = called(clients, "Name", [made], { path: "io.shop.Name" });
      expect(placed.shown(placed.given as Value)).toEqual({ "…": true });
    });
  });

  describe("A client is one that the program imports", () => {
    it.each<[name: string, imports: Import[], all: Client[], isKnown: boolean]>([
      ["among other packages", [other, imported], [client], true],
      ["by its package", [{ name: "shop", module: "io.shop" }], [client], true],
      ["or any, where nothing is imported", [], [client], true],
      ["and no other package", [other], [client], false],
      ["and no package of a like name", [{ name: "x", module: "io.shopping" }], [client], false],
      ["and none of another language", [], [{ ...client, language: "python" }], false],
    ])("A client is one that the program imports %s", (_name, imports, all, isKnown) => {
      const { given } = called(clientsOf(imports, all), "CancelData", [made]);
      expect(given !== undefined).toBe(isKnown);
      const { run } = running();
      const api = { ...anything(), type: "Api" };
      expect(clientsOf(imports, all).member(api, "inner", run)?.type).toBe(
        isKnown ? "Inner" : undefined,
      );
    });
  });

  describe("An object of a client is changed by its methods", () => {
    const changed = (name: string, ...args: unknown[]) => {
      const { run, map, objects, shown } = running();
      const data = map({ reason: value("r") }, "client:CancelData");
      const given = args.map((one) => argument(value(one, 8)));
      const site = libraryCall(name, given, { receiver: data, path: undefined });
      const gives = clientsOf().call(site, run);
      const entry = (key: string) => objects.entry(data.object, key);
      return {
        gives: gives === data ? "itself" : gives && shown(gives),
        holds: shown(data),
        entry,
      };
    };
    const forgotten = { "reason?": "any value", "…": true };
    it.each<[name: string, args: unknown[], gives: unknown, holds: object]>([
      ["build", [], "itself", { reason: "r" }],
      ["rebuild", [], undefined, forgotten],
      ["refund", [1, "a"], "itself", { reason: "r", amount: 1, account: "a" }],
      ["addItem", ["a"], "itself", { reason: "r", items: { 0: "a" } }],
      ["addItem", [], undefined, forgotten],
      ["setReason", ["s"], "itself", { reason: "s" }],
      ["withReason", ["s"], "itself", { reason: "s" }],
      ["reason", ["s"], "itself", { reason: "s" }],
      ["setBuyer_name", ["b"], "itself", { reason: "r", buyer_name: "b" }],
      ["resetReason", ["s"], undefined, forgotten],
      ["setOther", ["s"], "itself", { reason: "r", "…": true }],
      ["setReason", [], "itself", { reason: "r", "…": true }],
      ["setother", ["s"], undefined, forgotten],
      ["resetOther", ["s"], undefined, forgotten],
      ["getOther", [], "any value", { reason: "r" }],
      ["isOther", [], "any value", { reason: "r" }],
      ["toJson", [], "any value", { reason: "r" }],
      ["forgetIt", [], undefined, forgotten],
    ])("An object of a client is changed by %s of %j", (name, args, gives, holds) => {
      const { gives: given, holds: held } = changed(name, ...args);
      expect([given, held]).toEqual([gives, holds]);
    });

    it("What a method puts is where it is called", () => {
      expect(changed("setReason", "s").entry("reason")?.property).toEqual([40, 60]);
      expect(changed("addItem", "s").entry("items")?.property).toEqual([40, 60]);
    });

    it("What is added to a list joins what was added before", () => {
      const { run, map, shown } = running();
      const data = map({}, "client:CancelData");
      const add = (known: unknown) =>
        clientsOf().call(libraryCall("addItem", [argument(value(known))], { receiver: data }), run);
      add("a");
      add("b");
      expect(shown(data)).toEqual({ items: { 0: "a", 1: "b" } });
    });

    it("A class without keys may put anything by a setter", () => {
      const { run, map, shown } = running();
      const data = map({ a: value(1) }, "client:Bare");
      const site = libraryCall("setOther", [made], { receiver: data });
      expect(clientsOf().call(site, run)).toBeUndefined();
      expect(shown(data)).toEqual({ "a?": "any value", "…": true });
    });

    it("An object that is none of a client's is left alone", () => {
      const { run, map, shown } = running();
      for (const type of ["map", "client:Other", "xclient:CancelData"]) {
        const data = map({ a: value(1) }, type);
        const site = libraryCall("setReason", [made], { receiver: data });
        expect(clientsOf().call(site, run)).toBeUndefined();
        expect(shown(data)).toEqual({ a: 1 });
      }
    });
  });

  describe("A payload is sent by a method of a client", () => {
    const sentBy = (
      receiver: Value | undefined,
      receiverSource: string,
      name = "cancel",
      imports?: readonly Import[],
      all?: Client[],
    ) => {
      const more = { receiver, receiverSource, path: undefined };
      const { sent, given, type } = called(clientsOf(imports, all), name, [made], more);
      return {
        type,
        isKnown: given !== undefined,
        sent: sent.map((one) => one.is === "client" && one.kinds.map(({ kind }) => kind)),
      };
    };
    const api = { ...anything(), type: "Api" };
    const canceled = [["portone.v2.cancel"]];

    it.each<
      [name: string, receiver: Value | undefined, source: string, method: string, sent: unknown]
    >([
      ["of a declared class", api, "x", "cancel", canceled],
      ["that is asynchronous", api, "x", "cancel_async", canceled],
      ["but not by one that begins so", api, "x", "cancel_async_later", []],
      ["but not by another", api, "x", "find", []],
      ["of what is called after the service", undefined, "this.PortOneClient", "cancel", canceled],
      ["of what is called after it in Korean", undefined, "포트원", "cancel", canceled],
      ["of an unknown value that is called so", anything(), "portone", "cancel", canceled],
      ["but not of what is called otherwise", undefined, "shop", "cancel", []],
      [
        "but not of another class that is called so",
        { ...anything(), type: "Shop" },
        "portone",
        "cancel",
        [],
      ],
      [
        "but not of a class without it that is called so",
        { ...anything(), type: "Bare" },
        "portone",
        "cancel",
        [],
      ],
    ])("A payload is sent by a method of a client %s", (_name, receiver, source, method, sent) => {
      expect(sentBy(receiver, source, method).sent).toEqual(sent);
    });

    it.each<[name: string, imports: Import[], isSent: boolean]>([
      ["another package's", [{ name: "portone", module: "shop.portone" }], false],
      ["the client's", [{ name: "portone", module: "io.shop.portone" }], true],
      [
        "beside a class of the shop's own that is called like the client's",
        [{ name: "Api", module: "shop" }],
        false,
      ],
      ["beside another import", [other], true],
      ["beside several imports", [other, { name: "portone", module: "shop" }], false],
    ])("What is called after the service is %s", (_name, imports, isSent) => {
      expect(sentBy(undefined, "portone.api", "cancel", imports).sent).toEqual(
        isSent ? canceled : [],
      );
    });

    it("A declared class is none of the client's where that is not imported", () => {
      expect(sentBy(api, "x", "cancel", [other]).sent).toEqual([]);
      expect(sentBy(api, "portone", "cancel", [other]).sent).toEqual([]);
    });

    it("What is called after the service is no client of a version without that name", () => {
      expect(
        sentBy(undefined, "portone", "cancel", [other], [{ ...client, version: "v3" }]).sent,
      ).toEqual([]);
    });

    it("A member of a client that is called is an object of its class", () => {
      expect(sentBy(api, "x", "inner")).toEqual({ type: "Inner", isKnown: true, sent: [] });
      expect(sentBy(undefined, "portone", "inner")).toEqual({
        type: "Inner",
        isKnown: true,
        sent: [],
      });
    });
  });

  it("An object of a client that is handed to another function is sent by that", () => {
    const { run, sent, map } = running();
    const data = map({}, "client:CancelData");
    const args = [map(), map({}, "client:Bare"), data, anything()].map((one) => argument(one));
    clientsOf().recordCall(libraryCall("run", args), run);
    expect(sent).toMatchObject([
      { is: "client", name: "CancelData", span: [40, 60], body: data, kinds: [kinds[0]] },
    ]);
  });

  it("A member of a value is known by its class, whether it was made or is declared", () => {
    const { run, map } = running();
    const memberOf = (of: Value, name: string) => clientsOf().member(of, name, run)?.type;
    expect(memberOf({ ...anything(), type: "Api" }, "inner")).toBe("Inner");
    expect(memberOf(map({}, "client:Api"), "inner")).toBe("Inner");
    expect(memberOf({ ...anything(), type: "Api" }, "outer")).toBeUndefined();
    expect(memberOf({ ...anything(), type: "Bare" }, "inner")).toBeUndefined();
    expect(memberOf(anything(), "inner")).toBeUndefined();
  });
});
