import { expect, test } from "vitest";
import { requestPayment as galaxia } from "../../../../dist/packs/galaxia/v2.js";
import { requestPayment as inicis } from "../../../../dist/packs/inicis_v2/v2.js";
import { requestPayment as kakaopay } from "../../../../dist/packs/kakaopay/v2.js";
import { requestPayment as kcp } from "../../../../dist/packs/kcp_v2/v2.js";
import { requestPayment as kpn } from "../../../../dist/packs/kpn/v2.js";
import { requestPayment as naverpay } from "../../../../dist/packs/naverpay/v2.js";
import { requestPayment as nice } from "../../../../dist/packs/nice_v2/v2.js";
import { requestPayment as smartro } from "../../../../dist/packs/smartro_v2/v2.js";
import { requestPayment as tosspayments } from "../../../../dist/packs/tosspayments/v2.js";
import { requestPayment as welcome } from "../../../../dist/packs/welcome/v2.js";
import { foundBy } from "../../../support/found.js";

type Kind = { check: typeof nice.check };
type Options = Parameters<typeof nice.check>[1];

const right = {
  storeId: "store-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec",
  channelKey: "channel-key-893597d6-e62d-410f-83f9-119f530b4b11",
  paymentId: "order202611240001",
  orderName: "Canvas tote bag",
  totalAmount: 64000,
  currency: "KRW",
  payMethod: "CARD",
  redirectUrl: "https://shop.example/done",
  customer: {
    customerId: "member41",
    fullName: "김하늘",
    phoneNumber: "010-0000-1234",
    email: "buyer@shop.example",
  },
};
const easyPay = { ...right, payMethod: "EASY_PAY" };
const account = (virtualAccount: object) => ({
  ...right,
  payMethod: "VIRTUAL_ACCOUNT",
  virtualAccount,
});
const soldByNaver = (...names: string[]) => ({
  ...easyPay,
  bypass: {
    naverpay: {
      productItems: names.map((name, index) => ({
        ...{ categoryType: "PRODUCT", categoryId: "GENERAL", uid: `product-${index}`, count: 1 },
        name,
      })),
    },
  },
});
const direct = (cardCompany: string, monthOption?: object) => ({
  ...right,
  card: { cardCompany, ...(monthOption && { installment: { monthOption } }) },
});

