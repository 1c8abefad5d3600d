import { describe, expect, it } from "vitest";
import { gatewayNamed } from "../../dist/gatewayFacts.js";
import { lintText } from "../../dist/lint/index.js";
import { loadValidator } from "../../dist/loadValidator.js";
import {
  isCard,
  issuersOffered,
  kindOf,
  methodsOffered,
  payingGateways,
  requestFor,
} from "../../docs/site/src/recipes.js";
import { issuerColumns } from "../../docs/site/src/surveys.js";
import { languages, literal, writtenAs } from "../../docs/site/src/writing.js";

const environments = ["pc", "mobile", "any"] as const;
const written = languages.flatMap((language) =>
  (["ko", "en"] as const).map((locale) => [language, locale] as const),
);
const rows = payingGateways.map((gateway) => ({ name: kindOf(gateway), gateway }));

describe("The request builder", () => {
  it.each(rows)(
    "The request builder offers $name only what its table allows",
    async ({ gateway }) => {
      const validator = await loadValidator(kindOf(gateway));
      for (const environment of environments) {
        const { offered, refused } = await methodsOffered(gateway, environment, "ko");
        expect(offered.length).toBeGreaterThan(0);
        for (const { why } of refused) expect(why).not.toBe("");
        for (const method of offered) {
          const issuers = await issuersOffered({ gateway, environment, method }, "ko");
          for (const { why } of issuers.refused) expect(why).not.toBe("");
          for (const issuer of [undefined, ...issuers.offered]) {
            const choice = { gateway, environment, method, ...(issuer && { issuer }) };
            const payload = await requestFor(choice, "ko");
            expect(validator.check(payload, { environment }).diagnostics).toEqual([]);
          }
        }
      }
    },
  );

  it.each(rows)(
    "The request builder writes $name as code in which nothing is found",
    async ({ gateway }) => {
      const { offered } = await methodsOffered(gateway, "any", "en");
      for (const method of offered) {
        const issuers = await issuersOffered({ gateway, environment: "any", method }, "en");
        const [issuer] = issuers.offered;
        const choice = { gateway, environment: "any", method, ...(issuer && { issuer }) } as const;
        for (const [language, locale] of written) {
          const payload = await requestFor(choice, locale);
          const result = await lintText(writtenAs(language, payload, gateway), {
            filename: language === "json" ? "request.json" : `request.${language.slice(0, 1)}s`,
            gateway: gateway.code,
            kind: kindOf(gateway),
          });
          // The ids of the sample shop are for the reader to replace.
          const rules = result.diagnostics.map(({ rule }) => rule);
          expect(rules.filter((rule) => rule !== "channel/sample-id")).toEqual([]);
          // A code that is a company's name too means the company's first code.
          const { code } = gatewayNamed(gateway.code, gateway.version) ?? gateway;
          if (code === gateway.code) expect(result.reports[0]?.kind).toBe(kindOf(gateway));
        }
      }
    },
  );

  it("The request builder offers card companies for cards alone, and says why one is missing", async () => {
    const nice = payingGateways.find(({ code, version }) => code === "nice_v2" && version === "v2");
    if (!nice) throw new Error("no such gateway");
    const { offered } = await methodsOffered(nice, "any", "en");
    for (const method of offered) {
      const issuers = await issuersOffered({ gateway: nice, environment: "any", method }, "en");
      expect(issuers.offered.length > 0).toBe(isCard(method));
    }
    const ids = offered.map(({ id }) => id);
    expect(ids).toContain("EASY_PAY/KAKAOPAY");
    // A wallet that needs to know how it is paid is offered with each of its ways.
    expect(ids).not.toContain("EASY_PAY/NAVERPAY");
    expect(ids).toContain("EASY_PAY/NAVERPAY/CARD");
  });

  it("The request builder offers card companies only where a rule tells them apart, with what the rules read", async () => {
    const columns = await issuerColumns("v1", "en");
    const codes = columns.map(({ gateway }) => gateway.code);
    expect(codes).toContain("kcp");
    expect(codes).not.toContain("kcp_billing");
    const kcp = columns.find(({ gateway }) => gateway.code === "kcp");
    const titles = Object.values(kcp?.answers ?? {}).flatMap(({ facts }) =>
      facts.map(({ title }) => title.en),
    );
    expect(new Set(titles).size).toBe(1);
  });

  it("The request builder quotes only the keys that need it", () => {
    expect(literal({ a: 1, "b-c": [{ d: "e" }], f: {} })).toBe(
      '{\n  a: 1,\n  "b-c": [\n    {\n      d: "e",\n    },\n  ],\n  f: {},\n}',
    );
  });
});
