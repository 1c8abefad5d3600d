import { cases, mobile, order, pc } from "../cases.js";

const dollars = { ...order, currency: "USD", amount: 64 };

cases("paypal.v1.request-pay", dollars, [
  [
    "An absent currency means dollars, which have cents.",
    { currency: undefined, amount: 14.2 },
    [],
  ],
  [
    "Yen have no fractions.",
    { currency: "JPY", amount: 6400.5 },
    ["warning amount/fraction /amount"],
  ],
  [
    "Twenty dollars are not compared with the least amount of an installment in won.",
    { currency: undefined, amount: 20, display: { card_quota: [0, 3] } },
    [],
  ],
  ["won", { currency: "KRW" }, ["error shape/enum /currency"]],
  ["no currency", { currency: undefined }, []],
  [
    "no redirect on a PC",
    { m_redirect_url: undefined },
    ["error checkout/redirect-url /m_redirect_url"],
    pc,
  ],
  ["a billing key", { customer_uid: "u-1" }, ["error checkout/no-billing-key /customer_uid"]],
  [
    "by pg",
    { channelKey: undefined, pg: "paypal" },
    ["info shape/deprecated /pg", "warning gateway/superseded /pg"],
  ],
]);

const own = (more: object) => ({ bypass: { paypal_v2: more } });
const spb = {
  channelKey: order.channelKey,
  pay_method: "paypal",
  merchant_uid: "T1001",
  name: "Mug",
  amount: 64,
  currency: "USD",
  products: [{ quantity: 2, unitPrice: 32 }],
};
const rt = { customer_uid: "u-1", amount: undefined, currency: undefined, products: undefined };
const shipping = (address: object) => own({ purchase_units: [{ shipping: { address } }] });
cases("paypal_v2.v1.load-ui", spb, [
  [
    "An absent currency means dollars, which have cents.",
    { currency: undefined, amount: 10.5, products: [{ quantity: 1, unitPrice: 10.5 }] },
    [],
  ],
  [
    "Yen have no fractions.",
    { currency: "JPY", amount: 10.5, products: [{ quantity: 1, unitPrice: 10.5 }] },
    ["warning amount/fraction /amount"],
  ],
  [
    "A product has an id, a name, a code and a tag.",
    { products: [{ id: "1", name: "Mug", code: "m", tag: "t", unitPrice: 32, quantity: 2 }] },
    [],
  ],
  [
    "A product has no key of another name, and its name is a text.",
    { products: [{ name: 1, unitPrice: 32, quantity: 2, price: 32 }] },
    ["error shape/type /products/0/name", "warning shape/unknown-property /products/0/price"],
  ],
  [
    "An exempt part that the window for billing keys does not read is not compared with the amount.",
    { ...rt, amount: 1, tax_free: 2 },
    ["warning shape/unsupported /amount", "warning shape/unsupported /tax_free"],
  ],
  ["a card", { pay_method: "card" }, ["error shape/enum /pay_method"]],
  ["won", { currency: "KRW" }, ["error shape/enum /currency"]],
  ["an exempt part", { tax_free: 10 }, ["error tax/unsupported /tax_free"]],
  ["no exempt part", { tax_free: 0 }, []],
  ["products that cost more", { amount: 60 }, ["error amount/products /amount"]],
  ["products in cents", { amount: 28.58, products: [{ quantity: 2, unitPrice: 14.29 }] }, []],
  ["no products", { products: undefined }, ["info amount/products /products"]],
  [
    "what it ignores",
    { popup: true, language: "en", escrow: true },
    [
      "warning shape/unsupported /escrow",
      "warning shape/unsupported /language",
      "warning shape/unsupported /popup",
    ],
  ],
  [
    "two units",
    own({ purchase_units: [{}, {}] }),
    ["error shape/length /bypass/paypal_v2/purchase_units"],
  ],
  [
    "an address in part",
    shipping({ address_line_1: "1 Main St" }),
    [
      "error shape/required /bypass/paypal_v2/purchase_units/0/shipping/address/admin_area_2",
      "error shape/required /bypass/paypal_v2/purchase_units/0/shipping/address/country_code",
    ],
  ],
  [
    "an address without street",
    shipping({ admin_area_2: "San Jose", country_code: "US" }),
    ["warning shape/required /bypass/paypal_v2/purchase_units/0/shipping/address/address_line_1"],
  ],
  [
    "funding as list",
    own({ "enable-funding": ["card"] }),
    ["error shape/type /bypass/paypal_v2/enable-funding"],
  ],
  [
    "the buyer's name in one",
    { buyer_name: "Bada Lee" },
    ["warning paypal/buyer-name /buyer_name"],
  ],
  ["a Korean telephone", { buyer_tel: "010-1234-5678" }, ["warning paypal/buyer-name /buyer_tel"]],
  ["the update's amount as text", { amount: "64" }, ["error shape/type /amount"]],
  ["a billing key", rt, []],
  ["a billing key with an amount", { ...rt, amount: 64 }, ["warning shape/unsupported /amount"]],
  [
    "a delivery without city",
    { ...rt, ...own({ shipping_address: { line1: "1 Main St", country_code: "US" } }) },
    ["error shape/required /bypass/paypal_v2/shipping_address/city"],
  ],
]);
cases(
  "paypal_v2.v1.again",
  { customer_uid: "u-1", merchant_uid: "T1001", amount: 10, name: "Mug", currency: "USD" },
  [
    ["won", { currency: "KRW" }, ["error shape/enum /currency"]],
    ["no currency", { currency: undefined }, ["error shape/required /currency"]],
  ],
);

