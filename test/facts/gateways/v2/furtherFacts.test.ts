import { cases, mobile, pc } from "../cases.js";

// Facts of V2 gateways that a list, a bound or a needed key does not say; those are in test/facts.

const order = {
  storeId: "store-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec",
  channelKey: "channel-key-893597d6-e62d-410f-83f9-119f530b4b11",
  paymentId: "order202611240001",
  orderName: "머그컵",
  totalAmount: 80000,
  currency: "KRW",
  payMethod: "CARD",
  redirectUrl: "https://shop.example/done",
};
const buyer = { fullName: "김하늘", phoneNumber: "010-0000-1234", email: "buyer@shop.example" };
const months = (fixedMonth: number, cardCompany?: string) => ({
  card: { installment: { monthOption: { fixedMonth } }, ...(cardCompany && { cardCompany }) },
});
const list = (availableMonthList: number[], cardCompany?: string) => ({
  card: {
    installment: { monthOption: { availableMonthList } },
    ...(cardCompany && { cardCompany }),
  },
});
const wallet = (easyPayProvider: string, more: object = {}) => ({
  payMethod: "EASY_PAY",
  easyPay: { easyPayProvider, ...more },
});

cases("nice_v2.v2.request-payment", order, [
  ["a fixed month, called directly", months(0, "BC_CARD"), []],
  ["with prefixes", { currency: "CURRENCY_KRW", ...months(0, "CARD_COMPANY_BC_CARD") }, []],
  [
    "a list, called directly",
    list([0, 3], "BC_CARD"),
    [
      "error installment/direct-fixed /card/installment/monthOption/fixedMonth",
      "warning installment/direct-list /card/installment/monthOption/availableMonthList",
    ],
  ],
  [
    "a fixed month without a direct call",
    months(3),
    ["warning installment/ignored /card/installment/monthOption/fixedMonth"],
  ],
  ["the same on a PC", months(3), [], pc],
  [
    "installments of a small amount",
    { ...months(3, "BC_CARD"), totalAmount: 9000 },
    ["warning installment/minimum-amount /totalAmount"],
  ],
  [
    "a receipt outside the bank's window",
    { payMethod: "TRANSFER", transfer: { cashReceiptType: "PERSONAL" } },
    ["error receipt/direct-only /transfer/cashReceiptType"],
  ],
  [
    "a receipt in the bank's window, without a number",
    {
      payMethod: "TRANSFER",
      transfer: { cashReceiptType: "PERSONAL" },
      bypass: { nice_v2: { DirectShowOpt: "BANK" } },
    },
    ["error receipt/required /transfer/customerIdentifier"],
  ],
  [
    "the guide's sample of SSG Pay",
    wallet("SSGPAY", { availablePayMethods: "TRANSGER", cashReceiptType: "ANONYMOUS" }),
    ["error shape/type /easyPay/availablePayMethods"],
  ],
  [
    "Naver Pay by points",
    wallet("NAVERPAY", { availablePayMethods: ["CHARGE"] }),
    [
      "error receipt/required /easyPay/cashReceiptType",
      "error receipt/required /easyPay/customerIdentifier",
    ],
  ],
  ["Naver Pay by card", wallet("NAVERPAY", { availablePayMethods: ["CARD"] }), []],
]);

cases("kcp_v2.v2.request-payment", order, [
  [
    "BC called directly, on a PC",
    { card: { cardCompany: "BC_CARD" }, customer: { email: buyer.email } },
    [],
    pc,
  ],
  [
    "Hyundai called directly, on a PC",
    { card: { cardCompany: "HYUNDAI_CARD" }, customer: { email: buyer.email } },
    ["error issuer/site-name /bypass/kcp_v2/site_name"],
    pc,
  ],
  [
    "BC called directly, on a phone",
    { card: { cardCompany: "BC_CARD" } },
    [
      "error issuer/buyer-name /customer/fullName",
      "error issuer/site-name /bypass/kcp_v2/site_name",
    ],
    mobile,
  ],
  [
    "a card company that is not listed",
    {
      card: { cardCompany: "K_BANK" },
      customer: buyer,
      bypass: { kcp_v2: { site_name: "하늘상점" } },
    },
    ["warning issuer/direct-unsupported /card/cardCompany"],
  ],
  [
    "dollars by transfer",
    { currency: "USD", payMethod: "TRANSFER" },
    ["error currency/card-only /currency"],
  ],
  [
    "the guide's own id",
    { paymentId: "payment0c64b0a2-4b11-4a7e-9c6d-8ab9f25b7f31" },
    ["error shape/pattern /paymentId"],
  ],
  ["the guide's skin", { bypass: { kcp_v2: { skin_indx: 6 } } }, []],
]);

