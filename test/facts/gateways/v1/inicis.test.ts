import { cases, mixedTaxation, mobile, order, pc } from "../cases.js";

const plain = { ...order, buyer_tel: "010-1234-5678" };
const key = { customer_uid: "buyer-1", amount: 0 };
const accept = (acceptmethod: unknown) => ({ bypass: { acceptmethod } });
const reserved = (P_RESERVED: unknown) => ({ bypass: { P_RESERVED } });
const list = (card_quota: number[]) => ({ display: { card_quota } });

cases("portone.v1.request-pay", order, [
  [
    "The window of inicis issues no billing keys, says the page on billing keys.",
    { channelKey: undefined, pg: "inicis.INIBillTst", customer_uid: "u-1" },
    ["info shape/deprecated /pg", "warning checkout/no-billing-key /customer_uid"],
  ],
  [
    "Inicis takes payments without a billing key.",
    { channelKey: undefined, pg: "inicis" },
    ["info shape/deprecated /pg"],
  ],
  [
    "Of other gateways' windows nothing is known here.",
    { channelKey: undefined, pg: "inicis_jp", customer_uid: "u-1" },
    ["info shape/deprecated /pg"],
  ],
  ["Products are read where the gateway is not known.", { products: [{ name: "머그컵" }] }, []],
]);

cases("html5_inicis.v1.request-pay", plain, [
  [
    "Products are read elsewhere.",
    { products: [{ name: "머그컵" }], escrow: true },
    ["warning shape/unsupported /products"],
  ],
  ["no telephone", { buyer_tel: undefined }, ["error shape/required /buyer_tel"]],
  ["no method", { pay_method: undefined }, ["error shape/required /pay_method"]],
  ["the billing window without both", { ...key, buyer_tel: undefined, pay_method: undefined }, []],
  [
    "the billing window with an amount",
    { ...key, amount: 9900 },
    ["info billing/no-charge /amount"],
  ],
  [
    "a billing key of a transfer",
    { ...key, pay_method: "trans" },
    ["error billing/pay-method /pay_method", "warning bypass/bank-transfer /bypass/P_RESERVED"],
  ],
  ["samsungpay", { pay_method: "samsungpay" }, ["error shape/enum /pay_method"]],
  ["samsung", { pay_method: "samsung" }, []],
  ["a Chinese window", { language: "zh" }, ["warning window/locale /language"]],
  ["words of the PC window", accept("noeasypay:cardpoint:SKIN(#fff):cardshowopt(11-3)"), []],
  [
    "a word that no page names",
    accept("noeasypay:fast"),
    ["info shape/pattern /bypass/acceptmethod"],
  ],
  ["words with =", accept("noeasypay=Y"), ["warning shape/pattern /bypass/acceptmethod"]],
  [
    "acceptmethod below inicis",
    { bypass: { inicis: { acceptmethod: "noeasypay" } } },
    ["warning shape/unknown-property /bypass/inicis/acceptmethod"],
  ],
  ["acceptmethod as list", accept(["noeasypay"]), ["error shape/type /bypass/acceptmethod"]],
  ["words of the phone's window", reserved("twotrs_bank=Y&iosapp=Y&cardshowopt=11:3"), []],
  [
    "P_RESERVED with colons",
    reserved("noeasypay:iosapp"),
    ["warning shape/pattern /bypass/P_RESERVED"],
  ],
  [
    "two ways back into the app",
    reserved("apprun_check=Y&app_scheme=shop://"),
    ["error bypass/exclusive /bypass/P_RESERVED"],
  ],
  [
    "apprun_check beside the argument",
    { ...reserved("apprun_check=Y"), app_scheme: "shop" },
    ["warning bypass/exclusive /bypass/P_RESERVED"],
  ],
  [
    "a transfer on a phone",
    { pay_method: "trans" },
    ["warning bypass/bank-transfer /bypass/P_RESERVED"],
  ],
  ["a transfer on a phone, said", { pay_method: "trans", ...reserved("twotrs_bank=Y") }, []],
  ["a transfer on a PC", { pay_method: "trans" }, [], pc],
  [
    "another authtype",
    { bypass: { inicis: { authtype: "02" } } },
    ["warning shape/enum /bypass/inicis/authtype"],
  ],
  [
    "a period without end",
    { period: { from: "20261201" } },
    ["error offer-period/form /period/to"],
  ],
  [
    "a period with hyphens",
    { period: { from: "2026-12-01", to: "2026-12-31" } },
    ["warning offer-period/form /period/from", "warning offer-period/form /period/to"],
  ],
  ["the list's own placeholder", { vbank_due: "YYYYMMDD" }, ["error shape/format /vbank_due"]],
  [
    "the list of the page",
    list([2, 3, 4, 5, 6]),
    ["info installment/list-up-to /display/card_quota"],
  ],
  ["a list with a gap", list([0, 2, 6]), ["warning installment/list-up-to /display/card_quota"]],
  ["the lump sum alone", list([0]), []],
  ["an empty list", list([]), []],
  ["a direct call without quota", { card: { direct: { code: "361" } } }, []],
  [
    "interest that the shop bears",
    { card: { interest_free: 6 } },
    ["info interest-free/contract /card/interest_free"],
  ],
  ["a zero-rated payment", { tax_free: 0, vat_amount: 0 }, ["info tax/zero-rate /vat_amount"]],
  ["a shop of mixed taxation", {}, ["error tax/tax-free /tax_free"], mixedTaxation],
  [
    "no redirect on a phone",
    { m_redirect_url: undefined },
    ["error checkout/redirect-url /m_redirect_url"],
    mobile,
  ],
  ["no redirect on a PC", { m_redirect_url: undefined }, [], pc],
]);

