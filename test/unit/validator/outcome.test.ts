import fc from "fast-check";
import { type ExpectedPayment, type PaymentOutcome, paymentOutcome } from "paylint/ksnet/v1";
import { type ExpectedV2Payment, paymentOutcome as v2Outcome } from "paylint/portone/v2";
import { describe, expect, it } from "vitest";

const looked = {
  ...{ imp_uid: "imp_1", merchant_uid: "T-1", sandbox: false, status: "paid" },
  ...{ amount: 9900, cancel_amount: 0, currency: "KRW", cancelled_at: 0, failed_at: 0 },
};
const asked = { orderId: "T-1", amount: 9900 };
const unreadable = { outcome: "not-yet", why: "unreadable" } as const;
const badlyAsked = { outcome: "not-yet", why: "asked-unreadable" } as const;
const paid = { outcome: "paid", received: 9900, currency: "KRW" } as const;

type Row = [what: string, change: object, expected: PaymentOutcome, asked?: object];

describe("the outcome of a payment", () => {
  it.each<Row>([
    ["in full is paid", {}, paid],
    ["with null for what is absent is paid", { cancel_history: null, cancelled_at: null }, paid],
    ["with an empty list of cancellations is paid", { cancel_history: [] }, paid],
    [
      "in dollars, where dollars were asked for, is paid",
      { currency: "USD", amount: 14.2 },
      { outcome: "paid", received: 14.2, currency: "USD" },
      { ...asked, amount: 14.2, currency: "USD" },
    ],
    [
      "of too little is a wrong amount",
      { amount: 100 },
      { outcome: "wrong-amount", received: 100, currency: "KRW" },
    ],
    [
      "of too much is a wrong amount",
      { amount: 99000 },
      { outcome: "wrong-amount", received: 99000, currency: "KRW" },
    ],
    [
      "of which a part was given back is a wrong amount",
      { cancel_amount: 900, cancelled_at: 1795910460, cancel_history: [{ amount: 900 }] },
      { outcome: "wrong-amount", received: 9000, currency: "KRW" },
    ],
    [
      "of too much, of which the surplus was given back, is a wrong amount",
      { amount: 19800, cancel_amount: 9900 },
      { outcome: "wrong-amount", received: 9900, currency: "KRW" },
    ],
    [
      "in dollars, where won were asked for, is a wrong amount",
      { currency: "USD" },
      { outcome: "wrong-amount", received: 9900, currency: "USD" },
    ],
    [
      "in won, where dollars were asked for, is a wrong amount",
      {},
      { outcome: "wrong-amount", received: 9900, currency: "KRW" },
      { ...asked, currency: "USD" },
    ],
    [
      "that waits for a transfer waits",
      { status: "ready" },
      { outcome: "not-yet", why: "waiting" },
    ],
    [
      "of another order is another order's",
      { merchant_uid: "T-2" },
      { outcome: "not-yet", why: "other-order" },
    ],
    [
      "of no order is another order's",
      { merchant_uid: "" },
      { outcome: "not-yet", why: "other-order" },
    ],
    [
      "that failed gives the reason",
      { status: "failed", fail_reason: "한도 초과" },
      { outcome: "failed", reason: "한도 초과" },
    ],
    [
      "that failed without a reason gives none",
      { status: "failed", fail_reason: null },
      { outcome: "failed" },
    ],
    [
      "that failed with a blank reason gives none",
      { status: "failed", fail_reason: " " },
      { outcome: "failed" },
    ],
    [
      "that failed is failed, whatever its amount",
      { status: "failed", amount: Number.NaN },
      { outcome: "failed" },
    ],
    [
      "that was cancelled gives the reason",
      { status: "cancelled", cancel_reason: "품절" },
      { outcome: "cancelled", reason: "품절" },
    ],
  ])("A payment %s", (_what, change, expected, order = asked) => {
    expect(paymentOutcome({ ...looked, ...change }, order as ExpectedPayment)).toEqual(expected);
  });

  it.each<[what: string, change: object]>([
    ["a status of another spelling", { status: "PAID" }],
    ["a status that every object has", { status: "constructor" }],
    ["a status that is a list", { status: ["paid"] }],
    ["an amount as text", { amount: "9900" }],
    ["an amount that is NaN", { amount: Number.NaN }],
    ["an amount below nothing", { amount: -100, cancel_amount: -10000 }],
    ["an amount that no number holds exactly", { amount: 2 ** 53 }],
    ["a negative cancelled amount", { amount: 100, cancel_amount: -9800 }],
    ["a cancelled amount as text", { cancel_amount: "0" }],
    ["no cancelled amount", { cancel_amount: undefined }],
    ["no cancelled amount beside cancellations", { cancel_amount: null, cancel_history: [{}] }],
    ["cancellations, though nothing is given back", { cancel_history: [{ amount: 9900 }] }],
    ["a time of cancellation, though nothing is given back", { cancelled_at: 1795910460 }],
    ["cancellations in a form of their own", { cancel_history: { 0: { amount: 9900 } } }],
    ["more given back than was paid", { cancel_amount: 9901 }],
    ["no currency", { currency: undefined }],
    ["a blank currency", { currency: " " }],
    ["a currency that is no text", { currency: ["KRW"] }],
  ])("A payment with %s is unreadable", (_what, change) => {
    expect(paymentOutcome({ ...looked, ...change }, asked)).toEqual(unreadable);
  });

  it.each<[what: string, order: unknown]>([
    ["nothing", null],
    ["no order number", { amount: 9900 }],
    ["a blank order number", { ...asked, orderId: " " }],
    ["an order number that is a number", { ...asked, orderId: 1 }],
    ["no amount", { orderId: "T-1" }],
    ["an amount as text", { ...asked, amount: "9900" }],
    ["an amount that is NaN", { ...asked, amount: Number.NaN }],
    ["a negative amount", { ...asked, amount: -1 }],
    ["null for the currency", { ...asked, currency: null }],
    ["a blank currency", { ...asked, currency: "" }],
  ])("No payment is paid where the shop asks for %s", (_what, order) => {
    const { orderId, amount, currency } = (order ?? {}) as Record<string, unknown>;
    const alike = { ...looked, merchant_uid: orderId, amount, currency: currency ?? "KRW" };
    expect(paymentOutcome(alike, order as ExpectedPayment)).toEqual(badlyAsked);
  });

  it("The outcome is read from the whole answer that the payment arrives in", () => {
    expect(paymentOutcome({ code: 0, message: null, response: looked }, asked)).toEqual(paid);
    expect(
      paymentOutcome({ code: 0, message: null, response: { ...looked, status: "ready" } }, asked),
    ).toEqual({ outcome: "not-yet", why: "waiting" });
  });

  it.each([
    ["of a failure", { code: 1, message: "no", response: looked }],
    ["without a code", { response: looked }],
    ["with a code as text", { code: "0", response: looked }],
    ["without a payment", { code: 0, message: null, response: null }],
    ["around an answer", { code: 0, response: { code: 0, response: looked } }],
    ["that holds a list of payments", { code: 0, response: [looked] }],
    ["of a client around it", { status: 200, data: { code: 0, response: looked } }],
  ])("The outcome is unreadable in an answer %s", (_what, answer) => {
    expect(paymentOutcome(answer, asked)).toEqual(unreadable);
  });

  it("The outcome is unreadable where values are inherited, computed or in a list", () => {
    class Answer {
      get status() {
        return "paid";
      }
    }
    const { amount: _, ...others } = looked;
    const computed = {
      ...others,
      get amount() {
        return 9900;
      },
    };
    const { status: __, ...withoutStatus } = looked;
    const made = Object.assign(new Answer(), withoutStatus);
    for (const value of [Object.create(looked), made, computed]) {
      expect(paymentOutcome(value, asked)).toEqual(unreadable);
    }
    expect(paymentOutcome([looked], asked)).toEqual(unreadable);
    expect(paymentOutcome(Object.assign([], looked), asked)).toEqual(unreadable);
  });

  it.each(["amount", "status", "merchant_uid", "currency", "cancel_amount"] as const)(
    "The outcome is unreadable where a proxy changes %s between two reads",
    (key) => {
      let reads = 0;
      const changing = new Proxy(looked, {
        get: (target, name, receiver) =>
          name === key && reads++ > 0 ? "changed" : Reflect.get(target, name, receiver),
      });
      expect(paymentOutcome(changing, asked)).toEqual(unreadable);
    },
  );

  it("The outcome never throws, whatever throws inside of what it is given", () => {
    const throws = () => {
      throw new Error("no");
    };
    const trap = new Proxy({}, { get: throws, getOwnPropertyDescriptor: throws });
    expect(paymentOutcome(trap, asked)).toEqual(unreadable);
    expect(paymentOutcome(looked, trap as ExpectedPayment)).toEqual(badlyAsked);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(paymentOutcome(proxy, asked)).toEqual(unreadable);
    expect(paymentOutcome(looked, proxy as ExpectedPayment)).toEqual(badlyAsked);
  });
});

