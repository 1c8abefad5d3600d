app.post("/iamport-webhook", async (req, res) => {
  const { imp_uid, merchant_uid, status } = req.body;
  if (status === "paid") {
    await Order.findOneAndUpdate({ merchant_uid }, { status: "paid", imp_uid });
    await sendMail(merchant_uid);
  }
  res.sendStatus(200);
});
