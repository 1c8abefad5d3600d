import axios from "axios";
export async function verify(impUid: string, paymentId: string) {
  const { data } = await axios.get(`https://api.iamport.kr/payments/${impUid}`, config);
  if (data.code !== 0) throw new Error(data.message);
  if (data.response.amount === order.amount && data.status === "paid") return true;
  const answer = await fetch(`https://api.portone.io/payments/${encodeURIComponent(paymentId)}`, options);
  const payment = await answer.json();
  return payment.response.status === "PAID" && payment.amount.total === order.amount;
}
export const status = (uid: string) =>
  axios.get(`https://api.iamport.kr/payments/${uid}`, config).then((res) => res.data).then(({ status }) => status);
