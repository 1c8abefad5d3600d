import { requestPay } from "paylint/ksnet/v1";
import { requestPay as naverpay } from "paylint/naverpay/v1";
import { schedule } from "paylint/portone/v2";
import { describe, expect, it } from "vitest";
import { withTime } from "../../../dist/validator/currentTime.js";
import { contextsGiven, localeOf } from "../../../dist/validator/options.js";
import { plain } from "../../support/payloads.js";

const { tax_free: _, ...untaxed } = plain;

describe("how a shop is taxed decides what a missing tax_free means", () => {
  const said = (options?: Parameters<typeof requestPay.check>[1], of: object = untaxed) =>
    requestPay.check(of, options).diagnostics.map(({ severity, rule }) => `${severity} ${rule}`);
  it("A missing tax_free is a warning where nobody said how the shop is taxed", () => {
    expect(said()).toEqual(["warning tax/tax-free"]);
    expect(said({ store: {} })).toEqual(["warning tax/tax-free"]);
    expect(said({ store: { productType: "real" } })).toEqual(["warning tax/tax-free"]);
  });
  it("A missing tax_free is an error for a shop of mixed taxation", () => {
    expect(said({ store: { taxation: "mixed" } })).toEqual(["error tax/tax-free"]);
    expect(requestPay.is(untaxed, { store: { taxation: "mixed" } })).toBe(false);
    expect(requestPay.is(untaxed)).toBe(true);
  });
  it.each(["taxable", "exempt"] as const)(
    "A missing tax_free is nothing for a shop that is %s",
    (taxation) => {
      expect(said({ store: { taxation } })).toEqual([]);
    },
  );
  it("A tax_free that is passed has no finding, nor has one missing where a virtual account is asked for", () => {
    for (const taxation of ["mixed", "taxable", "exempt"] as const) {
      expect(said({ store: { taxation } }, plain)).toEqual([]);
      const vbank = { ...untaxed, pay_method: "vbank", vbank_due: "2030-12-31" };
      expect(said({ store: { taxation } }, vbank)).toEqual([]);
    }
  });
});

describe("a context holds", () => {
  const given = (context: object, options: object) =>
    contextsGiven([{ bit: 1, ...context }], options) === 1;
  it("A context holds where every fact of the shop is as it asks", () => {
    const digitalMixed = { store: { productType: "digital", taxation: "mixed" } };
    expect(given(digitalMixed, digitalMixed)).toBe(true);
    expect(given(digitalMixed, { store: { productType: "digital" } })).toBe(false);
    expect(given(digitalMixed, { store: { taxation: "mixed" } })).toBe(false);
    expect(given(digitalMixed, {})).toBe(false);
  });
  it("A context for an unknown fact holds only where nobody said it", () => {
    const unknown = { store: { taxation: "unknown" } };
    expect(given(unknown, {})).toBe(true);
    expect(given(unknown, { store: { productType: "real" } })).toBe(true);
    expect(given(unknown, { store: { taxation: "mixed" } })).toBe(false);
  });
});

it("The same payload gives the same diagnostics, whatever the time", () => {
  for (const now of [new Date(0), new Date("2099-01-01"), new Date(Number.NaN)]) {
    expect(requestPay.check(untaxed, { now })).toEqual(requestPay.check(untaxed));
  }
});

describe("A rule about time", () => {
  const past = { timeToPay: "2026-11-30T00:00:00+09:00" };
  const body = {
    payment: {
      billingKey: "billing-key-1",
      orderName: "머그컵",
      amount: { total: 9900 },
      currency: "KRW",
    },
  };
  const said = (options?: object, of: object = past) =>
    schedule
      .check({ ...body, ...of }, options)
      .diagnostics.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
  const now = new Date("2026-12-01T00:00:00+09:00");
  const found = ["warning schedule/past /timeToPay"];

  it("A rule about time says nothing where nobody gives the present", () => {
    expect(said()).toEqual([]);
    expect(said({ now: new Date(Number.NaN) })).toEqual([]);
    expect(said({ now: null })).toEqual([]);
  });
  it("A rule about time compares with the present that is given", () => {
    expect(said({ now })).toEqual(found);
    expect(said({ now, environment: "pc", locale: "ko" })).toEqual(found);
    expect(said({ now: new Date("2026-11-01") })).toEqual([]);
    expect(said({ now }, { timeToPay: "2026-12-01T00:00:00+09:00" })).toEqual([]);
  });
  it("A rule about time takes the present as text, as conformance vectors hold it", () => {
    expect(said({ now: now.toISOString() })).toEqual(found);
  });
  it("A rule about time says nothing of a value that is wrong in its form", () => {
    expect(said({ now }, { timeToPay: "yesterday" })).toEqual(["error shape/format /timeToPay"]);
  });
  it("A rule about time is heard by is", () => {
    const payload = {
      ...{ channelKey: "channel-key-1", pay_method: "card", merchant_uid: "T-1", name: "머그컵" },
      ...{
        amount: 9900,
        tax_free: 0,
        buyer_name: "이바다",
        m_redirect_url: "https://shop.example",
      },
      naverProducts: [
        { categoryType: "PRODUCT", categoryId: "GENERAL", uid: "p-1", name: "머그컵", count: 1 },
      ],
      naverUseCfm: "20261130",
    };
    expect(naverpay.is(payload)).toBe(true);
    expect(naverpay.is(payload, { now })).toBe(false);
    expect(naverpay.check(payload, { now }).ok).toBe(false);
    expect(naverpay.is(payload, { now: new Date("2026-11-30T14:59:59Z") })).toBe(true);
  });
});

describe("Options of a check", () => {
  it("Options of a check that are missing, null or unknown mean the defaults", () => {
    const contexts = [
      { bit: 1, environment: "pc" },
      { bit: 2, environment: "mobile" },
      { bit: 4, store: { taxation: "unknown" } },
    ] as const;
    for (const none of [undefined, null, {}, { environment: "x", locale: "fr", store: null }]) {
      expect(localeOf(none as never)).toBe("en");
      expect(contextsGiven(contexts, none as never)).toBe(0b111);
    }
    expect([localeOf({ locale: "ko" }), localeOf({ locale: "en" })]).toEqual(["ko", "en"]);
  });
  it("Options of a check switch contexts on by the bit that each carries", () => {
    const contexts = [
      { bit: 1, environment: "pc" },
      { bit: 2, environment: "mobile" },
      { bit: 4, store: { productType: "digital" } },
    ] as const;
    const on = (options: Parameters<typeof contextsGiven>[1]) => contextsGiven(contexts, options);
    expect(on({})).toBe(0b011);
    expect(on({ environment: "pc" })).toBe(0b001);
    expect(on({ environment: "mobile", store: { productType: "digital" } })).toBe(0b110);
    expect(on({ environment: "pc", store: { productType: "real" } })).toBe(0b001);
  });
  it("Options of a check give the present in whole seconds, and the contexts that need one only with it", () => {
    const contexts = [{ bit: 1 }, { bit: 2, now: true }] as const;
    const on = (now?: Date | string) => contextsGiven(contexts, { ...(now && { now }) });
    expect(on()).toBe(0b01);
    expect(on(new Date(Number.NaN))).toBe(0b01);
    expect(on(new Date(0))).toBe(0b01);
    expect(on(new Date(1_999))).toBe(withTime(0b11, 1));
    expect(on("1970-01-01T00:00:02Z")).toBe(withTime(0b11, 2));
  });
});
