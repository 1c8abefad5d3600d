import { cases, mobile, order, pc } from "../cases.js";

const direct = (code: string, quota?: number) => ({
  company: "하늘상점",
  card: { direct: quota === undefined ? { code } : { code, quota } },
});
const list = (card_quota: number[]) => ({ display: { card_quota } });
const product = { orderNumber: "1", name: "머그컵", quantity: 1, amount: 80000 };

cases("kcp.v1.request-pay", order, [
  ["the guide's plain sample", { auth_mode: "key-in" }, []],
  ["another auth_mode", { auth_mode: "3d" }, ["warning shape/enum /auth_mode"]],
  ["a fraction", { amount: 80000.5 }, ["error shape/type /amount"]],
  [
    "a phone",
    { pay_method: "phone", digital: true },
    ["error buyer/member-id /bypass/shop_user_id", "error buyer/name /buyer_name"],
  ],
  [
    "a phone without digital",
    { pay_method: "phone", buyer_name: "이바다", bypass: { shop_user_id: "m-1" } },
    ["warning phone/digital /digital"],
  ],
  [
    "a gift certificate",
    { pay_method: "happymoney" },
    ["error buyer/member-id /bypass/shop_user_id"],
  ],
  ["points", { pay_method: "point" }, ["error point/member-code /bypass/pt_memcorp_cd"]],
  ["samsungpay", { pay_method: "samsungpay" }, ["error shape/enum /pay_method"]],
  ["escrow of one product", { escrow: true }, ["info escrow/products-missing /kcpProducts"]],
  [
    "escrow of several",
    { escrow: true, kcpProducts: [product, { ...product, name: undefined }] },
    ["error escrow/products /kcpProducts/1/name"],
  ],
  ["the page's list", list([2, 3, 4, 5, 6]), ["info installment/list-up-to /display/card_quota"]],
  ["a list with a gap", list([0, 3]), ["warning installment/list-up-to /display/card_quota"]],
  ["points of the issuer", direct("381", 63), []],
  ["points of the issuer alone", direct("381", 60), []],
  ["Hyundai's points", direct("367", 83), []],
  [
    "Hyundai with the others' points",
    direct("367", 63),
    ["warning direct/points /card/direct/quota"],
  ],
  [
    "Kookmin with Hyundai's points",
    direct("381", 83),
    ["warning direct/points /card/direct/quota"],
  ],
  [
    "points where no page knows them",
    direct("090", 62),
    ["warning direct/points /card/direct/quota"],
  ],
  [
    "Points do not make an installment of one month.",
    direct("381", 61),
    ["warning installment/range /card/direct/quota"],
  ],
  [
    "Hyundai's points do not make an installment of one month.",
    direct("367", 81),
    ["warning installment/range /card/direct/quota"],
  ],
  ["points without installments of a small amount", { ...direct("381", 60), amount: 9000 }, []],
  [
    "points with installments of a small amount",
    { ...direct("381", 63), amount: 9000 },
    ["warning installment/minimum-amount /amount"],
  ],
  [
    "a direct call without company",
    { card: { direct: { code: "361" } } },
    ["info direct/company /company"],
  ],
  ["app_flag of Kookmin", { ...direct("381", 0), bypass: { app_flag: "Y" } }, []],
  [
    "app_flag of another",
    { ...direct("361", 0), bypass: { app_flag: "Y" } },
    ["warning direct/app-flag /bypass/app_flag"],
  ],
  [
    "app_flag S on a PC",
    { ...direct("381", 0), bypass: { app_flag: "S" } },
    ["warning direct/app-flag /bypass/app_flag"],
    pc,
  ],
  ["app_flag S on a phone", { ...direct("381", 0), bypass: { app_flag: "S" } }, [], mobile],
  ["a skin as number", { bypass: { skin_indx: 6 } }, ["warning shape/type /bypass/skin_indx"]],
  ["a skin that is none", { bypass: { skin_indx: "12" } }, ["error shape/enum /bypass/skin_indx"]],
  [
    "its keys below kcp",
    { bypass: { kcp: { shop_user_id: "m-1" } } },
    ["warning shape/unknown-property /bypass/kcp"],
  ],
  [
    "a deadline with hyphens",
    { pay_method: "vbank", vbank_due: "2026-12-31" },
    ["warning shape/format /vbank_due"],
  ],
  ["a billing key", { customer_uid: "u-1" }, ["error checkout/no-billing-key /customer_uid"]],
]);

