import { parsePointer } from "./pointer.js";

/** Where a looked-up payment says what became of it, as JSON Pointers, and the words it says it in. */
export interface OutcomeFields {
  /** The answer that the payment arrives in: where it has its `code`, which is 0 for a success, and the `payment`. */
  readonly answer?: { readonly code: string; readonly payment: string };
  readonly status: string;
  readonly statuses: Readonly<Record<string, "paid" | "not-yet" | "failed" | "cancelled">>;
  /** What the buyer was charged. */
  readonly amount: string;
  /** How much of it was given back. */
  readonly cancelledAmount: string;
  /** Lists of cancellations and times of one: absent, null, 0 or an empty list where nothing was cancelled. */
  readonly cancellations: readonly string[];
  readonly currency: string;
  readonly orderId: string;
  /** PortOne V2: where the shop's id is. The order is then asked for as `ExpectedV2Payment` has it. */
  readonly storeId?: string;
  readonly reasons: { readonly failed: string; readonly cancelled: string };
}

/** The payment that a shop expects. Take the values from the shop's own order, not from the browser. */
export interface ExpectedPayment {
  /** The shop's order number (`merchant_uid` in PortOne V1). */
  readonly orderId: string;
  /** Amount in the currency's unit: won or dollars. Round a computed sum to that unit: 0.1 + 0.2 is not 0.3. */
  readonly amount: number;
  /** Code of ISO 4217. Default `KRW`. */
  readonly currency?: string;
}

/** The payment that a shop on PortOne V2 expects. Take the values from the shop's own order, not from the browser. */
export interface ExpectedV2Payment {
  /** The shop's id of the payment. */
  readonly paymentId: string;
  /** Amount in the smallest unit of the currency: 9,900 won are 9900, and 6 US dollars are 600. */
  readonly amount: number;
  /** Code of ISO 4217, such as `KRW`. */
  readonly currency: string;
  /** The shop's id in the PortOne console. Compared where it is given. */
  readonly storeId?: string;
}

/**
 * What became of a payment. Deliver only when the outcome is `paid`.
 * - `paid`: paid in full, for this order, in this currency, and nothing is cancelled. A payment through a test channel is
 *   `paid` too; PortOne returns such a payment only where the request asks for it.
 * - `not-yet`: nothing shows that this order is paid. `why` is `waiting` while the payment waits for the buyer, `other-order`
 *   for the payment of another order, `unreadable` for a value that is no payment or contradicts itself, and
 *   `asked-unreadable` for an order without a number, an amount or a currency, which is a mistake in the shop's own code.
 * - `failed` and `cancelled`: `reason` is the reason that PortOne gives, where it gives one.
 * - `wrong-amount`: paid, but not in full or in another currency.
 *
 * `received` is the amount that was paid less what was given back, in the unit of the payment's own `amount`: the currency's
 * unit in V1, its smallest unit in V2.
 */
export type PaymentOutcome =
  | { readonly outcome: "paid"; readonly received: number; readonly currency: string }
  | {
      readonly outcome: "not-yet";
      readonly why: "waiting" | "other-order" | "unreadable" | "asked-unreadable";
    }
  | { readonly outcome: "failed"; readonly reason?: string }
  | { readonly outcome: "cancelled"; readonly reason?: string }
  | { readonly outcome: "wrong-amount"; readonly received: number; readonly currency: string };

const unreadable: PaymentOutcome = { outcome: "not-yet", why: "unreadable" };

/** Says what became of a payment, or of the whole answer that it arrived in. Never throws; what cannot be read is never `paid`. */
export function outcomeOf(
  fields: OutcomeFields,
  payment: unknown,
  asked: ExpectedPayment | ExpectedV2Payment,
): PaymentOutcome {
  let expected: Expected | undefined;
  try {
    expected = fields.storeId === undefined ? expectedOf(asked) : expectedV2Of(asked);
  } catch {
    // A getter of the caller's own threw.
  }
  if (!expected) return { outcome: "not-yet", why: "asked-unreadable" };
  try {
    const first = readPayment(fields, payment);
    const again = readPayment(fields, payment);
    // A value that changes between two reads may change after them too.
    return isSame(first, again) ? judge(fields, first, expected) : unreadable;
  } catch {
    return unreadable;
  }
}