/** What each gateway's guide says of a payload, read from its prose. */
const cases: [name: string, Kind, payload: unknown, expected: string[], options?: Options][] = [
  ["nice: a payment in order", nice, right, []],
  ["kcp: a payment in order", kcp, right, []],
  ["inicis: a payment in order", inicis, right, []],
  ["welcome: a payment in order", welcome, right, []],
  ["tosspayments: a payment in order", tosspayments, right, []],
  ["smartro: a payment in order", smartro, right, []],
  ["kpn: a payment in order", kpn, right, []],
  ["kakaopay: a payment in order", kakaopay, easyPay, []],
  ["naverpay: a payment in order", naverpay, easyPay, []],
  ["galaxia: a payment in order", galaxia, right, []],
  [
    "nice: a direct call fixes the months, in either spelling of the card company",
    nice,
    direct("CARD_COMPANY_HYUNDAI_CARD"),
    ["error installment/direct-fixed /card/installment/monthOption/fixedMonth"],
  ],
  [
    "nice: brackets of two kinds",
    nice,
    { ...right, orderName: "Bag [blue] (large)" },
    ["error text/characters /orderName"],
  ],
  [
    "nice: Naver Pay has no transfer",
    nice,
    { ...easyPay, easyPay: { easyPayProvider: "NAVERPAY", availablePayMethods: ["TRANSFER"] } },
    ["error easypay/pay-methods /easyPay/availablePayMethods/0"],
  ],
  [
    "kpn: months without interest at the shop's expense are not read",
    kpn,
    {
      ...right,
      card: { installment: { freeInstallmentPlans: [{ cardCompany: "BC_CARD", months: [2] }] } },
    },
    ["warning installment/ignored /card/installment/freeInstallmentPlans"],
  ],
  [
    "tosspayments: the card company's app is not asked for",
    tosspayments,
    {
      ...direct("CITI_CARD", { fixedMonth: 0 }),
      card: {
        cardCompany: "CITI_CARD",
        useAppCardOnly: false,
        installment: { monthOption: { fixedMonth: 0 } },
      },
    },
    [],
  ],
  [
    "nice: points of Naver Pay need a receipt",
    nice,
    { ...easyPay, easyPay: { easyPayProvider: "NAVERPAY", availablePayMethods: ["CHARGE"] } },
    [
      "error receipt/required /easyPay/cashReceiptType",
      "error receipt/required /easyPay/customerIdentifier",
    ],
  ],
  [
    "kcp: a direct call of Shinhan Card on a PC",
    kcp,
    direct("SHINHAN_CARD"),
    ["error issuer/site-name /bypass/kcp_v2/site_name"],
    { environment: "pc" },
  ],
  ["kcp: BC Card on a PC needs no name", kcp, direct("BC_CARD"), [], { environment: "pc" }],
  [
    "kcp: BC Card on a phone needs it",
    kcp,
    direct("BC_CARD"),
    ["error issuer/site-name /bypass/kcp_v2/site_name"],
    { environment: "mobile" },
  ],
  [
    "inicis: no buyer's name on a phone",
    inicis,
    { ...right, customer: {} },
    ["warning buyer/name /customer/fullName"],
    { environment: "mobile" },
  ],
  [
    "inicis: a small amount",
    inicis,
    { ...right, totalAmount: 900 },
    ["warning amount/minimum /totalAmount"],
  ],
  [
    "welcome: a small amount on a PC",
    welcome,
    { ...right, totalAmount: 900 },
    ["error amount/minimum /totalAmount"],
  ],
  ["welcome: dollars", welcome, { ...right, currency: "USD" }, ["error shape/enum /currency"]],
  [
    "smartro: fixed months without a card company",
    smartro,
    { ...right, card: { installment: { monthOption: { fixedMonth: 3 } } } },
    ["error installment/fixed-direct /card/cardCompany"],
  ],
  [
    "kpn: a card company that it does not call",
    kpn,
    direct("JEJU_CARD"),
    ["error issuer/direct-unsupported /card/cardCompany"],
  ],
  [
    "tosspayments: Hyundai Card has installments from 10,000 won",
    tosspayments,
    { ...direct("HYUNDAI_CARD", { fixedMonth: 3 }), totalAmount: 20000 },
    [],
  ],
  [
    "tosspayments: BC Card has not",
    tosspayments,
    { ...direct("BC_CARD", { fixedMonth: 3 }), totalAmount: 20000 },
    ["warning installment/minimum-amount /totalAmount"],
  ],
  ["kakaopay: a card payment", kakaopay, right, ["error shape/enum /payMethod"]],
  [
    "naverpay: less than 10 won",
    naverpay,
    { ...easyPay, totalAmount: 9 },
    ["error amount/minimum /totalAmount"],
  ],
  [
    "naverpay: the order is called as its first product",
    naverpay,
    soldByNaver("Canvas tote bag", "Coffee mug"),
    [],
  ],
  [
    "naverpay: the order is called as its second product",
    naverpay,
    soldByNaver("Coffee mug", "Canvas tote bag"),
    ["warning text/order-name /orderName"],
  ],
  [
    "naverpay: another letter case is another name",
    naverpay,
    soldByNaver("Canvas Tote Bag"),
    ["warning text/order-name /orderName"],
  ],
  [
    "naverpay: one with how many others there are",
    naverpay,
    { ...soldByNaver("Canvas tote bag", "Coffee mug"), orderName: "Canvas tote bag 외 1개" },
    ["warning text/order-name /orderName"],
  ],
  [
    "smartro: Naver Pay, opened directly, takes cards alone",
    smartro,
    { ...easyPay, easyPay: { easyPayProvider: "NAVERPAY" } },
    ["info easypay/pay-methods /easyPay/easyPayProvider"],
  ],
  [
    "smartro: Kakao Pay has no such bound",
    smartro,
    { ...easyPay, easyPay: { easyPayProvider: "KAKAOPAY" } },
    [],
  ],
  [
    "nice: an account closes either at a time or after some hours",
    nice,
    account({ accountExpiry: { validHours: 24, dueDate: "20261231" } }),
    ["error shape/one-of /virtualAccount/accountExpiry"],
  ],
  [
    "nice: an account closes some time",
    nice,
    account({ accountExpiry: {} }),
    ["error shape/one-of /virtualAccount/accountExpiry"],
  ],
  [
    "nice: a fixed account is named once",
    nice,
    account({
      accountExpiry: { validHours: 24 },
      fixedOption: { pgAccountId: "account-1", accountNumber: "00000000000000" },
    }),
    ["error shape/one-of /virtualAccount/fixedOption"],
  ],
  [
    "kcp: installments of one length or of several",
    kcp,
    {
      ...right,
      card: { installment: { monthOption: { fixedMonth: 3, availableMonthList: [2, 3] } } },
    },
    ["error shape/one-of /card/installment/monthOption"],
  ],
  [
    "kcp: a service for a time or again and again",
    kcp,
    { ...right, offerPeriod: { interval: "30d", range: { from: "2026-12-01T00:00:00+09:00" } } },
    ["error shape/one-of /offerPeriod"],
  ],
  [
    "galaxia: no id of the buyer",
    galaxia,
    { ...right, customer: {} },
    ["error buyer/id /customer/customerId"],
  ],
];

test.each(cases)(
  "A request has exactly the findings expected of it: %s",
  (_, kind, payload, expected, options = {}) => {
    expect(foundBy(kind, payload, options)).toEqual(expected);
  },
);

test("A gateway's own list of wallets is told, in short spellings, where PortOne has a longer one", () => {
  const payload = { ...easyPay, easyPay: { easyPayProvider: "FOO" } };
  const { diagnostics } = kcp.check(payload, { locale: "en" });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'easyPay.easyPayProvider is "FOO", which NHN KCP does not support. Use one of KAKAOPAY, NAVERPAY, SAMSUNGPAY, SSGPAY, APPLEPAY, LPAY, TOSSPAY, PAYCO.',
  ]);
});
