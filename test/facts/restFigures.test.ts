import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rules } from "paylint";
import { describe, expect, it } from "vitest";
import { validators } from "../../dist/generated/validators.js";
import type { Vector } from "../../src/compiler/examples/vectors.js";
import { withoutValue, withValue } from "../../src/examples/edit.js";
import { parsePointer, wildcardPath } from "../../src/validator/pointer.js";
import { type Kind, kinds } from "../support/payloads.js";
import { table } from "../support/tables.js";

/**
 * Holds what paylint does against the figures of PortOne's REST description, key by key. `rest-figures.json` says of
 * a key its type and then what is true of it; a newer edition of the figures shows up here as the lines that changed.
 */
const read = (path: string) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8"));
const figures = read("rest-figures.json").kinds as Record<
  Kind,
  { calls: string[]; keys: Record<string, string> }
>;

/** Where other sources count, or say more. Each is explained under the rule's disagreements or in its case. */
const settled: Partial<Record<Kind, Record<string, string>>> = {
  // Or merchant_uid.
  "ksnet.v1.cancel": {
    "/imp_uid": "string ksnet-required",
    // The figures call it a list, its description an object.
    "/extra": "object|array",
    "/extra/requester": "string enum:customer,admin",
  },
  "ksnet.v1.billing-key": {
    "/channel_key": "string max:55",
    // The page on smart routing writes the group's id otherwise.
    "/channelGroupId": "string max:55",
    // It repeats the one in the address.
    "/customer_uid": "string",
  },
  // A text stands for a list of one, and an object for its text.
  "ksnet.v1.vbank": { "/custom_data": "string|object", "/notice_url": "string|array" },
  "ksnet.v1.receipt": {
    "/identifier_type": "string enum:person,business,phone,taxcard",
  },
  "ksnet.v1.external-receipt": {
    // Or pg: rest.test.ts tries both.
    "/channel_key": "string ksnet-required",
    "/identifier_type": "string enum:person,business,phone,taxcard",
    "/pg": "string",
    "/merchant_uid": "string",
  },
  "ksnet.v1.onetime": { "/bypass": "string|object" },
  "ksnet.v1.again": { "/bypass": "string|object" },
  "ksnet.v1.schedule": {
    "/schedules/0/bypass": "string|object",
    // Its case names the default that the description gives as well.
    "/schedules/0/currency": "string ksnet-required",
    // The newer figures name the gateways that read these.
    "/schedules/0/cash_receipt_type": "string ksnet-unsupported",
    "/schedules/0/use_card_point": "boolean ksnet-unsupported",
    "/schedules/0/vat_amount": "number ksnet-unsupported",
    "/schedules/0/name": "string required max:40",
    "/schedules/0/buyer_email": "string max:64",
    "/schedules/0/buyer_tel": "string max:16",
    "/schedules/0/buyer_addr": "string max:128",
    "/schedules/0/buyer_postcode": "string max:8",
    "/schedules/0/buyer_name": "string ksnet-required max:16",
    "/schedules/0/product_type": "string ksnet-required enum:real,digital",
  },
  "ksnet.v1.payment": { "/status": "string required enum:ready,paid,failed,cancelled" },
};

interface ShapeSchema {
  type?: string | string[];
  enum?: unknown[];
  default?: unknown;
  required?: string[];
  properties?: Record<string, ShapeSchema>;
  items?: ShapeSchema;
}

const shapeOf = (kind: Kind) =>
  (validators[kind].schema as { $defs: { shape: ShapeSchema } }).$defs.shape;

function everyKey(shape: ShapeSchema, at = ""): string[] {
  return [
    ...Object.entries(shape.properties ?? {}).flatMap(([key, below]) => [
      `${at}/${key}`,
      ...everyKey(below, `${at}/${key}`),
    ]),
    // A list of plain values has no keys below.
    ...(shape.items?.properties ? everyKey(shape.items, `${at}/0`) : []),
  ];
}

function shapeAt(shape: ShapeSchema, path: string): ShapeSchema {
  return parsePointer(wildcardPath(path)).reduce(
    (at, key) => (key === "*" ? at.items : at.properties?.[key]) as ShapeSchema,
    shape,
  );
}