describe("whatever payment is looked up and whatever order is asked for", () => {
  const sum = fc.oneof(
    { weight: 5, arbitrary: fc.constant<unknown>(9900) },
    fc.constantFrom<unknown>(0, -0, -9900, 19800, 0.1, Number.NaN, Number.POSITIVE_INFINITY),
    fc.constantFrom<unknown>("9900", null, undefined, 2 ** 53, [9900], { total: 9900 }),
    fc.integer({ min: -20000, max: 20000 }),
  );
  /** The first value is the one of a payment in full, so that some of what is drawn is paid. */
  const word = (...usual: unknown[]) =>
    fc.oneof(
      { weight: 9, arbitrary: fc.constant(usual[0]) },
      { weight: 9, arbitrary: fc.constantFrom(...usual) },
      fc.anything(),
    );
  const payment = fc.record(
    {
      status: word("paid", "paid", "paid", "paid", "ready", "failed", "cancelled", "PAID", [
        "paid",
      ]),
      amount: sum,
      cancel_amount: fc.oneof({ weight: 3, arbitrary: fc.constant<unknown>(0) }, sum),
      currency: word("KRW", "KRW", "KRW", "KRW", "USD", "", " ", null, undefined),
      merchant_uid: word("T-1", "T-1", "T-1", "T-1", "T-2", "", " ", null, 1),
      cancel_history: word(null, [], [{ amount: 100 }], {}),
      cancelled_at: word(0, null, 1795910460),
    },
    { requiredKeys: ["status", "amount"] },
  );
  const hostile = payment.chain((made) =>
    fc.constantFrom<unknown>(
      made,
      [made],
      Object.create(made),
      { code: 0, message: null, response: made },
      { code: 1, message: "no", response: made },
      { ...made, response: { ...looked }, code: 0 },
      new Proxy(made, { get: (target, key) => Reflect.get({ ...looked, ...target }, key) }),
      Object.fromEntries(Object.entries(made).map(([key, value]) => [key, new Object(value)])),
    ),
  );
  const order = fc.record({
    orderId: word("T-1", "T-1", "T-1", "T-1", "T-2", "", " ", null),
    amount: sum,
    currency: word("KRW", undefined, "USD", "", null),
  });

  /** What must be true of a payment that is paid, said apart from how the library says it. */
  const isInFull = (
    given: unknown,
    wanted: { orderId: unknown; amount: unknown; currency?: unknown },
  ) => {
    const plain = JSON.parse(JSON.stringify(given) ?? "null") as Record<string, unknown> | null;
    const inside = plain?.code === 0 && plain.status === undefined ? plain.response : plain;
    const payment = inside as Record<string, unknown>;
    const isNone = (one: unknown) => ["null", "[]", "0", undefined].includes(JSON.stringify(one));
    return (
      payment.status === "paid" &&
      typeof payment.merchant_uid === "string" &&
      payment.merchant_uid.trim() !== "" &&
      payment.merchant_uid === wanted.orderId &&
      typeof payment.amount === "number" &&
      payment.amount >= 0 &&
      payment.amount === wanted.amount &&
      payment.cancel_amount === 0 &&
      payment.currency === (wanted.currency ?? "KRW") &&
      isNone(payment.cancelled_at) &&
      isNone(payment.cancel_history)
    );
  };

  it("The outcome is paid for nothing but a payment in full, and nothing throws", () => {
    let count = 0;
    fc.assert(
      fc.property(fc.oneof(hostile, fc.anything()), order, (value, wanted) => {
        const { outcome } = paymentOutcome(value, wanted as ExpectedPayment);
        if (outcome !== "paid") return;
        count++;
        expect(isInFull(value, wanted)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
    expect(count).toBeGreaterThan(0);
  });

  it("A payment in full is paid, and no longer where one of its values differs", () => {
    const full = fc.record({
      merchant_uid: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
      amount: fc.integer({ min: 0, max: 2 ** 40 }),
      currency: fc.constantFrom("KRW", "USD"),
    });
    const change = fc.constantFrom<(made: typeof looked) => object>(
      ({ amount }) => ({ amount: amount + 1 }),
      ({ amount }) => ({ cancel_amount: amount + 1 }),
      () => ({ cancel_amount: -1 }),
      ({ merchant_uid }) => ({ merchant_uid: `${merchant_uid} ` }),
      ({ currency }) => ({ currency: currency === "KRW" ? "JPY" : "KRW" }),
      () => ({ status: "ready" }),
      () => ({ cancel_history: [{ amount: 1 }] }),
    );
    fc.assert(
      fc.property(full, change, (made, changed) => {
        const { merchant_uid: orderId, amount, currency } = made;
        const payment = { ...looked, ...made };
        const wanted = { orderId, amount, currency };
        expect(paymentOutcome(payment, wanted)).toEqual({
          outcome: "paid",
          received: amount,
          currency,
        });
        const other = paymentOutcome({ ...payment, ...changed(payment) }, wanted);
        expect(other.outcome).not.toBe("paid");
      }),
    );
  });
});

describe("the outcome of a payment of PortOne V2", () => {
  const payment = {
    ...{ status: "PAID", id: "p-1", storeId: "store-1", currency: "KRW" },
    ...{ amount: { total: 9900, cancelled: 0 } },
  };
  const order = { paymentId: "p-1", amount: 9900, currency: "KRW" };
  it.each<[what: string, change: object, asked: object, expected: PaymentOutcome]>([
    ["in full is paid", {}, order, paid],
    [
      "of another total is a wrong amount",
      { amount: { total: 100, cancelled: 0 } },
      order,
      { outcome: "wrong-amount", received: 100, currency: "KRW" },
    ],
    [
      "of which a part was given back is a wrong amount",
      { status: "PARTIAL_CANCELLED", amount: { total: 9900, cancelled: 900 } },
      order,
      { outcome: "wrong-amount", received: 9000, currency: "KRW" },
    ],
    [
      "in another currency is a wrong amount",
      { currency: "USD" },
      order,
      { outcome: "wrong-amount", received: 9900, currency: "USD" },
    ],
    [
      "that waits for a transfer waits",
      { status: "VIRTUAL_ACCOUNT_ISSUED" },
      order,
      { outcome: "not-yet", why: "waiting" },
    ],
    ["of a status that nobody knows is unreadable", { status: "NEW" }, order, unreadable],
    ["that failed is failed", { status: "FAILED" }, order, { outcome: "failed" }],
    ["that was cancelled is cancelled", { status: "CANCELLED" }, order, { outcome: "cancelled" }],
    ["of the shop that is asked for is paid", {}, { ...order, storeId: "store-1" }, paid],
    [
      "of another shop is another order's",
      {},
      { ...order, storeId: "store-2" },
      { outcome: "not-yet", why: "other-order" },
    ],
    [
      "of no shop is another order's where a shop is asked for",
      { storeId: undefined },
      { ...order, storeId: "store-1" },
      { outcome: "not-yet", why: "other-order" },
    ],
    ["of any shop is paid where none is asked for", { storeId: undefined }, order, paid],
    [
      "of another order of the shop is another order's",
      { id: "p-2" },
      { ...order, storeId: "store-1" },
      { outcome: "not-yet", why: "other-order" },
    ],
    ["is asked for with a currency", {}, { paymentId: "p-1", amount: 9900 }, badlyAsked],
    ["is asked for with its id", {}, { orderId: "p-1", amount: 9900, currency: "KRW" }, badlyAsked],
    ["is not asked for with a blank currency", {}, { ...order, currency: " " }, badlyAsked],
    ["is not asked for with a blank shop", {}, { ...order, storeId: " " }, badlyAsked],
    ["is not asked for with null for the shop", {}, { ...order, storeId: null }, badlyAsked],
    ["is not asked for with an amount as text", {}, { ...order, amount: "9900" }, badlyAsked],
  ])("A payment of PortOne V2 %s", (_what, change, asked, expected) => {
    expect(v2Outcome({ ...payment, ...change }, asked as ExpectedV2Payment)).toEqual(expected);
  });
});
