import { validators } from "paylint";
import {
  defineRequestPay,
  type IssuerCode,
  issuers,
  type RequestPay,
  type RequestPayFor,
  requestPay,
} from "paylint/ksnet/v1";
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
