import { describe, expect, it } from "vitest";
import {
  callKindOf,
  kindsByName,
  possibleKinds,
  withoutSchemaKey,
} from "../../../../dist/lint/attribution/kinds.js";
import { isOpen, markOpen } from "../../../../dist/validator/unknown.js";

// In no order, and with one name that is within another.
const kinds = [
  "kcp.v2.cancel",
  "kcp.v2.cancel-schedule",
  "ksnet.v2.cancel",
  "ksnet.v1.cancel",
  "portone.v1.cancel",
  "portone.v1.request-pay",
  "portone.v2.webhook",
];

describe("The name of a file says its kinds", () => {
  it.each([
    ["cancel.json", ["ksnet.v1.cancel", "portone.v1.cancel"]],
    ["a.cancel.json", ["ksnet.v1.cancel", "portone.v1.cancel"]],
    ["orders/a.cancel.json", ["ksnet.v1.cancel", "portone.v1.cancel"]],
    ["a.cancel.draft.json", []],
    ["a.v1.cancel.json", ["ksnet.v1.cancel", "portone.v1.cancel"]],
    ["a.v2.cancel.yaml", ["kcp.v2.cancel", "ksnet.v2.cancel"]],
    ["v2.cancel.json", ["kcp.v2.cancel", "ksnet.v2.cancel"]],
    ["a.v3.cancel.json", ["ksnet.v1.cancel", "portone.v1.cancel"]],
    ["a.cancel-schedule.json", ["kcp.v2.cancel-schedule"]],
    ["webhook.json", ["portone.v2.webhook"]],
    ["ksnet.v2.cancel.json", ["ksnet.v2.cancel"]],
    ["a.ksnet.v2.cancel.json", ["ksnet.v2.cancel"]],
    ["aksnet.v2.cancel.json", ["kcp.v2.cancel", "ksnet.v2.cancel"]],
    ["acancel.json", []],
    ["cancel.d/a.json", []],
    ["cancel", ["ksnet.v1.cancel", "portone.v1.cancel"]],
    ["a.json", []],
    ["", []],
  ])("The name of a file says its kinds: %s: %j", (file, expected) => {
    expect(kindsByName(file, kinds)).toEqual(expected);
  });
});

describe("A payload can be of", () => {
  const kind = "ksnet.v1.cancel";
  const fallbackKind = "portone.v2.webhook";
  const $schema = "https://paylint.example/schemas/kcp.v2.cancel.json";
  const filename = "a.request-pay.json";
  it.each([
    ["the kind asked for before all", { $schema }, { kind, fallbackKind }, [kind]],
    [
      "the kind of its $schema before the fallback",
      { $schema },
      { fallbackKind },
      ["kcp.v2.cancel"],
    ],
    ["the fallback before what the file's name says", {}, { fallbackKind }, [fallbackKind]],
    ["what the file's name says", {}, {}, ["portone.v1.request-pay"]],
    [
      "the kind of a $schema without an ending",
      { $schema: "kcp.v2.cancel" },
      {},
      ["kcp.v2.cancel"],
    ],
    [
      "the kind of a $schema behind a colon",
      { $schema: "paylint:kcp.v2.cancel" },
      {},
      ["kcp.v2.cancel"],
    ],
    [
      "no kind of a $schema that only begins like one",
      { $schema: "kcp.v2.cancel.json#a" },
      { fallbackKind },
      [fallbackKind],
    ],
    [
      "no kind of a $schema of something else",
      { $schema: "x/package.json" },
      { fallbackKind },
      [fallbackKind],
    ],
    ["no kind of a $schema that is no text", { $schema: 1 }, { fallbackKind }, [fallbackKind]],
    ["the fallback where it is null", null, { fallbackKind }, [fallbackKind]],
    ["the fallback where it is a text", "a", { fallbackKind }, [fallbackKind]],
  ])("A payload can be of: %s", (_name, value, options, expected) => {
    expect(possibleKinds(value, { filename, ...options }, kinds)).toEqual(expected);
  });
});

describe("A kind of a call", () => {
  const call = { kind: "ksnet.v1.cancel", gateway: "other", calls: [], names: {} };
  it("A kind of a call is what the tables say of it", () => {
    expect(callKindOf("ksnet.v1.cancel", [call])).toBe(call);
  });
  it("A kind of a call has its gateway by its name where no call takes it", () => {
    expect(callKindOf("kcp.v2.cancel", [call])).toEqual({
      kind: "kcp.v2.cancel",
      gateway: "kcp",
      calls: [],
      names: {},
    });
  });
});

describe("A payload without its $schema", () => {
  it("has all its other keys", () => {
    expect(withoutSchemaKey({ $schema: "x", a: 1 })).toEqual({ a: 1 });
  });
  it("is open where it was", () => {
    expect(isOpen(withoutSchemaKey(markOpen({ $schema: "x" })) as object)).toBe(true);
    expect(isOpen(withoutSchemaKey({ $schema: "x" }) as object)).toBe(false);
  });
  it.each([[{ a: 1 }], [["$schema"]], [null], ["$schema"], [1], [Object.create({ $schema: "x" })]])(
    "is itself where it has none: %j",
    (value) => {
      expect(withoutSchemaKey(value)).toBe(value);
    },
  );
});
