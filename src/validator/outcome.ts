import { valueAt } from "./pointer.js";

/** Where a looked-up payment says what became of it, as JSON Pointers, and the words it says it in. */
export interface OutcomeFields {
  readonly status: string;
  readonly statuses: Readonly<Record<string, "paid" | "not-yet" | "failed" | "cancelled">>;
  /** What was asked of the buyer. */
  readonly amount: string;
  /** How much of it was given back. */
  readonly cancelledAmount: string;
  readonly currency: string;
  readonly orderId: string;
  readonly reasons: { readonly failed: string; readonly cancelled: string };
}

/** The payment that a shop expects, from its own order and not from the browser. */
export interface AskedPayment {
  /** In the currency's unit: won, or dollars. */
  readonly amount: number;
  /** Default `KRW`. */
  readonly currency?: string;
  /** The shop's order number (`merchant_uid` in PortOne V1). Give it: without it another order's payment of the same amount passes. */
  readonly orderId?: string;
}

/**
 * What became of a payment. Only `paid` lets the goods go.
 * - `not-yet`: nothing says that this order is paid. `why` tells a payment that waits for the buyer (`waiting`) from another
 *   order's payment (`other-order`) and from a value that is no payment (`unreadable`).
 * - `wrong-amount`: paid, but `received` (what was paid less what was given back, in `currency`) is not what was asked.
 */
export type PaymentOutcome =
  | { readonly outcome: "paid"; readonly received: number; readonly currency: string }
  | { readonly outcome: "not-yet"; readonly why: "waiting" | "other-order" | "unreadable" }
  | { readonly outcome: "failed"; readonly reason?: string }
  | { readonly outcome: "cancelled"; readonly reason?: string }
  | { readonly outcome: "wrong-amount"; readonly received: number; readonly currency: string };

const won = "KRW";

/** Says what became of a payment. Never throws; what cannot be read is never `paid`. */
export function outcomeOf(
  fields: OutcomeFields,
  payment: unknown,
  asked: AskedPayment,
): PaymentOutcome {
  try {
    return judge(fields, payment, asked);
  } catch {
    return { outcome: "not-yet", why: "unreadable" };
  }
}

function judge(fields: OutcomeFields, payment: unknown, asked: AskedPayment): PaymentOutcome {
  const { statuses, reasons } = fields;
  const status = valueAt(payment, fields.status);
  const known = typeof status === "string" && Object.hasOwn(statuses, status);
  const outcome = known ? statuses[status] : undefined;
  if (outcome === undefined) return { outcome: "not-yet", why: "unreadable" };
  if (asked.orderId !== undefined && valueAt(payment, fields.orderId) !== asked.orderId) {
    return { outcome: "not-yet", why: "other-order" };
  }
  if (outcome === "not-yet") return { outcome, why: "waiting" };
  if (outcome !== "paid") {
    const reason = valueAt(payment, reasons[outcome]);
    return { outcome, ...(typeof reason === "string" && reason !== "" && { reason }) };
  }
  const amount = valueAt(payment, fields.amount);
  const cancelled = valueAt(payment, fields.cancelledAmount) ?? 0;
  const currency = valueAt(payment, fields.currency) ?? won;
  if (!Number.isFinite(amount) || !Number.isFinite(cancelled) || typeof currency !== "string") {
    return { outcome: "not-yet", why: "unreadable" };
  }
  const received = (amount as number) - (cancelled as number);
  const isAsked = received === asked.amount && currency === (asked.currency ?? won);
  return { outcome: isAsked ? "paid" : "wrong-amount", received, currency };
}
