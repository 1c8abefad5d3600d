import { cases, digitalGoods, mobile, order, pc, realGoods } from "../cases.js";

const plain = { ...order, buyer_tel: "010-1234-5678", buyer_name: "이바다" };
const direct = (code: string, quota?: number) => ({
  card: { direct: quota === undefined ? { code } : { code, quota } },
});
const own = (more: object) => ({ bypass: { nice_v2: more } });

cases("nice_v2.v1.request-pay", plain, [
  ["no telephone", { buyer_tel: undefined }, ["error shape/required /buyer_tel"]],
  ["naverpay", { pay_method: "naverpay" }, ["error shape/enum /pay_method"]],
  ["booknlife", { pay_method: "booknlife" }, ["error shape/enum /pay_method"]],
  ["yen", { currency: "JPY" }, ["error shape/enum /currency"]],
  ["Japanese", { language: "jp" }, ["warning window/locale /language"]],
  ["a name with brackets", { name: "머그컵 [파랑]" }, ["error text/characters /name"]],
  ["a name with parentheses", { name: "머그컵 (파랑)" }, ["warning text/characters /name"]],
  ["a name of 42 bytes", { name: "가".repeat(21) }, ["warning text/byte-length /name"]],
  ["three decimals", { amount: 14.125, currency: "USD" }, ["error shape/type /amount"]],
  ["two decimals", { amount: 14.29, currency: "USD" }, []],
  ["a phone without digital", { pay_method: "phone" }, ["error phone/digital /digital"]],
  ["a phone", { pay_method: "phone", digital: false }, []],
  [
    "a phone against the contract",
    { pay_method: "phone", digital: false },
    ["error phone/digital /digital"],
    digitalGoods,
  ],
  [
    "a phone against the other contract",
    { pay_method: "phone", digital: true },
    ["error phone/digital /digital"],
    realGoods,
  ],
  ["an account without deadline", { pay_method: "vbank" }, ["error vbank/due /vbank_due"]],
  [
    "a deadline with minutes",
    { pay_method: "vbank", vbank_due: "202612312359" },
    ["error shape/format /vbank_due"],
  ],
  ["a deadline", { pay_method: "vbank", vbank_due: "2026-12-31" }, []],
  ["a direct call", direct("361", 0), []],
  [
    "a direct call without quota",
    direct("361"),
    ["error installment/direct-fixed /card/direct/quota"],
  ],
  [
    "a direct call with a list",
    { ...direct("361", 3), display: { card_quota: [0, 3] } },
    ["warning installment/direct-list /display/card_quota"],
  ],
  ["Toss Bank", direct("092", 0), ["error issuer/direct-unsupported /card/direct/code"]],
  ["another code that nobody knows", direct("999", 0), ["error shape/enum /card/direct/code"]],
  [
    "installments of a small amount",
    { ...direct("361", 3), amount: 9000 },
    ["warning installment/minimum-amount /amount"],
  ],
  [
    "a list on a phone",
    { display: { card_quota: [0, 3] } },
    ["warning installment/ignored /display/card_quota"],
    mobile,
  ],
  ["a list on a PC", { display: { card_quota: [0, 3] } }, [], pc],
  ["Kakao Pay by an issuer of its own", { pay_method: "kakaopay", ...direct("361", 0) }, []],
  [
    "Kakao Pay by another issuer",
    { pay_method: "kakaopay", ...direct("041", 0) },
    ["warning installment/easypay /card/direct/code"],
  ],
  [
    "Kakao Pay with a list",
    { pay_method: "kakaopay", display: { card_quota: [0, 3] } },
    ["warning installment/easypay /display/card_quota"],
  ],
  [
    "Naver Pay without lump sum",
    { pay_method: "naverpay_card", display: { card_quota: [2, 3] } },
    ["warning installment/easypay /display/card_quota"],
  ],
  [
    "PAYCO with months alone",
    { pay_method: "payco", card: { direct: { quota: 3 } } },
    ["warning installment/easypay /card/direct/quota"],
  ],
  [
    "Samsung Pay, called directly",
    { pay_method: "samsungpay", ...direct("361", 0) },
    [
      "warning installment/easypay /card/direct/code",
      "warning installment/easypay /card/direct/quota",
    ],
  ],
  [
    "Toss Pay, of which nothing is said",
    { pay_method: "tosspay_card", ...direct("041", 3), display: { card_quota: [0] } },
    [],
  ],
  [
    "interest-free easy pay",
    { pay_method: "applepay", useFreeInterestFromMall: true },
    ["warning interest-free/easypay /useFreeInterestFromMall"],
  ],
  [
    "points without receipt",
    { pay_method: "naverpay_point" },
    [
      "error receipt/required /bypass/cashReceiptType",
      "warning receipt/identifier /bypass/customerIdentifier",
    ],
  ],
  [
    "points with a receipt",
    {
      pay_method: "naverpay_point",
      bypass: { cashReceiptType: "personal", customerIdentifier: "01012345678" },
    },
    [],
  ],
  [
    "points with a resident number",
    {
      pay_method: "naverpay_point",
      bypass: { cashReceiptType: "personal", customerIdentifier: "9001011234567" },
    },
    ["error receipt/identifier /bypass/customerIdentifier"],
  ],
  [
    "a bank's window without receipt",
    { pay_method: "trans", ...own({ DirectShowOpt: "BANK" }) },
    [
      "error receipt/required /bypass/cashReceiptType",
      "warning receipt/identifier /bypass/customerIdentifier",
    ],
  ],
  [
    "another receipt type",
    {
      pay_method: "ssgpay_bank",
      bypass: { cashReceiptType: "anonymous", customerIdentifier: "01012345678" },
    },
    ["warning shape/enum /bypass/cashReceiptType"],
  ],
  [
    "a transfer with a receipt",
    { pay_method: "trans", bypass: { cashReceiptType: "personal" } },
    ["warning receipt/ignored /bypass/cashReceiptType"],
  ],
  [
    "an escrow transfer at the bank",
    {
      pay_method: "trans",
      escrow: true,
      bypass: {
        cashReceiptType: "corporate",
        customerIdentifier: "1234567891",
        nice_v2: { DirectShowOpt: "BANK" },
      },
    },
    ["error escrow/no-direct /bypass/nice_v2/DirectShowOpt"],
  ],
  [
    "escrow by phone",
    { pay_method: "phone", digital: false, escrow: true },
    ["warning escrow/method /escrow"],
  ],
  [
    "the bank's window for a card",
    own({ DirectShowOpt: "BANK" }),
    ["warning direct/method /bypass/nice_v2/DirectShowOpt"],
  ],
  [
    "a gift certificate",
    { pay_method: "cultureland" },
    ["error buyer/member-id /bypass/nice_v2/MallUserID"],
  ],
  [
    "SSG's bank with a hyphen",
    {
      pay_method: "ssgpay_bank",
      merchant_uid: "T-1",
      bypass: { cashReceiptType: "personal", customerIdentifier: "01012345678" },
    },
    ["error shape/pattern /merchant_uid"],
  ],
  [
    "a period without begin",
    { period: { to: "20261231" } },
    ["error offer-period/form /period/from"],
  ],
  ["a skin", own({ SkinType: "blue" }), ["error shape/enum /bypass/nice_v2/SkinType"]],
  ["options by card", own({ CardShowOpt: "08:3|06:1" }), []],
  [
    "a wrong option",
    own({ CardShowOpt: "08:9" }),
    ["error shape/pattern /bypass/nice_v2/CardShowOpt"],
  ],
  [
    "a billing key of a card",
    { customer_uid: "u-1", customer_id: "b-1" },
    ["error billing/pay-method /pay_method"],
  ],
  [
    "a billing key of Kakao Pay",
    { customer_uid: "u-1", customer_id: "b-1", pay_method: "kakaopay", amount: undefined },
    [],
  ],
  [
    "a billing key without buyer's id",
    { customer_uid: "u-1", pay_method: "naverpay_point" },
    ["error buyer/id /customer_id"],
  ],
  ["a VAT of its own", { vat_amount: 800 }, []],
]);

