import express from "express";
import * as PortOne from "@portone/server-sdk";
const portone = PortOne.PortOneClient({ secret: process.env.V2_API_SECRET! });
const app = express();
app.use("/api/payment/webhook", express.text({ type: "application/json" }));
app.use(express.json());
async function syncPayment(paymentId: string) {
  const payment = await portone.payment.getPayment({ paymentId });
  if (payment.status !== "PAID") return false;
  const order = await orders.findOne({ paymentId });
  return order.amount === payment.amount.total && payment.currency === "KRW";
}
app.post("/api/payment/webhook", async (req, res, next) => {
  try {
    const webhook = await PortOne.Webhook.verify(process.env.V2_WEBHOOK_SECRET!, req.body, req.headers as any);
    if ("data" in webhook && "paymentId" in webhook.data) await syncPayment(webhook.data.paymentId);
  } catch (e) { if (e instanceof PortOne.Webhook.WebhookVerificationError) return res.status(400).end(); throw e; }
  res.status(200).end();
});
app.post("/api/payment/complete", async (req, res) => {
  const { paymentId } = req.body;
  if (typeof paymentId !== "string") return res.status(400).send("잘못된 요청").end();
  const paid = await syncPayment(paymentId);
  res.status(200).json({ status: paid ? "PAID" : "FAILED" });
});
