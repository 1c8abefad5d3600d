import Fastify from "fastify";
import { createHmac, timingSafeEqual } from "node:crypto";
const app = Fastify();
app.addContentTypeParser("application/json", { parseAs: "string" }, (_req, body, done) => done(null, body));
app.post("/hooks/portone", async (request, reply) => {
  const raw = request.body as string;
  const id = request.headers["webhook-id"], ts = request.headers["webhook-timestamp"];
  const expected = createHmac("sha256", Buffer.from(process.env.WEBHOOK_SECRET!.slice(6), "base64")).update(`${id}.${ts}.${raw}`).digest();
  const given = Buffer.from(String(request.headers["webhook-signature"]).split(",")[1] ?? "", "base64");
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return reply.code(401).send();
  const hook = JSON.parse(raw);
  switch (hook.type) {
    case "Transaction.Paid": await orders.paid(hook.data.paymentId); break;
    case "Transaction.Cancelled": await orders.cancelled(hook.data.paymentId); break;
  }
  return reply.send();
});
