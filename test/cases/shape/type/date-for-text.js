IMP.request_pay({
  pg: "ksnet.2999199999",
  pay_method: "card",
  merchant_uid: `cup-${number}`,
  name: "머그컵",
  tax_free: 0,
  buyer_name: "이바다",
  currency: "KRW",
  m_redirect_url: "https://cup.example/done",
  amount: 18000,
  vbank_due: new Date(),
});
