import { readFileSync } from "node:fs";
import { type TProperties, Type } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type } from "arktype";
import * as v from "valibot";
import { z } from "zod";
import { isCalendarDay, lists, patterns, rulesHold } from "./byHand.js";

/** Other validators, given the shape in their own words and the rules between values as one function. */

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
      ...{ name: z.string().max(40).optional(), amount, tax_free: amount, vat_amount: amount },
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
      period: z.looseObject({ from: date(day), to: date(day) }).optional(),
      display: z.looseObject({ card_quota: z.array(months).optional() }).optional(),
      card: z
        .looseObject({
          direct: z
            .looseObject({ code: z.enum(lists.codes).optional(), quota: months.optional() })
            .optional(),
          useInstallment: flag,
          detail: z
            .array(
              z.looseObject({ card_code: words, enabled: flag, max_month: z.number().optional() }),
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
    })
    .refine(rulesHold);
}

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
      ...{ vat_amount: amount, buyer_name: v.pipe(v.string(), v.regex(text)), buyer_email: words },
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
      period: v.optional(v.looseObject({ from: date(day), to: date(day) })),
      display: v.optional(v.looseObject({ card_quota: v.optional(v.array(months)) })),
      card: v.optional(
        v.looseObject({
          direct: v.optional(
            v.looseObject({ code: v.optional(v.picklist(lists.codes)), quota: v.optional(months) }),
          ),
          useInstallment: flag,
          detail: v.optional(
            v.array(
              v.looseObject({ card_code: words, enabled: flag, max_month: v.optional(v.number()) }),
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
    }),
    v.check(rulesHold),
  );
}

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
    ...{ "amount?": "number >= 0", "tax_free?": "number >= 0", "vat_amount?": "number >= 0" },
    ...{ buyer_name: text, "buyer_email?": "string", "buyer_tel?": "string" },
    ...{ "buyer_addr?": "string", "buyer_postcode?": "string", "app_scheme?": scheme },
    ...{ "m_redirect_url?": address, "notice_url?": address.or(address.array()) },
    ...{ "confirm_url?": address, currency: "'KRW' | 'USD'", "escrow?": "boolean" },
    ...{ "digital?": "boolean", "popup?": "boolean", "vbank_due?": date(moment) },
    "period?": { "from?": date(day), "to?": date(day) },
    "display?": { "card_quota?": months.array() },
    "card?": {
      "direct?": { "code?": type.enumerated(...lists.codes), "quota?": months },
      "useInstallment?": "boolean",
      "detail?": type({
        ...{ "card_code?": "string", "enabled?": "boolean", "max_month?": "number" },
      }).array(),
    },
    "storeDetails?": {
      ...{ "businessName?": "string", "ceoFullName?": "string", "address?": "string" },
      ...{ "phoneNumber?": "string", "businessRegistrationNumber?": /^[0-9]+$/ },
    },
    "bypass?": {
      "ksnet?": {
        ...{ "sndQpayType?": "'0' | '1'", "tcode?": "string", "url?": address },
        ...{ "easyPayDirect?": "boolean", "sndKakaopayType?": "'CARD' | 'MONEY'" },
      },
    },
    ...{ "useFreeInterestFromMall?": "boolean", "appCard?": "boolean", "language?": "string" },
    ...{ "products?": "object[]", "biz_num?": "string" },
  } as never).narrow(rulesHold as never) as unknown as { allows(payload: unknown): boolean };
}

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
      ...{ vat_amount: amount, buyer_name: Type.String({ pattern: "\\S" }), buyer_email: words },
      ...{ buyer_tel: words, buyer_addr: words, buyer_postcode: words },
      ...{ app_scheme: Type.Optional(Type.String({ pattern: scheme.source })) },
      ...{ m_redirect_url: Type.Optional(address), confirm_url: Type.Optional(address) },
      notice_url: Type.Optional(Type.Union([address, Type.Array(address)])),
      ...{ currency: oneOf(["KRW", "USD"]), escrow: flag, digital: flag, popup: flag },
      ...{ vbank_due: date(moment), period: loose({ from: date(day), to: date(day) }) },
      display: loose({ card_quota: Type.Optional(Type.Array(months)) }),
      card: loose({
        direct: loose({ code: Type.Optional(oneOf(lists.codes)), quota: Type.Optional(months) }),
        useInstallment: flag,
        detail: Type.Optional(
          Type.Array(
            Type.Object({
              card_code: words,
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
    }),
  );
  return (payload: unknown) => shape.Check(payload) && rulesHold(payload as object);
}

/** Each says whether a payload has no error. TypeBox and ajv do not look whether a date is in the calendar. */
export function rivals(): Record<string, (payload: unknown) => boolean> {
  const schema = JSON.parse(readFileSync("dist/schemas/ksnet.v1.request-pay.json", "utf8"));
  const [ofZod, ofValibot, ofArk] = [zodSchema(), valibotSchema(), arkSchema()];
  return {
    TypeBox: typeboxCheck(),
    ArkType: (payload) => ofArk.allows(payload),
    "ajv, emitted schema": new Ajv2020({ strict: false }).compile(schema),
    zod: (payload) => ofZod.safeParse(payload).success,
    valibot: (payload) => v.is(ofValibot, payload),
  };
}
