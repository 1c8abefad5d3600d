export async function check(req: any, uid: string) {
  const payment = (await axios.get(`https://api.iamport.kr/payments/${uid}`, { headers: { Authorization: t } })).data.response;
  const order = await (await fetch("/orders/1")).json();
  const saved = await fetch("/o").then((res) => res.json());
  if (payment.amount === order.amount && payment.amount === saved.amount) return true;
  const { amount } = await req.json();
  return payment.amount === amount;
}
