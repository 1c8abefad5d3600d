import {
  type Callback,
  callback,
  defineBillingKey,
  defineCancel,
  defineExternalReceipt,
  defineOnetime,
  defineRequestPay,
  defineSchedule,
  defineUnschedule,
  type IssuerCode,
  issuers,
  type Onetime,
  onetime,
  paymentOutcome,
  type RequestPay,
  type RequestPayFor,
  readForm,
  requestPay,
} from "paylint/ksnet/v1";
import { validators } from "../../dist/generated/validators.js";
import { base, site, storeDetails } from "./base.js";

defineRequestPay(base);
defineRequestPay({
  ...base,
  currency: "USD",
  display: { card_quota: [0, 3] },
  custom_data: { any: [1] },
});
defineRequestPay({ ...base, notice_url: ["https://a.example"], card: { direct: {} } });
defineRequestPay({ ...base, card: { direct: { code: "045" } }, display: { card_quota: [0] } });
defineRequestPay({
  ...base,
  card: { direct: { code: "381" } },
  storeDetails,
  display: { card_quota: [0] },
});
defineRequestPay({
  ...base,
  buyer_tel: "010",
  card: { direct: { code: "361" } },
  bypass: { ksnet: { tcode: "skt" } },
});
const hyundai = defineRequestPay({
  ...base,
  card: { direct: { code: "367" } },
  storeDetails,
  bypass: site,
});
hyundai.storeDetails.businessName satisfies string;
hyundai.card.direct.code satisfies "367";
hyundai satisfies RequestPayFor<"367">;
hyundai satisfies RequestPay;

// For PC alone neither the redirect nor the carrier is needed.
const { m_redirect_url: _, ...onPc } = base;
defineRequestPay({ ...onPc, card: { direct: { code: "361" } } }, "pc");
const whole: RequestPay = {
  ...base,
  card: { direct: { code: "367" } },
  storeDetails,
  bypass: site,
};
requestPay.parse(whole) satisfies RequestPay;
requestPay.parse({}, { environment: "pc" }) satisfies RequestPay<"pc">;

declare const unknown: unknown;
if (requestPay.is(unknown)) unknown.merchant_uid satisfies string;
if (requestPay.is(unknown, { environment: "pc" })) unknown satisfies RequestPay<"pc">;
issuers.map(({ code }) => code) satisfies IssuerCode[];
validators["ksnet.v1.request-pay"].check(unknown).diagnostics[0]?.severity satisfies
  | "error"
  | "warning"
  | "info"
  | undefined;

const once = defineOnetime({
  merchant_uid: "o-1",
  amount: 1,
  card_number: "0000-0000-0000-0000",
  expiry: "2030-12",
  buyer_name: "b",
  product_type: "real",
  bypass: "{}",
});
once satisfies Onetime;
onetime.parse(once) satisfies Onetime;
defineBillingKey({ card_number: "c", expiry: "2030-12", birth: "900101", pwd_2digit: "00" });
defineCancel({ imp_uid: "imp_1" });
defineUnschedule({ customer_uid: "c", merchant_uid: ["o-1"] });
defineExternalReceipt({
  pg: "ksnet",
  name: "n",
  amount: 1,
  identifier: "1",
  buyer_name: "b",
  product_type: "digital",
});
defineSchedule({
  customer_uid: "c",
  schedules: [
    {
      merchant_uid: "o",
      schedule_at: 1,
      currency: "KRW",
      amount: 1,
      name: "n",
      buyer_name: "b",
      product_type: "real",
    },
  ],
});
const query = readForm(callback, new URLSearchParams("?imp_uid=imp_1"));
if (callback.is(query)) query satisfies Callback;
const result = paymentOutcome(unknown, { amount: 9900, orderId: "o-1" });
if (result.outcome === "wrong-amount") result.received satisfies number;
if (result.outcome === "failed") result.reason satisfies string | undefined;
