import * as v from "valibot";
import { isCalendarDay, lists, patterns, rulesHold } from "../byHand.js";

const { gateway, scheme, url, day, moment } = patterns;
const text = /\S/;

function valibotSchema() {
  const address = v.pipe(v.string(), v.regex(url));
  const flag = v.optional(v.boolean());
  const words = v.optional(v.string());
  const amount = v.optional(v.pipe(v.number(), v.finite(), v.minValue(0)));
  const date = (form: RegExp) =>
    v.optional(v.pipe(v.string(), v.regex(form), v.check(isCalendarDay)));
  const months = v.union([v.literal(0), v.pipe(v.number(), v.integer(), v.minValue(2))]);
  return v.pipe(
    v.looseObject({
      ...{ pg: v.optional(v.pipe(v.string(), v.regex(gateway))), channelKey: words },
      pay_method: v.picklist(lists.payMethods),
      merchant_uid: v.pipe(v.string(), v.regex(text), v.maxLength(40)),
      ...{ name: v.optional(v.pipe(v.string(), v.maxLength(40))), amount, tax_free: amount },
      ...{
        vat_amount: v.nullable(amount),
        buyer_name: v.pipe(v.string(), v.regex(text)),
        buyer_email: words,
      },
      ...{ buyer_tel: words, buyer_addr: words, buyer_postcode: words },
      ...{
        app_scheme: v.optional(v.pipe(v.string(), v.regex(scheme))),
        m_redirect_url: v.optional(address),
      },
      ...{
        notice_url: v.optional(v.union([address, v.array(address)])),
        confirm_url: v.optional(address),
      },
      ...{ currency: v.picklist(["KRW", "USD"]), escrow: flag, digital: flag, popup: flag },
      vbank_due: date(moment),
      period: v.optional(v.looseObject({ from: date(day), to: date(day), interval: words })),
      display: v.optional(v.looseObject({ card_quota: v.optional(v.array(months)) })),
      card: v.optional(
        v.looseObject({
          direct: v.optional(
            v.looseObject({ code: v.optional(v.picklist(lists.codes)), quota: v.optional(months) }),
          ),
          useInstallment: flag,
          detail: v.optional(
            v.array(
              v.looseObject({
                card_code: v.optional(v.picklist(lists.cards)),
                enabled: flag,
                max_month: v.optional(v.number()),
              }),
            ),
          ),
        }),
      ),
      storeDetails: v.optional(
        v.looseObject({
          ...{ businessName: words, ceoFullName: words, address: words, phoneNumber: words },
          businessRegistrationNumber: v.optional(v.pipe(v.string(), v.regex(/^[0-9]+$/))),
        }),
      ),
      bypass: v.optional(
        v.looseObject({
          ...{ cashReceiptType: words, customerIdentifier: words, isCulturalExpense: flag },
          ksnet: v.optional(
            v.looseObject({
              ...{ sndQpayType: v.optional(v.picklist(["0", "1"])), tcode: words },
              ...{ url: v.optional(address), easyPayDirect: flag },
              sndKakaopayType: v.optional(v.picklist(["CARD", "MONEY"])),
            }),
          ),
        }),
      ),
      ...{ useFreeInterestFromMall: flag, appCard: flag, language: words },
      ...{ products: v.optional(v.array(v.looseObject({}))), biz_num: words },
      ...{ channelGroupId: words, promotion_id: words, customer_id: words, company: words },
      ...{ company_en: words, naverChainId: words, useCardPoint: flag },
      phone: v.optional(
        v.looseObject({
          carrier: words,
          detail: v.optional(v.array(v.looseObject({ carrier: words, enabled: flag }))),
        }),
      ),
      prefill: v.optional(v.looseObject({ phoneNumber: words })),
    }),
    v.check((payload) => rulesHold(payload)),
  );
}

const schema = valibotSchema();

export const valibotAccepts = (payload: unknown): boolean => v.is(schema, payload);