cases("inicis_v2.v2.request-payment", { ...order, customer: buyer }, [
  ["900 won", { totalAmount: 900 }, ["warning amount/minimum /totalAmount"]],
  [
    "900 won, allowed on a PC",
    { totalAmount: 900, bypass: { inicis_v2: { acceptmethod: ["below1000"] } } },
    [],
    pc,
  ],
  [
    "900 won, allowed on a PC only",
    { totalAmount: 900, bypass: { inicis_v2: { acceptmethod: ["below1000"] } } },
    ["warning amount/minimum /totalAmount"],
    mobile,
  ],
  [
    "no name, on a PC",
    { customer: { ...buyer, fullName: undefined } },
    ["error buyer/name /customer/fullName"],
    pc,
  ],
  [
    "no name, on a phone",
    { customer: { ...buyer, fullName: undefined } },
    ["warning buyer/name /customer/fullName"],
    mobile,
  ],
  [
    "half a name",
    { customer: { ...buyer, fullName: undefined, firstName: "하늘" } },
    ["error buyer/name /customer/lastName"],
  ],
  [
    "a parent's address with a hyphen",
    { bypass: { inicis_v2: { parentemail: "my-parent@shop.example" } } },
    ["error shape/pattern /bypass/inicis_v2/parentemail"],
  ],
  [
    "the guide's own parent's address",
    { bypass: { inicis_v2: { parentemail: "parentemail" } } },
    [],
  ],
  [
    "an option misspelt",
    { bypass: { inicis_v2: { acceptmethod: ["SKIN(blue)"] } } },
    ["warning shape/pattern /bypass/inicis_v2/acceptmethod/0"],
  ],
]);

cases("welcome.v2.request-payment", { ...order, customer: buyer }, [
  ["900 won by card, on a PC", { totalAmount: 900 }, ["error amount/minimum /totalAmount"], pc],
  [
    "900 won by card, on a phone",
    { totalAmount: 900 },
    ["warning amount/minimum /totalAmount"],
    mobile,
  ],
  [
    "the guide's carrier",
    { bypass: { welcome: { acceptmethod: ["hppdefaultcorp(KT)"] } } },
    ["warning shape/pattern /bypass/welcome/acceptmethod/0"],
  ],
  [
    "a key of Inicis alone",
    { bypass: { welcome: { P_MNAME: "하늘상점" } } },
    ["warning shape/unknown-property /bypass/welcome/P_MNAME"],
  ],
]);

const paypal = {
  ...wallet("PAYPAL"),
  currency: "USD",
  country: "US",
  customer: buyer,
  products: [{ id: "1", name: "머그컵", code: "MUG", amount: 40000, quantity: 2 }],
  bypass: {
    tosspayments: {
      paypal: {
        shipping: { address: { country: "US", area2: "San Jose" } },
        setTransactionContext: {},
      },
    },
  },
};
cases("tosspayments.v2.request-payment", order, [
  ["PayPal", paypal, []],
  ["PayPal in won", { ...paypal, currency: "KRW" }, ["error currency/method /currency"]],
  [
    "products of another sum",
    { ...paypal, totalAmount: 1 },
    ["error amount/products /totalAmount"],
  ],
  ["dollars by card", { currency: "USD" }, ["warning currency/method /currency"]],
  ["a list without a gap", list([2, 3, 4]), []],
  [
    "a list with a gap",
    list([3, 6]),
    ["warning installment/list-up-to /card/installment/monthOption/availableMonthList"],
  ],
  ["Hyundai from 10,000", { ...months(3, "HYUNDAI_CARD"), totalAmount: 10000 }, []],
  [
    "another company from 50,000",
    { ...months(3, "LOTTE_CARD"), totalAmount: 10000 },
    ["warning installment/minimum-amount /totalAmount"],
  ],
  ["the guide's own id", { paymentId: "payment-{0c64b0a2" }, ["error shape/pattern /paymentId"]],
]);

