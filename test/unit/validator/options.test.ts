import { requestPay } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";
import { contextsGiven, settled } from "../../../dist/validator/options.js";
import { plain } from "../../support/payloads.js";

const { tax_free: _, ...untaxed } = plain;

describe("how a shop is taxed decides what a missing tax_free means", () => {
  const said = (options?: Parameters<typeof requestPay.check>[1], of: object = untaxed) =>
    requestPay.check(of, options).diagnostics.map(({ severity, rule }) => `${severity} ${rule}`);
  it("is a warning where nobody said how", () => {
    expect(said()).toEqual(["warning tax/tax-free"]);
    expect(said({ store: {} })).toEqual(["warning tax/tax-free"]);
    expect(said({ store: { productType: "real" } })).toEqual(["warning tax/tax-free"]);
  });
  it("is an error for a shop of mixed taxation", () => {
    expect(said({ store: { taxation: "mixed" } })).toEqual(["error tax/tax-free"]);
    expect(requestPay.is(untaxed, { store: { taxation: "mixed" } })).toBe(false);
    expect(requestPay.is(untaxed)).toBe(true);
  });
  it.each(["taxable", "exempt"] as const)("is nothing for a shop that is %s", (taxation) => {
    expect(said({ store: { taxation } })).toEqual([]);
  });
  it("is nothing where tax_free is passed, or a virtual account is asked for", () => {
    for (const taxation of ["mixed", "taxable", "exempt"] as const) {
      expect(said({ store: { taxation } }, plain)).toEqual([]);
      const vbank = { ...untaxed, pay_method: "vbank", vbank_due: "2030-12-31" };
      expect(said({ store: { taxation } }, vbank)).toEqual([]);
    }
  });
});

describe("a context holds", () => {
  const given = (context: object, options: object) =>
    contextsGiven([{ bit: 1, ...context }], settled(options)) === 1;
  it("where every fact of the shop is as it asks", () => {
    const digitalMixed = { store: { productType: "digital", taxation: "mixed" } };
    expect(given(digitalMixed, digitalMixed)).toBe(true);
    expect(given(digitalMixed, { store: { productType: "digital" } })).toBe(false);
    expect(given(digitalMixed, { store: { taxation: "mixed" } })).toBe(false);
    expect(given(digitalMixed, {})).toBe(false);
  });
  it("for an unknown fact only where nobody said it", () => {
    const unknown = { store: { taxation: "unknown" } };
    expect(given(unknown, {})).toBe(true);
    expect(given(unknown, { store: { productType: "real" } })).toBe(true);
    expect(given(unknown, { store: { taxation: "mixed" } })).toBe(false);
  });
});

it("the same payload gives the same diagnostics, whatever the time", () => {
  for (const now of [new Date(0), new Date("2099-01-01"), new Date(Number.NaN)]) {
    expect(requestPay.check(untaxed, { now })).toEqual(requestPay.check(untaxed));
  }
});

describe("Options of a check", () => {
  it("that are missing, null or unknown mean the defaults", () => {
    const usual = { environment: "any", locale: "en" };
    for (const none of [undefined, null, {}, { environment: "x", locale: "fr" }]) {
      expect(settled(none as never)).toEqual(usual);
    }
    expect(settled({ environment: "pc", locale: "ko" })).toEqual({
      environment: "pc",
      locale: "ko",
    });
    expect(settled({ environment: "mobile" }).environment).toBe("mobile");
  });
  it("switch contexts on by the bit that each carries", () => {
    const contexts = [
      { bit: 1, environment: "pc" },
      { bit: 2, environment: "mobile" },
      { bit: 4, store: { productType: "digital" } },
    ] as const;
    const on = (options: Parameters<typeof settled>[0]) =>
      contextsGiven(contexts, settled(options));
    expect(on({})).toBe(0b011);
    expect(on({ environment: "pc" })).toBe(0b001);
    expect(on({ environment: "mobile", store: { productType: "digital" } })).toBe(0b110);
    expect(on({ environment: "pc", store: { productType: "real" } })).toBe(0b001);
  });
});
