import { issuers } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";
import { direct, errors, plain } from "./payloads.js";

/** The guide's sentences on direct calls, restated by hand and apart from the tables. */
const mobileCarrier = ["361", "369", "372", "364", "090"];
const siteUrl = ["041", "374", "371", "365", "367", "368", "366", "370"];
const storeDetails = ["381", ...siteUrl];
const others = ["045", "373", "002", "048", "071", "089"];
const codes = [...mobileCarrier, ...storeDetails, ...others];
const environments = ["pc", "mobile", "any"] as const;

it("knows the guide's twenty card companies", () => {
  expect(codes).toHaveLength(20);
  expect(issuers.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
});

describe.each(environments)("environment %s", (environment) => {
  describe.each(codes)("issuer %s", (code) => {
    const errorsOf = (payload: unknown) => errors(payload, { environment });
    const when = (holds: boolean, ...lines: string[]) => (holds ? lines.sort() : []);

    it("accepts a payload with everything any issuer asks for", () => {
      expect(errorsOf(direct(code))).toEqual([]);
    });
    it("buyer_name", () => {
      const { buyer_name: _, ...payload } = direct(code);
      expect(errorsOf(payload)).toEqual(["issuer/buyer-name /buyer_name"]);
      expect(errorsOf({ ...payload, buyer_name: " \u3000" })).toEqual([
        "issuer/buyer-name /buyer_name",
      ]);
    });
    it("currency", () => {
      expect(errorsOf({ ...direct(code), currency: "USD" })).toEqual(["issuer/krw-only /currency"]);
    });
    it("buyer_tel and carrier", () => {
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
    it("storeDetails", () => {
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
    it("bypass.ksnet.url", () => {
      const payload = { ...direct(code), bypass: { ksnet: { tcode: "skt" } } };
      expect(errorsOf(payload)).toEqual(
        when(siteUrl.includes(code), "issuer/site-url /bypass/ksnet/url"),
      );
    });
    it("display.card_quota", () => {
      for (const card_quota of [[0, 3], []]) {
        expect(errorsOf({ ...direct(code), display: { card_quota } })).toEqual(
          when(siteUrl.includes(code), "issuer/no-card-quota /display/card_quota"),
        );
      }
      expect(errorsOf({ ...direct(code), display: {} })).toEqual([]);
    });
  });
});

it("asks nothing of a payload without a direct call", () => {
  expect(errors({ ...plain, display: { card_quota: [0, 3] } })).toEqual([]);
  expect(errors({ ...plain, currency: "USD" })).toEqual([]);
  expect(errors({ ...plain, card: { direct: {} } })).toEqual([]);
});
