import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partialKinds } from "../../../dist/generated/partialKinds.js";
import { validators } from "../../../dist/generated/validators.js";
import { checkPartial, type PartialKind } from "../../../src/constraint/checkPartial.js";
import { anyCharacter, hole, markOpen, Unknown } from "../../../src/validator/unknown.js";
import { forget } from "../../support/abstractions.js";
import { breakableRules, validOf, violatingOf } from "../../support/arbitraries.js";
import { kindOf } from "../../support/kindOf.js";
import { direct, type Kind, plain, shippedKinds, someKinds } from "../../support/payloads.js";

const partial = Object.fromEntries(
  await Promise.all(shippedKinds.map(async (kind) => [kind, await partialKinds[kind]?.()])),
) as Record<Kind, PartialKind>;
const found = (payload: unknown, kind: Kind = "ksnet.v1.request-pay") =>
  checkPartial(partial[kind], payload).map(({ rule, path }) => `${rule} ${path}`);

const payloadsOf = (kind: Kind) =>
  fc.oneof(
    fc.jsonValue(),
    validOf(kind),
    ...breakableRules(kind).map((rule) => violatingOf(kind, rule)),
  );

describe.each(someKinds(2))("%s", (kind) => {
  it("The partial check finds in a payload that is known whole what the validator finds", () => {
    fc.assert(
      fc.property(payloadsOf(kind), (payload) => {
        expect(checkPartial(partial[kind], payload)).toEqual(
          validators[kind].check(payload).diagnostics,
        );
      }),
      { numRuns: 10 },
    );
  });
  it("The partial check finds nothing in a part of a payload that is not wrong with the whole", () => {
    fc.assert(
      fc.property(
        payloadsOf(kind),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
        (payload, stream) => {
          const random = () => stream.next().value as number;
          const places = new Set(
            validators[kind].check(payload).diagnostics.map(({ path }) => path),
          );
          const isWrong = (path: string) =>
            places.has(path) || [...places].some((place) => path.startsWith(`${place}/`));
          const found = checkPartial(partial[kind], forget(payload, random));
          expect(found.map(({ path }) => path).filter((path) => !isWrong(path))).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe("a request that is known whole", () => {
  const kind = "ksnet.v1.request-pay";
  const { tax_free: _, m_redirect_url: __, ...onPc } = plain as Record<string, unknown>;
  const store = {
    storeDetails: { businessName: "Shop", businessRegistrationNumber: "1234567891" },
  };
  it.each<[what: string, payload: object]>([
    ["in order", plain],
    ["for PC only, of which nobody said how it is taxed", onPc],
    ["with a misspelt key", { ...onPc, amuont: 1 }],
    ["with a misspelt key that must not be given", { ...direct("367"), ...store, cardQuota: [3] }],
    ["with a card number in it", { ...plain, name: "4539578763621486", custom_data: {} }],
  ])(
    "A request known whole is told of as the validator tells of it, under any conditions: %s",
    (_what, payload) => {
      for (const environment of ["any", "pc", "mobile"] as const) {
        for (const taxation of ["mixed", "exempt"] as const) {
          for (const locale of ["en", "ko"] as const) {
            const options = { environment, store: { taxation }, locale };
            expect(checkPartial(partial[kind], payload, options)).toEqual(
              validators[kind].check(payload, options).diagnostics,
            );
          }
        }
      }
    },
  );
  it("A request known whole has its faults at their places in lists of lists", () => {
    const row = { type: "array", items: { type: "array", items: { type: "number" } } } as const;
    const { foundForSure, found: foundByValidator } = kindOf({ shape: { properties: { row } } });
    const payload = { row: [[], [1, 2, "x"], ["y"]] };
    expect(foundForSure(payload)).toEqual(["shape/type /row/1/2", "shape/type /row/2/0"]);
    expect(foundByValidator(payload)).toEqual(foundForSure(payload));
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
      ["shape/pattern /pg", "shape/deprecated /pg"],
    ],
    [
      "a text whose known parts break its form",
      { ...plain, vbank_due: new Unknown("x", ["string"], `${hole}/12/31`) },
      ["shape/format /vbank_due"],
    ],
    [
      "a number too long already",
      { ...plain, merchant_uid: new Unknown("x", ["string"], "a".repeat(41) + hole) },
      ["shape/length /merchant_uid"],
    ],
    [
      "a text of which only the length is known, and which is too long",
      { ...plain, merchant_uid: new Unknown("x", ["string"], anyCharacter.repeat(44)) },
      ["shape/length /merchant_uid"],
    ],
    [
      "a text that may be short enough",
      { ...plain, merchant_uid: new Unknown("x", ["string"], `${anyCharacter.repeat(4)}${hole}`) },
      [],
    ],
    [
      "an amount that may be a text or a number",
      { ...plain, amount: new Unknown("total", ["string", "number"]) },
      [],
    ],
    [
      "a comparison with a value that an object may hold which is not seen whole",
      markOpen({ ...plain, amount: undefined, tax_free: 5 }),
      [],
    ],
    [
      "a date compared with one that an object may hold which is not seen whole",
      { ...plain, period: markOpen({ from: "20260102" }) },
      [],
    ],
    [
      "one wrong item among unknown ones",
      { ...plain, display: { card_quota: markOpen([any, 1]) } },
      ["installment/range /display/card_quota/1"],
    ],
  ])(
    "A request known in part has only the faults that are sure: %s",
    (_name, payload, expected) => {
      expect(found(payload)).toEqual(expected);
    },
  );
  it("A note names the source of what is not known, secrets masked", () => {
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
