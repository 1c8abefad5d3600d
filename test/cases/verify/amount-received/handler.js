app.post("/complete", async (req, res) => {
  const { imp_uid, amount: expected } = req.body;
  const answer = await axios.get(`https://api.iamport.kr/payments/${imp_uid}`, config);
  const payment = answer.data.response;
  const { amount, status } = payment;
  if (amount !== expected) throw new Error("forged");
  if (payment.amount === Number(req.body.amount)) res.end();
  const order = await Order.findById(payment.merchant_uid);
  if (payment.amount === order.amount && status === "paid") res.send("ok");
});