cases("smartro_v2.v2.request-payment", { ...order, customer: buyer }, [
  ["a fixed month and a company", months(3, "BC_CARD"), []],
  ["a fixed month alone", months(3), ["error installment/fixed-direct /card/cardCompany"]],
  [
    "escrow, called directly",
    { ...months(0, "BC_CARD"), isEscrow: true },
    ["error escrow/no-direct /card/cardCompany"],
  ],
  [
    "a receipt without an account",
    { payMethod: "VIRTUAL_ACCOUNT", virtualAccount: { cashReceiptType: "ANONYMOUS" } },
    ["warning receipt/direct-only /virtualAccount/cashReceiptType"],
  ],
  [
    "half a period",
    { offerPeriod: { range: { from: "2026-12-01T00:00:00+09:00" } } },
    ["warning offer-period/form /offerPeriod/range/to"],
  ],
]);

cases("naverpay.v2.request-payment", { ...order, payMethod: "EASY_PAY" }, [
  ["9 won", { totalAmount: 9 }, ["error amount/minimum /totalAmount"]],
  ["50 won", { totalAmount: 50 }, ["warning amount/minimum /totalAmount"]],
  [
    "goods in products alone",
    { products: [{ id: "1", name: "머그컵", amount: 80000, quantity: 1 }] },
    ["warning shape/unsupported /products"],
  ],
  [
    "an item without its id",
    {
      bypass: {
        naverpay: {
          productItems: [
            { categoryType: "PRODUCT", categoryId: "GENERAL", name: "머그컵", count: 1 },
          ],
        },
      },
    },
    ["error shape/required /bypass/naverpay/productItems/0/uid"],
  ],
]);

cases("kakaopay.v2.request-payment", { ...order, payMethod: "EASY_PAY" }, [
  ["an id that is kept only", { isEscrow: true }, ["warning shape/unsupported /isEscrow"]],
  [
    "a card company that is not listed",
    wallet("KAKAOPAY", { availableCards: ["JEJU_CARD"] }),
    ["warning shape/enum /easyPay/availableCards/0"],
  ],
]);

cases("kicc_v2.v2.request-payment", { ...order, ...wallet("WECHAT"), orderName: "Mug" }, [
  ["a name that is not English", { orderName: "머그컵" }, ["warning text/english /orderName"]],
  [
    "Alipay+ without a description",
    { payMethod: "ALIPAY_PLUS", easyPay: undefined },
    ["warning shape/required /orderDescription"],
  ],
  [
    "its description",
    { payMethod: "ALIPAY_PLUS", easyPay: undefined, orderDescription: "Mug" },
    [],
  ],
  ["by the other name", { payMethod: "ALIPAY_PLUS", easyPay: undefined, orderDetail: "Mug" }, []],
]);

cases(
  "payletter_global.v2.request-payment",
  {
    ...order,
    payMethod: undefined,
    customer: { email: buyer.email },
    bypass: { payletter_global: { pginfo: "PLCreditCard" } },
  },
  [
    [
      "Alipay+ in won, without a name",
      { bypass: { payletter_global: { pginfo: "AlipayPlusDana" } } },
      [
        "error currency/method /currency",
        "error shape/required /bypass/payletter_global/servicename",
      ],
    ],
    ["yuan by card", { currency: "CNY" }, ["error currency/method /currency"]],
    [
      "yuan by UnionPay",
      { currency: "CNY", bypass: { payletter_global: { pginfo: "PLUnionPay_HC" } } },
      [],
    ],
    ["a method", { payMethod: "CARD" }, ["warning shape/unsupported /payMethod"]],
  ],
);

