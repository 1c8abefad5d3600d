import { cases, order } from "../cases.js";

const plain = { ...order, buyer_name: "이바다" };
const list = (card_quota: number[], more = {}) => ({ display: { card_quota, ...more } });

const products = [{ id: "1", name: "머그컵", code: "m", unitPrice: 80000, quantity: 1 }];
cases("tosspayments.v1.request-pay", plain, [
  ["Products count in an escrow payment.", { products, escrow: true }, []],
  ["Products are not read without escrow.", { products }, ["warning shape/unsupported /products"]],
  [
    "Products are not read where escrow is turned off.",
    { products, escrow: false },
    ["warning shape/unsupported /products"],
  ],
  ["no method", { pay_method: undefined }, []],
  ["no buyer's name", { buyer_name: undefined }, ["error shape/required /buyer_name"]],
  [
    "a billing key without name and number",
    { customer_uid: "u-1", amount: 0, buyer_name: undefined, merchant_uid: undefined },
    ["warning shape/required /merchant_uid"],
  ],
  [
    "a billing key of a transfer",
    { customer_uid: "u-1", amount: 0, pay_method: "trans" },
    ["error billing/pay-method /pay_method"],
  ],
  ["a billing key with an amount", { customer_uid: "u-1" }, ["info billing/no-charge /amount"]],
  ["samsung", { pay_method: "samsung" }, ["error shape/enum /pay_method"]],
  ["the guide's locale", { locale: "ko" }, ["warning shape/unknown-property /locale"]],
  [
    "a receipt of a card",
    { bypass: { cashReceiptType: "personal" } },
    ["warning shape/unsupported /bypass/cashReceiptType"],
  ],
  [
    "a receipt of a transfer",
    { pay_method: "trans", bypass: { cashReceiptType: "anonymous", isCulturalExpense: true } },
    [],
  ],
  [
    "another receipt",
    { pay_method: "trans", bypass: { cashReceiptType: "company" } },
    ["error shape/enum /bypass/cashReceiptType"],
  ],
  [
    "a company's receipt",
    { pay_method: "vbank", bypass: { cashReceiptType: "corporate" } },
    ["info receipt/corporate /bypass/cashReceiptType"],
  ],
  ["cards from abroad", { bypass: { tosspayments: { useInternationalCardOnly: true } } }, []],
  [
    "cards from abroad for a transfer",
    { pay_method: "trans", bypass: { tosspayments: { useInternationalCardOnly: true } } },
    ["warning shape/unsupported /bypass/tosspayments/useInternationalCardOnly"],
  ],
  ["a list with a gap", list([3, 5]), ["warning installment/list-up-to /display/card_quota"]],
  ["exactly these", list([3, 5], { only_installment: true }), []],
  [
    "Kakao Pay from 13 months",
    { pay_method: "kakaopay", ...list([0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]) },
    ["warning installment/easypay /display/card_quota/12"],
  ],
  [
    "Naver Pay with a fixed month",
    { pay_method: "naverpay", ...list([2]) },
    [
      "info installment/easypay /display/card_quota",
      "info installment/list-up-to /display/card_quota",
    ],
  ],
  [
    "a direct call without quota",
    { card: { direct: { code: "361" } } },
    ["warning installment/lump-sum /card/direct/quota"],
  ],
  [
    "the app of Citi",
    { appCard: true, card: { direct: { code: "370", quota: 0 } } },
    ["warning app-card/issuer /appCard"],
  ],
  ["the app of Shinhan", { appCard: true, card: { direct: { code: "366", quota: 0 } } }, []],
  ["an id of the buyer", { customer_id: "b-1" }, []],
  ["no redirect", { m_redirect_url: undefined }, ["error checkout/redirect-url /m_redirect_url"]],
]);

cases("uplus.v1.request-pay", order, [
  [
    "a deadline with hyphens",
    { pay_method: "vbank", vbank_due: "2026-12-31" },
    ["warning shape/format /vbank_due"],
  ],
  ["a deadline with seconds", { pay_method: "vbank", vbank_due: "20261231235959" }, []],
  ["a billing key", { customer_uid: "u-1" }, ["warning checkout/no-billing-key /customer_uid"]],
  ["appCard as text", { appCard: "true" }, ["error shape/type /appCard"]],
  ["Chinese", { language: "zh" }, ["warning window/locale /language"]],
]);

const brand = {
  ...order,
  pay_method: "toss_brandpay",
  customer_id: "7c1e5f0a",
  m_redirect_url: undefined,
};
const method = (more: object) => ({ bypass: { ...more, toss_brandpay: { methodId: "m-1" } } });

cases("toss_brandpay.v1.request-pay", brand, [
  ["a card", { pay_method: "card" }, ["error shape/enum /pay_method"]],
  ["dollars", { currency: "USD" }, ["error shape/enum /currency"]],
  [
    "the guide's sample of looks",
    {
      customer_id: undefined,
      bypass: {
        toss_brandpay: {
          brandpayOptions: {
            ui: {
              buttonStyle: "full",
              navigationBar: { visible: true, paddingTop: 20 },
              labels: { oneTouchPay: "결제" },
            },
          },
        },
      },
    },
    ["warning buyer/id /customer_id"],
  ],
  ["a running number", { customer_id: "1024" }, ["warning buyer/guessable-id /customer_id"]],
  [
    "points without the method's id",
    { useCardPoint: true },
    ["error brandpay/method-id /bypass/toss_brandpay/methodId"],
  ],
  ["points with it", { useCardPoint: true, ...method({}) }, []],
  [
    "a receipt without it",
    { bypass: { cashReceiptType: "personal" } },
    ["error brandpay/method-id /bypass/toss_brandpay/methodId"],
  ],
  [
    "another receipt",
    method({ cashReceiptType: "company" }),
    ["error shape/enum /bypass/cashReceiptType"],
  ],
  [
    "two months",
    { ...method({}), ...list([0, 3]) },
    ["warning installment/single /display/card_quota"],
  ],
  [
    "options of the widget",
    { bypass: { toss_brandpay: { widgetOptions: { methodType: "카드" } } } },
    ["warning brandpay/widget /bypass/toss_brandpay/widgetOptions"],
  ],
]);

const widget = { channelKey: order.channelKey, merchant_uid: "T1001", amount: 1000 };

cases("toss_brandpay.v1.load-ui", widget, [
  [
    "the guide's sample",
    { channelKey: undefined, merchant_uid: undefined, pg: "toss_brandpay.shop" },
    ["info shape/deprecated /pg", "warning shape/required /merchant_uid"],
  ],
  [
    "a receipt in the widget",
    { bypass: { cashReceiptType: "personal" } },
    ["warning brandpay/widget /bypass/cashReceiptType"],
  ],
  [
    "another kind of method",
    { bypass: { toss_brandpay: { widgetOptions: { methodType: "CARD" } } } },
    ["error shape/enum /bypass/toss_brandpay/widgetOptions/methodType"],
  ],
]);
