import * as PortOne from "@portone/server-sdk";
app.use(express.json());
app.post("/webhook", async (req, res) => {
  await PortOne.Webhook.verify(process.env.WEBHOOK_SECRET, JSON.stringify(req.body), req.headers);
  const { merchant_uid, type } = req.body;
  if (req.body.status === "paid") await Order.paid(merchant_uid, type);
  res.end();
});
const client = PortOne.PortOneClient(process.env.PORTONE_API_SECRET);
