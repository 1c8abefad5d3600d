import { describe, expect, it, test } from "vitest";
import { fillMessage } from "../../../dist/validator/message.js";

describe("A message", () => {
  const words = {
    gateway: { en: "KSNET", ko: "KSNET" },
    issuer: { path: "/code", names: { "367": { en: "Hyundai", ko: "현대" } } },
    labels: { "/a": "가" },
    secrets: { "/secret": true, "/list/*/secret": true },
  } as const;
  const fill = (
    template: string,
    payload: unknown,
    path = "/a",
    terms = {},
    locale: "en" | "ko" = "en",
  ) =>
    fillMessage({ template: { en: template, ko: template }, payload, path, terms }, words, locale);
  test.each([
    ["text", '"text"'],
    ["", '""'],
    ["\u001b", '"\\u001b"'],
    ["x".repeat(60), `"${"x".repeat(60)}"`],
    ["x".repeat(61), `"${"x".repeat(60)}…"`],
    ["😀".repeat(60), `"${"😀".repeat(60)}"`],
    [1.5, "1.5"],
    [-0, "-0"],
    [0, "0"],
    [12n, "12n"],
    [BigInt("9".repeat(60)), `${"9".repeat(60)}n`],
    [BigInt("9".repeat(61)), "a value that cannot be read"],
    [undefined, "nothing"],
    [true, "true"],
    [null, "null"],
    [[], "an array"],
    [{}, "an object"],
    [() => 1, "a function"],
    [Symbol("s"), "a value that cannot be read"],
    [4111111111111111, "****************"],
    ["4111111111111111", '"****************"'],
  ])("shows %s as %s", (value, shown) => expect(fill("{value}", { a: value })).toBe(shown));
  it("names what a value is in the reader's language", () => {
    const shown = [[], {}, () => 1, Symbol("s"), undefined].map((a) =>
      fill("{value}", { a }, "/a", {}, "ko"),
    );
    expect(shown).toEqual(["배열", "객체", "함수", "읽을 수 없는 값", "없음"]);
  });
  test.each([
    ["{path}: {label}", {}, "/a", "a: 가"],
    ["{label}", {}, "/b", "b"],
    ["{label}", {}, "", "결제 데이터"],
    ["{length} of {limit}", { a: "가😀" }, "/a", "2 of 3"],
    ["{bytes}", { a: "가a" }, "/a", "3"],
    ["{bytes}{length}", {}, "/a", "00"],
    ["{characters}", { a: "똠😀" }, "/a", "똠 (U+B620), 😀 (U+1F600)"],
    ["{characters}", { a: "똠펲뀂뀃뀅뀆" }, "/a", expect.stringMatching(/^(?:[^,]+, ){4}[^,]+$/)],
    ["{issuer}", { code: "367" }, "/a", "Hyundai (367)"],
    ["{issuer}", { code: "999" }, "/a", '"999"'],
    ["{issuer}", {}, "/a", "nothing"],
    ["{/b} {unknown}", { b: 1 }, "/a", "1 {unknown}"],
    ["{value}", { secret: "1234" }, "/secret", '"****"'],
    ["{value}", { list: [{ secret: "123456" }] }, "/list/0/secret", '"******"'],
    ["no placeholder", {}, "/a", "no placeholder"],
    ["{toString}", {}, "/a", "{toString}"],
  ])("fills in %s", (template, payload, path, filled) => {
    expect(fill(template, payload, path, { limit: 3 })).toEqual(filled);
  });
  it("takes its terms in the reader's language", () => {
    const terms = { expected: { en: "a number", ko: "숫자" } };
    expect(fill("{expected}", {}, "/a", terms, "ko")).toBe("숫자");
    expect(fill("{expected}", {}, "/a", terms)).toBe("a number");
  });
});
