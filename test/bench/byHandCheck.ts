import { isCalendarDay, patterns } from "./byHand.js";
import {
  bearsNoInterest,
  bytesOf,
  carriers,
  codes,
  easyPay,
  elsewhere,
  isBusinessNumber,
  isCardNumber,
  isEucKr,
  keys,
  languages,
  noInterestFree,
  payMethods,
  routed,
  testCards,
  wantsCarrier,
  wantsSite,
  wantsStoreDetails,
} from "./byHandValues.js";

/**
 * The whole of what `requestPay.check` finds for environment `any`, written by hand: errors, warnings, unknown keys, texts
 * that KSNET cannot keep, and card numbers. Nothing but the benchmark uses it. A message is as short as one can be.
 */

type Fields = Readonly<Record<string, unknown>>;

/** What the hand-written check finds. */
export interface FoundByHand {
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly path: string;
  readonly message: string;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isBlank = (value: unknown) =>
  value === undefined || (typeof value === "string" && value.trim() === "");
const isLong = (text: string) => text.length > 40 && [...text].length > 40;
const isMonths = (value: number) => value === 0 || (Number.isInteger(value) && value >= 2);

/** Notes what is wrong with one payload. */
class Check {
  readonly found: FoundByHand[] = [];

  error(rule: string, path: string, message: string): void {
    this.found.push({ rule, severity: "error", path, message });
  }
  warn(rule: string, path: string, message: string): void {
    this.found.push({ rule, severity: "warning", path, message });
  }
  inform(rule: string, path: string, message: string): void {
    this.found.push({ rule, severity: "info", path, message });
  }
  mistyped(path: string, expected: string): undefined {
    this.error("shape/type", path, `${path} must be ${expected}.`);
  }

  /** The text at a path, where there is one. */
  text(value: unknown, path: string): string | undefined {
    if (value === undefined || typeof value === "string") return value;
    return this.mistyped(path, "a string");
  }
  flag(value: unknown, path: string): void {
    if (value !== undefined && typeof value !== "boolean") this.mistyped(path, "true or false");
  }
  fields(value: unknown, path: string): Fields | undefined {
    if (value === undefined || isFields(value)) return value;
    return this.mistyped(path, "an object");
  }
  list(value: unknown, path: string): readonly unknown[] | undefined {
    if (value === undefined || Array.isArray(value)) return value;
    return this.mistyped(path, "a list");
  }
  amount(value: unknown, path: string): number | undefined {
    if (value === undefined) return undefined;
    if (!Number.isFinite(value) || (value as number) < 0) return this.mistyped(path, "a number");
    return value as number;
  }
  form(value: unknown, path: string, form: RegExp, expected: string): string | undefined {
    const text = this.text(value, path);
    if (text === undefined || form.test(text)) return text;
    this.error("shape/format", path, `${path} must be ${expected}.`);
    return undefined;
  }
  day(value: unknown, path: string, form: RegExp): string | undefined {
    const text = this.form(value, path, form, "a date");
    if (text === undefined || isCalendarDay(text)) return text;
    this.error("shape/format", path, `${path} is no day of the calendar.`);
    return undefined;
  }
  /** A text of KSNET's, which keeps EUC-KR. */
  korean(value: unknown, path: string): void {
    if (typeof value !== "string" || isEucKr(value)) return;
    this.warn("text/euc-kr", path, `${path} has characters that KSNET cannot keep.`);
  }
  needed(rule: string, value: unknown, path: string): void {
    if (isBlank(value)) this.error(rule, path, `${path} is missing.`);
  }

  payload(p: Fields): void {
    const card = this.fields(p.card, "/card");
    const direct = this.fields(card?.direct, "/card/direct");
    const store = this.fields(p.storeDetails, "/storeDetails");
    const bypass = this.fields(p.bypass, "/bypass");
    const ksnet = this.fields(bypass?.ksnet, "/bypass/ksnet");
    const display = this.fields(p.display, "/display");
    const code = this.text(direct?.code, "/card/direct/code");
    if (code !== undefined && !codes.has(code)) {
      this.error("shape/enum", "/card/direct/code", "/card/direct/code is no card company.");
    }
    const issuer = codes.has(code) ? code : undefined;
    this.texts(p);
    this.buyer(p);
    this.elsewhere(p, bypass);
    this.group(p);
    this.amounts(p, issuer, direct, display);
    this.addresses(p);
    this.dates(p);
    this.card(card);
    this.store(p, store);
    this.ksnet(ksnet);
    this.issuer(p, issuer, store, ksnet, display);
    this.payMethod(p, store, ksnet, display);
    this.unknownKeys(p, { card, direct, store, bypass, ksnet, display });
  }

