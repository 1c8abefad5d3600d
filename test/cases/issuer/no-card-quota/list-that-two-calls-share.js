const display = { card_quota: [0, 3, 6] };
const base = {
  pg: "ksnet.2999199999",
  pay_method: "card",
  merchant_uid: `cup-${number}`,
  name: "머그컵",
  tax_free: 0,
  buyer_name: "이바다",
  currency: "KRW",
  m_redirect_url: "https://cup.example/done",
  amount: 180000,
};
IMP.request_pay({
  ...base,
  display,
  card: { direct: { code: "367" } },
  storeDetails: { businessName: "바다상점", businessRegistrationNumber: "1234567891" },
  bypass: { ksnet: { url: "https://cup.example" } },
});
IMP.request_pay({ ...base, display, card: { direct: { code: "361" } }, buyer_tel: "010-0000-0000", bypass: { ksnet: { tcode: "skt" } } });