const eximbay = { ...dollars, buyer_name: "Bada", buyer_tel: "010", m_redirect_url: undefined };
cases("eximbay.v1.request-pay", eximbay, [
  [
    "An absent currency means dollars, which have cents.",
    { currency: undefined, amount: 14.2 },
    [],
  ],
  [
    "Twenty dollars are not compared with the least amount of an installment in won.",
    { currency: undefined, amount: 20, card: { direct: { code: "361", quota: 3 } } },
    [],
  ],
  [
    "An installment of 9,000 won is too small.",
    { currency: "KRW", amount: 9000, card: { direct: { code: "361", quota: 3 } } },
    ["warning installment/minimum-amount /amount"],
  ],
  [
    "A list of installments does not fit 9,000 won.",
    { currency: "KRW", amount: 9000, display: { card_quota: [0, 3] } },
    ["warning installment/minimum-amount /amount"],
  ],
  [
    "the guide's fraction of a won",
    { amount: 14.2, currency: "KRW" },
    ["warning amount/fraction /amount"],
  ],
  ["yuan", { currency: "CNY" }, ["error shape/enum /currency"]],
  ["Japanese", { language: "jp" }, []],
  [
    "domestic cards in dollars",
    { bypass: { eximbay: { issuercountry: "KR" } } },
    ["warning eximbay/domestic /currency"],
  ],
  ["domestic cards in won", { currency: "KRW", bypass: { eximbay: { issuercountry: "KR" } } }, []],
  ["a billing key", { customer_uid: "u-1" }, ["error checkout/no-billing-key /customer_uid"]],
  ["kakaopay", { pay_method: "kakaopay" }, ["error shape/enum /pay_method"]],
]);

