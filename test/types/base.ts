/** A payload in order without a direct call, and what card companies ask for besides. */
export const base = {
  pg: "ksnet.2999199999",
  pay_method: "card",
  merchant_uid: "o-1",
  name: "n",
  amount: 80000,
  tax_free: 0,
  buyer_name: "b",
  currency: "KRW",
  m_redirect_url: "https://store.example/done",
} as const;
export const storeDetails = { businessName: "s", businessRegistrationNumber: "1234567891" };
export const site = { ksnet: { url: "https://store.example" } };
