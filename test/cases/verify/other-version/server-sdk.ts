import { PaymentClient } from "@portone/server-sdk";
const client = PaymentClient({ secret: process.env.S! });
export const complete = async (paymentId: string, order: Order) => {
  const payment = await client.getPayment({ paymentId });
  if (payment.amount !== order.total) throw new Error("amount");
  await save(payment.merchant_uid, payment.imp_uid);
};
