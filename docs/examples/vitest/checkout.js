/** What a shop's own code makes of an order. */
export const paymentFor = ({ id, buyer, total, cardCompany }) => ({
  channelKey: "channel-key-9e1f0d7c-0000-4000-8000-000000000000",
  pay_method: "card",
  merchant_uid: `order-${id}`,
  name: "주문 상품",
  amount: total,
  tax_free: 0,
  buyer_name: buyer,
  currency: "KRW",
  m_redirect_url: "https://shop.example/done",
  ...(cardCompany && {
    card: { direct: { code: cardCompany } },
    buyer_tel: "02-000-0000",
    storeDetails: { businessName: "모래상점", businessRegistrationNumber: "1234567891" },
    bypass: { ksnet: { url: "https://shop.example", tcode: "skt" } },
  }),
});
