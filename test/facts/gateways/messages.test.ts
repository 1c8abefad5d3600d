import { loadValidator } from "paylint";
import { expect, it } from "vitest";
import { order } from "./cases.js";

type Payload = Readonly<Record<string, unknown>>;

const messageOf = async (kind: string, change: Payload, rule: string, locale: "en" | "ko") => {
  const validator = await loadValidator(kind as "portone.v1.request-pay");
  const { diagnostics } = validator.check({ ...order, ...change }, { locale });
  return diagnostics.find((one) => one.rule === rule)?.message;
};

it.each<[title: string, kind: string, change: Payload, rule: string, message: string]>([
  [
    "A value that the guide does not show may work.",
    "kcp.v1.request-pay",
    { auth_mode: "3d" },
    "shape/enum",
    `auth_mode is "3d", but NHN KCP's guide shows only key-in. Make sure that it works.`,
  ],
  [
    "Numbers and the same numbers as texts are listed once.",
    "daou.v1.request-pay",
    { pay_method: "trans", digital: false, bypass: { daou: { CASHRECEIPTFLAG: "Y" } } },
    "shape/enum",
    `bypass.daou.CASHRECEIPTFLAG is "Y", but Kiwoom Pay (Daou Data)'s guide shows only 1, 0. Make sure that it works.`,
  ],
  [
    "A value with and without its prefix is listed once.",
    "kpn.v2.request-payment",
    { payMethod: "EASY_PAY", easyPay: { easyPayProvider: "SSGPAY" } },
    "shape/enum",
    'easyPay.easyPayProvider is "SSGPAY", which Korea Payment Networks does not support. Use one of KAKAOPAY, NAVERPAY, SAMSUNGPAY, TOSSPAY, PAYCO.',
  ],
  [
    "A window that always leaves the page is not said to do so on phones only.",
    "inicis_jp.v2.request-payment",
    {},
    "checkout/redirect-url",
    "redirectUrl is missing or blank. KG Inicis Japan's window leaves the page even on a PC, and the result is sent to redirectUrl. Add redirectUrl.",
  ],
  [
    "A currency that counts as won is not refused.",
    "kicc_v2.v1.request-pay",
    { pay_method: "wechat", currency: "EUR" },
    "shape/enum",
    'currency is "EUR", which KICC EasyPay (overseas) counts as KRW. Pass KRW or USD.',
  ],
  [
    "A gateway without billing keys does not send the reader to an API.",
    "eximbay.v1.request-pay",
    { customer_uid: "u-1" },
    "checkout/no-billing-key",
    "customer_uid is given, but Eximbay issues no billing keys. Remove it.",
  ],
  [
    "What a value needs is named.",
    "nice.v1.request-pay",
    { bypass: { CardShowOpt: "08:3" } },
    "bypass/needs",
    "bypass.CardShowOpt is read only on phones, and only together with niceMobileV2: true. Add niceMobileV2: true, or remove bypass.CardShowOpt.",
  ],
  [
    "A range says nothing of arrays.",
    "kcp.v1.request-pay",
    { display: { card_quota: [0, 3] } },
    "installment/list-up-to",
    "NHN KCP shows every month up to the greatest in display.card_quota. Buyers can choose the months that the list leaves out; make sure that the greatest one is meant.",
  ],
  [
    "Pages that disagree are not taken for a refusal.",
    "kcp_billing.v1.request-pay",
    { customer_uid: "u-1", customer_id: "b-1", merchant_uid: undefined },
    "shape/required",
    "merchant_uid is missing or blank. PortOne's pages disagree on whether it is needed. Pass it.",
  ],
  [
    "Nor is a mark that the words beside it take back.",
    "tosspayments.v1.billing-key",
    { card_number: "0000-0000-0000-0000", expiry: "2031-01" },
    "shape/required",
    "customer_id is missing or blank. PortOne's pages disagree on whether it is needed. Pass it.",
  ],
  [
    "An order number that is cut is not refused.",
    "smartro_v2.v1.request-pay",
    { merchant_uid: "T".repeat(41) },
    "shape/length",
    "merchant_uid has 41 characters, but Smartro (new module) cuts it after 40. Shorten it.",
  ],
  [
    "A limit of the guide does not say what is kept.",
    "nice_v2.v1.request-pay",
    { name: "가".repeat(21) },
    "text/byte-length",
    "name takes 42 bytes in EUC-KR, but NICE Payments (new module)'s guide allows 40. Shorten it.",
  ],
  [
    "A gateway that takes EUC-KR only gives its own reason.",
    "daou.v1.request-pay",
    { name: "Mug 🎁" },
    "text/euc-kr",
    "name contains 🎁 (U+1F381), which EUC-KR cannot represent, but Kiwoom Pay (Daou Data) accepts EUC-KR only. Replace it.",
  ],
])("The message is worded for its case: %s", async (_title, kind, change, rule, message) => {
  expect(await messageOf(kind, change, rule, "en")).toBe(message);
  expect(await messageOf(kind, change, rule, "ko")).toMatch(/(?:세요|야 합니다)(?:: .+)?\.$/);
});
