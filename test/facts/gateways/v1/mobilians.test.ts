import { cases, order } from "../cases.js";

const own = (more: object) => ({ bypass: { mobilians_v2: more } });
const options = (pay_options: object, more: object = {}) => ({
  bypass: { ...more, mobilians_v2: { pay_options } },
});

cases("mobilians_v2.v1.request-pay", order, [
  ["no method", { pay_method: undefined }, []],
  ["a short order number", { merchant_uid: "T-1" }, ["error shape/length /merchant_uid"]],
  ["a long id", { customer_id: "b".repeat(21) }, ["warning text/byte-length /customer_id"]],
  ["an account without deadline", { pay_method: "vbank" }, ["error vbank/due /vbank_due"]],
  [
    "a direct call without quota",
    { card: { direct: { code: "361" } } },
    ["error installment/direct-fixed /card/direct/quota"],
  ],
  ["ssgpay", { pay_method: "ssgpay" }, ["error buyer/contact /buyer_tel"]],
  ["a gift certificate", { pay_method: "cultureland" }, ["error buyer/id /customer_id"]],
  [
    "a gift certificate to confirm",
    { pay_method: "booknlife", customer_id: "b", confirm_url: "https://store.example/c" },
    ["warning confirm/gift /confirm_url"],
  ],
  ["escrow", { pay_method: "trans", escrow: true }, ["error escrow/buyer /buyer_name"]],
  [
    "escrow at the bank",
    {
      pay_method: "trans",
      escrow: true,
      ...options({ ra_direct: "Y" }, { cashReceiptType: "personal", customerIdentifier: "010" }),
    },
    [
      "error escrow/buyer /buyer_email",
      "error escrow/buyer /buyer_name",
      "error escrow/buyer /buyer_tel",
      "error escrow/buyer /bypass/mobilians_v2/pay_options/ra_escrow_password",
    ],
  ],
  [
    "a transfer at the bank",
    { pay_method: "trans", ...options({ ra_direct: "Y" }) },
    [
      "error receipt/required /bypass/cashReceiptType",
      "error receipt/required /bypass/customerIdentifier",
    ],
  ],
  [
    "Naver points",
    { pay_method: "naverpay", ...options({ ep_pay_type: "P" }) },
    [
      "error receipt/required /bypass/cashReceiptType",
      "error receipt/required /bypass/customerIdentifier",
    ],
  ],
  [
    "money of Naver",
    { pay_method: "naverpay", ...options({ ep_pay_type: "M" }) },
    ["warning bypass/needs /bypass/mobilians_v2/pay_options/ep_pay_type"],
  ],
  ["money of Toss", { pay_method: "tosspay", ...options({ ep_pay_type: "M" }) }, []],
  [
    "a fixed number",
    { pay_method: "phone", digital: true, ...options({ mc_fix_no: "Y" }) },
    ["error buyer/contact /buyer_tel"],
  ],
  [
    "an app code alone",
    options({ cn_pay_app_use_cd: "01" }),
    ["warning bypass/needs /bypass/mobilians_v2/pay_options/cn_pay_app_use_cd"],
  ],
  [
    "a receipt of a card",
    { bypass: { cashReceiptType: "personal" } },
    ["warning bypass/needs /bypass/cashReceiptType"],
  ],
  [
    "a colour in words",
    own({ css_type: "skyblue" }),
    ["warning shape/pattern /bypass/mobilians_v2/css_type"],
  ],
  [
    "a footer of a card",
    own({ hidden_options: { footer_area: "Y" } }),
    ["warning bypass/needs /bypass/mobilians_v2/hidden_options/footer_area"],
  ],
  ["50 won", { amount: 50 }, ["warning amount/minimum /amount"]],
  [
    "an exempt part of PAYCO",
    { pay_method: "payco", tax_free: 100 },
    ["warning tax/unsupported /tax_free"],
  ],
  ["VAT of an easy payment", { pay_method: "kakaopay", vat_amount: 100 }, []],
  [
    "a list with gaps",
    { display: { card_quota: [3, 5, 9] } },
    ["warning installment/list-up-to /display/card_quota"],
  ],
  ["a list without gap", { display: { card_quota: [3, 4, 5] } }, []],
  [
    "a billing key without method",
    { customer_uid: "u-1", customer_id: "b", amount: 0, pay_method: undefined },
    ["error billing/pay-method /pay_method"],
  ],
  ["a billing key of nobody", { customer_uid: "u-1", amount: 0 }, ["error buyer/id /customer_id"]],
  ["a billing key with payment", { customer_uid: "u-1" }, ["info billing/charges /amount"]],
]);

const old = { ...order, buyer_tel: "010-1234-5678" };
cases("mobilians.v1.request-pay", old, [
  ["no telephone", { buyer_tel: undefined }, ["warning buyer/contact /buyer_tel"]],
  ["a transfer", { pay_method: "trans" }, ["error shape/enum /pay_method"]],
  [
    "a billing key of a card",
    { customer_uid: "u-1", amount: 0 },
    ["error billing/pay-method /pay_method"],
  ],
  [
    "a billing key",
    { customer_uid: "u-1", pay_method: "phone", digital: true },
    ["info billing/charges /amount"],
  ],
  [
    "by pg",
    { channelKey: undefined, pg: "mobilians.A" },
    ["info gateway/superseded /pg", "info shape/deprecated /pg"],
  ],
]);
