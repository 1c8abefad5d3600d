import type { requestPay } from "paylint/ksnet/v1";
import { expect, it } from "vitest";
import { validators } from "../../../dist/generated/validators.js";
import { plain } from "../../support/payloads.js";

it("Every kind has a predicate that agrees with its validator", async () => {
  const entry: Record<string, unknown> = await import("paylint/ksnet/v1");
  for (const [name, one] of Object.entries(entry)) {
    if (!Object.values(validators).includes(one as never)) continue;
    const is = entry[`is${name[0]?.toUpperCase()}${name.slice(1)}`] as (
      value: unknown,
      options?: object,
    ) => boolean;
    const { is: own, schema } = one as typeof requestPay;
    expect(schema).toBeTypeOf("object");
    for (const value of [{}, null, plain, { ...plain, m_redirect_url: undefined }]) {
      for (const options of [undefined, {}, { environment: "pc" }] as const) {
        expect(is(value, options)).toBe(own(value, options));
      }
    }
  }
});
