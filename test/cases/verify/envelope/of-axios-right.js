import axios from "axios";

export async function charge(order, config) {
  const paid = await axios.post("https://api.iamport.kr/subscribe/payments/again", order, config);
  const { status, data } = paid;
  if (status !== 200 || paid.status === "200") return undefined;
  return data.code === 0 && data.response.status === "paid" ? data.response : undefined;
}

export async function chargeOrFail(order, config) {
  const paid = await axios
    .post("https://api.iamport.kr/subscribe/payments/again", order, config)
    .then((answer) => answer.data)
    .catch(() => ({ code: -1 }));
  return paid.code === 0;
}

export async function chargeOrSay(order, config) {
  const paid = await axios
    .post("https://api.iamport.kr/subscribe/payments/again", order, config)
    .catch((error) => ({ code: -1, message: error.message }));
  return paid.code === -1 ? paid.message : paid.data.code;
}