const longText = (path: string, length: number) =>
  path.endsWith("/pg") ? "ksnet.".padEnd(length, "1") : "가".repeat(length);

/** What paylint makes of a key, found out by trying, in the words of the figures. */
function behaviour(kind: Kind, path: string): string {
  const [first] = read(`../../dist/vectors/${kind}.json`) as Vector[];
  const sample = first?.payload as Record<string, unknown>;
  const shape = shapeOf(kind);
  const at = shapeAt(shape, path);
  const types = [at.type ?? []].flat().filter((type) => type !== "null");
  const finds = (payload: unknown, rule: string, severity: string) =>
    validators[kind]
      .check(payload)
      .diagnostics.some(
        (one) => one.path === path && one.rule === rule && one.severity === severity,
      );
  const given: Record<string, unknown> = { string: "text", number: 3, integer: 3, array: ["a"] };
  const value = at.enum?.[0] ?? given[types[0] as string] ?? (types[0] === "object" ? {} : true);
  const withIt = withValue(sample, path, value);

  const isMissing = (payload: unknown) => finds(payload, "shape/required", "error");
  const needed = isMissing(withoutValue(withIt, path));
  if (types.includes("string")) {
    for (const blank of ["", "  "]) expect(isMissing(withValue(sample, path, blank))).toBe(needed);
  }
  const parent = shapeAt(shape, path.slice(0, path.lastIndexOf("/")));
  const byPortOne = parent.required?.includes(parsePointer(path).at(-1) as string);
  const tooLong = [...Array(300).keys()].find((length) =>
    finds(withValue(sample, path, longText(path, length + 1)), "shape/length", "error"),
  );
  for (const allowed of at.enum ?? []) {
    expect(finds(withValue(sample, path, allowed), "shape/enum", "error")).toBe(false);
  }
  const isClosed = finds(withValue(sample, path, "none of these"), "shape/enum", "error");
  const isTyped = finds(
    withValue(sample, path, types.includes("string") ? 7 : "7"),
    "shape/type",
    "error",
  );
  return [
    isTyped ? types.join("|") : "any",
    ...(needed ? [byPortOne ? "required" : "ksnet-required"] : []),
    ...(finds(withIt, "shape/unsupported", "warning") ? ["ksnet-unsupported"] : []),
    ...(finds(withIt, "shape/deprecated", "info") ? ["deprecated"] : []),
    ...(tooLong === undefined ? [] : [`max:${tooLong}`]),
    ...(isClosed ? [`enum:${at.enum?.join(",")}`] : []),
    ...(at.default === undefined ? [] : [`default:${at.default}`]),
  ].join(" ");
}

describe.each(Object.keys(figures) as Kind[])("%s", (kind) => {
  it("The kind is as the figures say, key by key", () => {
    const expected: Record<string, string> = { ...figures[kind].keys, ...settled[kind] };
    const untyped = Object.keys(expected).filter((path) => expected[path]?.startsWith("any"));
    const found = Object.fromEntries(
      everyKey(shapeOf(kind)).map((path) => {
        const line = behaviour(kind, path);
        return [path, untyped.includes(path) ? line.replace(/^\S+/, "any") : line];
      }),
    );
    expect(found).toEqual(expected);
  });
  it("The kind is posted to the calls of the figures", () => {
    const { calls } = table(`portone/v1/${kind.replace("ksnet.v1.", "")}/kind.yaml`);
    expect([...calls].sort()).toEqual(figures[kind].calls);
  });
});

it("Every kind but those of the payment window has figures", () => {
  expect(kinds.filter((kind) => kind.startsWith("ksnet.v1.") && !(kind in figures))).toEqual([
    "ksnet.v1.callback",
    "ksnet.v1.request-pay",
  ]);
});

it("Every deviation from the figures is told as a disagreement or has a source of its own", () => {
  const told = rules.flatMap(({ kinds: all, disagreements }) => {
    const names = Object.keys(all).map((kind) => kind.split(".")[2]);
    return disagreements.flatMap(({ kinds: about = names, path }) =>
      about.map((kind) => `${kind} ${path}`),
    );
  });
  expect(told).toEqual(
    expect.arrayContaining([
      "billing-key /channel_key",
      "receipt /identifier_type",
      "external-receipt /identifier_type",
      "external-receipt /channel_key",
    ]),
  );
});
