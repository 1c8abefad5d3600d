import { expect, test } from "vitest";
import type { Diagnostic } from "../../../../dist/index.js";
import { loadValidator } from "../../../../dist/index.js";

const right = {
  storeId: "store-4ff4af41-85e3-4559-8eb8-0d08a2c6ceec",
  channelKey: "channel-key-893597d6-e62d-410f-83f9-119f530b4b11",
  paymentId: "order202611240001",
  orderName: "Canvas tote bag",
  totalAmount: 64000,
  currency: "KRW",
  redirectUrl: "https://shop.example/done",
};

const found = async (kind: string, payload: object): Promise<readonly Diagnostic[]> =>
  (await loadValidator(kind as "portone.v2.request-payment")).check({ ...right, ...payload })
    .diagnostics;

/** What pages write, and what PortOne's SDK calls the same. */
const renamed: [kind: string, payload: object, at: string, written: string, key: string][] = [
  [
    "smartro_v2.v2.request-payment",
    { payMethod: "MOBILE", mobile: { availableCarriers: ["SKT"] } },
    "/mobile/availableCarriers",
    "mobile.availableCarriers",
    "mobile.avaliableCarriers",
  ],
  [
    "nice_v2.v2.request-payment",
    { payMethod: "EASY_PAY", availablePayMethod: ["CARD"] },
    "/availablePayMethod",
    "availablePayMethod",
    "easyPay.availablePayMethods",
  ],
  [
    "nice_v2.v2.request-payment",
    { payMethod: "EASY_PAY", easyPay: { availablePayMethod: ["CARD"] } },
    "/easyPay/availablePayMethod",
    "easyPay.availablePayMethod",
    "easyPay.availablePayMethods",
  ],
  [
    "kcp_v2.v2.request-payment",
    { payMethod: "EASY_PAY", easyPay: { availablePayMethod: ["CARD"] } },
    "/easyPay/availablePayMethod",
    "easyPay.availablePayMethod",
    "easyPay.availablePayMethods",
  ],
  [
    "nice_v2.v2.request-payment",
    { payMethod: "GIFT_CERTIFICATE", giftCertificate: { certificateType: "CULTURELAND" } },
    "/giftCertificate/certificateType",
    "giftCertificate.certificateType",
    "giftCertificate.giftCertificateType",
  ],
  ["inicis_v2.v2.request-payment", { payMethod: "CARD", vat: 1 }, "/vat", "vat", "vatAmount"],
  ["welcome.v2.request-payment", { payMethod: "CARD", vat: 1 }, "/vat", "vat", "vatAmount"],
  ...["naverpay.v2.request-payment", "eximbay_v2.v2.issue-billing-key-and-pay"].map(
    (kind): (typeof renamed)[number] => [
      kind,
      { customer: { name: "김하늘" } },
      "/customer/name",
      "customer.name",
      "customer.fullName",
    ],
  ),
  [
    "kakaopay.v2.request-payment",
    { payMethod: "EASY_PAY", easyPay: { appScheme: "shopapp://" } },
    "/easyPay/appScheme",
    "easyPay.appScheme",
    "appScheme",
  ],
  ...(["ship", "bill"] as const).map((to): (typeof renamed)[number] => [
    "eximbay_v2.v2.issue-billing-key-and-pay",
    { bypass: { eximbay_v2: { [`${to}_to`]: { city: "Seoul" } } } },
    `/bypass/eximbay_v2/${to}_to`,
    `bypass.eximbay_v2.${to}_to`,
    `bypass.eximbay_v2.${to}To`,
  ]),
  [
    "smartro_v2.v2.issue-billing-key",
    { payMethod: "card" },
    "/payMethod",
    "payMethod",
    "billingKeyMethod",
  ],
  [
    "nice_v2.v2.request-payment",
    { payMethod: "EASY_PAY", bypass: { nice_v2: { SamsungPayType: "99" } } },
    "/bypass/nice_v2/SamsungPayType",
    "bypass.nice_v2.SamsungPayType",
    "bypass.nice_v2.SamPayMallType",
  ],
];

test.each(renamed)(
  "The key that the SDK reads is named: %s with %j",
  async (kind, payload, at, written, key) => {
    const [one] = (await found(kind, payload)).filter(({ path }) => path === at);
    expect(one).toMatchObject({
      rule: "shape/unknown-property",
      severity: "warning",
      message: `${written} is how a guide writes ${key}. PortOne's SDK does not know ${written} and ignores it. Pass ${key} instead.`,
    });
  },
);

test.each([
  [
    "kcp_v2.v2.request-payment",
    { payMethod: "MOBILE", mobile: { availableCarriers: ["SKT"] } },
    "/mobile/availableCarriers",
    "NHN KCP does not support mobile.avaliableCarriers here. Remove it.",
  ],
  [
    "inicis_jp.v2.request-payment",
    { payMethod: "EASY_PAY", availablePayMethod: ["CARD"] },
    "/availablePayMethod",
    "KG Inicis Japan does not support easyPay.availablePayMethods here. Remove it.",
  ],
])(
  "The wrong key is to go where the gateway does not read the right one either: %s with %j",
  async (kind, payload, at, end) => {
    const [one] = (await found(kind, payload)).filter(({ path }) => path === at);
    expect(one?.message.endsWith(end)).toBe(true);
  },
);

test("A key that is given under both names is only unknown", async () => {
  const all = await found("inicis_v2.v2.request-payment", {
    payMethod: "CARD",
    vat: 1,
    vatAmount: 1,
  });
  expect(all.find(({ path }) => path === "/vat")?.message).toBe(
    "No KG Inicis document lists vat for this request, so it will be ignored.",
  );
});

