import { type } from "arktype";
import { isCalendarDay, lists, patterns, rulesHold } from "../byHand.js";

const { gateway, scheme, url, day, moment } = patterns;
const text = /\S/;

function arkSchema() {
  const address = type(url);
  const date = (form: RegExp) => type(form).narrow(isCalendarDay);
  const months = type("0 | number.integer >= 2");
  return type({
    ...{
      "pg?": gateway,
      "channelKey?": "string",
      pay_method: type.enumerated(...lists.payMethods),
    },
    ...{ merchant_uid: type(text).and("string <= 40"), "name?": "string <= 40" },
    ...{
      "amount?": "number >= 0",
      "tax_free?": "number >= 0",
      "vat_amount?": "number >= 0 | null",
    },
    ...{ buyer_name: text, "buyer_email?": "string", "buyer_tel?": "string" },
    ...{ "buyer_addr?": "string", "buyer_postcode?": "string", "app_scheme?": scheme },
    ...{ "m_redirect_url?": address, "notice_url?": address.or(address.array()) },
    ...{ "confirm_url?": address, currency: "'KRW' | 'USD'", "escrow?": "boolean" },
    ...{ "digital?": "boolean", "popup?": "boolean", "vbank_due?": date(moment) },
    "period?": { "from?": date(day), "to?": date(day), "interval?": "string" },
    "display?": { "card_quota?": months.array() },
    "card?": {
      "direct?": { "code?": type.enumerated(...lists.codes), "quota?": months },
      "useInstallment?": "boolean",
      "detail?": type({
        ...{
          "card_code?": type.enumerated(...lists.cards),
          "enabled?": "boolean",
          "max_month?": "number",
        },
      }).array(),
    },
    "storeDetails?": {
      ...{ "businessName?": "string", "ceoFullName?": "string", "address?": "string" },
      ...{ "phoneNumber?": "string", "businessRegistrationNumber?": /^[0-9]+$/ },
    },
    "bypass?": {
      ...{ "cashReceiptType?": "string", "customerIdentifier?": "string" },
      "isCulturalExpense?": "boolean",
      "ksnet?": {
        ...{ "sndQpayType?": "'0' | '1'", "tcode?": "string", "url?": address },
        ...{ "easyPayDirect?": "boolean", "sndKakaopayType?": "'CARD' | 'MONEY'" },
      },
    },
    ...{ "useFreeInterestFromMall?": "boolean", "appCard?": "boolean", "language?": "string" },
    ...{ "products?": "object[]", "biz_num?": "string" },
    ...{ "channelGroupId?": "string", "promotion_id?": "string", "customer_id?": "string" },
    ...{ "company?": "string", "company_en?": "string", "naverChainId?": "string" },
    "useCardPoint?": "boolean",
    "phone?": {
      "carrier?": "string",
      "detail?": type({ "carrier?": "string", "enabled?": "boolean" }).array(),
    },
    "prefill?": { "phoneNumber?": "string" },
  } as never).narrow(rulesHold as never) as unknown as { allows(payload: unknown): boolean };
}

const schema = arkSchema();

export const arktypeAccepts = (payload: unknown): boolean => schema.allows(payload);
