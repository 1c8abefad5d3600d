import axios from "axios";

export async function charge(order, config) {
  const paid = await axios.post("https://api.iamport.kr/subscribe/payments/again", order, config);
  const { code, message } = paid;
  if (code === 0 && paid.status === "paid") return paid.response;
  throw new Error(message);
}

export async function chargeAtOnce(order, headers) {
  const url = "https://api.iamport.kr/subscribe/payments/onetime";
  const paid = await axios({ url, method: "post", data: order, headers });
  return paid.imp_uid;
}

export async function lookUp(id, config) {
  const address = `https://api.portone.io/payments/${encodeURIComponent(id)}`;
  const payment = await axios.get(address, config);
  return payment.status === "PAID";
}