  texts(p: Fields): void {
    if (isBlank(p.pg) && isBlank(p.channelKey) && isBlank(p.channelGroupId)) {
      this.error("shape/required", "/pg", "/pg is missing.");
    } else {
      const pg = this.text(p.pg, "/pg");
      if (pg !== undefined && !patterns.gateway.test(pg)) {
        this.error("shape/pattern", "/pg", "/pg is not ksnet's.");
      }
      if (!isBlank(p.pg)) this.inform("shape/deprecated", "/pg", "/pg will be withdrawn.");
      this.text(p.channelKey, "/channelKey");
    }
    if (isBlank(p.merchant_uid)) {
      const rule = p.channelGroupId === undefined ? "shape/required" : "routing/required";
      this.error(rule, "/merchant_uid", "/merchant_uid is missing.");
    } else {
      const uid = this.text(p.merchant_uid, "/merchant_uid");
      if (uid !== undefined && isLong(uid)) {
        this.error("shape/length", "/merchant_uid", "/merchant_uid is too long.");
      }
    }
    const name = this.text(p.name, "/name");
    if (name !== undefined) {
      if (isLong(name)) this.error("shape/length", "/name", "/name is too long.");
      this.korean(name, "/name");
      if (name.length * 2 > 50 && bytesOf(name) > 50) {
        this.warn("text/byte-length", "/name", "/name is too long for KSNET.");
      }
    }
    const buyer = this.text(p.buyer_name, "/buyer_name");
    if (buyer !== undefined) {
      this.korean(buyer, "/buyer_name");
      if (buyer.length * 2 > 50 && bytesOf(buyer) > 50) {
        this.warn("text/byte-length", "/buyer_name", "/buyer_name is too long for KSNET.");
      }
    }
    const language = this.text(p.language, "/language");
    if (language !== undefined && !languages.has(language)) {
      this.warn("window/locale", "/language", "/language is none that the window has.");
    }
    this.text(p.biz_num, "/biz_num");
    this.text(p.promotion_id, "/promotion_id");
    if (p.customer_uid !== undefined) {
      this.text(p.customer_uid, "/customer_uid");
      this.error("checkout/no-billing-key", "/customer_uid", "/customer_uid makes a billing key.");
    }
    this.flag(p.escrow, "/escrow");
    this.flag(p.digital, "/digital");
    this.flag(p.popup, "/popup");
    this.flag(p.appCard, "/appCard");
    this.flag(p.useFreeInterestFromMall, "/useFreeInterestFromMall");
    const products = this.list(p.products, "/products") ?? [];
    for (const [index, product] of products.entries()) {
      this.fields(product, `/products/${index}`);
    }
  }

  buyer(p: Fields): void {
    const atMost = (value: unknown, path: string, most: number) => {
      const text = this.text(value, path);
      if (text === undefined || text.length <= most || [...text].length <= most) return;
      this.inform("shape/length", path, `${path} is too long.`);
    };
    atMost(p.buyer_email, "/buyer_email", 64);
    atMost(p.buyer_tel, "/buyer_tel", 16);
    atMost(p.buyer_addr, "/buyer_addr", 128);
    atMost(p.buyer_postcode, "/buyer_postcode", 8);
  }

