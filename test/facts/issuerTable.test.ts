import fc from "fast-check";
import { issuers } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";
import { direct, errors, found, plain } from "../support/payloads.js";

/** The guide's sentences on direct calls, restated by hand and apart from the tables. */
const mobileCarrier = ["361", "369", "372", "364", "090"];
const siteUrl = ["041", "374", "371", "365", "367", "368", "366", "370"];
const storeDetails = ["381", ...siteUrl];
const others = ["045", "373", "002", "048", "071", "089"];
const codes = [...mobileCarrier, ...storeDetails, ...others];
const interestFree = ["361", "381", "374", "365", "366", "367", "368", "371"];
const environments = ["pc", "mobile", "any"] as const;

/** Codes and names as PortOne's pages have them. */
const names: [code: string, en: string, ko: string, v2: string][] = [
  ["361", "BC Card", "BC카드", "BC_CARD"],
  ["381", "KB Kookmin Card", "국민카드", "KOOKMIN_CARD"],
  ["367", "Hyundai Card", "현대카드", "HYUNDAI_CARD"],
  ["365", "Samsung Card", "삼성카드", "SAMSUNG_CARD"],
  ["368", "Lotte Card", "롯데카드", "LOTTE_CARD"],
  ["371", "NH Nonghyup Card", "농협카드", "NH_CARD"],
  ["041", "Woori Card", "우리카드", "WOORI_CARD"],
  ["374", "Hana Card", "하나카드", "HANA_CARD"],
  ["045", "KFCC (Saemaul Geumgo) Card", "새마을금고카드", "KFCC"],
  ["373", "Jeju Card", "제주카드", "JEJU_CARD"],
  ["364", "Gwangju Card", "광주카드", "GWANGJU_CARD"],
  ["366", "Shinhan Card", "신한카드", "SHINHAN_CARD"],
  ["002", "KDB Card", "KDB산업은행카드", "KOREA_DEVELOPMENT_BANK"],
  ["369", "Suhyup Card", "수협카드", "SUHYUP_CARD"],
  ["048", "Shinhyup Card", "신협카드", "SHINHYUP"],
  ["370", "Citi Card", "씨티카드", "CITI_CARD"],
  ["071", "Korea Post Card", "우체국카드", "EPOST"],
  ["089", "K bank Card", "케이뱅크카드", "K_BANK"],
  ["372", "Jeonbuk Card", "전북카드", "JEONBUK_CARD"],
  ["090", "KakaoBank Card", "카카오뱅크카드", "KAKAO_BANK"],
];

it("The table calls the card companies what PortOne calls them", () => {
  const known = issuers.map(({ code, en, ko, v2 }) => [code, en, ko, v2]);
  expect(known.sort()).toEqual(names.sort());
});