const eximbay = { ...order, payMethod: undefined, customer: buyer };
cases("eximbay_v2.v2.request-payment", eximbay, [
  ["CARD, as the quick guide sends", { payMethod: "CARD" }, []],
  ["another method", { payMethod: "TRANSFER" }, ["warning shape/unsupported /payMethod"]],
  [
    "from an app without its scheme",
    { bypass: { eximbay_v2: { settings: { call_from_app: "Y" } } } },
    ["error app/scheme /appScheme"],
  ],
  [
    "a scheme, not from an app",
    { appScheme: "shop://" },
    ["warning app/scheme /bypass/eximbay_v2/settings/call_from_app"],
  ],
  [
    "both",
    { appScheme: "shop://", bypass: { eximbay_v2: { settings: { call_from_app: "Y" } } } },
    [],
  ],
  [
    "a virtual account among the methods",
    { bypass: { eximbay_v2: { payment: { multi_payment_method: ["P000", "P305"] } } } },
    ["warning shape/unsupported /bypass/eximbay_v2/payment/multi_payment_method"],
  ],
  [
    "a country of three letters",
    { bypass: { eximbay_v2: { ship_to: { country: "KOR" } } } },
    ["warning shape/pattern /bypass/eximbay_v2/ship_to/country"],
  ],
  [
    "a product without its page",
    { products: [{ id: "1", name: "머그컵", amount: 80000, quantity: 1 }] },
    ["error shape/required /products/0/link"],
  ],
]);

const japan = { ...order, currency: "JPY", customer: { fullName: "Kim Haneul" } };
cases("inicis_jp.v2.request-payment", japan, [
  [
    "nowhere to come back to, on a PC",
    { redirectUrl: undefined },
    ["error checkout/redirect-url /redirectUrl"],
    pc,
  ],
  [
    "nowhere to come back to",
    { redirectUrl: undefined },
    ["error checkout/redirect-url /redirectUrl"],
  ],
  ["a lump sum", months(1), []],
  ["four months", months(4), ["error installment/range /card/installment/monthOption/fixedMonth"]],
  [
    "a convenience store",
    { payMethod: "CONVENIENCE_STORE" },
    [
      "error buyer/name /customer/firstNameKana",
      "error buyer/name /customer/lastNameKana",
      "error cvs/deadline /convenienceStore/paymentDeadline",
    ],
  ],
  [
    "a deadline after 31 days",
    {
      payMethod: "CONVENIENCE_STORE",
      customer: { fullName: "Kim Haneul", firstNameKana: "ハヌル", lastNameKana: "キム" },
      convenienceStore: { paymentDeadline: { validHours: 744 } },
    },
    ["error vbank/due-range /convenienceStore/paymentDeadline/validHours"],
  ],
  ["the guide's English name", { storeDetails: { storeNameEn: "Sky Store" } }, []],
  ["an id in Hangul", { paymentId: "주문1" }, ["warning shape/pattern /paymentId"]],
]);

cases(
  "hecto_global.v2.request-payment",
  { ...order, customer: { customerId: "member-41" }, storeDetails: { businessName: "하늘상점" } },
  [
    [
      "an address without the parts of the name",
      { customer: { customerId: "member-41", fullName: "김하늘", email: buyer.email } },
      ["error buyer/name /customer/firstName", "error buyer/name /customer/lastName"],
    ],
    ["42 syllables", { orderName: "가".repeat(42) }, []],
    ["43 syllables", { orderName: "가".repeat(43) }, ["error text/byte-length /orderName"]],
  ],
);

cases("triple_a.v2.request-payment", { ...order, payMethod: undefined }, [
  [
    "a national number",
    { customer: { phoneNumber: "010-0000-1234" } },
    ["warning shape/pattern /customer/phoneNumber"],
  ],
  [
    "costs without products",
    { bypass: { triple_a: { tax_cost: 1 } } },
    ["warning shape/unsupported /bypass/triple_a/tax_cost"],
  ],
]);

