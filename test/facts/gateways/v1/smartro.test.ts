import { cases, digitalGoods, order } from "../cases.js";

const plain = { ...order, buyer_tel: "010-1234-5678" };
const receipt = (cashReceiptType?: string, customerIdentifier?: string) => ({
  pay_method: "trans",
  bypass: { cashReceiptType, customerIdentifier },
});
const billing = {
  customer_uid: "u-1",
  customer_id: "b-1",
  amount: undefined,
  buyer_tel: undefined,
};

cases("smartro_v2.v1.request-pay", plain, [
  ["no telephone", { buyer_tel: undefined }, ["error shape/required /buyer_tel"]],
  ["no name", { name: undefined }, []],
  [
    "an order number with a hyphen",
    { merchant_uid: "T-1001" },
    ["error shape/pattern /merchant_uid"],
  ],
  ["a long order number", { merchant_uid: "T".repeat(41) }, ["warning shape/length /merchant_uid"]],
  [
    "three decimals",
    { amount: 10.125, currency: "USD" },
    ["error shape/type /amount", "warning currency/usd /currency"],
  ],
  ["an account without deadline", { pay_method: "vbank" }, ["error vbank/due /vbank_due"]],
  [
    "a deadline with time",
    { pay_method: "vbank", vbank_due: "20261231235959" },
    ["warning shape/format /vbank_due"],
  ],
  [
    "a day that is not",
    { pay_method: "vbank", vbank_due: "20260230" },
    ["error shape/format /vbank_due"],
  ],
  ["a phone", { pay_method: "phone" }, ["error phone/digital /digital"]],
  [
    "a phone against the contract",
    { pay_method: "phone", digital: false },
    ["error phone/digital /digital"],
    digitalGoods,
  ],
  ["Chinese", { language: "zh" }, ["warning window/locale /language"]],
  [
    "a direct call without quota",
    { card: { direct: { code: "361" } } },
    ["error installment/direct-fixed /card/direct/quota"],
  ],
  [
    "a quota without direct call",
    { card: { direct: { quota: 3 } } },
    ["error installment/fixed-direct /card/direct/code"],
  ],
  [
    "KakaoBank",
    { card: { direct: { code: "090", quota: 0 } } },
    ["warning issuer/direct-unsupported /card/direct/code"],
  ],
  [
    "escrow with a direct call",
    { escrow: true, card: { direct: { code: "361", quota: 0 } } },
    ["error escrow/no-direct /card/direct/code"],
  ],
  [
    "a list",
    { display: { card_quota: [0, 3] } },
    ["warning shape/unsupported /display/card_quota"],
  ],
  ["points", { useCardPoint: true }, ["warning shape/unsupported /useCardPoint"]],
  ["easy pay without id", { pay_method: "naverpay" }, ["error buyer/id /customer_id"]],
  [
    "easy pay with a long id",
    { pay_method: "payco", customer_id: "b".repeat(21) },
    ["error shape/length /customer_id"],
  ],
  ["a receipt", receipt("personal", "010-1234-5678"), []],
  [
    "a receipt of nobody",
    receipt("personal"),
    ["error receipt/identifier /bypass/customerIdentifier"],
  ],
  [
    "somebody without type",
    receipt(undefined, "010-1234-5678"),
    ["error receipt/identifier /bypass/customerIdentifier"],
  ],
  [
    "somebody unnamed",
    receipt("anonymous", "010-1234-5678"),
    ["error receipt/identifier /bypass/customerIdentifier"],
  ],
  [
    "a person by business number",
    receipt("personal", "123-45-67891"),
    ["warning receipt/identifier /bypass/customerIdentifier"],
  ],
  [
    "a company by telephone",
    receipt("corporate", "010-1234-5678"),
    ["warning receipt/identifier /bypass/customerIdentifier"],
  ],
  [
    "the caution page's escrow sample",
    { ...receipt("company"), escrow: true },
    ["error escrow/no-receipt /bypass/cashReceiptType"],
  ],
  [
    "a receipt of an account",
    { pay_method: "vbank", vbank_due: "20261231", bypass: { cashReceiptType: "anonymous" } },
    ["warning receipt/ignored /bypass/cashReceiptType"],
  ],
  ["yen", { currency: "JPY" }, ["error shape/enum /currency"]],
  ["dollars", { currency: "USD" }, ["warning currency/usd /currency"]],
  [
    "the caution page's period",
    { period: { from: "2026-12-01", to: "2026-12-31" } },
    ["warning offer-period/form /period/from", "warning offer-period/form /period/to"],
  ],
  [
    "a period without end",
    { period: { from: "20261201" } },
    ["warning offer-period/form /period/to"],
  ],
  ["a billing key", billing, []],
  ["a billing key without name", { ...billing, name: undefined }, ["error shape/required /name"]],
  [
    "a billing key with a hyphen",
    { ...billing, merchant_uid: "T-1" },
    ["warning shape/pattern /merchant_uid"],
  ],
  [
    "a billing key without buyer's id",
    { ...billing, customer_id: undefined },
    ["error buyer/id /customer_id"],
  ],
  ["a billing key in English", { ...billing, language: "en" }, ["warning window/locale /language"]],
  [
    "a billing key of a phone",
    { ...billing, pay_method: "phone", digital: true },
    ["error billing/pay-method /pay_method"],
  ],
  [
    "a colour",
    { bypass: { smartro_v2: { SkinColor: "red" } } },
    ["error shape/enum /bypass/smartro_v2/SkinColor"],
  ],
]);

cases(
  "smartro_v2.v1.again",
  {
    customer_uid: "u-1",
    merchant_uid: "T1001",
    amount: 1000,
    name: "머그컵",
    buyer_name: "이바다",
    buyer_email: "a@store.example",
    buyer_tel: "010",
  },
  [
    [
      "no buyer",
      { buyer_name: undefined, buyer_email: undefined, buyer_tel: undefined },
      [
        "error shape/required /buyer_email",
        "error shape/required /buyer_name",
        "error shape/required /buyer_tel",
      ],
    ],
    [
      "an order number with a hyphen",
      { merchant_uid: "T-1" },
      ["error shape/pattern /merchant_uid"],
    ],
  ],
);

cases("smartro_v2.v1.cancel", { imp_uid: "imp_1", amount: 1000, checksum: 1000 }, [
  [
    "a refund without telephone",
    { refund_holder: "이바다", refund_bank: "04", refund_account: "1234567890" },
    ["error cancel/refund-account /refund_tel"],
  ],
]);

cases("smartro.v1.request-pay", order, [
  ["A period has dates as YYYYMMDD.", { period: { from: "20261201", to: "20261231" } }, []],
  [
    "A period's dates have no hyphens.",
    { period: { from: "2026-12-01", to: "2026-12-31" } },
    ["warning offer-period/form /period/from", "warning offer-period/form /period/to"],
  ],
  ["a phone", { pay_method: "phone", digital: true }, ["error shape/enum /pay_method"]],
  ["a billing key", { customer_uid: "u-1" }, ["warning checkout/no-billing-key /customer_uid"]],
  [
    "by pg",
    { channelKey: undefined, pg: "smartro.A" },
    ["info gateway/superseded /pg", "info shape/deprecated /pg"],
  ],
]);