  /** What PortOne has and KSNET does not read. */
  elsewhere(p: Fields, bypass: Fields | undefined): void {
    const ignored = (value: unknown, path: string) => {
      if (value === undefined) return;
      this.warn("shape/unsupported", path, `${path} is nothing that KSNET reads.`);
    };
    const text = (value: unknown, path: string) => ignored(this.text(value, path), path);
    text(p.customer_id, "/customer_id");
    text(p.company, "/company");
    text(p.company_en, "/company_en");
    text(p.naverChainId, "/naverChainId");
    this.flag(p.useCardPoint, "/useCardPoint");
    ignored(p.useCardPoint, "/useCardPoint");
    const phone = this.fields(p.phone, "/phone");
    ignored(p.phone, "/phone");
    if (phone) {
      this.text(phone.carrier, "/phone/carrier");
      for (const [index, one] of (this.list(phone.detail, "/phone/detail") ?? []).entries()) {
        const path = `/phone/detail/${index}`;
        const detail = this.fields(one, path);
        this.text(detail?.carrier, `${path}/carrier`);
        this.flag(detail?.enabled, `${path}/enabled`);
      }
    }
    const prefill = this.fields(p.prefill, "/prefill");
    this.text(prefill?.phoneNumber, "/prefill/phoneNumber");
    ignored(p.prefill, "/prefill");
    if (!bypass) return;
    text(bypass.cashReceiptType, "/bypass/cashReceiptType");
    text(bypass.customerIdentifier, "/bypass/customerIdentifier");
    this.flag(bypass.isCulturalExpense, "/bypass/isCulturalExpense");
    ignored(bypass.isCulturalExpense, "/bypass/isCulturalExpense");
  }

  /** What a group of channels asks for. */
  group(p: Fields): void {
    const code = codeOf(p);
    if (p.promotion_id !== undefined && isBlank(code)) {
      this.error("promotion/card-direct", "/card/direct/code", "/card/direct/code is missing.");
    }
    if (p.channelGroupId === undefined) return;
    this.text(p.channelGroupId, "/channelGroupId");
    this.needed("routing/required", p.name, "/name");
    this.needed("routing/required", p.amount, "/amount");
    this.needed("routing/customer", p.buyer_tel, "/buyer_tel");
    this.needed("routing/customer", p.buyer_email, "/buyer_email");
    if (p.pay_method === "vbank") this.needed("routing/due", p.vbank_due, "/vbank_due");
    if (payMethods.has(p.pay_method) && !routed.has(p.pay_method)) {
      this.warn("routing/method", "/pay_method", "A group of channels has no such method.");
    }
  }

  amounts(
    p: Fields,
    issuer: string | undefined,
    direct: Fields | undefined,
    display: Fields | undefined,
  ): void {
    const amount = this.amount(p.amount, "/amount");
    const taxFree = this.amount(p.tax_free, "/tax_free");
    const vat = p.vat_amount === null ? undefined : this.amount(p.vat_amount, "/vat_amount");
    if (p.tax_free === undefined && p.pay_method !== "vbank") {
      this.warn("tax/tax-free", "/tax_free", "/tax_free is missing.");
    }
    const isReadable = (p.amount === undefined) === (amount === undefined);
    if (taxFree !== undefined && isReadable && taxFree > (amount ?? 0)) {
      this.error("tax/exceeds-amount", "/tax_free", "/tax_free is more than the amount.");
    }
    if (vat !== undefined && amount !== undefined && vat > amount) {
      this.error("tax/exceeds-amount", "/vat_amount", "/vat_amount is more than the amount.");
    }
    const isWhole = p.currency === undefined || p.currency === "KRW" || p.currency === "JPY";
    if (amount !== undefined && isWhole && !Number.isInteger(amount)) {
      this.warn("amount/fraction", "/amount", "/amount has a fraction.");
    }
    let hasMonths = false;
    const months = this.list(display?.card_quota, "/display/card_quota") ?? [];
    for (const [index, one] of months.entries()) {
      if (!Number.isFinite(one)) this.mistyped(`/display/card_quota/${index}`, "a number");
      else if (!isMonths(one as number)) {
        this.error("installment/range", `/display/card_quota/${index}`, "No such installment.");
      }
    }
    hasMonths = typeof months[0] === "number" && months.some((one) => (one as number) >= 2);
    const quota = direct?.quota;
    if (quota !== undefined) {
      if (!Number.isFinite(quota)) this.mistyped("/card/direct/quota", "a number");
      else if (!isMonths(quota as number)) {
        this.error("installment/range", "/card/direct/quota", "No such installment.");
      }
      hasMonths ||= (quota as number) >= 2;
    }
    const least = issuer === "367" ? 10_000 : 50_000;
    const isWon = p.currency === undefined || p.currency === "KRW";
    if (hasMonths && isWon && isReadable && (amount ?? 0) < least) {
      this.warn("installment/minimum-amount", "/amount", "/amount is too small for installments.");
    }
  }

