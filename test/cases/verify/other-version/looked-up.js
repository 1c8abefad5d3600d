const axios = require("axios");
const getPayment = async (id) => {
  const res = await axios.get(`https://api.portone.io/payments/${encodeURIComponent(id)}`, { headers: { Authorization: `PortOne ${process.env.PORTONE_API_SECRET}` } });
  return res.data;
};
app.post("/complete", async (req, res) => {
  const payment = await getPayment(req.body.paymentId);
  const order = await Order.findOne({ paymentId: payment.id });
  if (payment.status === "paid" && payment.amount === order.amount) return res.send("ok");
  if (payment.amount.total === Number(req.body.amount)) return res.send("ok");
});
