import { describe, expect, it } from "vitest";
import { type CallKind, noTables } from "../../../../../dist/extract/calls.js";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { parse } from "../../../../../dist/extract/javascript/syntax/parse.js";
import { readPython } from "../../../../../dist/extract/python/read.js";
import type { Reader } from "../../../../../dist/extract/reader.js";
import { Unknown } from "../../../../../dist/validator/unknown.js";
import { payloadsBy } from "../../shownPayload.js";

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
