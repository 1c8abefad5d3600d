import { rules, type Severity } from "paylint";
import { requestPay } from "paylint/ksnet/v1";
import { expect, it } from "vitest";
import { direct, found, plain } from "../support/payloads.js";

const without = (key: keyof typeof plain, payload: object = plain) => {
  const { [key]: _, ...rest } = payload as typeof plain;
  return rest;
};
const ofPg = (pg: string) => ({ ...without("channelKey"), pg });
const ksnet = (more: object) => ({ bypass: { ksnet: more } });

/** Each row: a name, the payload (a change to `plain`, or whole), and exactly what is found, sorted. */
const rows: [name: string, payload: object, expected: string[]][] = [
  ["in order", plain, []],
  ["pg instead of channelKey", ofPg("ksnet.2999199999"), ["shape/deprecated /pg"]],
  ["neither pg nor channelKey", without("channelKey"), ["shape/required /pg"]],
  ["blank pg", ofPg(" "), ["shape/required /pg"]],
  ["no pay_method", without("pay_method"), ["shape/required /pay_method"]],
  ["empty pay_method", { ...plain, pay_method: "" }, ["shape/required /pay_method"]],
  ["no merchant_uid", without("merchant_uid"), ["shape/required /merchant_uid"]],
  ["no buyer_name", without("buyer_name"), ["shape/required /buyer_name"]],
  ["undefined is absent", { ...plain, buyer_name: undefined }, ["shape/required /buyer_name"]],
  ["no currency", without("currency"), ["shape/required /currency"]],
  ["amount as text", { ...plain, amount: "80000" }, ["shape/type /amount"]],
  ["amount NaN", { ...plain, amount: Number.NaN }, ["shape/type /amount"]],
  ["amount infinite", { ...plain, amount: Number.POSITIVE_INFINITY }, ["shape/type /amount"]],
  ["amount negative", { ...plain, amount: -1 }, ["shape/type /amount"]],
  ["tax_free as text", { ...plain, tax_free: "0" }, ["shape/type /tax_free"]],
  ["tax_free blank text", { ...plain, tax_free: "" }, ["shape/type /tax_free"]],
  ["null is no value of any type", { ...plain, buyer_tel: null }, ["shape/type /buyer_tel"]],
  ["escrow as text", { ...plain, escrow: "false" }, ["shape/type /escrow"]],
  ["card as text", { ...plain, card: "367" }, ["shape/type /card"]],
  [
    "code as number",
    { ...plain, card: { direct: { code: 367 } } },
    ["shape/type /card/direct/code"],
  ],
  [
    "quota entry as text",
    { ...plain, display: { card_quota: [0, "3"] } },
    ["shape/type /display/card_quota/1"],
  ],
  ["unknown pay_method", { ...plain, pay_method: "creditcard" }, ["shape/enum /pay_method"]],
  ["unknown currency", { ...plain, currency: "JPY" }, ["shape/enum /currency"]],
  ["currency in small letters", { ...plain, currency: "krw" }, ["shape/enum /currency"]],
  [
    "unknown issuer",
    { ...plain, card: { direct: { code: "999" } } },
    ["shape/enum /card/direct/code"],
  ],
  [
    "issuer without its zero",
    { ...plain, card: { direct: { code: "41" } } },
    ["shape/enum /card/direct/code"],
  ],
  [
    "sndQpayType",
    { ...plain, ...ksnet({ sndQpayType: "2" }) },
    ["shape/enum /bypass/ksnet/sndQpayType"],
  ],
  [
    "sndQpayType as number",
    { ...plain, ...ksnet({ sndQpayType: 0 }) },
    ["shape/type /bypass/ksnet/sndQpayType"],
  ],
  [
    "sndKakaopayType",
    { ...plain, ...ksnet({ sndKakaopayType: "POINT" }) },
    ["shape/enum /bypass/ksnet/sndKakaopayType"],
  ],
  ["pg without shop id", ofPg("ksnet"), ["shape/deprecated /pg"]],
  ["pg of another gateway", ofPg("kcp.T0000"), ["shape/deprecated /pg", "shape/pattern /pg"]],
  // The guide's own sample has a placeholder there, and rightly passes.
  ["pg with a placeholder", ofPg("ksnet.{PG 상점 아이디}"), ["shape/deprecated /pg"]],
  ["pg with a dot and no shop id", ofPg("ksnet."), ["shape/deprecated /pg", "shape/pattern /pg"]],
  ["pg that only begins alike", ofPg("ksnetx"), ["shape/deprecated /pg", "shape/pattern /pg"]],
  [
    "business number with hyphens",
    { ...plain, storeDetails: { businessRegistrationNumber: "123-45-67891" } },
    ["shape/pattern /storeDetails/businessRegistrationNumber"],
  ],
  ["merchant_uid of 40", { ...plain, merchant_uid: "m".repeat(40) }, []],
  [
    "merchant_uid of 41",
    { ...plain, merchant_uid: "m".repeat(41) },
    ["shape/length /merchant_uid"],
  ],
  ["name of 41", { ...plain, name: "n".repeat(41) }, ["shape/length /name"]],
  [
    "relative m_redirect_url",
    { ...plain, m_redirect_url: "/done" },
    ["shape/format /m_redirect_url"],
  ],
  [
    "m_redirect_url of another scheme",
    { ...plain, m_redirect_url: "ftp://store.example" },
    ["shape/format /m_redirect_url"],
  ],
  [
    "m_redirect_url without host",
    { ...plain, m_redirect_url: "https:///done" },
    ["shape/format /m_redirect_url"],
  ],
  [
    "m_redirect_url on localhost",
    { ...plain, m_redirect_url: "http://localhost:3000/done?a=1#b" },
    [],
  ],
  ["notice_url as text", { ...plain, notice_url: "https://store.example/n" }, []],
  [
    "notice_url as list",
    { ...plain, notice_url: ["https://store.example/n", "store.example"] },
    ["shape/format /notice_url/1"],
  ],
  ["notice_url as object", { ...plain, notice_url: {} }, ["shape/type /notice_url"]],
  ["confirm_url", { ...plain, confirm_url: "store.example" }, ["shape/format /confirm_url"]],
  [
    "bypass.ksnet.url",
    { ...plain, ...ksnet({ url: "store.example" }) },
    ["shape/format /bypass/ksnet/url"],
  ],
  ["app_scheme", { ...plain, app_scheme: "my app" }, ["shape/format /app_scheme"]],
  ["app_scheme with slashes", { ...plain, app_scheme: "shop-app://" }, []],
  ["period", { ...plain, period: { from: "2026-01-01", to: "2026-01-01" } }, []],
  [
    "period that ends before it begins",
    { ...plain, period: { from: "2026-01-02", to: "20260101" } },
    ["shape/format /period/from"],
  ],
  [
    "a day that is not",
    { ...plain, period: { from: "2026-02-29", to: "2026-03-01" } },
    ["shape/format /period/from"],
  ],
  ["a leap day", { ...plain, period: { from: "2028-02-29", to: "2028-03-01" } }, []],
  ...["2026-12-31", "20261231", "2026-12-31 23:59:59", "20261231235959"].map(
    (vbank_due): (typeof rows)[number] => [`vbank_due ${vbank_due}`, { ...plain, vbank_due }, []],
  ),
  ...["2026-13-01", "20260230", "2026-12-31T23:59:59", "2026-12-31 24:00:00", "2026-1-1"].map(
    (vbank_due): (typeof rows)[number] => [
      `vbank_due ${vbank_due}`,
      { ...plain, vbank_due },
      ["shape/format /vbank_due"],
    ],
  ),
  [
    "unknown keys",
    { ...plain, store_details: {}, bypass: { tcode: "skt" }, cardQuota: 2 },
    [
      "shape/unknown-property /bypass/tcode",
      "shape/unknown-property /cardQuota",
      "shape/unknown-property /store_details",
    ],
  ],
  ["free data is free", { ...plain, custom_data: { any: { key: 1 } }, products: [{ sku: 1 }] }, []],
  ["customer_uid", { ...plain, customer_uid: "c-1" }, ["checkout/no-billing-key /customer_uid"]],
  ["no m_redirect_url", without("m_redirect_url"), ["checkout/redirect-url /m_redirect_url"]],
  [
    "quota of one month",
    { ...plain, display: { card_quota: [0, 1, 2] } },
    ["installment/range /display/card_quota/1"],
  ],
  [
    "quota of half a month",
    { ...plain, display: { card_quota: [2.5] } },
    ["installment/range /display/card_quota/0"],
  ],
  [
    "negative quota",
    { ...plain, display: { card_quota: [-2] } },
    ["installment/range /display/card_quota/0"],
  ],
  [
    "direct quota",
    { ...direct("361"), card: { direct: { code: "361", quota: 1 } } },
    ["installment/range /card/direct/quota"],
  ],
  [
    "installment on 49,999",
    { ...plain, amount: 49_999, display: { card_quota: [0, 2] } },
    ["installment/minimum-amount /amount"],
  ],
  ["installment on 50,000", { ...plain, amount: 50_000, display: { card_quota: [0, 2] } }, []],
  [
    "installment on a small amount of dollars",
    { ...plain, amount: 900, currency: "USD", display: { card_quota: [3] } },
    ["currency/usd /currency"],
  ],
  ["single payment on 100", { ...plain, amount: 100, display: { card_quota: [0] } }, []],
  [
    "Hyundai from 10,000",
    { ...direct("367"), amount: 10_000, card: { direct: { code: "367", quota: 2 } } },
    [],
  ],
  [
    "Hyundai on 9,999",
    { ...direct("367"), amount: 9_999, card: { direct: { code: "367", quota: 2 } } },
    ["installment/minimum-amount /amount"],
  ],
  [
    "Samsung on 10,000",
    { ...direct("365"), amount: 10_000, card: { direct: { code: "365", quota: 2 } } },
    ["installment/minimum-amount /amount"],
  ],
  [
    "installment on no amount",
    { ...without("amount"), display: { card_quota: [2] } },
    ["installment/minimum-amount /amount"],
  ],
  ["no tax_free", without("tax_free"), ["tax/tax-free /tax_free"]],
  ["tax_free equal to amount", { ...plain, tax_free: 80_000 }, []],
  ["tax_free above amount", { ...plain, tax_free: 80_001 }, ["tax/exceeds-amount /tax_free"]],
  [
    "tax_free without amount",
    { ...without("amount"), tax_free: 1 },
    ["tax/exceeds-amount /tax_free"],
  ],
  ["vbank", { ...without("tax_free"), pay_method: "vbank", vbank_due: "2026-12-31" }, []],
  ["vbank with tax_free 0", { ...plain, pay_method: "vbank", vbank_due: "2026-12-31" }, []],
  [
    "vbank with taxes",
    { ...plain, pay_method: "vbank", vbank_due: "2026-12-31", tax_free: 1, vat_amount: 0 },
    ["tax/vbank /tax_free", "tax/vbank /vat_amount"],
  ],
  ["vbank without due", { ...plain, pay_method: "vbank" }, ["vbank/due /vbank_due"]],
  [
    "vbank with blank due",
    { ...plain, pay_method: "vbank", vbank_due: "" },
    ["vbank/due /vbank_due"],
  ],
  ["phone", { ...plain, pay_method: "phone", digital: false }, []],
  ["phone without digital", { ...plain, pay_method: "phone" }, ["phone/digital /digital"]],
  ["digital for a card", { ...plain, digital: true }, ["phone/digital /digital"]],
  ["digital false for a card", { ...plain, digital: false }, []],
  ["escrow", { ...plain, escrow: true, buyer_email: "a@b.example" }, []],
  ["escrow without e-mail", { ...plain, escrow: true }, ["escrow/buyer-email /buyer_email"]],
  [
    "easyPayDirect for a card",
    { ...plain, ...ksnet({ easyPayDirect: true }) },
    ["easypay/direct /pay_method"],
  ],
  ["easyPayDirect false", { ...plain, ...ksnet({ easyPayDirect: false }) }, []],
  ["easyPayDirect lpay", { ...plain, pay_method: "lpay", ...ksnet({ easyPayDirect: true }) }, []],
  [
    "easyPayDirect ssgpay",
    { ...plain, pay_method: "ssgpay", ...ksnet({ easyPayDirect: true }) },
    ["easypay/direct /pay_method"],
  ],
  [
    "easyPayDirect naverpay",
    { ...plain, pay_method: "naverpay", ...ksnet({ easyPayDirect: true }) },
    ["easypay/store-details /storeDetails/businessName"],
  ],
  [
    "easyPayDirect payco",
    { ...plain, pay_method: "payco", ...ksnet({ easyPayDirect: true }) },
    [
      "easypay/buyer-contact /buyer_email",
      "easypay/buyer-contact /buyer_tel",
      "easypay/store-details /storeDetails/businessName",
      "easypay/store-details /storeDetails/businessRegistrationNumber",
    ],
  ],
  [
    "easyPayDirect kakaopay",
    { ...plain, pay_method: "kakaopay", ...ksnet({ easyPayDirect: true }) },
    [
      "easypay/buyer-contact /buyer_email",
      "easypay/buyer-contact /buyer_tel",
      "easypay/store-details /storeDetails/address",
      "easypay/store-details /storeDetails/ceoFullName",
      "easypay/store-details /storeDetails/phoneNumber",
    ],
  ],
  [
    "payco with quota",
    { ...plain, pay_method: "payco", display: { card_quota: [0] } },
    ["easypay/fixed-quota /display/card_quota"],
  ],
  ["kakaopay with quota", { ...plain, pay_method: "kakaopay", display: { card_quota: [0] } }, []],
  [
    "interest borne for naverpay",
    { ...plain, pay_method: "naverpay", useFreeInterestFromMall: true },
    ["interest-free/easypay /useFreeInterestFromMall"],
  ],
  ["interest borne for a card", { ...plain, useFreeInterestFromMall: true }, []],
  [
    "max_month by issuer",
    {
      ...plain,
      card: {
        detail: [
          { card_code: "367", max_month: 6 },
          { card_code: "090", max_month: 6 },
          { card_code: "*", max_month: 6 },
          { card_code: "090", enabled: true },
        ],
      },
    },
    ["interest-free/issuer /card/detail/1/max_month"],
  ],
  ["dollars", { ...plain, currency: "USD" }, ["currency/usd /currency"]],
  ...["skt", "lgt", "ktf", "kgf"].map((tcode): (typeof rows)[number] => [
    `carrier ${tcode}`,
    { ...plain, ...ksnet({ tcode }) },
    [],
  ]),
  [
    "another carrier",
    { ...plain, ...ksnet({ tcode: "any" }) },
    ["carrier/tcode /bypass/ksnet/tcode"],
  ],
  [
    "emoji, accent and a rare syllable",
    { ...plain, name: "컵 🎁", buyer_name: "José", storeDetails: { address: "똠골" } },
    ["text/euc-kr /buyer_name", "text/euc-kr /name", "text/euc-kr /storeDetails/address"],
  ],
  ["what EUC-KR holds", { ...plain, name: "漢字 ㈜ ① Ａ 한글 ~!", buyer_name: "金바다" }, []],
  ["50 bytes", { ...plain, buyer_name: "가".repeat(25) }, []],
  ["51 bytes", { ...plain, buyer_name: `${"가".repeat(25)}a` }, ["text/byte-length /buyer_name"]],
  ["business number", { ...plain, storeDetails: { businessRegistrationNumber: "1178178260" } }, []],
  [
    "business number with a wrong check digit",
    { ...plain, storeDetails: { businessRegistrationNumber: "1178178261" } },
    ["store/business-number /storeDetails/businessRegistrationNumber"],
  ],
  [
    "business number too short",
    { ...plain, storeDetails: { businessRegistrationNumber: "117817826" } },
    ["store/business-number /storeDetails/businessRegistrationNumber"],
  ],
  [
    "card numbers",
    {
      ...plain,
      custom_data: { a: ["9410-1234-5678-9002", { b: 5310987654321001 }, "4111-1111-1111-1111"] },
      buyer_addr: "4111 1111 1111 1112",
    },
    [
      "pci/card-number /custom_data/a/0",
      "pci/card-number /custom_data/a/1/b",
      "pci/test-card-number /custom_data/a/2",
    ],
  ],
  [
    "a time in milliseconds is no card number",
    { ...plain, custom_data: { at: 1667634130160, id: "1667634130160" } },
    [],
  ],
  ["not an object", [], ["shape/type "]],
];

