import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as ksnetV1 from "paylint/ksnet/v1";
import * as ksnetV2 from "paylint/ksnet/v2";
import * as portoneV1 from "paylint/portone/v1";
import * as portoneV2 from "paylint/portone/v2";
import { describe, expect, it } from "vitest";
import { validators } from "../../../dist/generated/validators.js";
import type { Vector } from "../../../src/compiler/examples/vectors.js";
import { kindNames } from "../../../src/compiler/kindNames.js";
import type { Check } from "../../../src/validator/check.js";
import type { CheckOptions } from "../../../src/validator/types.js";
import { type Kind, plain, shippedKinds } from "../../support/payloads.js";
import { value } from "../../support/schemas.js";

const vectorsOf = (kind: Kind): Vector[] =>
  JSON.parse(readFileSync(new URL(`../../../dist/vectors/${kind}.json`, import.meta.url), "utf8"));

const entries: Readonly<Record<string, object>> = {
  ...{ "ksnet.v1": ksnetV1, "ksnet.v2": ksnetV2 },
  ...{ "portone.v1": portoneV1, "portone.v2": portoneV2 },
};

/** The checks without words, by kind. */
const checks = shippedKinds.map((kind) => {
  const { gateway, version, pascal } = kindNames(kind);
  const entry = entries[`${gateway}.${version}`] as Record<string, Check>;
  return [kind, entry[`check${pascal}`]] as [Kind, Check];
});

/** What the validator of the kind says, without its words. */
function withoutWords(kind: Kind, payload: unknown, options?: CheckOptions) {
  const { ok, diagnostics } = validators[kind].check(payload, options);
  const bare = diagnostics.map(({ rule, severity, path }) => ({ rule, severity, path }));
  return { ok, diagnostics: bare };
}

describe.each(checks)("the check without words of %s", (kind, check) => {
  it("The check without words finds what the validator finds in every vector", () => {
    for (const { payload, options } of vectorsOf(kind)) {
      expect(check(payload, options)).toEqual(withoutWords(kind, payload, options));
    }
  });
  it("The check without words finds what the validator finds in any value", () => {
    fc.assert(
      fc.property(value, fc.constantFrom("any", "pc", "mobile"), (payload, environment) => {
        const options = { environment } as const;
        expect(check(payload, options)).toEqual(withoutWords(kind, payload, options));
      }),
    );
  });
});

describe("the check without words", () => {
  const check = ksnetV1.checkRequestPay;
  const agrees = (payload: unknown) => {
    expect(check(payload)).toEqual(withoutWords("ksnet.v1.request-pay", payload));
    return check(payload);
  };
  it("The check without words says nothing of a payload in order", () => {
    expect(check(plain)).toEqual({ ok: true, diagnostics: [] });
  });
  it("The check without words tells unknown keys, keys of other gateways and card numbers apart", () => {
    const stray = { ...plain, amuont: 1, cvs: {}, name: "4539578763621486" };
    expect(agrees(stray).diagnostics.map(({ rule, path }) => `${rule} ${path}`)).toEqual(
      expect.arrayContaining([
        "shape/unknown-property /amuont",
        "shape/unsupported /cvs",
        "pci/card-number /name",
      ]),
    );
  });
  it("The check without words masks a card number in the path of a key that no document lists", () => {
    expect(agrees({ ...plain, "4539578763621486": 1 }).diagnostics[0]?.path).not.toContain("4539");
  });
  it("The check without words finds a value that throws when it is read", () => {
    const hostile = {
      ...plain,
      get amount(): number {
        throw new Error("no");
      },
    };
    expect(agrees(hostile)).toMatchObject({ ok: false, diagnostics: [{ path: "/amount" }] });
  });
});
