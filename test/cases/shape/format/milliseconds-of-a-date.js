// paylint: ksnet
const at = new Date("2030-01-01T00:00:00+09:00");
const item = { merchant_uid: id, amount: 9900, currency: "KRW", name: "Plan", buyer_name: "Kim", product_type: "digital", tax_free: 0 };
const schedule = (schedules) =>
  axios.post("https://api.iamport.kr/subscribe/payments/schedule", { customer_uid: uid, schedules });

schedule([{ ...item, schedule_at: at.getTime() }]);
schedule([{ ...item, schedule_at: Date.now() + 86_400_000 }]);
schedule([{ ...item, schedule_at: Math.floor(at.getTime() / 1000) }]);
