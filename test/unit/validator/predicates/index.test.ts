import { describe, expect, it, vi } from "vitest";
import {
  charactersOutsideEucKr,
  eucKr,
  eucKrBytes,
  eucKrLength,
} from "../../../../dist/validator/predicates/eucKr.js";
import { predicates } from "../../../../dist/validator/predicates/index.js";
import { utf8Bytes } from "../../../../dist/validator/predicates/utf8.js";

describe("A predicate", () => {
  it.each([
    [[0, 2, 3, 4], 2, true],
    [[4, 2, 3], 2, true],
    [[3], 2, false],
    [[0, 3], 2, false],
    [[0], 2, true],
    [[], 2, true],
    [[2, 2, 3], 2, true],
    [[3, 4, 5], undefined, true],
    [[3, 5, 9], undefined, false],
    [[2, 2.5, "4"], 2, true],
    ["2,4", 2, true],
  ])("The predicate of consecutive numbers finds a gap in %j from %j: %j", (list, from, holds) => {
    expect(predicates.consecutive(list, from === undefined ? {} : { from })).toBe(holds);
  });
  const business = predicates["business-number"];
  it("The predicate of business numbers takes one of ten digits with the right last one", () => {
    const right = ["1234567891", "1208147521", "2208162517"];
    expect(right.map((one) => business(one))).toEqual([true, true, true]);
    const wrong = [
      "1234567890",
      "123456789",
      "12345678910",
      "",
      "12345678:1",
      "123456789/",
      "123-45-678",
      "１234567891",
    ];
    for (const one of wrong) expect(business(one), one).toBe(false);
    for (const [at, other] of [..."0123456789"].flatMap((_, at) =>
      [..."/: ٣a"].map((one) => [at, one] as const),
    )) {
      for (const last of "0123456789") {
        const digits = [..."123456789", last];
        digits[at] = other;
        expect(business(digits.join("")), digits.join("")).toBe(false);
      }
    }
    expect([1234567891, null, undefined].map((one) => business(one))).toEqual([true, true, true]);
  });
  const date = predicates["calendar-date"];
  it("The predicate of dates takes a date of the calendar, with a time of the day", () => {
    for (const one of [
      "2024-02-29",
      "20251231",
      "2025-12-31 23:59:59",
      "20250101000000",
      1,
      null,
    ]) {
      expect(date(one), String(one)).toBe(true);
    }
    const wrong = [
      "2025-02-29",
      "20251301",
      "20250132",
      "20250100",
      "2025-01-01 24:00:00",
      "2025-01-01 23:60:00",
      "2025-01-01 23:00:60",
    ];
    for (const one of wrong) expect(date(one), one).toBe(false);
  });
  const noCard = predicates["not-card-number"];
  it("The predicate of card numbers knows one by 13 to 19 digits with the right last one", () => {
    for (const one of [
      "4111111111111111",
      "4222222222222",
      "4111 1111-1111 1111",
      "6304000000000000000",
    ]) {
      expect(noCard(one), one).toBe(false);
    }
    for (const one of [
      "4111111111111112",
      "422222222222",
      "42222222222220",
      "00000000000000000000",
      "",
      4111111111111111,
    ]) {
      expect(noCard(one), String(one)).toBe(true);
    }
    expect(noCard("9999999999999999998")).toBe(false);
  });
  const json = predicates["json-object"];
  it("The predicate of JSON takes the JSON of an object, and of no list, null or number", () => {
    expect(["{}", ' {"a":1} ', 1, null].map((one) => json(one))).toEqual([true, true, true, true]);
    expect(["[]", "null", "1", "", "{", "'a'"].map((one) => json(one))).toEqual(
      Array(6).fill(false),
    );
  });
  it("The predicate of EUC-KR counts two bytes for a character of KS X 1001, one for ASCII, and takes no other", () => {
    expect(charactersOutsideEucKr("a똠b똠펲😀힝ひ漢")).toEqual(["똠", "펲", "😀"]);
    expect(["가", "힝", "、", "漢", "\x7f", "a"].map((one) => eucKr(one))).toEqual(
      Array(6).fill(true),
    );
    expect(["똠", "😀", "é", "\ufffd", "\u0080", 1].map((one) => eucKr(one))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(eucKrLength("a가힝😀똠\x7f\u0080")).toBe(1 + 2 + 2 + 1 + 1 + 1 + 1);
    expect([4, 5, 6].map((max) => eucKrBytes("가나a", { max }))).toEqual([false, true, true]);
    expect(eucKrBytes("abc", { max: 3 })).toBe(true);
    expect(eucKrBytes("가나", { max: 4 })).toBe(true);
    expect([eucKrBytes(1, { max: 0 }), eucKrBytes("가", {})]).toEqual([true, true]);
  });
  it("The predicate of UTF-8 takes a text of so many bytes", () => {
    const texts = ["", "a", "\x7f\x80", "\u07ff\u0800", "가힝", "\uffff", "a😀가"];
    const bytes = [0, 1, 3, 5, 6, 3, 8];
    expect(texts.map((text, index) => utf8Bytes(text, { max: bytes[index] as number }))).toEqual(
      texts.map(() => true),
    );
    expect(
      texts.map((text, index) => utf8Bytes(text, { max: (bytes[index] as number) - 1 })),
    ).toEqual(texts.map(() => false));
    expect([utf8Bytes(1, { max: 0 }), utf8Bytes("가", {})]).toEqual([true, true]);
  });
});

it("Nothing is outside of EUC-KR where the platform cannot decode it", async () => {
  const decoder = globalThis.TextDecoder;
  vi.resetModules();
  vi.stubGlobal(
    "TextDecoder",
    class {
      constructor() {
        throw new RangeError("no such encoding");
      }
    },
  );
  try {
    // Of `src`, since Node loads a module of `dist` once and for all.
    const without = await import("../../../../src/validator/predicates/eucKr.js");
    expect(without.charactersOutsideEucKr("똠")).toEqual([]);
    expect([without.eucKr("똠"), without.eucKr("가")]).toEqual([true, true]);
    expect(without.eucKrLength("가나a")).toBe(3);
  } finally {
    vi.stubGlobal("TextDecoder", decoder);
    vi.unstubAllGlobals();
    vi.resetModules();
  }
});
