import { expect, test } from "vitest";
import { requestPayment as ksnet } from "../../dist/packs/ksnet/v2.js";
import { requestPayment as portone } from "../../dist/packs/portone/v2.js";
import { foundBy } from "../support/found.js";

type Options = Parameters<typeof portone.check>[1];

const neutral = {
  storeId: "store-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec",
  channelKey: "channel-key-893597d6-e62d-410f-83f9-119f530b4b11",
  paymentId: "order-1",
  orderName: "Canvas tote bag",
  totalAmount: 64000,
  currency: "KRW",
  payMethod: "CARD",
  redirectUrl: "https://shop.example/done",
};
const complete = { ...neutral, customer: { fullName: "김하늘" }, taxFreeAmount: 0 };
const details = { businessName: "하늘상점", businessRegistrationNumber: "1234567891" };

const { payMethod: _, ...withoutMethod } = neutral;
const { redirectUrl: __, ...withoutRedirect } = neutral;
const { channelKey: ___, ...withoutChannel } = neutral;
const { customer: ____, ...withoutCustomer } = complete;
const { taxFreeAmount: _____, ...withoutTaxFree } = complete;
const { redirectUrl: ______, ...ksnetWithoutRedirect } = complete;

/** What the facts on PortOne V2 say of a payload, read from their prose. */
const atAnyGateway: [name: string, payload: unknown, expected: string[], options?: Options][] = [
  ["a payment in order", neutral, []],
  ["a prefixed currency", { ...neutral, currency: "CURRENCY_KRW" }, []],
  ["a currency in small letters", { ...neutral, currency: "krw" }, ["error shape/enum /currency"]],
  ["a method in small letters", { ...neutral, payMethod: "card" }, ["error shape/enum /payMethod"]],
  [
    "a method never has a prefix",
    { ...neutral, payMethod: "PAY_METHOD_CARD" },
    ["error shape/enum /payMethod"],
  ],
  ["no method", withoutMethod, ["warning shape/required /payMethod"]],
  ["neither channel nor group", withoutChannel, ["error shape/required /channelKey"]],
  ["an amount as text", { ...neutral, totalAmount: "64000" }, ["error shape/type /totalAmount"]],
  ["a fraction", { ...neutral, totalAmount: 640.5 }, ["error shape/type /totalAmount"]],
  ["a negative amount", { ...neutral, totalAmount: -1 }, ["error shape/type /totalAmount"]],
  ["a blank order name", { ...neutral, orderName: " " }, ["error shape/required /orderName"]],
  ["no redirectUrl", withoutRedirect, ["error checkout/redirect-url /redirectUrl"]],
  ["no redirectUrl on a PC", withoutRedirect, [], { environment: "pc" }],
  [
    "no redirectUrl on a PC that is redirected",
    { ...withoutRedirect, windowType: { pc: "REDIRECTION" } },
    ["error checkout/redirect-url /redirectUrl"],
    { environment: "pc" },
  ],
  [
    "forceRedirect on a PC without an address",
    { ...withoutRedirect, forceRedirect: true },
    ["warning checkout/force-redirect /redirectUrl"],
    { environment: "pc" },
  ],
  [
    "a relative redirectUrl",
    { ...neutral, redirectUrl: "/done" },
    ["error shape/format /redirectUrl"],
  ],
  [
    "an app's redirectUrl",
    { ...neutral, redirectUrl: "shopapp://done" },
    ["info checkout/redirect-scheme /redirectUrl"],
  ],
  [
    "V1's user code as store id",
    { ...neutral, storeId: "imp12345678" },
    ["warning channel/id-form /storeId"],
  ],
  [
    "the block of another method",
    { ...neutral, easyPay: { easyPayProvider: "NAVERPAY" } },
    ["warning method/other-settings /easyPay"],
  ],
  [
    "a phone payment without the sort of goods",
    { ...neutral, payMethod: "MOBILE" },
    ["error phone/digital /productType"],
  ],
  [
    "a phone payment of a shop of digital goods",
    { ...neutral, payMethod: "MOBILE", productType: "PRODUCT_TYPE_REAL" },
    ["error phone/digital /productType"],
    { store: { productType: "digital" } },
  ],
  [
    "an exempt part above the whole",
    { ...neutral, taxFreeAmount: 64001 },
    ["error tax/exceeds-amount /taxFreeAmount"],
  ],
  [
    "parts that are above the whole together",
    { ...neutral, taxFreeAmount: 60000, vatAmount: 5000 },
    ["error tax/exceeds-amount /vatAmount"],
  ],
  [
    "an installment below 50,000 won",
    { ...neutral, totalAmount: 49999, card: { installment: { monthOption: { fixedMonth: 3 } } } },
    ["warning installment/minimum-amount /totalAmount"],
  ],
  [
    "a lump sum below 50,000 won",
    { ...neutral, totalAmount: 49999, card: { installment: { monthOption: { fixedMonth: 1 } } } },
    [],
  ],
  [
    "a promotion by transfer",
    { ...neutral, payMethod: "TRANSFER", promotionId: "promotion-1" },
    ["error promotion/card-direct /payMethod"],
  ],
  [
    "a promotion without a card company",
    { ...neutral, promotionId: "promotion-1" },
    ["error promotion/card-direct /card/cardCompany"],
  ],
  [
    "half a name",
    { ...neutral, customer: { firstName: "하늘" } },
    ["error buyer/name /customer/lastName"],
  ],
  [
    "a group without the buyer",
    { ...withoutChannel, channelGroupId: "channel-group-1" },
    [
      "error routing/customer /customer/email",
      "error routing/customer /customer/fullName",
      "error routing/customer /customer/phoneNumber",
    ],
  ],
  [
    "an address of one line",
    { ...neutral, customer: { address: { addressLine1: "서울" } } },
    ["error shape/required /customer/address/addressLine2"],
  ],
  [
    "customData as text",
    { ...neutral, customData: "cart-812" },
    ["warning custom-data/object /customData"],
  ],
  [
    "a webhook address outside a list",
    { ...neutral, noticeUrls: "https://shop.example/hook" },
    ["error shape/type /noticeUrls"],
  ],
  [
    "no hours at all",
    {
      ...neutral,
      payMethod: "VIRTUAL_ACCOUNT",
      virtualAccount: { accountExpiry: { validHours: 0 } },
    },
    ["warning shape/type /virtualAccount/accountExpiry/validHours"],
  ],
  [
    "a day that does not exist",
    {
      ...neutral,
      payMethod: "VIRTUAL_ACCOUNT",
      virtualAccount: { accountExpiry: { dueDate: "2026-02-30" } },
    },
    ["error shape/format /virtualAccount/accountExpiry/dueDate"],
  ],
];