it("The table knows the guide's twenty card companies", () => {
  expect(codes).toHaveLength(20);
  expect(issuers.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
});

describe.each(environments)("For %s", (environment) => {
  describe.each(codes)("the card company %s", (code) => {
    const errorsOf = (payload: unknown) => errors(payload, { environment });
    const when = (holds: boolean, ...lines: string[]) => (holds ? lines.sort() : []);

    it("A payload with everything any issuer asks for is accepted", () => {
      expect(errorsOf(direct(code))).toEqual([]);
    });
    it("The card company asks for buyer_name where the guide says so", () => {
      const { buyer_name: _, ...payload } = direct(code);
      expect(errorsOf(payload)).toEqual(["issuer/buyer-name /buyer_name"]);
      expect(errorsOf({ ...payload, buyer_name: " \u3000" })).toEqual([
        "issuer/buyer-name /buyer_name",
      ]);
    });
    it("The card company takes Korean won only where the guide says so", () => {
      expect(errorsOf({ ...direct(code), currency: "USD" })).toEqual(["issuer/krw-only /currency"]);
    });
    it("The card company asks for buyer_tel and a carrier where the guide says so", () => {
      const asked = mobileCarrier.includes(code) && environment !== "pc";
      const { buyer_tel: _, ...payload } = direct(code);
      const bypass = { ksnet: { url: "https://store.example" } };
      expect(errorsOf(payload)).toEqual(when(asked, "issuer/mobile-carrier /buyer_tel"));
      expect(errorsOf({ ...direct(code), bypass })).toEqual(
        when(asked, "issuer/mobile-carrier /bypass/ksnet/tcode"),
      );
      expect(errorsOf({ ...direct(code), buyer_tel: "" })).toEqual(
        when(asked, "issuer/mobile-carrier /buyer_tel"),
      );
    });
    it("The card company asks for storeDetails where the guide says so", () => {
      const asked = storeDetails.includes(code);
      const { storeDetails: _, ...payload } = direct(code);
      const both = when(
        asked,
        "issuer/store-details /storeDetails/businessName",
        "issuer/store-details /storeDetails/businessRegistrationNumber",
      );
      expect(errorsOf(payload)).toEqual(both);
      expect(errorsOf({ ...payload, storeDetails: {} })).toEqual(both);
      expect(
        errorsOf({ ...payload, storeDetails: { businessRegistrationNumber: "1234567891" } }),
      ).toEqual(when(asked, "issuer/store-details /storeDetails/businessName"));
      expect(errorsOf({ ...payload, storeDetails: { businessName: "바다상점" } })).toEqual(
        when(asked, "issuer/store-details /storeDetails/businessRegistrationNumber"),
      );
    });
    it("The card company asks for bypass.ksnet.url where the guide says so", () => {
      const payload = { ...direct(code), bypass: { ksnet: { tcode: "skt" } } };
      expect(errorsOf(payload)).toEqual(
        when(siteUrl.includes(code), "issuer/site-url /bypass/ksnet/url"),
      );
    });
    it("The card company forbids display.card_quota where the guide says so", () => {
      for (const card_quota of [[0, 3], []]) {
        expect(errorsOf({ ...direct(code), display: { card_quota } })).toEqual(
          when(siteUrl.includes(code), "issuer/no-card-quota /display/card_quota"),
        );
      }
      expect(errorsOf({ ...direct(code), display: {} })).toEqual([]);
    });
  });
});

describe.each(codes)("Of the card company %s it only warns that", (code) => {
  const warnings = (payload: object) => found({ ...direct(code), ...payload });
  it("A warning says that installments begin at 50,000 won, for Hyundai at 10,000", () => {
    const from = code === "367" ? 10_000 : 50_000;
    const card = { direct: { code, quota: 2 } };
    expect(warnings({ amount: from, card })).toEqual([]);
    expect(warnings({ amount: from - 1, card })).toEqual(["installment/minimum-amount /amount"]);
  });
  it("A warning says that interest-free months work for eight card companies", () => {
    const card = { detail: [{ card_code: code, max_month: 6 }] };
    expect(found({ ...plain, card })).toEqual(
      interestFree.includes(code) ? [] : ["interest-free/issuer /card/detail/0/max_month"],
    );
  });
});

it("The table asks nothing of a payload without a direct call", () => {
  expect(errors({ ...plain, display: { card_quota: [0, 3] } })).toEqual([]);
  expect(errors({ ...plain, currency: "USD" })).toEqual([]);
  expect(errors({ ...plain, card: { direct: {} } })).toEqual([]);
});

/** What section 4 of the guide asks of a direct call, sentence by sentence. */
function asGuideSays(payload: Loose, environment: string): string[] {
  const code = payload.card?.direct?.code;
  if (code === undefined) return [];
  const isMissing = (value: unknown) => typeof value !== "string" || value.trim() === "";
  const missing: string[] = [];
  const need = (rule: string, path: string, value: unknown) => {
    if (isMissing(value)) missing.push(`${rule} ${path}`);
  };
  const { storeDetails: store, bypass, display } = payload;
  // A direct call through KSNET needs buyer_name, and allows KRW only.
  need("issuer/buyer-name", "/buyer_name", payload.buyer_name);
  if (payload.currency !== "KRW") missing.push("issuer/krw-only /currency");
  // On mobile BC, Suhyup, Jeonbuk, Gwangju and KakaoBank need the telephone number and the carrier.
  if (mobileCarrier.includes(code) && environment !== "pc") {
    need("issuer/mobile-carrier", "/buyer_tel", payload.buyer_tel);
    need("issuer/mobile-carrier", "/bypass/ksnet/tcode", bypass?.ksnet?.tcode);
  }
  // Nine need the shop's name and business number.
  if (storeDetails.includes(code)) {
    const at = "/storeDetails/businessRegistrationNumber";
    need("issuer/store-details", "/storeDetails/businessName", store?.businessName);
    need("issuer/store-details", at, store?.businessRegistrationNumber);
  }
  // Eight of them need the site's URL and take no list of months.
  if (siteUrl.includes(code)) {
    need("issuer/site-url", "/bypass/ksnet/url", bypass?.ksnet?.url);
    if (display?.card_quota !== undefined) missing.push("issuer/no-card-quota /display/card_quota");
  }
  return missing.sort();
}

interface Loose {
  buyer_name?: string | undefined;
  buyer_tel?: string | undefined;
  currency?: string;
  card?: { direct?: { code?: string | undefined } };
  storeDetails?: { businessName?: string; businessRegistrationNumber?: string };
  bypass?: { ksnet?: { tcode?: string; url?: string } };
  display?: { card_quota?: readonly number[] };
}

it("The table agrees with the guide's sentences on generated payloads", () => {
  const optional = { requiredKeys: [] as [] };
  const text = (value: string) => fc.constantFrom(value, value, "", "  ");
  const absentOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const payloads = fc.record({
    buyer_name: absentOr(text("이바다")),
    buyer_tel: absentOr(text("010-0000-0000")),
    currency: fc.constantFrom("KRW", "KRW", "USD"),
    card: fc.record({ direct: fc.record({ code: absentOr(fc.constantFrom(...codes)) }) }, optional),
    storeDetails: fc.record(
      { businessName: text("바다상점"), businessRegistrationNumber: text("1234567891") },
      optional,
    ),
    bypass: fc.record(
      { ksnet: fc.record({ tcode: text("skt"), url: text("https://store.example") }, optional) },
      optional,
    ),
    display: fc.record({ card_quota: fc.constantFrom([], [0], [0, 3]) }, optional),
  });
  fc.assert(
    fc.property(payloads, fc.constantFrom(...environments), (changes, environment) => {
      const speaking = errors({ ...plain, ...changes }, { environment });
      expect(speaking.filter((line) => line.startsWith("issuer/"))).toEqual(
        asGuideSays(changes, environment),
      );
    }),
    { numRuns: 5000 },
  );
});
