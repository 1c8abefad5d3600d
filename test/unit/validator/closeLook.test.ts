import { onetime, requestPay } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";
import { plain } from "../../support/payloads.js";

describe("A close look at a payload", () => {
  it("suggests a key for the first hundred unknown ones", () => {
    const keys = Object.fromEntries(
      Array.from({ length: 102 }, (_, index) => [
        `amoun${index % 2 ? "" : "_"}${"t".repeat(1)}${"_".repeat(index)}`,
        1,
      ]),
    );
    const hints = requestPay
      .check({ ...plain, amount: undefined, ...keys })
      .diagnostics.filter(({ rule }) => rule === "shape/unknown-property")
      .map(({ message }) => message.includes("Did you mean amount?"));
    expect(hints).toHaveLength(102);
    expect(hints.filter(Boolean)).toHaveLength(100);
    const [one] = requestPay.check({ ...plain, zzzzzz: 1 }).diagnostics;
    expect(one?.message).not.toContain("Did you mean");
    expect(one?.message.endsWith(".")).toBe(true);
  });
  it("finds card numbers where they do not belong, and only there", () => {
    const card = "4111-1111-1111-1111";
    const billing = {
      merchant_uid: "m",
      amount: 1,
      card_number: card,
      expiry: "2030-12",
      buyer_name: "b",
      product_type: "real",
    };
    const rulesOf = (payload: object) =>
      onetime.check(payload).diagnostics.map(({ rule, path }) => `${rule} ${path}`);
    expect(rulesOf(billing)).not.toContain("pci/card-number /card_number");
    expect(rulesOf({ ...billing, name: "9410-1234-5678-9002" })).toContain("pci/card-number /name");
    expect(rulesOf({ ...billing, name: card })).toContain("pci/test-card-number /name");
    expect(rulesOf({ ...billing, name: card })).not.toContain("pci/card-number /name");
    expect(
      requestPay
        .check({ ...plain, custom_data: { a: [card] } })
        .diagnostics.map(({ path }) => path),
    ).toEqual(["/custom_data/a/0"]);
    expect(
      requestPay.check({ ...plain, custom_data: { a: 4111111111111111 } }).diagnostics,
    ).toHaveLength(1);
    expect(requestPay.check({ ...plain, custom_data: { a: "10" } }).diagnostics).toEqual([]);
    expect(
      requestPay.check({ ...plain, name: 4111111111111111 }).diagnostics.map(({ rule }) => rule),
    ).toContain("pci/test-card-number");
  });
});
