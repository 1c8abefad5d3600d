import { onetime, requestPay } from "paylint/ksnet/v1";
import { describe, expect, it } from "vitest";
import type { Fault, KindFacts } from "../../../src/validator/compiled.js";
import { findingIn } from "../../../src/validator/diagnostics.js";
import { isOpen, markOpen } from "../../../src/validator/unknown.js";
import { keysAndTextsIn, unlistedIn } from "../../../src/validator/unlistedContent.js";
import { anywhereTests } from "../../../src/validator/valueScan.js";
import { plain } from "../../support/payloads.js";

describe("The search for unlisted content", () => {
  it("The search for unlisted content suggests a key for the first hundred unknown ones", () => {
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
  it("The search for unlisted content finds card numbers where they do not belong, and only there", () => {
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
    expect(rulesOf(billing).join()).not.toContain("pci/");
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

describe("What the checks do not find", () => {
  const card = "4539578763621486";
  const said = (text: string) => ({ en: text, ko: `${text}(ko)` });
  const words = { severity: "warning", message: said(""), sources: [] } as const;
  const forbidden = (path: string): Fault => ({
    ...{ ...words, rule: "r", path, is: "forbidden", ofShape: false },
  });
  const facts: Pick<
    KindFacts,
    "known" | "unknownProperty" | "elsewhere" | "secrets" | "faults" | "anywhere"
  > = {
    known: { code: true, list: { "*": { code: true, other: true, secret: true } }, special: true },
    secrets: { "/list/*/secret": true },
    unknownProperty: { ...words, rule: "unknown", hint: said(" Or {nearest}?") },
    elsewhere: {
      ...{ ...words, rule: "elsewhere" },
      keys: { "/list/*/foreign": said("Others"), "/foreign": said("Some") },
    },
    anywhere: [
      {
        ...{ ...words, rule: "card", pattern: "^[0-9]", predicate: "not-card-number", args: {} },
      },
    ],
    faults: [forbidden("/special"), forbidden("/list/*/other"), forbidden("/code")],
  };
  const tests = anywhereTests(facts.anywhere);
  const found = (payload: unknown, refused: readonly string[] = []) =>
    Array.from(
      keysAndTextsIn(payload, facts, tests, () =>
        refused.map((path) => ({ ...findingIn(facts.faults, 0), path })),
      ),
      ({ rule, path, terms }) => {
        const [term] = Object.values(terms ?? {}) as { en: string; ko: string }[];
        return `${rule} ${path}${term ? ` ${term.en}|${term.ko}` : ""}`;
      },
    );

  it("A stray is told apart by where it is in a list, too", () => {
    const payload = {
      foreign: 1,
      list: [
        { foreign: 1, secret: card },
        { code: card, zzzzzz: 1 },
      ],
      secret: card,
    };
    const strays = Array.from(unlistedIn(payload, facts, tests), ({ is, path }) => `${is} ${path}`);
    expect(strays.sort()).toEqual([
      "elsewhere /foreign",
      "elsewhere /list/0/foreign",
      "text /list/1/code",
      "text /secret",
      "unknownProperty /list/1/zzzzzz",
      "unknownProperty /secret",
    ]);
    expect(found({ list: [{ foreign: 1 }] })).toEqual([
      "elsewhere /list/0/foreign Others|Others(ko)",
    ]);
    const [text] = keysAndTextsIn({ code: card }, facts, tests, () => []);
    expect(text).toEqual({ ...facts.anywhere[0], path: "/code" });
  });

  it("A stray is hinted at by the key that was meant, unless that is given in the same item", () => {
    const given = { list: [{ code: 1 }, { othr: 1, other: 1 }, { othr: 1 }] };
    expect(found(given)).toEqual([
      "unknown /list/1/othr |",
      "unknown /list/2/othr  Or list[2].other?| Or list[2].other?(ko)",
    ]);
    expect(found({ othr: 1, list: [{ other: 1 }] })).toEqual([
      "unknown /othr  Or list[].other?| Or list[].other?(ko)",
    ]);
  });

  it("What the checks do not find is hinted at by no key that is given, whatever its value is", () => {
    for (const special of [0, false, "", null]) {
      expect(found({ specal: 1, special })).toEqual(["unknown /specal |"]);
    }
  });

  it("A stray is hinted at by no key that would be refused in its place, whatever is refused elsewhere", () => {
    const hint = "unknown /specal  Or special?| Or special?(ko)";
    expect(found({ specal: 1 })).toEqual([hint]);
    expect(found({ specal: 1 }, ["/special"])).toEqual(["unknown /specal |"]);
    expect(found({ specal: 1 }, ["/code"])).toEqual([hint]);
    expect(found({ specal: 1 }, ["/spec"])).toEqual([hint]);
    expect(found({ list: [{}, { othr: 1 }] }, ["/list/1/other"])).toEqual([
      "unknown /list/1/othr |",
    ]);
  });

  it("A stray is tried at the place of the key that was meant, with all else as it is", () => {
    const tried: unknown[] = [];
    const payload = markOpen({ code: 1, list: [{ code: 2 }, markOpen({ othr: 3 })] });
    for (const _ of keysAndTextsIn(payload, facts, tests, (one) => {
      tried.push(one);
      return [];
    }));
    expect(tried).toEqual([{ code: 1, list: [{ code: 2 }, { othr: 3, other: 3 }] }]);
    const [moved] = tried as [{ list: object[] }];
    expect([moved, moved.list, ...moved.list].map(isOpen)).toEqual([true, false, false, true]);
    expect(payload).toEqual({ code: 1, list: [{ code: 2 }, { othr: 3 }] });
  });
});
