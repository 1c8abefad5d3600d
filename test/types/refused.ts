import {
  defineOnetime,
  defineReceipt,
  defineRequestPay,
  defineSchedule,
  type ExpectedPayment,
  type PaymentOutcome,
  paymentOutcome,
  type RequestPay,
  type RequestPayFor,
} from "paylint/ksnet/v1";
import { defineRequestPayment } from "paylint/ksnet/v2";
import { base, site, storeDetails } from "./base.js";

const { buyer_name: _, ...anonymous } = base;
const onetime = {
  merchant_uid: "o-1",
  amount: 1,
  card_number: "0000-0000-0000-0000",
  expiry: "2030-12",
  buyer_name: "b",
  product_type: "real",
} as const;
const { m_redirect_url: __, ...onPc } = base;

const onV2 = {
  storeId: "store-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec",
  channelKey: "channel-key-893597d6-e62d-410f-83f9-119f530b4b11",
  paymentId: "o-1",
  orderName: "Canvas tote bag",
  totalAmount: 64000,
  currency: "KRW",
  redirectUrl: "https://shop.example/pay/done",
} as const;

// refused: storeDetails, bypass
defineRequestPayment({ ...onV2, payMethod: "CARD", card: { cardCompany: "HYUNDAI_CARD" } });
// refused: 'url'
defineRequestPayment({
  ...onV2,
  payMethod: "CARD",
  card: { cardCompany: "HYUNDAI_CARD" },
  storeDetails,
  bypass: { ksnet: {} },
});
// refused: 'buyer_name'
defineRequestPay({ ...anonymous, card: { direct: { code: "045" } } });
// refused at: currency
defineRequestPay({ ...base, currency: "USD", card: { direct: { code: "045" } } });
// refused: 'buyer_tel'
defineRequestPay({
  ...base,
  card: { direct: { code: "361" } },
  bypass: { ksnet: { tcode: "skt" } },
});
// refused: 'tcode'
defineRequestPay({
  ...base,
  buyer_tel: "010",
  card: { direct: { code: "361" } },
  bypass: { ksnet: {} },
});
// refused: 'bypass'
defineRequestPay({ ...base, buyer_tel: "010", card: { direct: { code: "090" } } });
// refused: 'storeDetails'
defineRequestPay({ ...base, card: { direct: { code: "367" } }, bypass: site });
// refused: 'businessName'
defineRequestPay({
  ...base,
  card: { direct: { code: "381" } },
  storeDetails: { businessRegistrationNumber: "1" },
});
// refused: 'businessRegistrationNumber'
defineRequestPay({
  ...base,
  card: { direct: { code: "381" } },
  storeDetails: { businessName: "s" },
});
// refused: 'url'
defineRequestPay({
  ...base,
  card: { direct: { code: "370" } },
  storeDetails,
  bypass: { ksnet: {} },
});
// refused: display.card_quota
defineRequestPay({
  ...base,
  card: { direct: { code: "367" } },
  storeDetails,
  bypass: site,
  display: { card_quota: [0] },
});
// refused: display.card_quota
defineRequestPay({
  ...base,
  card: { direct: { code: "041" } },
  storeDetails,
  bypass: site,
  display: { card_quota: [] },
});
// refused at: code
defineRequestPay({ ...base, card: { direct: { code: "999" } } });
// refused at: amount
defineRequestPay({ ...base, amount: "80000" });
// refused at: pay_method
defineRequestPay({ ...base, pay_method: "creditcard" });
// refused: 'store_details'
defineRequestPay({ ...base, store_details: {} });
// refused: customer_uid
defineRequestPay({ ...base, customer_uid: "c" });
// refused: 'm_redirect_url'
defineRequestPay({ ...onPc });
// refused: 'storeDetails'
const typed: RequestPayFor<"367"> = { ...base, card: { direct: { code: "367" } }, bypass: site };
// refused: '"361"'
const other: RequestPayFor<"367"> = {
  ...base,
  card: { direct: { code: "361" } },
  storeDetails,
  bypass: site,
};
// refused: 'storeDetails'
const hyundai: RequestPay = { ...base, card: { direct: { code: "367" } }, bypass: site };
// refused: 'url'
const samsung: RequestPay = {
  ...base,
  card: { direct: { code: "365" } },
  storeDetails,
  bypass: { ksnet: {} },
};
// refused: storeDetails, bypass
const bare: RequestPay = { ...base, card: { direct: { code: "368" } } };
// refused: buyer_tel, bypass
const bc: RequestPay = { ...base, card: { direct: { code: "361" } } };
// refused: 'buyer_name'
const withoutCard: RequestPay = { ...anonymous };
// refused: 'buyer_name'
const withoutCode: RequestPay = { ...anonymous, card: { direct: {} } };
// refused: display.card_quota
const quota: RequestPay = {
  ...base,
  card: { direct: { code: "041" } },
  storeDetails,
  bypass: site,
  display: { card_quota: [] },
};
// refused at: amount
const text: RequestPay = { ...base, amount: "80000", card: { direct: { code: "367" } } };
// refused: 'product_type'
defineOnetime({
  merchant_uid: "o-1",
  amount: 1,
  card_number: "0000-0000-0000-0000",
  expiry: "2030-12",
  buyer_name: "b",
});
// refused at: amount
defineOnetime({ ...onetime, amount: "1" });
// refused: 'buyerName'
defineOnetime({ ...onetime, buyerName: "b" });
// refused at: product_type
defineReceipt({ identifier: "1", buyer_name: "b", product_type: "physical" });
// refused: 'product_type'
defineSchedule({
  customer_uid: "c",
  schedules: [
    { merchant_uid: "o", schedule_at: 1, currency: "KRW", amount: 1, name: "n", buyer_name: "b" },
  ],
});
// refused: 'amount'
const asked: ExpectedPayment = { orderId: "o-1" };
// refused: 'orderId'
const unordered: ExpectedPayment = { amount: 9900 };
// refused: 'orderId'
paymentOutcome({}, { amount: 9900 });
// refused: "unknown"
const outcome: PaymentOutcome["outcome"] = "unknown" as "unknown" | "paid";
// refused: not assignable to type 'never'
const whole = (value: PaymentOutcome): never => {
  switch (value.outcome) {
    case "paid":
    case "not-yet":
    case "failed":
    case "cancelled":
      throw new Error();
    default:
      return value;
  }
};

export {
  asked,
  bare,
  bc,
  hyundai,
  other,
  outcome,
  quota,
  samsung,
  text,
  typed,
  unordered,
  whole,
  withoutCard,
  withoutCode,
};