  addresses(p: Fields): void {
    this.form(p.app_scheme, "/app_scheme", patterns.scheme, "a scheme");
    if (isBlank(p.m_redirect_url)) {
      this.error("checkout/redirect-url", "/m_redirect_url", "/m_redirect_url is missing.");
    } else {
      this.form(p.m_redirect_url, "/m_redirect_url", patterns.url, "an address");
    }
    this.form(p.confirm_url, "/confirm_url", patterns.url, "an address");
    if (Array.isArray(p.notice_url)) {
      for (const [index, one] of p.notice_url.entries()) {
        if (typeof one !== "string") this.mistyped(`/notice_url/${index}`, "a string");
        else this.form(one, `/notice_url/${index}`, patterns.url, "an address");
      }
    } else {
      this.form(p.notice_url, "/notice_url", patterns.url, "an address");
    }
  }

  dates(p: Fields): void {
    if (p.pay_method === "vbank" && isBlank(p.vbank_due)) {
      if (p.channelGroupId === undefined) {
        this.error("vbank/due", "/vbank_due", "/vbank_due is missing.");
      }
    } else {
      this.day(p.vbank_due, "/vbank_due", patterns.moment);
    }
    const period = this.fields(p.period, "/period");
    if (!period) return;
    const from = this.day(period.from, "/period/from", patterns.day);
    const to = this.day(period.to, "/period/to", patterns.day);
    if (this.text(period.interval, "/period/interval") !== undefined) {
      this.warn("shape/unsupported", "/period/interval", "/period/interval is ignored by KSNET.");
    }
    if (from === undefined || to === undefined) return;
    if (Number(from.replaceAll("-", "")) > Number(to.replaceAll("-", ""))) {
      this.error("shape/format", "/period/from", "/period/from is after its end.");
    }
  }

  card(card: Fields | undefined): void {
    if (!card) return;
    this.flag(card.useInstallment, "/card/useInstallment");
    const details = this.list(card.detail, "/card/detail") ?? [];
    for (const [index, one] of details.entries()) {
      const path = `/card/detail/${index}`;
      if (!isFields(one)) {
        this.mistyped(path, "an object");
        continue;
      }
      const code = this.text(one.card_code, `${path}/card_code`);
      this.flag(one.enabled, `${path}/enabled`);
      if (one.max_month !== undefined) {
        if (!Number.isFinite(one.max_month)) this.mistyped(`${path}/max_month`, "a number");
        if (noInterestFree.has(code)) {
          this.warn("interest-free/issuer", `${path}/max_month`, "Ignored for this card company.");
        }
      }
      this.unknownIn(one, keys.detail, path);
    }
  }

  store(p: Fields, store: Fields | undefined): void {
    if (!store) return;
    const korean = (value: unknown, at: string) => this.korean(this.text(value, at), at);
    korean(store.businessName, "/storeDetails/businessName");
    korean(store.ceoFullName, "/storeDetails/ceoFullName");
    korean(store.address, "/storeDetails/address");
    korean(store.phoneNumber, "/storeDetails/phoneNumber");
    const path = "/storeDetails/businessRegistrationNumber";
    const number = this.text(store.businessRegistrationNumber, path);
    if (number === undefined) return;
    if (!/^[0-9]+$/.test(number)) {
      const isNeeded = wantsStoreDetails.has(codeOf(p) ?? "") && isBlank(number);
      if (!isNeeded) this.error("shape/pattern", path, `${path} must be digits.`);
    } else if (!isBusinessNumber(number)) {
      this.warn("store/business-number", path, `${path} is no business's.`);
    }
  }

