import { describe, expect, it, test } from "vitest";
import type { Fault } from "../../../dist/validator/compiled.js";
import { fillMessage } from "../../../dist/validator/message.js";
import { hole, Unknown } from "../../../dist/validator/unknown.js";

describe("A message", () => {
  const words = {
    gateway: { en: "KSNET", ko: "KSNET" },
    issuer: { path: "/code", names: { "367": { en: "Hyundai", ko: "현대" } } },
    labels: { "/a": "가", "/list/*/secret": "비밀" },
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
    [4111111111111111n, "****************n"],
    [`${"x".repeat(51)} 4111111111111111`, `"${"x".repeat(51)} ********…"`],
    ["\u202ea\ufeff", '"\\u202ea\\ufeff"'],
    ["4111111111111111", '"****************"'],
  ])("A message shows %s as %s", (value, shown) =>
    expect(fill("{value}", { a: value })).toBe(shown),
  );
  it("A message names what a value is in the reader's language", () => {
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
    ["{/code} {value}", { code: "367", a: "367" }, "/a", 'Hyundai (367) "367"'],
    ["{/secret} {value}", { secret: "1234", a: "1234" }, "/a", '"****" "1234"'],
    ["{label}", {}, "/list/3/secret", "비밀"],
    ["{characters}", { a: "é" }, "/a", "é (U+00E9)"],
    ["{path}", {}, "/4111111111111111", "[****************]"],
    ["{path}", {}, "/a\u202eb", '["a\\u202eb"]'],
    ["{length}", { a: new Unknown("x", ["string"], `가${hole}a${hole}`) }, "/a", "at least 2"],
    ["{bytes}", { a: new Unknown("x", ["string"], `${hole}가a`) }, "/a", "at least 3"],
    ["{bytes}", { a: new Unknown("x", ["string"], "가a") }, "/a", "3"],
    ["{value}", { a: new Unknown("total()") }, "/a", "total()"],
    ["{value}", { a: new Unknown('"4111111111111111"') }, "/a", '"****************"'],
    ["{value}", { secret: new Unknown("f(1234)") }, "/secret", "*(****)"],
    ["{value}", { a: new Unknown("a\u202e\n") }, "/a", "a\\u202e\\u000a"],
    [
      "{value}",
      { a: new Unknown(`${"x".repeat(51)} 4111111111111111`) },
      ...(["/a", `${"x".repeat(51)} ********…`] as const),
    ],
    ["{value}", { secret: "1234" }, "/secret", '"****"'],
    ["{value}", { list: [{ secret: "123456" }] }, "/list/0/secret", '"******"'],
    ["no placeholder", {}, "/a", "no placeholder"],
    ["{toString}", {}, "/a", "{toString}"],
  ])("A message fills in %s", (template, payload, path, filled) => {
    expect(fill(template, payload, path, { limit: 3 })).toEqual(filled);
  });
  it("A message takes its terms in the reader's language", () => {
    const terms = { expected: { en: "a number", ko: "숫자" } };
    expect(fill("{expected}", {}, "/a", terms, "ko")).toBe("숫자");
    expect(fill("{expected}", {}, "/a", terms)).toBe("a number");
  });
  it("A message of one fault is in the words and the language of each reader, whoever comes first", () => {
    const both = (text: string) => ({ en: text, ko: text });
    const fault: Fault = {
      ...{ rule: "r", severity: "error", path: "/a", is: "wrong", ofShape: false },
      ...{ message: both("{gateway}: {label}, {expected}"), sources: [] },
      terms: { expected: { en: "a number", ko: "숫자" } },
    };
    const kind = (gateway: string, label: string) => ({
      ...words,
      ...{ gateway: { en: gateway, ko: `${gateway}(ko)` }, labels: { "/a": label } },
    });
    const subject = { template: fault.message, payload: {}, path: "/a", terms: fault.terms, fault };
    const read = (of: ReturnType<typeof kind>, locale: "en" | "ko") =>
      fillMessage(subject, of, locale);
    const [one, two] = [kind("A", "x"), kind("B", "y")];
    for (const _ of [1, 2]) {
      expect(read(one, "en")).toBe("A: x, a number");
      expect(read(one, "ko")).toBe("A(ko): x, 숫자");
      expect(read(two, "ko")).toBe("B(ko): y, 숫자");
      expect(read(two, "en")).toBe("B: y, a number");
    }
    const other = { template: both("{label}!"), payload: {}, path: "/a", fault };
    expect(fillMessage(other, words, "en")).toBe("가!");
  });
  it("A message of a fault in a list names the item, and reads the values beside it", () => {
    const both = (text: string) => ({ en: text, ko: text });
    const fault: Fault = {
      ...{ rule: "r", severity: "error", path: "/list/*/a", is: "wrong", ofShape: false },
      ...{ message: both("{path} {value} {/b}"), sources: [], scope: 2 },
    };
    const payload = {
      b: 0,
      list: [
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ],
    };
    const messages = ["/list/0/a", "/list/1/a"].map((path) =>
      fillMessage({ template: fault.message, payload, path, fault }, words, "en"),
    );
    expect(messages).toEqual(["list[0].a 1 2", "list[1].a 3 4"]);
  });
});