const billing = {
  channelKey: order.channelKey,
  merchant_uid: "T1001",
  amount: 0,
  customer_uid: "u-1",
  m_redirect_url: order.m_redirect_url,
};
cases("kcp_billing.v1.request-pay", billing, [
  ["no customer_uid", { customer_uid: undefined }, ["error shape/required /customer_uid"]],
  ["an amount", { amount: 1000 }, ["info billing/no-charge /amount"]],
  ["a transfer", { pay_method: "trans" }, ["error billing/pay-method /pay_method"]],
  [
    "no date of birth",
    { bypass: { batch_birth_day_yn: "N" } },
    ["warning shape/enum /bypass/batch_birth_day_yn"],
  ],
]);

const quick = (more: object) => ({
  bypass: { kcpQuick: { actionType: "Pay", encryptedCI: "0a1b", memberID: "m-1", ...more } },
});
const pay = { ...order, customer_uid: "u-1", ...quick({}) };
const lookUp = { tradeId: "1", tradeNo: "1", point: 100, useDt: "20261201", btid: "1" };
cases("kcp_quick.v1.request-pay", pay, [
  [
    "A look-up of a payment in a shop needs neither an order number nor the buyer's CI.",
    {
      merchant_uid: undefined,
      bypass: {
        kcpQuick: {
          actionType: "PrepaidOfflinePaymentInfo",
          memberID: "m-1",
          prepaidOfflinePaymentInfoRequest: lookUp,
        },
      },
    },
    [],
  ],
  [
    "A payment needs an order number.",
    { merchant_uid: undefined },
    ["error shape/required /merchant_uid"],
  ],
  [
    "the id of every sample",
    quick({ memberID: "use_your_unique_id" }),
    ["error shape/length /bypass/kcpQuick/memberID"],
  ],
  [
    "no action",
    quick({ actionType: undefined }),
    ["error shape/required /bypass/kcpQuick/actionType"],
  ],
  [
    "another action",
    quick({ actionType: "Refund" }),
    ["error shape/enum /bypass/kcpQuick/actionType"],
  ],
  ["a payment without means", { customer_uid: undefined }, ["info quick/by-action /customer_uid"]],
  ["a payment without amount", { amount: undefined }, ["error quick/by-action /amount"]],
  [
    "a registration without key",
    { ...quick({ actionType: "Register" }), customer_uid: undefined },
    ["error quick/by-action /customer_uid"],
  ],
  [
    "a plain CI",
    quick({ encryptedCI: undefined, memberCI: "ci" }),
    [
      "error quick/member-ci /bypass/kcpQuick/memberCI",
      "error shape/required /bypass/kcpQuick/encryptedCI",
    ],
  ],
  ["both CIs", quick({ memberCI: "ci" }), ["warning quick/member-ci /bypass/kcpQuick/memberCI"]],
  [
    "a version with dots",
    quick({ sdkVersion: "1.0" }),
    ["error shape/pattern /bypass/kcpQuick/sdkVersion"],
  ],
  [
    "FIDO without version",
    quick({ actionType: "RegisterFido" }),
    ["warning quick/sdk-version /bypass/kcpQuick/sdkVersion"],
  ],
  [
    "a look-up without what it looks up",
    {
      ...quick({ actionType: "PrepaidOfflinePaymentInfo", encryptedCI: undefined }),
      merchant_uid: undefined,
      m_redirect_url: undefined,
    },
    ["warning quick/by-action /bypass/kcpQuick/prepaidOfflinePaymentInfoRequest"],
  ],
]);
