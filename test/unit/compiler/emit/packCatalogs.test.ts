import { describe, expect, it } from "vitest";
import { packCatalogs } from "../../../../src/compiler/emit/packCatalogs.js";
import type { ExampleCatalog, Violation } from "../../../../src/examples/catalog.js";
import { unpackCatalogs } from "../../../../src/examples/packedCatalog.js";

const missing: Violation = {
  rule: "shape/required",
  path: "/amount",
  name: "missing /amount",
  options: {},
  sets: [],
  removes: ["/amount"],
};
const onPhones: Violation = {
  rule: "buyer/phone",
  path: "/phone",
  name: 'missing /phone issuer 361 /method="card"',
  options: { environment: "mobile" },
  sets: [
    ["/method", "card"],
    ["/issuer", "361"],
  ],
  removes: ["/phone"],
};
const wrong: Violation = {
  rule: "amount/least",
  path: "/amount",
  name: "wrong /amount",
  options: {},
  sets: [["/amount", 0]],
  removes: [],
};
const base: ExampleCatalog = {
  kind: "portone.v1.pay",
  sample: { amount: 1, method: "card" },
  domain: {
    type: "object",
    values: [{}],
    closed: false,
    properties: {
      amount: { type: "integer", values: [1], closed: false, minimum: 0, properties: {} },
      method: { type: "string", values: ["card", "phone"], closed: true, properties: {} },
      any: { values: [{}], closed: false, properties: {} },
      list: {
        type: "array",
        values: [[]],
        closed: false,
        properties: {},
        items: { type: "string", values: ["text"], closed: false, maxLength: 9, properties: {} },
      },
    },
  },
  violations: [missing, onPhones],
};
const extended: ExampleCatalog = {
  ...base,
  kind: "shop.v1.pay",
  sample: { ...base.sample, phone: "010" },
  violations: [missing, wrong, onPhones],
};

const packed = packCatalogs([
  { catalog: base, base: undefined },
  { catalog: extended, base: base.kind },
]);

describe("Packed catalogs", () => {
  it("Packed catalogs are the same catalogs when they are unpacked", () => {
    const unpacked = unpackCatalogs(packed);
    expect(Object.keys(unpacked)).toEqual([base.kind, extended.kind]);
    expect(unpacked[base.kind]?.()).toEqual(base);
    expect(unpacked[extended.kind]?.()).toEqual(extended);
  });

  it("Packed catalogs make a catalog once", () => {
    const unpacked = unpackCatalogs(packed);
    expect(unpacked[extended.kind]?.()).toBe(unpacked[extended.kind]?.());
  });

  it("Packed catalogs hold a violation of several kinds once, without what its path and what it sets say", () => {
    const { ways, pairs } = packed.violations;
    expect(pairs).toHaveLength(2 * 3);
    expect(ways.map(([, name]) => name)).toEqual([
      "missing @",
      "missing @ issuer 361 #0",
      "wrong @",
    ]);
  });

  it("Packed catalogs refuse a name that would be read otherwise", () => {
    for (const name of ["at @", "wrong /amount #0"]) {
      const catalog = { ...base, violations: [{ ...wrong, name }] };
      expect(() => packCatalogs([{ catalog, base: undefined }])).toThrow("cannot be packed");
    }
  });
});