cases(
  "html5_inicis.v1.onetime",
  {
    pg: "html5_inicis",
    merchant_uid: "T1001",
    amount: 1004,
    card_number: "1234-1234-1234-1234",
    expiry: "2027-12",
    birth: "900101",
    pwd_2digit: "00",
    name: "머그컵",
    buyer_name: "이바다",
    buyer_email: "a@store.example",
    buyer_tel: "010",
  },
  [
    [
      "the guide's sample",
      { name: undefined, buyer_name: undefined, buyer_email: undefined, buyer_tel: undefined },
      [
        "error shape/required /buyer_email",
        "error shape/required /buyer_name",
        "error shape/required /buyer_tel",
        "error shape/required /name",
      ],
    ],
  ],
);

const store = {
  storeName: "空ストア",
  storeNameKana: "ソラストア",
  storeNameEn: "Sora Store",
  storeNameShort: "空",
  contactName: "空",
  email: "a@store.example",
  phoneNumber: "03-1234-5678",
  openingHours: { open: "09:00", close: "18:00" },
};
const japan = {
  ...order,
  currency: "JPY",
  amount: 6400,
  name: "Mug マグ 茶碗",
  popup: true,
  buyer_name: "Sora",
  storeDetails: store,
};
const cvs = { pay_method: "cvs", buyer_first_name_kana: "ハナ", buyer_last_name_kana: "キム" };

cases("inicis_jp.v1.request-pay", japan, [
  ["SBPS", { storeDetails: undefined, customer_id: "buyer-1" }, []],
  ["neither contract", { storeDetails: undefined }, ["warning shape/required /storeDetails"]],
  [
    "a long customer_id under SBPS",
    { storeDetails: undefined, customer_id: "b".repeat(31) },
    ["error shape/length /customer_id"],
  ],
  ["won", { currency: "KRW" }, ["error shape/enum /currency"]],
  ["no popup said", { popup: undefined }, ["error shape/required /popup"]],
  ["an iframe", { popup: false }, ["error window/popup /popup"]],
  ["an iframe on a phone", { popup: false }, [], mobile],
  ["a Korean name", { name: "머그컵" }, ["error shape/pattern /name"]],
  [
    "store details in part",
    { storeDetails: { ...store, email: undefined } },
    ["error shape/required /storeDetails/email"],
  ],
  [
    "opening hours without zero",
    { storeDetails: { ...store, openingHours: { open: "9:00", close: "18:00" } } },
    ["error shape/pattern /storeDetails/openingHours/open"],
  ],
  [
    "the kana name in kanji",
    { storeDetails: { ...store, storeNameKana: "空" } },
    ["error shape/pattern /storeDetails/storeNameKana"],
  ],
  [
    "the English name in kana",
    { storeDetails: { ...store, storeNameEn: "ソラ" } },
    ["error shape/pattern /storeDetails/storeNameEn"],
  ],
  [
    "the English name with digits",
    { storeDetails: { ...store, storeNameEn: "Sora 24" } },
    ["warning shape/pattern /storeDetails/storeNameEn"],
  ],
  [
    "a convenience store without names",
    { pay_method: "cvs", cvs: { payment_deadline: { valid_hours: 72 } } },
    ["error buyer/name /buyer_first_name_kana", "error buyer/name /buyer_last_name_kana"],
  ],
  ["a convenience store without deadline", cvs, ["error cvs/deadline /cvs/payment_deadline"]],
  [
    "the guide's two deadlines",
    {
      ...cvs,
      cvs: { payment_deadline: { valid_hours: 72, due_date: "2026-12-31T23:59:59+09:00" } },
    },
    [],
  ],
  [
    "hours that are no days",
    { ...cvs, cvs: { payment_deadline: { valid_hours: 30 } } },
    ["info cvs/deadline /cvs/payment_deadline/valid_hours"],
  ],
  [
    "hours as text",
    { ...cvs, cvs: { payment_deadline: { valid_hours: "72" } } },
    ["error shape/type /cvs/payment_deadline/valid_hours"],
  ],
  ["four months", list([0, 4]), ["error installment/range /display/card_quota/1"]],
  [
    "a colour",
    { bypass: { inicis_jp: { paymentUI: { colorTheme: "blue7" } } } },
    ["error shape/enum /bypass/inicis_jp/paymentUI/colorTheme"],
  ],
  [
    "an order number in Korean",
    { merchant_uid: "주문(1)" },
    ["warning shape/pattern /merchant_uid"],
  ],
]);
