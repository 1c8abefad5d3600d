import fc from "fast-check";
import { rules, validators } from "paylint";
import { valid, violating } from "paylint/arbitraries";
import { describe, expect, it } from "vitest";
import { partialKinds } from "../dist/generated/partialKinds.js";
import { checkPartial } from "../dist/partial/check.js";
import { fits, holds } from "../dist/partial/holds.js";
import { hole, type JsonType, markOpen, Unknown } from "../dist/validator/unknown.js";
import { direct, type Kind, kinds, plain } from "./payloads.js";

const partial = Object.fromEntries(
  await Promise.all(kinds.map(async (kind) => [kind, await partialKinds[kind]?.()])),
);
const found = (payload: unknown, kind: Kind = "ksnet.v1.request-pay") =>
  checkPartial(partial[kind], payload).map(({ rule, path }) => `${rule} ${path}`);

const payloadsOf = (kind: Kind) =>
  fc.oneof(
    fc.jsonValue(),
    valid(kind),
    ...rules
      .filter(({ inText, kinds: spoken }) => Object.hasOwn(spoken, kind) && !inText)
      .map(({ id }) => violating(id, { kind })),
  );

const typeOf = (value: unknown): JsonType =>
  (value === null ? "null" : Array.isArray(value) ? "array" : typeof value) as JsonType;

/** The payload with some of its values known by type only, or not at all, and some keys not seen. */
function forget(value: unknown, random: () => number): unknown {
  const dice = random();
  if (dice < 0.08) return new Unknown("x");
  if (dice < 0.16) return new Unknown("x", [typeOf(value)]);
  if (typeof value === "string" && dice < 0.3) {
    const at = Math.floor(random() * value.length);
    return new Unknown("x", ["string"], value.slice(0, at) + hole);
  }
  if (typeof value !== "object" || value === null) return value;
  const isSeenWhole = random() < 0.7;
  if (Array.isArray(value)) {
    const items = value.map((item) => forget(item, random));
    return isSeenWhole ? items : markOpen(items.slice(0, Math.floor(random() * items.length)));
  }
  const entries = Object.entries(value).map(([key, child]) => [key, forget(child, random)]);
  const seen = isSeenWhole ? entries : entries.filter(() => random() < 0.6);
  const object = Object.fromEntries(seen);
  return isSeenWhole ? object : markOpen(object);
}

describe.each(kinds)("%s", (kind) => {
  it("finds in a payload that is wholly known what the validator finds", () => {
    fc.assert(
      fc.property(payloadsOf(kind), (payload) => {
        expect(checkPartial(partial[kind], payload)).toEqual(
          validators[kind].check(payload).diagnostics,
        );
      }),
      { numRuns: 200 },
    );
  });
  it("finds in what is known of a payload nothing that is not wrong with the whole", () => {
    fc.assert(
      fc.property(
        payloadsOf(kind),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
        (payload, stream) => {
          const random = () => stream.next().value as number;
          const places = new Set(
            validators[kind].check(payload).diagnostics.map(({ path }) => path),
          );
          for (const { path } of checkPartial(partial[kind], forget(payload, random))) {
            const isBelow = [...places].some((place) => path.startsWith(`${place}/`));
            expect(places.has(path) || isBelow, path).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a request of which only a part is known", () => {
  const any = new Unknown("order.total");
  it.each([
    ["nothing of it", new Unknown("payload"), []],
    ["an amount that may be right", { ...plain, amount: any }, []],
    [
      "an amount that is a text for sure",
      { ...plain, amount: new Unknown("`${total}`", ["string"]) },
      ["shape/type /amount"],
    ],
    ["a key that may come from elsewhere", markOpen({ ...plain, buyer_name: undefined }), []],
    [
      "a list that is there, whatever it holds",
      { ...direct("367"), display: { card_quota: markOpen([]) } },
      ["issuer/no-card-quota /display/card_quota"],
    ],
    ["a list that may not be there", { ...direct("367"), display: { card_quota: any } }, []],
    ["an issuer that is not known", { ...plain, card: { direct: { code: any } } }, []],
    [
      "an issuer that is known beside what is not",
      { ...plain, amount: any, card: { direct: { code: "381" } } },
      [
        "issuer/store-details /storeDetails/businessName",
        "issuer/store-details /storeDetails/businessRegistrationNumber",
      ],
    ],
    [
      "a means of payment that is not known",
      { ...plain, pay_method: any, vbank_due: undefined },
      [],
    ],
    [
      "a gateway of which the beginning is known",
      { ...plain, pg: new Unknown("`kcp.${id}`", ["string"], `kcp.${hole}`) },
      ["shape/deprecated /pg"],
    ],
    [
      "a number too long already",
      { ...plain, merchant_uid: new Unknown("x", ["string"], "a".repeat(41) + hole) },
      ["shape/length /merchant_uid"],
    ],
    [
      "one wrong item among unknown ones",
      { ...plain, display: { card_quota: markOpen([any, 1]) } },
      ["installment/range /display/card_quota/1"],
    ],
  ])("%s", (_name, payload, expected) => {
    expect(found(payload)).toEqual(expected);
  });
  it("names the source of what is not known, secrets masked", () => {
    const [first] = checkPartial(partial["ksnet.v1.request-pay"], {
      ...plain,
      amount: new Unknown("String(total)", ["string"]),
    });
    expect(first?.message).toContain("amount is String(total), but must be a number");
    const [card] = checkPartial(partial["ksnet.v1.onetime"], {
      card_number: new Unknown("Number(5353979713138686)", ["number"]),
    });
    expect(JSON.stringify(card)).not.toContain("535397");
  });
});

it("a text fits another with holes", () => {
  expect(fits("ksnet.2999", `ksnet${hole}`)).toBe(true);
  expect(fits("kcp", `ksnet${hole}`)).toBe(false);
  expect(fits("a.c", `a${hole}.c`)).toBe(true);
  expect(fits("abc", `a${hole}.c`)).toBe(false);
});

it("holds says neither yes nor no of what is not known", () => {
  const string = new Unknown("x", ["string"]);
  expect(holds({ type: "string" }, string)).toBe(true);
  expect(holds({ type: "number" }, string)).toBe(false);
  expect(holds({ type: "integer" }, new Unknown("x", ["number"]))).toBeUndefined();
  expect(holds({ enum: ["a"] }, string)).toBeUndefined();
  expect(holds({ enum: [1, true] }, string)).toBe(false);
  expect(holds({ not: { enum: [1] } }, string)).toBe(true);
  expect(holds({ type: "array", contains: { minimum: 2 } }, markOpen([3]))).toBe(true);
  expect(holds({ type: "array", contains: { minimum: 2 } }, markOpen([1]))).toBeUndefined();
  expect(holds({ type: "array", contains: { minimum: 2 } }, [1])).toBe(false);
  expect(holds({ required: ["a"] }, { a: new Unknown("x") })).toBeUndefined();
  expect(holds({ required: ["a"] }, { a: string })).toBe(true);
});
