import { cases, mobile, order, pc } from "../cases.js";

const kakao = { ...order, pay_method: undefined };
cases("kakaopay.v1.request-pay", kakao, [
  ["a method", { pay_method: "card" }, ["info pay-method/ignored /pay_method"]],
  ["one month", { display: { card_quota: [3] } }, []],
  [
    "two months",
    { display: { card_quota: [0, 3] } },
    ["error installment/single /display/card_quota"],
  ],
  ["VAT", { vat_amount: 100 }, ["warning shape/unsupported /vat_amount"]],
  ["an exempt part", { tax_free: 100 }, []],
  [
    "points",
    { bypass: { kakaopay: { payment_method_type: "POINT" } } },
    ["error shape/enum /bypass/kakaopay/payment_method_type"],
  ],
  ["a billing key with payment", { customer_uid: "u-1" }, ["info billing/charges /amount"]],
  ["a billing key", { customer_uid: "u-1", amount: 0 }, []],
]);

const product = {
  categoryType: "BOOK",
  categoryId: "GENERAL",
  uid: "107922211",
  name: "한국사",
  payReferrer: "NAVER_BOOK",
  count: 10,
};
const naver = {
  ...order,
  pay_method: undefined,
  naverPopupMode: true,
  m_redirect_url: undefined,
  naverProducts: [product],
};
const naverKey = {
  customer_uid: "u-1",
  amount: 0,
  naverProducts: undefined,
  naverProductCode: "p",
  naverProductCount: 1,
  buyer_tel: "010",
};
const period = (startDate: unknown) => ({ naverProducts: [{ ...product, startDate }] });
cases("naverpay.v1.request-pay", naver, [
  ["no products", { naverProducts: undefined }, ["error shape/required /naverProducts"]],
  ["an id of the buyer", { customer_id: "b-1" }, []],
  ["an empty list", { naverProducts: [] }, ["error shape/required /naverProducts"]],
  [
    "a product without number",
    { naverProducts: [{ ...product, count: undefined }] },
    ["error shape/required /naverProducts/0/count"],
  ],
  ["a full page", { naverPopupMode: false }, ["error checkout/redirect-url /m_redirect_url"], pc],
  [
    "no mode on a phone",
    { naverPopupMode: undefined },
    ["error checkout/redirect-url /m_redirect_url"],
    mobile,
  ],
  ["no mode on a PC", { naverPopupMode: undefined }, [], pc],
  ["9 won", { amount: 9 }, ["error amount/minimum /amount"]],
  ["a date with hyphens", { naverUseCfm: "2099-12-31" }, ["error shape/format /naverUseCfm"]],
  ["a day as number", period(20261201), []],
  ["a short number", period(261201), ["error shape/format /naverProducts/0/startDate"]],
  [
    "a seller with a hyphen",
    { naverProducts: [{ ...product, sellerId: "a-b" }] },
    ["error shape/pattern /naverProducts/0/sellerId"],
  ],
  ["a name that Naver lengthens", { name: "한국사 외 2개" }, ["warning naver/name-suffix /name"]],
  ["a billing key", naverKey, []],
  ["another means behind a billing key", { ...naverKey, naverActionType: "CHANGE" }, []],
  [
    "an action that is not known",
    { ...naverKey, naverActionType: "DELETE" },
    ["error shape/enum /naverActionType"],
  ],
  [
    "a billing key of nothing",
    { customer_uid: "u-1", amount: 0, naverProducts: undefined },
    [
      "error billing/product /naverProductCount",
      "warning billing/product /naverProductCode",
      "warning buyer/contact /buyer_tel",
    ],
  ],
]);
cases("naverpay.v1.cancel", { imp_uid: "imp_1", amount: 1000, checksum: 1000, reason: "변심" }, [
  ["the guide's sample", { reason: undefined }, ["error shape/required /reason"]],
]);

const payco = { ...order, buyer_tel: "010-1234-5678", m_redirect_url: undefined };
cases("payco.v1.request-pay", payco, [
  ["no telephone", { buyer_tel: undefined }, ["error shape/required /buyer_tel"]],
  ["no method", { pay_method: undefined }, []],
  ["another method", { pay_method: "phone", digital: true }, ["warning shape/enum /pay_method"]],
  [
    "a billing key",
    { customer_uid: "u-1", buyer_tel: undefined },
    ["info billing/no-charge /amount"],
  ],
  ["a popup as text", { popup: "true" }, ["error shape/type /popup"]],
]);

const smile = { ...order, buyer_tel: "010-1234-5678" };
cases("smilepay.v1.request-pay", smile, [
  ["no telephone", { buyer_tel: undefined }, ["error shape/required /buyer_tel"]],
  ["another method", { pay_method: "trans" }, ["warning shape/enum /pay_method"]],
]);

cases("tosspay.v1.request-pay", order, [
  ["no method", { pay_method: undefined }, []],
  ["a transfer", { pay_method: "trans" }, ["error shape/enum /pay_method"]],
  ["no name", { name: undefined }, ["error shape/required /name"]],
  ["a billing key", { customer_uid: "u-1" }, ["error checkout/no-billing-key /customer_uid"]],
]);

const toss = { ...order, pay_method: "tosspay" };
const key = {
  customer_uid: "u-1",
  customer_id: "b-1",
  name: undefined,
  amount: undefined,
  notice_url: "https://store.example/n",
};
cases("tosspay_v2.v1.request-pay", toss, [
  ["a card", { pay_method: "card" }, ["error shape/enum /pay_method"]],
  [
    "installments as text",
    { card: { useInstallment: "true" } },
    ["error shape/type /card/useInstallment"],
  ],
  [
    "an end without seconds",
    { bypass: { tosspay_v2: { expiredTime: "2026-12-31 23:59" } } },
    ["error shape/format /bypass/tosspay_v2/expiredTime"],
  ],
  [
    "a trade",
    { bypass: { tosspay_v2: { cashReceiptTradeOption: "BOOK" } } },
    ["error shape/enum /bypass/tosspay_v2/cashReceiptTradeOption"],
  ],
  [
    "a receipt",
    { bypass: { cashReceiptType: "corporate" } },
    ["warning receipt/ignored /bypass/cashReceiptType"],
  ],
  ["a billing key", key, []],
  [
    "a billing key of money",
    { ...key, pay_method: "tosspay_money" },
    ["error billing/pay-method /pay_method"],
  ],
  ["a billing key of nobody", { ...key, customer_id: undefined }, ["error buyer/id /customer_id"]],
  [
    "a long id of the buyer",
    { ...key, customer_id: "b".repeat(51) },
    ["error shape/length /customer_id"],
  ],
  [
    "a billing key without webhook",
    { ...key, notice_url: undefined },
    ["warning billing/webhook /notice_url"],
  ],
]);
cases(
  "tosspay_v2.v1.again",
  { customer_uid: "u-1", merchant_uid: "T1001", amount: 1000, name: "머그컵" },
  [
    [
      "the guide's bypass",
      { bypass: { tosspay_v2: { cashReceipt: true, sendFailPush: false } } },
      [],
    ],
    [
      "a receipt as text",
      { bypass: { tosspay_v2: { cashReceipt: "true" } } },
      ["error shape/type /bypass/tosspay_v2/cashReceipt"],
    ],
  ],
);
