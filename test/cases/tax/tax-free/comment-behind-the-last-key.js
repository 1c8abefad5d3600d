IMP.request_pay({
  pg: "ksnet.2999199999", pay_method: "card", merchant_uid: number, name: "머그컵", amount: 18000,
  buyer_name: "이바다", currency: "KRW",
  m_redirect_url: "https://cup.example/done" // a phone comes back here
});
