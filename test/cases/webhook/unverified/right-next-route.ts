import { NextRequest, NextResponse } from "next/server";
import { Webhook } from "@portone/server-sdk";
export async function POST(req: NextRequest) {
  const raw = await req.text();
  try { await Webhook.verify(process.env.PORTONE_WEBHOOK_SECRET!, raw, Object.fromEntries(req.headers)); }
  catch { return NextResponse.json({ ok: false }, { status: 401 }); }
  const body = JSON.parse(raw);
  if (body.type === "Transaction.Paid") {
    const res = await fetch(`https://api.portone.io/payments/${encodeURIComponent(body.data.paymentId)}`, { headers: { Authorization: `PortOne ${process.env.PORTONE_API_SECRET}` } });
    if (!res.ok) return NextResponse.json({}, { status: 502 });
    const payment = await res.json();
    const order = await prisma.order.findUnique({ where: { id: payment.id } });
    if (order && payment.status === "PAID" && payment.amount.total === order.total) await prisma.order.update({ where: { id: order.id }, data: { status: "PAID" } });
  }
  return NextResponse.json({ ok: true });
}
