import { Webhook } from "@portone/server-sdk";
export async function POST(req: Request) {
  const body = await req.text();
  const hook = await Webhook.verify(process.env.PORTONE_WEBHOOK_SECRET!, body, Object.fromEntries(req.headers));
  const { status } = await load(hook);
  const r = await fetch(`https://api.portone.io/payments/${encodeURIComponent(hook.data.paymentId)}?storeId=${process.env.STORE_ID}`, { headers: { Authorization: `PortOne ${process.env.PORTONE_API_SECRET}` }, cache: "no-store" });
  const payment = await r.json();
  if (payment.amount.total !== status) return new Response("x");
  return Response.json({ ok: payment.status === "PAID" });
}