cases(
  "nice_v2.v1.receipt",
  { identifier: "01012345678", identifier_type: "phone", type: "person" },
  [
    ["the guide's type", { type: "personal" }, ["error shape/enum /type"]],
    ["a tax card", { identifier_type: "taxcard" }, ["error shape/enum /identifier_type"]],
    [
      "neither type",
      { type: undefined, identifier_type: undefined },
      ["error shape/required /identifier_type", "error shape/required /type"],
    ],
  ],
);

cases("nice.v1.request-pay", order, [
  ["payco", { pay_method: "payco" }, ["error shape/enum /pay_method"]],
  ["minutes in the deadline", { pay_method: "vbank", vbank_due: "202612312359" }, []],
  [
    "seconds in the deadline",
    { pay_method: "vbank", vbank_due: "20261231235959" },
    ["warning shape/format /vbank_due"],
  ],
  ["no deadline", { pay_method: "vbank" }, []],
  ["no date", { pay_method: "vbank", vbank_due: "20261331" }, ["error shape/format /vbank_due"]],
  [
    "card options without the new phone module",
    { bypass: { CardShowOpt: "08:3" } },
    ["warning bypass/needs /bypass/CardShowOpt"],
  ],
  ["card options", { niceMobileV2: true, bypass: { CardShowOpt: "08:3" } }, []],
  ["an interval", { period: { interval: "month" } }, []],
  ["a billing key", { customer_uid: "u-1" }, ["error checkout/no-billing-key /customer_uid"]],
  ["zero-rated", { tax_free: 0, vat_amount: 0 }, ["info tax/zero-rate /vat_amount"]],
  [
    "by pg",
    { channelKey: undefined, pg: "nice.nictest00m" },
    ["info gateway/superseded /pg", "info shape/deprecated /pg"],
  ],
]);
