/**
 * The rules of `ksnet.v1.request-pay` for environment `any`, as somebody would write them by hand who has only this to do.
 * Nothing but the benchmark uses it; it is what the generated checks are measured against.
 */

type Fields = Record<string, unknown>;

const payMethods = new Set("card vbank trans phone lpay ssgpay kakaopay naverpay payco".split(" "));
const easyPayMethods = new Set(["naverpay", "kakaopay", "payco", "lpay"]);
const codes = new Set(
  "361 369 372 364 090 381 041 374 371 365 367 368 366 370 045 373 002 048 071 089".split(" "),
);
export const wantsStoreDetails = new Set("381 041 374 371 365 367 368 366 370".split(" "));
export const wantsSite = new Set("041 374 371 365 367 368 366 370".split(" "));
export const wantsCarrier = new Set("361 369 372 364 090".split(" "));

const gateway = /^ksnet(?:\.\S.*)?$/;
const scheme = /^[A-Za-z][A-Za-z0-9+.-]*(?::(?:\/\/\S*)?)?$/;
const url =
  /^https?:\/\/(?:[^\s/?#@]+@)??(?:\[[0-9A-Fa-f:.]+\]|[^\s/?#@:[\]\\<>^|%]+)(?::[0-9]{1,5})?(?:[/?#]\S*)?$/i;
const day = /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8})$/;
const moment =
  /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2}:[0-9]{2})?|[0-9]{8}|[0-9]{14})$/;

export const patterns = { gateway, scheme, url, day, moment };
export const lists = { payMethods: [...payMethods], codes: [...codes], cards: [...codes, "*"] };

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown) => value === undefined || typeof value === "string";
const isFlag = (value: unknown) => value === undefined || typeof value === "boolean";
const isNumber = (value: unknown) => value === undefined || Number.isFinite(value);
const isAmount = (value: unknown) =>
  value === undefined || (Number.isFinite(value) && (value as number) >= 0);
const isUrl = (value: unknown) =>
  value === undefined || (typeof value === "string" && url.test(value));
const isOptionalFields = (value: unknown) => value === undefined || isFields(value);
const isListOf = (value: unknown, test: (item: unknown) => boolean) =>
  value === undefined || (Array.isArray(value) && value.every(test));
const isShort = (value: unknown) =>
  value === undefined ||
  (typeof value === "string" && (value.length <= 40 || [...value].length <= 40));
const given = (value: unknown) => typeof value === "string" && value.trim() !== "";

export function isCalendarDay(text: string): boolean {
  const digits = text.replace(/\D/g, "");
  const [year, month, date] = [
    Number(digits.slice(0, 4)),
    Number(digits.slice(4, 6)),
    Number(digits.slice(6, 8)),
  ];
  const time = new Date(Date.UTC(year, month - 1, date));
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === date;
}

const isDay = (value: unknown, form: RegExp) =>
  value === undefined || (typeof value === "string" && form.test(value) && isCalendarDay(value));

/** Types, lists of values and forms. */
function hasShape(p: Fields): boolean {
  if (!(given(p.pay_method) && given(p.merchant_uid) && given(p.buyer_name))) return false;
  if (!payMethods.has(p.pay_method as string)) return false;
  if (p.currency !== "KRW" && p.currency !== "USD") return false;
  if (p.pg !== undefined && !(typeof p.pg === "string" && gateway.test(p.pg))) return false;
  if (!(isShort(p.merchant_uid) && isShort(p.name) && isText(p.channelKey))) return false;
  if (!(isAmount(p.amount) && isAmount(p.tax_free))) return false;
  if (!(p.vat_amount === null || isAmount(p.vat_amount))) return false;
  if (!(isText(p.buyer_email) && isText(p.buyer_tel) && isText(p.buyer_addr))) return false;
  if (!(isText(p.buyer_postcode) && isText(p.language) && isText(p.biz_num))) return false;
  if (!(isText(p.channelGroupId) && isText(p.promotion_id) && isText(p.customer_id))) return false;
  if (!(isText(p.company) && isText(p.company_en) && isText(p.naverChainId))) return false;
  if (p.app_scheme !== undefined) {
    if (typeof p.app_scheme !== "string" || !scheme.test(p.app_scheme)) return false;
  }
  if (!(isUrl(p.m_redirect_url) && isUrl(p.confirm_url))) return false;
  if (
    !(Array.isArray(p.notice_url)
      ? p.notice_url.every((one) => one !== undefined && isUrl(one))
      : isUrl(p.notice_url))
  ) {
    return false;
  }
  if (!(isFlag(p.escrow) && isFlag(p.digital) && isFlag(p.popup) && isFlag(p.appCard)))
    return false;
  if (!(isFlag(p.useFreeInterestFromMall) && isFlag(p.useCardPoint))) return false;
  if (!isDay(p.vbank_due, moment)) return false;
  if (p.period !== undefined) {
    if (!isFields(p.period) || !isDay(p.period.from, day) || !isDay(p.period.to, day)) return false;
    if (!isText(p.period.interval)) return false;
  }
  if (!isListOf(p.products, isFields)) return false;
  return hasCard(p) && hasShop(p) && hasBuyer(p);
}

function hasCard({ card, display }: Fields): boolean {
  if (display !== undefined) {
    if (!isFields(display)) return false;
    if (!isListOf(display.card_quota, isMonths)) return false;
  }
  if (card === undefined) return true;
  if (!isFields(card) || !isFlag(card.useInstallment)) return false;
  const { direct, detail } = card;
  if (direct !== undefined) {
    if (!isFields(direct)) return false;
    if (direct.code !== undefined && !codes.has(direct.code as string)) return false;
    if (direct.quota !== undefined && !isMonths(direct.quota)) return false;
  }
  return isListOf(detail, isDetail);
}