const buttons = {
  uiType: "PAYPAL_SPB",
  storeId: order.storeId,
  channelKey: order.channelKey,
  paymentId: order.paymentId,
  orderName: order.orderName,
  totalAmount: 80000,
  currency: "USD",
  customer: { firstName: "Haneul", lastName: "Kim" },
  products: [{ id: "1", name: "머그컵", amount: 40000, quantity: 2 }],
  bypass: { paypal_v2: { additional_data: [{ key: "sender_account_id", value: "41" }] } },
};
const style = (own: object) => ({
  bypass: { paypal_v2: { ...buttons.bypass.paypal_v2, style: own } },
});
cases("paypal_v2.v2.load-payment-ui", buttons, [
  ["won", { currency: "KRW" }, ["warning currency/method /currency"]],
  ["products of another sum", { totalAmount: 1 }, ["error amount/products /totalAmount"]],
  ["a part free of tax", { taxFreeAmount: 100 }, ["error tax/unsupported /taxFreeAmount"]],
  ["none free of tax", { taxFreeAmount: 0 }, []],
  ["the name and its parts", { customer: { ...buttons.customer, fullName: "Kim Haneul" } }, []],
  [
    "the name alone",
    { customer: { fullName: "Kim Haneul" } },
    ["warning buyer/name /customer/firstName", "warning buyer/name /customer/lastName"],
  ],
  ["settings of cards", { card: {} }, ["warning shape/unsupported /card"]],
  [
    "a tagline",
    style({ tagline: true }),
    ["warning shape/unsupported /bypass/paypal_v2/style/tagline"],
  ],
  ["a tagline that is shown", style({ tagline: true, layout: "horizontal" }), []],
  ["no tagline", style({ tagline: false }), []],
  ["too high", style({ height: 56 }), ["error shape/enum /bypass/paypal_v2/style/height"]],
  ["another window", { windowType: { pc: "POPUP" } }, ["error window/type /windowType/pc"]],
]);

const keys = {
  uiType: "PAYPAL_RT",
  storeId: order.storeId,
  channelKey: order.channelKey,
  billingKeyMethod: "PAYPAL",
  bypass: buttons.bypass,
};
const ship = (own: object) => ({
  bypass: { paypal_v2: { ...buttons.bypass.paypal_v2, shipping_address: own } },
});
const place = { line1: "1 Main St", city: "San Jose" };
cases("paypal_v2.v2.load-issue-billing-key-ui", keys, [
  ["an amount", { totalAmount: 100 }, ["warning shape/unsupported /totalAmount"]],
  ["an amount to show", { displayAmount: 100 }, []],
  [
    "no state in the US",
    ship({ ...place, country_code: "COUNTRY_US" }),
    ["error shape/required /bypass/paypal_v2/shipping_address/state"],
  ],
  ["no state in Korea", ship({ ...place, country_code: "KR" }), []],
  [
    "buttons by their names",
    {
      bypass: {
        paypal_v2: {
          ...buttons.bypass.paypal_v2,
          ...{ "enable-funding": "paylater", "disable-funding": "credit,card" },
        },
      },
    },
    [],
  ],
]);

const again = {
  billingKey: "billing-key-018e1b2f-0000-4000-8000-000000000000",
  orderName: "머그컵",
  amount: { total: 80000 },
  currency: "KRW",
  customer: { name: { full: "김하늘" }, phoneNumber: "010-0000-1234", email: "b@shop.example" },
};
cases("eximbay_v2.v2.pay-with-billing-key", { ...again, locale: "KO_KR" }, [
  ["no language", { locale: undefined }, ["error shape/required /locale"]],
  [
    "a part free of tax",
    { amount: { total: 80000, taxFree: 1 } },
    ["warning tax/unsupported /amount/taxFree"],
  ],
]);
cases("inicis_v2.v2.pay-with-billing-key", again, [
  [
    "no address",
    { customer: { ...again.customer, email: undefined } },
    ["error buyer/contact /customer/email"],
  ],
]);
cases("inicis_v2.v2.schedule", { payment: again, timeToPay: "2030-01-01T00:00:00+09:00" }, [
  ["the guide's time", { timeToPay: "2030-01-01T00:00:00" }, ["error shape/format /timeToPay"]],
]);