test("A wallet that a guide writes otherwise is named as the SDK calls it", async () => {
  const easyPay = { easyPayProvider: "TMONEYPAY" };
  const all = await found("smartro_v2.v2.request-payment", { payMethod: "EASY_PAY", easyPay });
  expect(all.filter(({ path }) => path === "/easyPay/easyPayProvider")).toMatchObject([
    {
      rule: "easypay/provider",
      severity: "error",
      message:
        'easyPay.easyPayProvider is "TMONEYPAY", as a guide writes it. PortOne\'s SDK calls this wallet TMONEY. Pass TMONEY.',
    },
  ]);
});

/** What the types have, or pages alone, passes. */
test.each([
  [
    "smartro_v2.v2.request-payment",
    { payMethod: "TRANSFER", transfer: { bankCode: "KOOKMIN_BANK" } },
    "/transfer/bankCode",
  ],
  [
    "nice_v2.v2.request-payment",
    { payMethod: "VIRTUAL_ACCOUNT", virtualAccount: { fixedOption: { pgAccountId: "1" } } },
    "/virtualAccount/fixedOption",
  ],
  [
    "tosspayments.v2.request-payment",
    {
      payMethod: "CARD",
      products: [{ id: "a", name: "b", amount: 1, quantity: 1, description: "c" }],
    },
    "/products/0/description",
  ],
  [
    "galaxia.v2.request-payment",
    { payMethod: "EASY_PAY", easyPay: { easyPayProvider: "MONEYTREE" } },
    "/easyPay/easyPayProvider",
  ],
  [
    "galaxia.v2.request-payment",
    { payMethod: "GIFT_CERTIFICATE", giftCertificate: { giftCertificateType: "HAPPYMONEY" } },
    "/giftCertificate/giftCertificateType",
  ],
  [
    "kicc_v2.v2.request-payment",
    { payMethod: "EASY_PAY", easyPay: { easyPayProvider: "WECHAT" } },
    "/easyPay/easyPayProvider",
  ],
  [
    "kicc_v2.v2.request-payment",
    { payMethod: "ALIPAY_PLUS", alipayPlus: { easyPayProvider: "G_CASH" } },
    "/alipayPlus/easyPayProvider",
  ],
  [
    "kicc_v2.v2.request-payment",
    { payMethod: "ALIPAY_PLUS", orderDescription: "A bag" },
    "/orderDescription",
  ],
  [
    "kicc_v2.v2.request-payment",
    { payMethod: "ALIPAY_PLUS", orderDetail: "A bag" },
    "/orderDetail",
  ],
  [
    "tosspayments.v2.request-payment",
    { payMethod: "EASY_PAY", easyPay: { easyPayProvider: "PAYPAL" } },
    "/easyPay/easyPayProvider",
  ],
  [
    "galaxia.v2.request-payment",
    { payMethod: "CARD", bypass: { galaxia: { ITEM_CODE: "1" } } },
    "/bypass/galaxia",
  ],
  [
    "eximbay_v2.v2.request-payment",
    { bypass: { eximbay_v2: { paypal: { ispp: { sender_account_id: "1" } } } } },
    "/bypass/eximbay_v2",
  ],
  [
    "eximbay_v2.v2.request-payment",
    { bypass: { eximbay_v2: { ship_to: { city: "Seoul" } } } },
    "/bypass/eximbay_v2",
  ],
  [
    "paypal_v2.v2.load-payment-ui",
    {
      bypass: {
        paypal_v2: { purchase_units: [{ shipping: { name: { full_name: "Kim Haneul" } } }] },
      },
    },
    "/bypass/paypal_v2/purchase_units/0/shipping/name",
  ],
  [
    "tosspayments.v2.request-payment",
    {
      payMethod: "EASY_PAY",
      bypass: {
        tosspayments: { paypal: { shipping: { address: { country: "US", area2: "Austin" } } } },
      },
    },
    "/bypass/tosspayments/paypal",
  ],
])("Nothing is found: %s with %j, at %s", async (kind, payload, at) => {
  const all = await found(kind, payload);
  expect(all.filter(({ path }) => path.startsWith(at))).toEqual([]);
});

test.each([
  [
    "inicis_v2.v2.issue-billing-key-and-pay",
    { billingKeyAndPayMethod: "PHONE" },
    "info billing/phone-word /billingKeyAndPayMethod",
  ],
  [
    "tosspayments.v2.issue-billing-key",
    { billingKeyMethod: "TRANSFER" },
    "info shape/enum /billingKeyMethod",
  ],
])(
  "A key passes and is said to be outside the types: %s with %j",
  async (kind, payload, expected) => {
    const [path] = Object.keys(payload);
    const own = (await found(kind, payload)).filter((one) => one.path === `/${path}`);
    expect(own.map((one) => `${one.severity} ${one.rule} ${one.path}`)).toEqual([expected]);
  },
);

test.each([
  ["kcp_v2.v2.request-payment", { payMethod: "CARD", SkinColor: "RED" }, "/SkinColor"],
  ["kcp_v2.v2.request-payment", { payMethod: "CARD", tax: 1 }, "/tax"],
])(
  "Keys that only another gateway reads are not suggested: %s with %j",
  async (kind, payload, at) => {
    const [one] = (await found(kind, payload)).filter(({ path }) => path === at);
    expect(one?.message).toBe(
      `No NHN KCP document lists ${at.slice(1)} for this request, so it will be ignored.`,
    );
  },
);