const wall = {
  ...order,
  pay_method: undefined,
  buyer_name: "Bada Lee",
  buyer_email: "a@store.example",
};
cases("paymentwall.v1.request-pay", wall, [
  ["one word", { buyer_name: "Bada" }, ["error shape/pattern /buyer_name"]],
  ["no address", { buyer_email: undefined }, ["error shape/required /buyer_email"]],
  ["cents", { amount: 14.2, currency: "USD" }, ["warning shape/type /amount"]],
  ["another widget", { bypass: { widget_code: "p1" } }, ["warning shape/enum /bypass/widget_code"]],
  [
    "a country in words",
    { bypass: { country_code: "Korea" } },
    ["error shape/pattern /bypass/country_code"],
  ],
  [
    "a billing key of a phone",
    { customer_uid: "u-1", pay_method: "phone", digital: true },
    ["error billing/pay-method /pay_method", "info billing/charges /amount"],
  ],
  [
    "The window for billing keys charges its amount.",
    { customer_uid: "u-1", pay_method: "card" },
    ["info billing/charges /amount"],
  ],
  [
    "a billing key without payment",
    { customer_uid: "u-1", amount: 0 },
    ["error billing/amount /amount"],
  ],
]);

const keyedIn = { card_number: "3782-822463-10005", expiry: "2030-12", cvc: "000" };
const cardNumbers = (rest: object) =>
  [
    ["American Express has 15 digits.", { card_number: "378282246310005" }, []],
    ["Other cards have four groups of four digits.", { card_number: "0000-0000-0000-0000" }, []],
    [
      "Sixteen digits without hyphens are in neither form.",
      { card_number: "0000000000000000" },
      ["warning shape/pattern /card_number"],
    ],
  ].map(([name, change, found]) => [name, { ...rest, ...(change as object) }, found]) as never;
cases(
  "paymentwall.v1.onetime",
  { ...keyedIn, merchant_uid: "T1001", amount: 9900, name: "Mug", browser_ip: "203.0.113.7" },
  cardNumbers({}),
);
cases("paymentwall.v1.billing-key", { ...keyedIn, channel_key: order.channelKey }, cardNumbers({}));
cases(
  "paymentwall.v1.schedule",
  {
    ...keyedIn,
    customer_uid: "u-1",
    schedules: [
      {
        merchant_uid: "T1001",
        schedule_at: 1798761600,
        amount: 9900,
        currency: "KRW",
        name: "Mug",
        buyer_email: "a@store.example",
      },
    ],
  },
  cardNumbers({}),
);

const letter = { ...order, pay_method: undefined, currency: "KRW", buyer_email: "a@store.example" };
const info = (pginfo: string, servicename?: string) => ({
  bypass: { payletter_global: { pginfo, servicename } },
});
cases("payletter_global.v1.request-pay", letter, [
  ["a method", { pay_method: "card" }, ["warning shape/unsupported /pay_method"]],
  ["no currency", { currency: undefined }, ["error shape/required /currency"]],
  ["an order number with a hyphen", { merchant_uid: "T-1" }, ["error shape/pattern /merchant_uid"]],
  ["Alipay in won", info("ICBAlipay", "Mug"), ["error currency/method /currency"]],
  [
    "Alipay in yuan of nothing",
    { ...info("ICBAlipay"), currency: "CNY" },
    ["error shape/required /bypass/payletter_global/servicename"],
  ],
  [
    "a QR code on a phone",
    info("WeChatPayQRCodePayment", "Mug"),
    ["warning bypass/environment /bypass/payletter_global/pginfo"],
    mobile,
  ],
  ["a QR code on a PC", info("WeChatPayQRCodePayment", "Mug"), [], pc],
  [
    "a billing key by Alipay",
    { ...info("ICBAlipay", "Mug"), currency: "USD", customer_uid: "u-1", amount: 0 },
    ["error shape/enum /bypass/payletter_global/pginfo"],
  ],
  [
    "no redirect",
    { m_redirect_url: undefined },
    ["warning checkout/redirect-url /m_redirect_url"],
    mobile,
  ],
]);

cases("bluewalnut.v1.request-pay", order, [
  ["no amount", { amount: undefined }, []],
  ["kakaopay", { pay_method: "kakaopay" }, ["error shape/enum /pay_method"]],
  ["a billing key", { customer_uid: "u-1" }, ["error checkout/no-billing-key /customer_uid"]],
]);
