// order status of the shop, which is none of PortOne's
router.post("/orders/:id/status", requireAdmin, async (req, res) => {
  const { status, merchant_uid } = req.body;
  if (status === "cancelled") await Order.update({ status }, { where: { merchant_uid } });
  res.json({ ok: true });
});
router.get("/orders", async (req, res) => {
  const { status } = req.query;
  const where = status === "paid" ? { paid: true } : {};
  res.json(await Order.findAll({ where }));
});
