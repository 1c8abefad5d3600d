import { cases, mobile, order, pc } from "../cases.js";

const plain = {
  ...order,
  buyer_name: "이바다",
  buyer_tel: "010-1234-5678",
  display: { card_quota: [0, 2, 3] },
};
const own = (more: object) => ({ bypass: { welcome: more } });
const direct = (code: string, quota?: number) => ({
  display: undefined,
  card: { direct: quota === undefined ? { code } : { code, quota } },
});
const phone = { pay_method: "phone", digital: false, display: undefined };

cases("welcome.v1.request-pay", plain, [
  ["an id of the buyer", { customer_id: "b-1" }, []],
  ["no telephone", { buyer_tel: undefined }, ["error buyer/contact /buyer_tel"]],
  ["no telephone on a phone", { buyer_tel: undefined }, [], mobile],
  ["no name of the buyer", { buyer_name: undefined }, ["error shape/required /buyer_name"]],
  ["dollars", { currency: "USD" }, ["error shape/enum /currency"]],
  ["a phone without digital", { ...phone, digital: undefined }, ["error phone/digital /digital"]],
  ["an account without deadline", { pay_method: "vbank" }, ["warning vbank/due /vbank_due"]],
  ["escrow by phone", { ...phone, escrow: true }, ["warning escrow/method /escrow"]],
  ["a direct call", direct("361", 0), []],
  [
    "a direct call without quota",
    direct("361"),
    ["error installment/direct-fixed /card/direct/quota"],
  ],
  [
    "a direct call with a list",
    { ...direct("361", 3), display: { card_quota: [0] } },
    ["error installment/direct-list /display/card_quota"],
  ],
  [
    "48 months",
    { display: { card_quota: [0, 48] } },
    ["error installment/maximum /display/card_quota/1"],
  ],
  ["48 months on a PC", { display: { card_quota: [0, 48] } }, [], pc],
  [
    "no list on a PC",
    { display: undefined },
    ["warning installment/lump-sum /display/card_quota"],
    pc,
  ],
  ["no list on a phone", { display: undefined }, [], mobile],
  ["no list for a small amount", { display: undefined, amount: 9000 }, []],
  [
    "KakaoBank in three months",
    direct("090", 3),
    ["warning installment/lump-sum /card/direct/quota"],
  ],
  ["no points", { useCardPoint: false }, ["error card-point/off /useCardPoint"]],
  ["points", { useCardPoint: true }, []],
  [
    "a personal receipt",
    {
      pay_method: "trans",
      bypass: { cashReceiptType: "personal", customerIdentifier: "010-1234-5678" },
    },
    [
      "error shape/enum /bypass/cashReceiptType",
      "warning shape/unsupported /bypass/customerIdentifier",
    ],
  ],
  ["VAT of a tenth", { vat_amount: 8000 }, []],
  ["VAT above a tenth", { vat_amount: 8001 }, ["error tax/vat-share /vat_amount"]],
  ["an interval", { period: { interval: "1m" } }, []],
  [
    "an interval that is none",
    { period: { interval: "month" } },
    ["error offer-period/form /period/interval"],
  ],
  [
    "an interval with dates",
    { period: { interval: "1m", from: "20261201", to: "20261231" } },
    ["error offer-period/form /period/from", "error offer-period/form /period/to"],
  ],
  ["dates with time", { period: { from: "2026-12-01 00:00:00", to: "20261231235959" } }, []],
  ["a begin alone", { period: { from: "20261201" } }, ["error offer-period/form /period/to"]],
  [
    "a period of a phone payment",
    { ...phone, period: { interval: "1m" } },
    ["warning offer-period/ignored /period"],
  ],
  ["500 won", { amount: 500, display: undefined }, ["error amount/minimum /amount"]],
  [
    "500 won on a PC, said",
    { amount: 500, display: undefined, ...own({ acceptmethod: ["below1000"] }) },
    [],
    pc,
  ],
  [
    "500 won anywhere, said for a PC",
    { amount: 500, display: undefined, ...own({ acceptmethod: ["below1000"] }) },
    ["error amount/minimum /amount"],
  ],
  [
    "500 won anywhere, said",
    {
      amount: 500,
      display: undefined,
      ...own({ acceptmethod: ["below1000"], P_RESERVED: ["below1000=Y"] }),
    },
    [],
  ],
  ["500 won by transfer", { amount: 500, pay_method: "trans", display: undefined }, []],
  [
    "the guide's carrier",
    own({ acceptmethod: ["hppdefaultcorp(KT)"], P_RESERVED: ["hpp_default_corp=KT"] }),
    [
      "warning shape/pattern /bypass/welcome/P_RESERVED/0",
      "warning shape/pattern /bypass/welcome/acceptmethod/0",
    ],
  ],
  [
    "the guide's hppnofix",
    own({ P_RESERVED: ["hppnofix=Y"] }),
    ["warning shape/pattern /bypass/welcome/P_RESERVED/0"],
  ],
  [
    "options as text",
    own({ acceptmethod: "below1000" }),
    ["error shape/type /bypass/welcome/acceptmethod"],
  ],
  [
    "card options in both forms",
    own({ P_CARD_OPTION: { selcode: "14" }, P_ONLY_EASYPAYCODE: "KAKAOPAY:NPAY" }),
    [],
  ],
  [
    "carriers and a default",
    {
      ...phone,
      phone: { detail: [{ carrier: "SKT", enabled: true }] },
      ...own({ acceptmethod: ["hppdefaultcorp(SKT)"] }),
    },
    ["warning carrier/list-and-default /phone/detail"],
  ],
  [
    "a billing key without method",
    { customer_uid: "u-1", amount: 0, display: undefined, pay_method: undefined },
    ["error billing/pay-method /pay_method"],
  ],
  [
    "a billing key of a transfer",
    { customer_uid: "u-1", amount: 0, display: undefined, pay_method: "trans" },
    ["error billing/pay-method /pay_method"],
  ],
  ["a billing key of a card", { customer_uid: "u-1" }, ["info billing/no-charge /amount"]],
  ["a billing key of a phone", { ...phone, customer_uid: "u-1" }, ["info billing/charges /amount"]],
  [
    "a billing key with exempt part",
    { customer_uid: "u-1", amount: 0, display: undefined, tax_free: 0 },
    ["warning shape/unsupported /tax_free"],
  ],
  ["the guide's amount", { amount: "50000" }, ["error shape/type /amount"]],
]);

cases("welcome.v1.cancel", { imp_uid: "imp_1", amount: 1000, checksum: 1000 }, [
  [
    "a refund without telephone",
    { refund_holder: "이바다", refund_bank: "04", refund_account: "1234567890" },
    ["error cancel/refund-account /refund_tel"],
  ],
]);
