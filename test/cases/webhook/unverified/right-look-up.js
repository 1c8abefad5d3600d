const express = require("express");
const axios = require("axios");
const router = express.Router();
async function getToken() {
  const { data } = await axios.post("https://api.iamport.kr/users/getToken", { imp_key: process.env.IMP_KEY, imp_secret: process.env.IMP_SECRET });
  if (data.code !== 0) throw new Error(data.message);
  return data.response.access_token;
}
const getPayment = async (impUid) => {
  const token = await getToken();
  const res = await axios.get(`https://api.iamport.kr/payments/${impUid}`, { headers: { Authorization: token } });
  return res.data.response;
};
router.post("/iamport-webhook", async (req, res) => {
  try {
    const { imp_uid, merchant_uid, status } = req.body;
    const payment = await getPayment(imp_uid);
    const order = await Order.findById(payment.merchant_uid);
    if (payment.amount !== order.amountToBePaid) throw { status: "forgery", message: "위조된 결제시도" };
    await Order.findByIdAndUpdate(merchant_uid, { $set: payment });
    switch (payment.status) {
      case "ready": await Users.findByIdAndUpdate("/* user */", { $set: { vbank: payment.vbank_num } }); res.send({ status: "vbankIssued" }); break;
      case "paid": res.send({ status: "success", message: "일반 결제 성공" }); break;
    }
  } catch (e) { res.status(400).send(e); }
});
router.post("/hook2", async (req, res) => {
  const { imp_uid, status } = req.body;
  if (status === "paid") { await paymentService.complete(imp_uid); }
  if (status === "cancelled") { await paymentService.cancelled(imp_uid); }
  res.sendStatus(200);
});
module.exports = router;
