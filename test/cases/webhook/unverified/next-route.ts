export async function POST(request: Request) {
  const body = await request.json();
  switch (body.type) {
    case "Transaction.Paid":
      await prisma.order.update({ where: { paymentId: body.data.paymentId }, data: { status: "PAID" } });
      break;
  }
  return Response.json({ ok: true });
}
