const axios = require("axios");
const { getToken } = require("./token");
exports.book = async (customerUid, orderId, amount) => {
  const token = await getToken();
  const at = Math.floor(Date.now() / 1000) + 30 * 24 * 60 * 60;
  const { data } = await axios({ url: "https://api.iamport.kr/subscribe/payments/schedule", method: "post", headers: { Authorization: token },
    data: { customer_uid: customerUid, schedules: [{ merchant_uid: `sub_${orderId}_${at}`, schedule_at: at, amount, currency: "KRW", name: "월간 이용권" }] } });
  return data.code === 0;
};
exports.again = async (customerUid, orderId, amount) => {
  const token = await getToken();
  const res = await axios.post("https://api.iamport.kr/subscribe/payments/again", { customer_uid: customerUid, merchant_uid: orderId, amount, name: "월간 이용권" }, { headers: { Authorization: token } });
  const { code, message, response } = res.data;
  if (code === 0 && response.status === "paid") return { ok: true };
  return { ok: false, message };
};
