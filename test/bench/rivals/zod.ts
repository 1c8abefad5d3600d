import { z } from "zod";
import { isCalendarDay, lists, patterns, rulesHold } from "../byHand.js";

const { gateway, scheme, url, day, moment } = patterns;
const text = /\S/;

function zodSchema() {
  const address = z.string().regex(url);
  const flag = z.boolean().optional();
  const words = z.string().optional();
  const amount = z.number().min(0).optional();
  const date = (form: RegExp) => z.string().regex(form).refine(isCalendarDay).optional();
  const months = z.union([z.literal(0), z.number().int().min(2)]);
  return z
    .looseObject({
      ...{ pg: z.string().regex(gateway).optional(), channelKey: words },
      ...{ pay_method: z.enum(lists.payMethods), merchant_uid: z.string().regex(text).max(40) },
      ...{
        name: z.string().max(40).optional(),
        amount,
        tax_free: amount,
        vat_amount: amount.nullable(),
      },
      ...{ buyer_name: z.string().regex(text), buyer_email: words, buyer_tel: words },
      ...{
        buyer_addr: words,
        buyer_postcode: words,
        app_scheme: z.string().regex(scheme).optional(),
      },
      ...{
        m_redirect_url: address.optional(),
        notice_url: z.union([address, z.array(address)]).optional(),
      },
      ...{ confirm_url: address.optional(), currency: z.enum(["KRW", "USD"]), escrow: flag },
      ...{ digital: flag, popup: flag, vbank_due: date(moment) },
      period: z.looseObject({ from: date(day), to: date(day), interval: words }).optional(),
      display: z.looseObject({ card_quota: z.array(months).optional() }).optional(),
      card: z
        .looseObject({
          direct: z
            .looseObject({ code: z.enum(lists.codes).optional(), quota: months.optional() })
            .optional(),
          useInstallment: flag,
          detail: z
            .array(
              z.looseObject({
                card_code: z.enum(lists.cards).optional(),
                enabled: flag,
                max_month: z.number().optional(),
              }),
            )
            .optional(),
        })
        .optional(),
      storeDetails: z
        .looseObject({
          ...{ businessName: words, ceoFullName: words, address: words, phoneNumber: words },
          businessRegistrationNumber: z
            .string()
            .regex(/^[0-9]+$/)
            .optional(),
        })
        .optional(),
      bypass: z
        .looseObject({
          ...{ cashReceiptType: words, customerIdentifier: words, isCulturalExpense: flag },
          ksnet: z
            .looseObject({
              ...{
                sndQpayType: z.enum(["0", "1"]).optional(),
                tcode: words,
                url: address.optional(),
              },
              ...{ easyPayDirect: flag, sndKakaopayType: z.enum(["CARD", "MONEY"]).optional() },
            })
            .optional(),
        })
        .optional(),
      ...{ useFreeInterestFromMall: flag, appCard: flag, language: words },
      ...{ products: z.array(z.looseObject({})).optional(), biz_num: words },
      ...{ channelGroupId: words, promotion_id: words, customer_id: words, company: words },
      ...{ company_en: words, naverChainId: words, useCardPoint: flag },
      phone: z
        .looseObject({
          carrier: words,
          detail: z.array(z.looseObject({ carrier: words, enabled: flag })).optional(),
        })
        .optional(),
      prefill: z.looseObject({ phoneNumber: words }).optional(),
    })
    .refine(rulesHold);
}

const schema = zodSchema();

export const zodAccepts = (payload: unknown): boolean => schema.safeParse(payload).success;
