import { describe, expect, it } from "vitest";
import { type CallKind, kindsCalled, nameOfPath } from "../../../src/extract/calls.js";

const service = {
  hosts: ["api.pay.example"],
  names: ["payco"],
  ownPaths: ["/own/"],
  keys: "snake_case" as const,
  secrets: [],
};
const kind = (path: string): CallKind => ({
  kind: `a.v1${path}`,
  gateway: "a",
  calls: [{ method: "POST", path }],
  service,
  names: {},
});
const kinds = [kind("/payments/cancel"), kind("/own/{id}"), kind("/own/{id}/cancel")];

const called = (text: string, written = text, file = "") =>
  kindsCalled(kinds, "post", { text, written, file }).map((one) => one.kind);

describe("A REST call is recognised by the service that the tables name", () => {
  it.each([
    ["https://api.pay.example/payments/cancel", ["a.v1/payments/cancel"]],
    ["//api.pay.example:443/payments/cancel?a=1", ["a.v1/payments/cancel"]],
    ["https://api.pay.example/own/7", ["a.v1/own/{id}"]],
    ["https://api.pay.example/own/", []],
    ["https://api.pay.example/own/7/cancel", ["a.v1/own/{id}/cancel"]],
    ["https://api.pay.example/own//cancel", []],
    ["https://api-pay.example/payments/cancel", []],
    ["https://api.pay.example.evil.example/payments/cancel", []],
    ["https://shop.example/payments/cancel", []],
    ["\ue000/own/7", ["a.v1/own/{id}"]],
    ["\ue000/payments/cancel", []],
  ])("The tables decide whether %s is an address of the service", (address, expected) => {
    expect(called(address)).toEqual(expected);
  });

  it("A REST call is recognised behind an unknown base when the code names the service", () => {
    const address = "\ue000/payments/cancel";
    expect(called(address, "`${PAYCO_URL}/payments/cancel`")).toHaveLength(1);
    expect(called(address, address, 'const url = "https://api.pay.example";')).toHaveLength(1);
    expect(called(address, address, 'const url = "https://api.pay.example/v2";')).toEqual([]);
  });

  it("A REST call is not recognised with another method", () => {
    const text = "https://api.pay.example/payments/cancel";
    expect(kindsCalled(kinds, "GET", { text, written: text, file: "" })).toEqual([]);
  });

  it("The path of a REST call is shown without what is not known", () => {
    expect(nameOfPath(`https://a.example/own/\ue000/${"\ue001".repeat(36)}?b`)).toBe("/own/…/…");
  });
});
