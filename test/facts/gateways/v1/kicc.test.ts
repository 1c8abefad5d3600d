import { cases, order } from "../cases.js";

const plain = { ...order, buyer_tel: "010-1234-5678" };
const product = { orderNumber: "1", name: "머그컵", quantity: 1, amount: 80000 };

cases("kicc.v1.request-pay", plain, [
  ["kakaopay", { pay_method: "kakaopay" }, ["error shape/enum /pay_method"]],
  ["no telephone", { buyer_tel: undefined }, ["error shape/required /buyer_tel"]],
  [
    "escrow of a card",
    { escrow: true, buyer_name: "이바다", buyer_email: "a@store.example", kiccProducts: [product] },
    ["warning escrow/method /escrow"],
  ],
  [
    "escrow of nobody",
    { pay_method: "trans", escrow: true },
    [
      "error escrow/buyer /buyer_email",
      "error escrow/buyer /buyer_name",
      "error escrow/buyer /kiccProducts",
    ],
  ],
  [
    "escrow of a product without amount",
    {
      pay_method: "vbank",
      escrow: true,
      buyer_name: "이바다",
      buyer_email: "a@store.example",
      kiccProducts: [{ ...product, amount: undefined }],
    },
    ["error escrow/buyer /kiccProducts/0/amount"],
  ],
  [
    "a direct call",
    { card: { direct: { code: "361", quota: 0 } } },
    ["info direct/company /company"],
  ],
  [
    "a billing key",
    { customer_uid: "u-1", buyer_tel: undefined, pay_method: undefined },
    ["info billing/no-charge /amount"],
  ],
  [
    "a billing key of a phone",
    { customer_uid: "u-1", amount: 0, pay_method: "phone", digital: true },
    ["error billing/pay-method /pay_method"],
  ],
]);

const abroad = {
  ...order,
  pay_method: "wechat",
  buyer_name: "Bada",
  buyer_tel: "010",
  buyer_email: "a@store.example",
};
cases("kicc_v2.v1.request-pay", abroad, [
  ["WeChat without address", { buyer_email: undefined }, ["error shape/required /buyer_email"]],
  [
    "Alipay+",
    { pay_method: "alipay_plus", order_description: "Mug", alipay_plus: { wallet: "gcash" } },
    [],
  ],
  [
    "Alipay+ of nothing",
    { pay_method: "alipay_plus" },
    ["error shape/required /order_description", "warning shape/required /alipay_plus"],
  ],
  [
    "another wallet",
    { pay_method: "alipay_plus", order_description: "Mug", alipay_plus: { wallet: "kakaopay" } },
    ["error shape/enum /alipay_plus/wallet"],
  ],
  ["euros", { currency: "EUR" }, ["warning shape/enum /currency"]],
  ["a card", { pay_method: "card" }, ["error shape/enum /pay_method"]],
]);