  ksnet(ksnet: Fields | undefined): void {
    if (!ksnet) return;
    const { sndQpayType, sndKakaopayType, tcode, easyPayDirect } = ksnet;
    if (sndQpayType !== undefined && sndQpayType !== "0" && sndQpayType !== "1") {
      const path = "/bypass/ksnet/sndQpayType";
      if (typeof sndQpayType !== "string") this.mistyped(path, "a string");
      else this.error("shape/enum", path, `${path} is 0 or 1.`);
    }
    if (
      sndKakaopayType !== undefined &&
      sndKakaopayType !== "CARD" &&
      sndKakaopayType !== "MONEY"
    ) {
      const path = "/bypass/ksnet/sndKakaopayType";
      if (typeof sndKakaopayType !== "string") this.mistyped(path, "a string");
      else this.error("shape/enum", path, `${path} is CARD or MONEY.`);
    }
    this.flag(easyPayDirect, "/bypass/ksnet/easyPayDirect");
    const carrier = this.text(tcode, "/bypass/ksnet/tcode");
    if (carrier !== undefined && carrier.trim() !== "" && !carriers.has(carrier)) {
      this.inform("carrier/tcode", "/bypass/ksnet/tcode", "No carrier is known by this code.");
    }
  }

  issuer(
    p: Fields,
    code: string | undefined,
    store: Fields | undefined,
    ksnet: Fields | undefined,
    display: Fields | undefined,
  ): void {
    if (isBlank(p.buyer_name)) {
      const rule = code === undefined ? "shape/required" : "issuer/buyer-name";
      this.error(rule, "/buyer_name", "/buyer_name is missing.");
    }
    const currency = isBlank(p.currency) ? undefined : this.text(p.currency, "/currency");
    if (isBlank(p.currency)) this.error("shape/required", "/currency", "/currency is missing.");
    else if (currency !== undefined) {
      if (code !== undefined && currency !== "KRW") {
        this.error("issuer/krw-only", "/currency", "This card company takes won only.");
      } else if (currency !== "KRW" && currency !== "USD") {
        this.error("shape/enum", "/currency", "/currency is KRW or USD.");
      } else if (currency === "USD") {
        this.inform("currency/usd", "/currency", "Only cards from abroad pay in dollars.");
      }
    }
    const needsSite = code !== undefined && wantsSite.has(code);
    if (!needsSite || !isBlank(ksnet?.url)) {
      this.form(ksnet?.url, "/bypass/ksnet/url", patterns.url, "an address");
    }
    if (code === undefined) return;
    if (wantsCarrier.has(code)) {
      this.needed("issuer/mobile-carrier", p.buyer_tel, "/buyer_tel");
      this.needed("issuer/mobile-carrier", ksnet?.tcode, "/bypass/ksnet/tcode");
    }
    if (wantsStoreDetails.has(code)) {
      this.needed("issuer/store-details", store?.businessName, "/storeDetails/businessName");
      const number = store?.businessRegistrationNumber;
      this.needed("issuer/store-details", number, "/storeDetails/businessRegistrationNumber");
    }
    if (!needsSite) return;
    this.needed("issuer/site-url", ksnet?.url, "/bypass/ksnet/url");
    if (display?.card_quota !== undefined) {
      this.error("issuer/no-card-quota", "/display/card_quota", "This card company has its own.");
    }
  }

  payMethod(
    p: Fields,
    store: Fields | undefined,
    ksnet: Fields | undefined,
    display: Fields | undefined,
  ): void {
    const method = p.pay_method;
    const isEasyPayDirect = ksnet?.easyPayDirect === true;
    if (isBlank(method)) {
      const rule = p.channelGroupId === undefined ? "shape/required" : "routing/required";
      this.needed(rule, method, "/pay_method");
    } else if (typeof method !== "string") this.mistyped("/pay_method", "a string");
    else if (isEasyPayDirect && !easyPay.has(method)) {
      this.error("easypay/direct", "/pay_method", "/pay_method has no direct call.");
    } else if (!payMethods.has(method)) {
      this.error("shape/enum", "/pay_method", "/pay_method is none that KSNET has.");
    }
    if (method === "vbank") {
      if (typeof p.tax_free === "number" && p.tax_free > 0) {
        this.warn("tax/vbank", "/tax_free", "A virtual account takes no tax split.");
      }
      if (p.vat_amount !== undefined && p.vat_amount !== null) {
        this.warn("tax/vbank", "/vat_amount", "A virtual account takes no tax split.");
      }
    }
    if (method === "phone") {
      if (p.digital === undefined) this.warn("phone/digital", "/digital", "/digital is missing.");
    } else if (method !== undefined && p.digital === true) {
      this.warn("phone/digital", "/digital", "/digital is read for phone payments only.");
    }
    if (bearsNoInterest.has(method) && p.useFreeInterestFromMall === true) {
      this.warn("interest-free/easypay", "/useFreeInterestFromMall", "Not carried by this method.");
    }
    if ((method === "payco" || method === "ssgpay") && display?.card_quota !== undefined) {
      this.warn("easypay/fixed-quota", "/display/card_quota", "Ignored by this method.");
    }
    if (p.escrow === true && isBlank(p.buyer_email)) {
      this.error("escrow/buyer-email", "/buyer_email", "/buyer_email is missing.");
    }
    if (isEasyPayDirect) this.easyPay(p, store);
  }