it.each(rows)(
  "A payment window's payload has exactly the findings expected of it: %s",
  (_name, payload, expected) => {
    expect(found(payload)).toEqual(expected);
  },
);

it("The validator asks for a redirect on mobile only", () => {
  const payload = without("m_redirect_url");
  expect(found(payload, { environment: "pc" })).toEqual([]);
  expect(found(payload, { environment: "mobile" })).toEqual([
    "checkout/redirect-url /m_redirect_url",
  ]);
});

it("The validator refuses a digital shop's phone payment without digital: true", () => {
  const store = { productType: "digital" } as const;
  for (const digital of [undefined, false]) {
    expect(found({ ...plain, pay_method: "phone", digital }, { store })).toEqual([
      "phone/digital /digital",
    ]);
  }
  expect(found({ ...plain, pay_method: "phone", digital: true }, { store })).toEqual([]);
  expect(
    found({ ...plain, pay_method: "phone", digital: false }, { store: { productType: "real" } }),
  ).toEqual([]);
});

it("Each rule has the severity that its fact has", () => {
  const warnings = [
    "shape/unknown-property",
    "installment/minimum-amount",
    "tax/tax-free",
    "tax/vbank",
    "phone/digital",
    "easypay/fixed-quota",
    "interest-free/easypay",
    "interest-free/issuer",
    "text/euc-kr",
    "text/byte-length",
    "store/business-number",
    "pci/card-number",
    "source/duplicate-key",
    "source/continuation",
    "source/plain-template",
    "order/constant",
    "sdk/awaited",
    "source/unused-suppression",
    "source/unknown-directive",
    "shape/unsupported",
    "cancel/everything",
    "amount/fraction",
    "window/locale",
    "routing/method",
  ];
  const infos = [
    "currency/usd",
    "carrier/tcode",
    "shape/deprecated",
    "billing-key/channel",
    "card/unchecked",
    "payment/easypay-card",
    "source/unparsable",
    "pci/test-card-number",
  ];
  const severities: readonly Severity[] = ["error", "warning", "info"];
  for (const { id, kinds, note } of rules) {
    const own = Object.keys(kinds).filter((kind) => kind.startsWith("ksnet.v1."));
    const severity = severities.find((one) => own.some((kind) => kinds[kind] === one));
    if (note || severity === undefined) continue;
    const expected = warnings.includes(id) ? "warning" : infos.includes(id) ? "info" : "error";
    expect(severity, id).toBe(expected);
  }
  expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining([...warnings, ...infos]));
  const notes = rules.filter(
    ({ note, kinds }) => note && Object.keys(kinds).some((kind) => kind.includes(".v1.")),
  );
  expect(notes.filter(({ severity }) => severity !== "info").map(({ id }) => id)).toEqual([]);
  const phone = { ...plain, pay_method: "phone" };
  const severityIn = (productType: "digital" | "real") =>
    requestPay.check(phone, { store: { productType } }).diagnostics[0]?.severity;
  expect([severityIn("digital"), severityIn("real")]).toEqual(["error", "warning"]);
});
