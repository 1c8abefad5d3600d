import fc from "fast-check";
import { valid, violating } from "paylint/arbitraries";
import { issuers, requestPay } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";
import { paymentFor } from "./checkout.js";

const order = fc.record({
  id: fc.nat(),
  buyer: fc.constantFrom("김하늘", "Lee"),
  total: fc.integer({ min: 100, max: 3_000_000 }),
  cardCompany: fc.option(fc.constantFrom(...issuers.map(({ code }) => code)), { nil: undefined }),
});

describe("the checkout", () => {
  it("makes a payment that is taken, of any order, for every card company", () => {
    fc.assert(
      fc.property(order, (any) => {
        expect(requestPay.check(paymentFor(any)).diagnostics).toEqual([]);
      }),
    );
  });
});

describe("the server", () => {
  const takes = (body) => requestPay.is(body);
  it("takes whatever is in order", () => {
    fc.assert(fc.property(valid("ksnet.v1.request-pay"), takes));
  });
  it("refuses what a card company would refuse", () => {
    fc.assert(fc.property(violating("issuer/store-details"), (body) => !takes(body)));
  });
});
