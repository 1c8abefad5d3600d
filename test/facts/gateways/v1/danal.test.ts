import { cases, order } from "../cases.js";

const plain = { ...order, buyer_tel: "010-1234-5678", m_redirect_url: undefined };
const key = { customer_uid: "u-1", amount: 0 };

cases("danal_tpay.v1.request-pay", plain, [
  ["a phone", { pay_method: "phone", digital: true }, ["error checkout/gateway-method /pg"]],
  [
    "a phone by pg",
    { pay_method: "phone", digital: true, channelKey: undefined, pg: "danal_tpay.A" },
    ["error checkout/gateway-method /pg", "info shape/deprecated /pg"],
  ],
  ["no telephone", { buyer_tel: undefined }, ["error shape/required /buyer_tel"]],
  ["no amount", { amount: undefined }, []],
  ["an account", { pay_method: "vbank" }, ["error vbank/biz-num /biz_num"]],
  [
    "a business number with hyphens",
    { pay_method: "vbank", biz_num: "123-45-67891" },
    ["error vbank/biz-num /biz_num"],
  ],
  ["a business number", { pay_method: "vbank", biz_num: "1234567891" }, []],
  ["another auth_mode", { auth_mode: "3d" }, ["warning shape/enum /auth_mode"]],
  [
    "points as boolean",
    { card: { direct: { code: "361", usePoint: true } } },
    ["error shape/type /card/direct/usePoint"],
  ],
  [
    "a receipt screen",
    { bypass: { danal: { ISCASHRECEIPTUI: "Y" } } },
    ["warning shape/enum /bypass/danal/ISCASHRECEIPTUI"],
  ],
  [
    "a list with a gap",
    { display: { card_quota: [0, 6] } },
    ["warning installment/list-up-to /display/card_quota"],
  ],
  [
    "a billing key of an account",
    { ...key, pay_method: "trans" },
    ["error billing/pay-method /pay_method"],
  ],
  ["a billing key, charged", { ...key, amount: 9900 }, ["info billing/charges /amount"]],
  [
    "a billing key without method and telephone",
    { ...key, pay_method: undefined, buyer_tel: undefined },
    [],
  ],
  [
    "a period of the billing window",
    { ...key, period: { from: "20261201" } },
    ["warning offer-period/form /period/to"],
  ],
]);

const phone = { ...plain, pay_method: "phone", digital: true, company: "하늘상점" };
cases("danal.v1.request-pay", phone, [
  ["a card", { pay_method: "card" }, ["error shape/enum /pay_method"]],
  [
    "what it ignores",
    { tax_free: 0, app_scheme: "shop", bypass: { danal: {} } },
    [
      "warning shape/unsupported /app_scheme",
      "warning shape/unsupported /bypass/danal",
      "warning shape/unsupported /tax_free",
    ],
  ],
  ["no company", { company: undefined }, ["info direct/company /company"]],
  [
    "a number with hyphens",
    { prefill: { phoneNumber: "010-1234-5678" } },
    ["warning phone/number /prefill/phoneNumber"],
  ],
  ["the period in words", { ...key, period: { text: "매월" } }, []],
]);