  easyPay(p: Fields, store: Fields | undefined): void {
    const method = p.pay_method;
    const shop = "easypay/store-details";
    if (method === "naverpay" || method === "payco") {
      this.needed(shop, store?.businessName, "/storeDetails/businessName");
    }
    if (method === "payco") {
      const path = "/storeDetails/businessRegistrationNumber";
      this.needed(shop, store?.businessRegistrationNumber, path);
    }
    if (method === "kakaopay") {
      this.needed(shop, store?.ceoFullName, "/storeDetails/ceoFullName");
      this.needed(shop, store?.address, "/storeDetails/address");
      this.needed(shop, store?.phoneNumber, "/storeDetails/phoneNumber");
    }
    if (method === "kakaopay" || method === "payco") {
      this.needed("easypay/buyer-contact", p.buyer_email, "/buyer_email");
      this.needed("easypay/buyer-contact", p.buyer_tel, "/buyer_tel");
    }
  }

  unknownKeys(p: Fields, at: Readonly<Record<string, Fields | undefined>>): void {
    this.unknownIn(p, keys.payload, "");
    if (isFields(p.period)) this.unknownIn(p.period, keys.period, "/period");
    if (at.display) this.unknownIn(at.display, keys.display, "/display");
    if (at.card) this.unknownIn(at.card, keys.card, "/card");
    if (at.direct) this.unknownIn(at.direct, keys.direct, "/card/direct");
    if (at.store) this.unknownIn(at.store, keys.storeDetails, "/storeDetails");
    if (at.bypass) this.unknownIn(at.bypass, keys.bypass, "/bypass");
    if (at.ksnet) this.unknownIn(at.ksnet, keys.ksnet, "/bypass/ksnet");
    this.cardNumbers(p, "");
  }

  unknownIn(value: Fields, known: ReadonlySet<string>, path: string): void {
    for (const key in value) {
      if (known.has(key) || value[key] === undefined) continue;
      const rule = elsewhere.has(`${path}/${key}`) ? "shape/unsupported" : "shape/unknown-property";
      this.warn(rule, `${path}/${key}`, `${path}/${key} is nothing that KSNET reads.`);
    }
  }

  cardNumbers(holder: object, path: string): void {
    for (const key in holder) {
      const value = (holder as Fields)[key];
      if (typeof value === "object" && value !== null) this.cardNumbers(value, `${path}/${key}`);
      else if (typeof value === "string" ? value.length >= 13 : typeof value === "number") {
        this.cardNumber(String(value), path, key);
      }
    }
  }

  cardNumber(text: string, path: string, key: string): void {
    if (!isCardNumber(text)) return;
    if (testCards.has(text.replace(/[ -]/g, ""))) {
      this.inform("pci/test-card-number", `${path}/${key}`, "This is a card number for tests.");
    } else {
      this.warn("pci/card-number", `${path}/${key}`, "This looks like a card number.");
    }
  }
}

const codeOf = (p: Fields): string | undefined => {
  const direct = isFields(p.card) ? p.card.direct : undefined;
  return isFields(direct) && typeof direct.code === "string" ? direct.code : undefined;
};

/** What is wrong with a payload, in no order. */
export function checkByHand(payload: unknown): readonly FoundByHand[] {
  const check = new Check();
  if (isFields(payload)) check.payload(payload);
  else check.mistyped("", "an object");
  return check.found;
}