const atKsnet: typeof atAnyGateway = [
  ["a payment in order", complete, []],
  ["no name", withoutCustomer, ["error buyer/name /customer/fullName"]],
  [
    "half a name",
    { ...complete, customer: { lastName: "김" } },
    ["error buyer/name /customer/firstName"],
  ],
  ["both halves", { ...complete, customer: { firstName: "하늘", lastName: "김" } }, []],
  ["no exempt part", withoutTaxFree, ["warning tax/tax-free /taxFreeAmount"]],
  [
    "a method that KSNET lacks",
    { ...complete, payMethod: "PAYPAL" },
    ["error shape/enum /payMethod"],
  ],
  ["a currency that KSNET lacks", { ...complete, currency: "JPY" }, ["error shape/enum /currency"]],
  ["dollars by card", { ...complete, currency: "USD" }, ["info currency/usd /currency"]],
  [
    "dollars by transfer",
    { ...complete, currency: "CURRENCY_USD", payMethod: "TRANSFER" },
    ["warning currency/card-only /currency"],
  ],
  [
    "a popup on a PC",
    { ...complete, windowType: { pc: "POPUP", mobile: "REDIRECTION" } },
    ["error window/type /windowType/pc"],
  ],
  [
    "a popup on a PC, asked for a phone",
    { ...complete, windowType: { pc: "POPUP" } },
    [],
    { environment: "mobile" },
  ],
  ["English", { ...complete, locale: "EN_US" }, ["warning window/locale /locale"]],
  ["no redirectUrl", ksnetWithoutRedirect, ["error checkout/redirect-url /redirectUrl"]],
  [
    "BC directly on a phone",
    { ...complete, card: { cardCompany: "CARD_COMPANY_BC_CARD" } },
    [
      "error issuer/mobile-carrier /bypass/ksnet/tcode",
      "error issuer/mobile-carrier /customer/phoneNumber",
    ],
  ],
  [
    "BC directly on a PC",
    { ...complete, card: { cardCompany: "BC_CARD" } },
    [],
    { environment: "pc" },
  ],
  [
    "Hyundai directly",
    { ...complete, card: { cardCompany: "HYUNDAI_CARD" } },
    [
      "error issuer/site-url /bypass/ksnet/url",
      "error issuer/store-details /storeDetails/businessName",
      "error issuer/store-details /storeDetails/businessRegistrationNumber",
    ],
  ],
  [
    "Hyundai directly with a list",
    {
      ...complete,
      card: {
        cardCompany: "HYUNDAI_CARD",
        installment: { monthOption: { availableMonthList: [2] } },
      },
      storeDetails: details,
      bypass: { ksnet: { url: "https://shop.example" } },
    },
    ["info issuer/no-card-quota /card/installment/monthOption/availableMonthList"],
  ],
  [
    "KB directly",
    { ...complete, card: { cardCompany: "KOOKMIN_CARD" }, storeDetails: details },
    [],
  ],
  [
    "Toss Bank directly",
    { ...complete, card: { cardCompany: "TOSS_BANK" } },
    ["warning issuer/direct-unsupported /card/cardCompany"],
  ],
  [
    "a virtual account without a due time",
    { ...withoutTaxFree, payMethod: "VIRTUAL_ACCOUNT" },
    ["error vbank/due /virtualAccount/accountExpiry"],
  ],
  [
    "a virtual account with an exempt part",
    {
      ...complete,
      taxFreeAmount: 1000,
      payMethod: "VIRTUAL_ACCOUNT",
      virtualAccount: { accountExpiry: { validHours: 24 } },
    },
    ["warning tax/vbank /taxFreeAmount"],
  ],
  [
    "escrow without e-mail",
    { ...complete, isEscrow: true },
    ["error escrow/buyer-email /customer/email"],
  ],
  [
    "Naver Pay directly",
    {
      ...complete,
      payMethod: "EASY_PAY",
      productType: "REAL",
      easyPay: { easyPayProvider: "NAVERPAY" },
      bypass: { ksnet: { easyPayDirect: true } },
    },
    ["error easypay/store-details /storeDetails/businessName"],
  ],
  [
    "SSG Pay directly",
    {
      ...complete,
      payMethod: "EASY_PAY",
      productType: "REAL",
      easyPay: { easyPayProvider: "SSGPAY" },
      bypass: { ksnet: { easyPayDirect: true } },
    },
    ["error easypay/direct /easyPay/easyPayProvider"],
  ],
  [
    "Toss Pay in the window",
    { ...complete, payMethod: "EASY_PAY", easyPay: { easyPayProvider: "TOSSPAY" } },
    ["warning shape/enum /easyPay/easyPayProvider"],
  ],
  [
    "a wallet that nobody knows",
    { ...complete, payMethod: "EASY_PAY", easyPay: { easyPayProvider: "FOOPAY" } },
    ["error shape/enum /easyPay/easyPayProvider"],
  ],
  [
    "an order name of 52 bytes",
    { ...complete, orderName: "가".repeat(26) },
    ["error text/byte-length /orderName"],
  ],
  [
    "a name of 52 bytes",
    { ...complete, customer: { fullName: "가".repeat(26) } },
    ["warning text/byte-length /customer/fullName"],
  ],
  [
    "a button as a number",
    { ...complete, bypass: { ksnet: { sndQpayType: 1 } } },
    ["error shape/type /bypass/ksnet/sndQpayType"],
  ],
  [
    "the bank of the virtual account",
    {
      ...complete,
      payMethod: "VIRTUAL_ACCOUNT",
      virtualAccount: { accountExpiry: { validHours: 24 }, bankCode: "KOOKMIN_BANK" },
    },
    ["warning shape/unsupported /virtualAccount/bankCode"],
  ],
  [
    "PAYCO with months",
    {
      ...complete,
      payMethod: "EASY_PAY",
      easyPay: { easyPayProvider: "PAYCO", installment: { monthOption: { fixedMonth: 3 } } },
    },
    ["warning easypay/fixed-quota /easyPay/installment/monthOption"],
  ],
];

test.each(atAnyGateway)(
  "A request of portone.v2 has exactly the findings expected of it: %s",
  (_name, payload, expected, options) => {
    expect(foundBy(portone, payload, options)).toEqual(expected);
  },
);

test.each(atKsnet)(
  "A request of ksnet.v2 has exactly the findings expected of it: %s",
  (_name, payload, expected, options) => {
    expect(foundBy(ksnet, payload, options)).toEqual(expected);
  },
);
