import { expect, test } from "vitest";
import { paymentOutcome } from "../../../dist/packs/portone/v2.js";

const paid = {
  status: "PAID",
  id: "order-1",
  storeId: "store-1",
  amount: { total: 64000, cancelled: 0 },
  currency: "KRW",
};
const asked = { paymentId: "order-1", amount: 64000, currency: "KRW" };

test.each([
  ["as asked", paid, asked, "paid"],
  ["our store", paid, { ...asked, storeId: "store-1" }, "paid"],
  ["another store", paid, { ...asked, storeId: "store-2" }, "not-yet"],
  ["another order", { ...paid, id: "order-2" }, asked, "not-yet"],
  ["another total", paid, { ...asked, amount: 1 }, "wrong-amount"],
  ["another currency", { ...paid, currency: "USD" }, asked, "wrong-amount"],
  [
    "an account that was only issued",
    { ...paid, status: "VIRTUAL_ACCOUNT_ISSUED" },
    asked,
    "not-yet",
  ],
  ["a status that nobody knows", { ...paid, status: "NEW" }, asked, "not-yet"],
  ["failed", { ...paid, status: "FAILED" }, asked, "failed"],
  ["cancelled", { ...paid, status: "CANCELLED" }, asked, "cancelled"],
  [
    "partly given back",
    { ...paid, status: "PARTIAL_CANCELLED", amount: { total: 64000, cancelled: 1 } },
    asked,
    "wrong-amount",
  ],
  ["nothing", undefined, asked, "not-yet"],
  ["no currency asked for", paid, { paymentId: "order-1", amount: 64000 }, "not-yet"],
])("%s", (_name, payment, order, outcome) => {
  expect(paymentOutcome(payment, order as typeof asked).outcome).toBe(outcome);
});