type Expected = Required<ExpectedPayment> & Pick<ExpectedV2Payment, "storeId">;

function expectedV2Of(asked: object): Expected | undefined {
  const { paymentId, amount, currency, storeId } = asked as Partial<ExpectedV2Payment>;
  const isStore = storeId === undefined || isText(storeId);
  return isText(paymentId) && isSum(amount) && isText(currency) && isStore
    ? { orderId: paymentId, amount, currency, ...(storeId !== undefined && { storeId }) }
    : undefined;
}

function expectedOf(asked: object): Expected | undefined {
  const { orderId, amount, currency = "KRW" } = asked as Partial<ExpectedPayment>;
  return isText(orderId) && isSum(amount) && isText(currency)
    ? { orderId, amount, currency }
    : undefined;
}

/** What is read of a payment, each value once. */
type Reading = Readonly<
  Record<"status" | "amount" | "cancelled" | "currency" | "orderId" | "storeId", unknown>
> &
  Readonly<Record<"failedReason" | "cancelledReason", unknown>> & {
    readonly hasCancellation: boolean;
  };

function readPayment(fields: OutcomeFields, given: unknown): Reading {
  const payment = paymentIn(fields, given);
  const read = (pointer: string) => ownValueAt(payment, pointer);
  return {
    status: read(fields.status),
    amount: read(fields.amount),
    cancelled: read(fields.cancelledAmount),
    currency: read(fields.currency),
    orderId: read(fields.orderId),
    storeId: fields.storeId === undefined ? undefined : read(fields.storeId),
    failedReason: read(fields.reasons.failed),
    cancelledReason: read(fields.reasons.cancelled),
    hasCancellation: !fields.cancellations.every((pointer) => isNone(read(pointer))),
  };
}

/** The payment itself where its whole answer is given. */
function paymentIn({ answer, status }: OutcomeFields, given: unknown): unknown {
  if (!answer || ownValueAt(given, status) !== undefined) return given;
  return ownValueAt(given, answer.code) === 0 ? ownValueAt(given, answer.payment) : undefined;
}

const isSame = (left: Reading, right: Reading): boolean =>
  (Object.keys(left) as (keyof Reading)[]).every((key) => Object.is(left[key], right[key]));

function judge({ statuses }: OutcomeFields, payment: Reading, expected: Expected): PaymentOutcome {
  const { status, orderId, amount, cancelled, currency } = payment;
  const isKnown = typeof status === "string" && Object.hasOwn(statuses, status);
  const outcome = isKnown ? statuses[status] : undefined;
  if (outcome === undefined) return unreadable;
  const isOurs = expected.storeId === undefined || payment.storeId === expected.storeId;
  if (orderId !== expected.orderId || !isOurs) return { outcome: "not-yet", why: "other-order" };
  if (outcome === "not-yet") return { outcome, why: "waiting" };
  if (outcome !== "paid") {
    const reason = outcome === "failed" ? payment.failedReason : payment.cancelledReason;
    return { outcome, ...(isText(reason) && { reason }) };
  }
  const isReadable = isSum(amount) && isSum(cancelled) && isText(currency);
  if (!isReadable || cancelled > amount) return unreadable;
  // It says that something was cancelled, and that nothing was given back.
  if (cancelled === 0 && payment.hasCancellation) return unreadable;
  const isAsked = cancelled === 0 && amount === expected.amount && currency === expected.currency;
  return { outcome: isAsked ? "paid" : "wrong-amount", received: amount - cancelled, currency };
}

/** A value of the object's own, that no getter gives: what is inherited or computed is no answer of PortOne's. */
function ownValueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const key of parsePointer(pointer)) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (!property || !("value" in property)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

const isNone = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === 0 ||
  (Array.isArray(value) && value.length === 0);

const isText = (value: unknown): value is string => typeof value === "string" && /\S/.test(value);

/** An amount of money that arithmetic keeps exact. */
const isSum = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
