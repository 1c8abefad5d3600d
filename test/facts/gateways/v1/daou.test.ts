import { cases, digitalGoods, order } from "../cases.js";

const plain = { ...order, digital: false };
const own = (more: object) => ({ bypass: { daou: more } });

cases("daou.v1.request-pay", plain, [
  ["no digital", { digital: undefined }, ["error shape/required /digital"]],
  ["goods against the contract", {}, ["error phone/digital /digital"], digitalGoods],
  ["a name beyond EUC-KR", { name: "머그컵 🎁" }, ["error text/euc-kr /name"]],
  ["escrow of a card", { escrow: true }, ["warning escrow/method /escrow"]],
  ["escrow of a transfer", { escrow: true, pay_method: "trans" }, []],
  [
    "an exempt part of a transfer",
    { pay_method: "trans", tax_free: 1000 },
    ["warning tax/unsupported /tax_free"],
  ],
  ["an exempt part of a card", { tax_free: 1000 }, []],
  ["a receipt of a transfer", { pay_method: "trans", ...own({ CASHRECEIPTFLAG: 1 }) }, []],
  [
    "a letter for a transfer",
    { pay_method: "trans", ...own({ CASHRECEIPTFLAG: "Y" }) },
    ["warning shape/enum /bypass/daou/CASHRECEIPTFLAG"],
  ],
  ["months by card", own({ CARDQUOTA: "CCBC-0:2:3^CCKM-0:2" }), []],
  [
    "months by PortOne's codes",
    own({ CARDQUOTA: "361-0:2" }),
    ["error shape/pattern /bypass/daou/CARDQUOTA"],
  ],
  [
    "a number with hyphens",
    { prefill: { phoneNumber: "010-1234-5678" } },
    ["warning phone/number /prefill/phoneNumber"],
  ],
  [
    "a list with a gap",
    { display: { card_quota: [0, 6] } },
    ["warning installment/list-up-to /display/card_quota"],
  ],
  ["a billing key", { customer_uid: "u-1" }, ["error checkout/no-billing-key /customer_uid"]],
]);
