import { type TProperties, Type } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import { lists, patterns, rulesHold } from "../byHand.js";

const { gateway, scheme, url, day, moment } = patterns;

function typeboxCheck() {
  const address = Type.String({ pattern: url.source.replace("https?", "[Hh][Tt][Tt][Pp][Ss]?") });
  const flag = Type.Optional(Type.Boolean());
  const words = Type.Optional(Type.String());
  const amount = Type.Optional(Type.Number({ minimum: 0 }));
  const loose = (properties: TProperties) => Type.Optional(Type.Object(properties));
  const date = (form: RegExp) => Type.Optional(Type.String({ pattern: form.source }));
  const oneOf = (values: readonly string[]) =>
    Type.Union(values.map((value) => Type.Literal(value)));
  const months = Type.Union([Type.Literal(0), Type.Integer({ minimum: 2 })]);
  const shape = TypeCompiler.Compile(
    Type.Object({
      ...{ pg: Type.Optional(Type.String({ pattern: gateway.source })), channelKey: words },
      ...{
        pay_method: oneOf(lists.payMethods),
        merchant_uid: Type.String({ pattern: "\\S", maxLength: 40 }),
      },
      ...{ name: Type.Optional(Type.String({ maxLength: 40 })), amount, tax_free: amount },
      ...{
        vat_amount: Type.Optional(Type.Union([Type.Null(), Type.Number({ minimum: 0 })])),
        buyer_name: Type.String({ pattern: "\\S" }),
        buyer_email: words,
      },
      ...{ buyer_tel: words, buyer_addr: words, buyer_postcode: words },
      ...{ app_scheme: Type.Optional(Type.String({ pattern: scheme.source })) },
      ...{ m_redirect_url: Type.Optional(address), confirm_url: Type.Optional(address) },
      notice_url: Type.Optional(Type.Union([address, Type.Array(address)])),
      ...{ currency: oneOf(["KRW", "USD"]), escrow: flag, digital: flag, popup: flag },
      ...{
        vbank_due: date(moment),
        period: loose({ from: date(day), to: date(day), interval: words }),
      },
      display: loose({ card_quota: Type.Optional(Type.Array(months)) }),
      card: loose({
        direct: loose({ code: Type.Optional(oneOf(lists.codes)), quota: Type.Optional(months) }),
        useInstallment: flag,
        detail: Type.Optional(
          Type.Array(
            Type.Object({
              card_code: Type.Optional(oneOf(lists.cards)),
              enabled: flag,
              max_month: Type.Optional(Type.Number()),
            }),
          ),
        ),
      }),
      storeDetails: loose({
        ...{ businessName: words, ceoFullName: words, address: words, phoneNumber: words },
        businessRegistrationNumber: Type.Optional(Type.String({ pattern: "^[0-9]+$" })),
      }),
      bypass: loose({
        ...{ cashReceiptType: words, customerIdentifier: words, isCulturalExpense: flag },
        ksnet: loose({
          ...{ sndQpayType: Type.Optional(oneOf(["0", "1"])), tcode: words, easyPayDirect: flag },
          ...{
            url: Type.Optional(address),
            sndKakaopayType: Type.Optional(oneOf(["CARD", "MONEY"])),
          },
        }),
      }),
      ...{ useFreeInterestFromMall: flag, appCard: flag, language: words },
      ...{ products: Type.Optional(Type.Array(Type.Object({}))), biz_num: words },
      ...{ channelGroupId: words, promotion_id: words, customer_id: words, company: words },
      ...{ company_en: words, naverChainId: words, useCardPoint: flag },
      phone: loose({
        carrier: words,
        detail: Type.Optional(Type.Array(Type.Object({ carrier: words, enabled: flag }))),
      }),
      prefill: loose({ phoneNumber: words }),
    }),
  );
  return (payload: unknown) => shape.Check(payload) && rulesHold(payload as object);
}

/** TypeBox has no word for a day of the calendar. */
export const typeboxAccepts = typeboxCheck();
