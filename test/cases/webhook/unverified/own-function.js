router.post("/webhook", (req, res) => {
  const event = JSON.parse(req.body);
  if (event.type === "Transaction.Paid") markPaid(event.data.paymentId);
  res.end();
});
async function markPaid(paymentId) { await db.collection("orders").doc(paymentId).update({ paid: true }); }
