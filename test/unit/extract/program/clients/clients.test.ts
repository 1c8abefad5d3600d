import { describe, expect, it } from "vitest";
import { type CallKind, noTables } from "../../../../../dist/extract/calls.js";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { parse } from "../../../../../dist/extract/javascript/syntax/parse.js";
import { readPython } from "../../../../../dist/extract/python/read.js";
import type { Reader } from "../../../../../dist/extract/reader.js";
import { Unknown } from "../../../../../dist/validator/unknown.js";

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