const isMonths = (value: unknown) =>
  value === 0 || (Number.isInteger(value) && (value as number) >= 2);
const isDetail = (one: unknown) =>
  isFields(one) &&
  (one.card_code === undefined || one.card_code === "*" || codes.has(one.card_code as string)) &&
  isFlag(one.enabled) &&
  isNumber(one.max_month);

/** What the window shows filled in. */
function hasBuyer({ phone, prefill }: Fields): boolean {
  if (!(isOptionalFields(phone) && isOptionalFields(prefill))) return false;
  if (!isText((prefill as Fields | undefined)?.phoneNumber)) return false;
  if (phone === undefined) return true;
  const { carrier, detail } = phone as Fields;
  return (
    isText(carrier) &&
    isListOf(detail, (one) => isFields(one) && isText(one.carrier) && isFlag(one.enabled))
  );
}

function hasShop({ storeDetails, bypass }: Fields): boolean {
  if (storeDetails !== undefined) {
    if (!isFields(storeDetails)) return false;
    const { businessName, ceoFullName, address, phoneNumber } = storeDetails;
    if (!(isText(businessName) && isText(ceoFullName) && isText(address))) return false;
    const number = storeDetails.businessRegistrationNumber;
    if (!isText(phoneNumber)) return false;
    if (number !== undefined && !(typeof number === "string" && /^[0-9]+$/.test(number))) {
      return false;
    }
  }
  if (bypass === undefined) return true;
  if (!isFields(bypass)) return false;
  const { ksnet, cashReceiptType, customerIdentifier, isCulturalExpense } = bypass;
  if (!(isText(cashReceiptType) && isText(customerIdentifier))) return false;
  if (!isFlag(isCulturalExpense)) return false;
  if (ksnet === undefined) return true;
  if (!isFields(ksnet) || !isText(ksnet.tcode) || !isUrl(ksnet.url)) return false;
  const { sndQpayType, sndKakaopayType } = ksnet;
  if (sndQpayType !== undefined && sndQpayType !== "0" && sndQpayType !== "1") return false;
  if (sndKakaopayType !== undefined && sndKakaopayType !== "CARD" && sndKakaopayType !== "MONEY") {
    return false;
  }
  return isFlag(ksnet.easyPayDirect);
}

interface Shaped {
  readonly [key: string]: unknown;
  readonly card?: { readonly direct?: { readonly code?: string } };
  readonly display?: { readonly card_quota?: unknown };
  readonly storeDetails?: Fields;
  readonly bypass?: { readonly ksnet?: Fields };
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly amount?: number;
  readonly tax_free?: number;
  readonly vat_amount?: number | null;
}

/** The rules between values, of a payload whose shape is in order. */
export function rulesHold(payload: object): boolean {
  const p = payload as Shaped;
  if (!given(p.pg) && !given(p.channelKey) && !given(p.channelGroupId)) return false;
  if (p.channelGroupId !== undefined) {
    if (!given(p.name) || p.amount === undefined) return false;
    if (!given(p.buyer_tel) || !given(p.buyer_email)) return false;
  }
  if (p.customer_uid !== undefined) return false;
  if ((p.tax_free ?? 0) > (p.amount ?? 0)) return false;
  if (p.amount !== undefined && (p.vat_amount ?? 0) > p.amount) return false;
  const { from, to } = p.period ?? {};
  if (from !== undefined && to !== undefined) {
    if (Number(from.replaceAll("-", "")) > Number(to.replaceAll("-", ""))) return false;
  }
  const ksnet = p.bypass?.ksnet;
  const store = p.storeDetails;
  const code = p.card?.direct?.code;
  if (p.promotion_id !== undefined && !given(code)) return false;
  if (code !== undefined) {
    if (p.currency !== "KRW") return false;
    if (wantsStoreDetails.has(code)) {
      if (!given(store?.businessName) || !given(store?.businessRegistrationNumber)) return false;
    }
    if (wantsSite.has(code)) {
      if (!given(ksnet?.url) || p.display?.card_quota !== undefined) return false;
    }
    if (wantsCarrier.has(code) && !(given(p.buyer_tel) && given(ksnet?.tcode))) return false;
  }
  if (p.pay_method === "vbank" && !given(p.vbank_due)) return false;
  if (p.escrow === true && !given(p.buyer_email)) return false;
  if (!given(p.m_redirect_url)) return false;
  return ksnet?.easyPayDirect !== true || easyPayHolds(p, store);
}

function easyPayHolds(p: Shaped, store: Fields | undefined): boolean {
  switch (p.pay_method) {
    case "naverpay":
      return given(store?.businessName);
    case "payco":
      return (
        given(store?.businessName) &&
        given(store?.businessRegistrationNumber) &&
        given(p.buyer_email) &&
        given(p.buyer_tel)
      );
    case "kakaopay":
      return (
        given(store?.ceoFullName) &&
        given(store?.address) &&
        given(store?.phoneNumber) &&
        given(p.buyer_email) &&
        given(p.buyer_tel)
      );
    default:
      return easyPayMethods.has(p.pay_method as string);
  }
}

/** Whether a payload has no error. */
export const byHand = (payload: unknown): boolean =>
  isFields(payload) && hasShape(payload) && rulesHold(payload);
