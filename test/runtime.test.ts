import { PaylintError, validators } from "paylint";
import { type Callback, callback, onetime, requestPay, schedule } from "paylint/ksnet/v1";
import { describe, expect, it, test, vi } from "vitest";
import { codePointLength } from "../dist/validator/codePointLength.js";
import { compare } from "../dist/validator/compare.js";
import type { Fault } from "../dist/validator/compiled.js";
import { inDocumentOrder } from "../dist/validator/documentOrder.js";
import { fixOf } from "../dist/validator/fix.js";
import { readForm } from "../dist/validator/form.js";
import { editDistance, nearestKey, unknownKeys } from "../dist/validator/knownKeys.js";
import { escapeControls } from "../dist/validator/mask.js";
import { fillMessage } from "../dist/validator/message.js";
import { contextsGiven, settled } from "../dist/validator/options.js";
import {
  parsePointer,
  placeOf,
  pointerAfter,
  pointerOfFirst,
  pointerTo,
  spokenPath,
  valueAt,
} from "../dist/validator/pointer.js";
import { type Finding, settle } from "../dist/validator/precedence.js";
import {
  charactersOutsideEucKr,
  eucKr,
  eucKrBytes,
  eucKrLength,
} from "../dist/validator/predicates/eucKr.js";
import { predicates } from "../dist/validator/predicates/index.js";
import { readableCopy } from "../dist/validator/readableCopy.js";
import { anywhereTests, findAnywhere } from "../dist/validator/valueScan.js";
import { every, hasText, isWithin, some, someBelow } from "../dist/validator/values.js";
import { plain } from "./payloads.js";

/** The runtime's small parts, each at its edges. */

describe("pointers", () => {
  test.each([
    ["", []],
    ["/a", ["a"]],
    ["/a/b/0", ["a", "b", "0"]],
    ["/a~1b/c~0d", ["a/b", "c~d"]],
    ["/~01", ["~1"]],
    ["/", [""]],
  ])("%s is %j", (pointer, keys) => {
    expect(parsePointer(pointer)).toEqual(keys);
    expect(pointerTo(keys)).toBe(pointer);
  });
  it("lead to values, own ones only", () => {
    const root = { a: [{ "b/c": 1 }], text: "abc", none: null };
    expect(valueAt(root, "/a/0/b~1c")).toBe(1);
    expect(valueAt(root, "")).toBe(root);
    for (const nowhere of ["/b", "/a/1", "/text/0", "/text/length", "/none/x", "/toString"]) {
      expect(valueAt(root, nowhere), nowhere).toBe(undefined);
    }
    expect(valueAt(null, "/a")).toBe(undefined);
  });
  it("can be cut", () => {
    expect([0, 1, 2].map((keys) => pointerOfFirst(keys, "/a/b"))).toEqual(["", "/a", "/a/b"]);
    expect([0, 1, 2].map((keys) => pointerAfter(keys, "/a/b"))).toEqual(["/a/b", "/b", ""]);
  });
  test.each([
    ["/a/0/b/12", "/a/*/b/*"],
    ["/a1/1a", "/a1/1a"],
    ["/0", "/*"],
  ])("%s stands at %s", (pointer, place) => expect(placeOf(pointer)).toBe(place));
  test.each([
    ["", "payload"],
    ["/card/detail/0/max_month", "card.detail[0].max_month"],
    ["/0/a", "[0].a"],
    ["/12", "[12]"],
    ["/1a/a1", "1a.a1"],
    ["/a b", '["a b"]'],
    ["/a.b", '["a.b"]'],
    ["/.a", '[".a"]'],
    ["/한글/ñ-$_9", "한글.ñ-$_9"],
    [`/${"k".repeat(60)}`, "k".repeat(60)],
    [`/${"k".repeat(61)}`, `["${"k".repeat(60)}"]`],
    ["/1/2/3/4/5/6/7/8/9/10/11/12", "[1][2][3][4][5][6][7][8][9][10][11][12]"],
    ["/0/1/2/3/4/5/6/7/8/9/10/11/a", "….[1][2][3][4][5][6][7][8][9][10][11].a"],
  ])("%s is spoken as %s", (pointer, spoken) => expect(spokenPath(pointer)).toBe(spoken));
});

describe("what a check asks of values", () => {
  test.each([
    "a",
    "!",
    "~",
    "가",
    "\u3001",
    "\ud7a3",
    " a",
    "\u3000가",
    "\u00a0x",
    "é",
    "😀",
    "\u007f",
  ])("%j has text", (text) => expect(hasText(text)).toBe(true));
  test.each(["", " ", "\t\n", "\u3000", "\u00a0\u2003", "\ufeff"])("%j has none", (text) =>
    expect(hasText(text)).toBe(false),
  );
  it("counts code points", () => {
    expect(codePointLength("a가😀")).toBe(3);
    expect([2, 3, 4].map((most) => isWithin("a가😀", most))).toEqual([false, true, true]);
    expect(isWithin("😀😀", 2)).toBe(true);
    expect(isWithin("😀😀", 1)).toBe(false);
    expect(isWithin("aaaaa", 2)).toBe(false);
  });
  it("looks at every item, holes too", () => {
    const isOdd = (item: unknown) => Number(item) % 2 === 1;
    expect([[], [1, 3], [1, 2], [2]].map((list) => every(list, isOdd))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([[], [1, 3], [1, 2], [2]].map((list) => some(list, isOdd))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(every(new Array(1), (item) => item !== undefined)).toBe(false);
  });
  it("looks one level below", () => {
    const asked: unknown[] = [];
    const test = (value: unknown, isBelow: boolean) => {
      asked.push([value, isBelow]);
      return value === 2;
    };
    expect([{ a: 1, b: 2, c: 3 }, [1], {}].map((holder) => someBelow(holder, test))).toEqual([
      true,
      false,
      false,
    ]);
    expect(asked).toEqual([
      [1, true],
      [2, true],
      [1, true],
    ]);
  });
});

describe("predicates", () => {
  const business = predicates["business-number"];
  it("a business number has ten digits and the right last one", () => {
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
    expect([1234567891, null, undefined].map((one) => business(one))).toEqual([true, true, true]);
  });
  const date = predicates["calendar-date"];
  it("a date is in the calendar, and its time in the day", () => {
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
  it("a card number has 13 to 19 digits and the right last one", () => {
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
  it("a JSON object is no list, no null, no number", () => {
    expect(["{}", ' {"a":1} ', 1, null].map((one) => json(one))).toEqual([true, true, true, true]);
    expect(["[]", "null", "1", "", "{", "'a'"].map((one) => json(one))).toEqual(
      Array(6).fill(false),
    );
  });
  it("EUC-KR holds KS X 1001 and ASCII, two bytes and one", () => {
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
});

describe("comparisons", () => {
  const numbers = { path: "/a", to: "/b", is: "<=", as: "number" } as const;
  const days = { path: "/a", to: "/b", is: "<", as: "date" } as const;
  test.each([
    [numbers, 1, 2, true],
    [numbers, 2, 2, true],
    [numbers, 3, 2, false],
    [numbers, "3", 2, true],
    [numbers, 3, "2", true],
    [numbers, Number.NaN, 2, true],
    [numbers, 3, undefined, true],
    [numbers, undefined, -1, true],
    [{ ...numbers, absentAs: 0 }, 3, undefined, false],
    [{ ...numbers, absentAs: 0 }, undefined, -1, false],
    [{ ...numbers, absentAs: 0 }, undefined, 0, true],
    [{ ...numbers, is: "<" as const }, 2, 2, false],
    [days, "2025-01-01", "20250102", true],
    [days, "2025-01-01", "20250101", false],
    [days, "20250103", "2025-01-02", false],
    [days, "2025-1-1", "20240101", true],
    [days, "20250101", 20240101, true],
    [days, "20250101", undefined, true],
  ])("%j of %j and %j: %j", (comparison, a, b, holds) =>
    expect(compare({ a, b }, comparison)).toBe(holds),
  );
});

describe("keys that no document lists", () => {
  const known = {
    pg: true,
    card: { direct: { code: true } },
    list: { "*": { name: true } },
  } as const;
  test.each([
    [{ pg: 1, card: { direct: { code: 1 } }, list: [{ name: 1 }] }, []],
    [{ gp: 1, card: { indirect: { x: 1 } } }, ["/gp", "/card/indirect"]],
    [{ gp: undefined }, []],
    [{ list: [{ name: 1 }, { nam: 1 }] }, ["/list/1/nam"]],
    [{ list: { name: 1 }, card: [1], pg: { any: 1 } }, []],
    [{ card: "text", list: null }, []],
    [{ "a/b": 1, toString: 1 }, ["/a~1b", "/toString"]],
    [null, []],
    [[1], []],
  ])("in %j: %j", (payload, expected) => expect(unknownKeys(payload, known)).toEqual(expected));
  test.each([
    ["/gp", undefined],
    ["/Pg", "/pg"],
    ["/p-g", "/pg"],
    ["/card/direkt", "/card/direct"],
    ["/cod", "/card/direct/code"],
    ["/nane", "/list/*/name"],
    ["/cardirect", "/card/direct"],
    ["/xyz", undefined],
    [`/${"d".repeat(41)}`, undefined],
  ])("%s is near %s", (pointer, expected) => expect(nearestKey(pointer, known)).toBe(expected));
  it("the nearest counts, and of equals the first", () => {
    expect(nearestKey("/abcd", { abcx: true, abc: true, abcd_: true })).toBe("/abcd_");
    expect(nearestKey("/abcd", { abcx: true, abcy: true })).toBe("/abcx");
    expect(nearestKey("/abcdef", { abxyef: true, abc: true })).toBe("/abxyef");
    expect(nearestKey("/a", true)).toBe(undefined);
  });
  it("a name of forty letters is not too long", () => {
    const name = "d".repeat(39);
    expect(nearestKey(`/${name}e`, { [name]: true })).toBe(`/${name}`);
  });
  test.each([
    ["", "", 0],
    ["abc", "", 3],
    ["", "ab", 2],
    ["kitten", "sitting", 3],
    ["abc", "abc", 0],
    ["abc", "bca", 2],
    ["flaw", "lawn", 2],
  ])("from %s to %s it is %i edits", (left, right, edits) =>
    expect(editDistance(left, right)).toBe(edits),
  );
});

describe("texts anywhere", () => {
  const [rule] = anywhereTests([
    {
      ...{
        rule: "r",
        severity: "warning",
        message: { en: "", ko: "" },
        sources: [],
      },
      ...{ pattern: "^[0-9 ]+$", predicate: "not-card-number", args: {} },
    },
  ]);
  const placesIn = (payload: unknown) =>
    [...findAnywhere(payload, rule ? [rule] : [])].map(({ path }) => path);
  it("are found at any depth, in texts and whole numbers", () => {
    const payload = {
      a: ["4111111111111111", { "b/c": 4111111111111111 }],
      d: "4111111111111112",
      e: null,
      f: 4.5,
    };
    expect(placesIn(payload).sort()).toEqual(["/a/0", "/a/1/b~1c"]);
    expect(placesIn("4111111111111111")).toEqual([""]);
  });
  it("are looked for once in what holds itself, and not in what throws", () => {
    const loop: Record<string, unknown> = { card: "4111111111111111" };
    loop.self = loop;
    Object.defineProperty(loop, "bad", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    loop.closed = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
      },
    );
    expect(placesIn(loop)).toEqual(["/card"]);
  });
});

describe("masks", () => {
  it("controls are written out", () => {
    expect(escapeControls("a\u001b[2J\n\u202e가")).toBe("a\\u001b[2J\\u000a\\u202e가");
  });
});

describe("messages", () => {
  const words = {
    issuer: { path: "/code", names: { "367": { en: "Hyundai", ko: "현대" } } },
    labels: { "/a": "가" },
    secrets: { "/secret": true, "/list/*/secret": true },
  };
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
    [[], "a list"],
    [{}, "an object"],
    [() => 1, "a function"],
    [Symbol("s"), "a value that cannot be read"],
    [4111111111111111, "****************"],
    ["4111111111111111", '"****************"'],
  ])("%s is shown as %s", (value, shown) => expect(fill("{value}", { a: value })).toBe(shown));
  it("speak the reader's language", () => {
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
  ])("%s", (template, payload, path, filled) => {
    expect(fill(template, payload, path, { limit: 3 })).toEqual(filled);
  });
  it("take terms in the reader's language", () => {
    const terms = { expected: { en: "a number", ko: "숫자" } };
    expect(fill("{expected}", {}, "/a", terms, "ko")).toBe("숫자");
    expect(fill("{expected}", {}, "/a", terms)).toBe("a number");
  });
});

describe("fixes", () => {
  const words = { secrets: { "/secret": true } };
  const title = { en: "t", ko: "t" };
  const fixed = (edit: Parameters<typeof fixOf>[0]["edit"], value: unknown, path = "/a") =>
    fixOf({ title, safe: true, edit }, path, { [path.slice(1)]: value }, words, () => "t")?.edits;
  it("add and remove", () => {
    expect(fixed({ add: 0 }, undefined)).toEqual([{ op: "add", path: "/a", value: 0 }]);
    expect(fixed({ remove: true }, 1)).toEqual([{ op: "remove", path: "/a" }]);
  });
  test.each([
    ["number", "12000", 12000],
    ["number", " 12.5 ", 12.5],
    ["number", "1.2345", 1.2345],
    ["number", "1.23456", undefined],
    ["number", "x1", undefined],
    ["number", "1x", undefined],
    ["number", "1.a", undefined],
    ["number", "1234567890123456", undefined],
    ["number", 1, undefined],
    ["integer", "12", 12],
    ["integer", "12.5", undefined],
    ["digits", "123-45 67", "1234567"],
    ["digits", "x123", undefined],
    ["digits", "123x", undefined],
    ["digits", "4111-1111-1111-1111", undefined],
    ["seconds", 1893456000000, 1893456000],
    ["seconds", 1893456000, undefined],
    ["seconds", 18934560000000, undefined],
    ["seconds", "1893456000000", undefined],
  ] as const)("%s of %j: %j", (replace, value, result) => {
    const expected =
      result === undefined ? undefined : [{ op: "replace", path: "/a", value: result }];
    expect(fixed({ replace }, value)).toEqual(expected);
  });
  it("show no secret", () =>
    expect(fixed({ replace: "digits" }, "1-2", "/secret")).toBe(undefined));
});

describe("order", () => {
  const ordered = (payload: unknown, ...paths: string[]) =>
    inDocumentOrder(
      paths.map((path) => ({ path })),
      payload,
    ).map(({ path }) => path);
  it("is the document's; what is missing stands where its object begins", () => {
    const payload = { b: { y: 1, x: 2 }, a: [1, 2], c: null };
    expect(ordered(payload, "/a/1", "/b/x", "/a/0", "/b/y", "/b", "")).toEqual([
      "",
      "/b",
      "/b/y",
      "/b/x",
      "/a/0",
      "/a/1",
    ]);
    expect(ordered(payload, "/b/x", "/b/missing", "/missing")).toEqual([
      "/missing",
      "/b/missing",
      "/b/x",
    ]);
    expect(ordered(payload, "/c/x", "/a/x/y", "/c")).toEqual(["/a/x/y", "/c/x", "/c"]);
    expect(ordered("text", "/b", "/a")).toEqual(["/b", "/a"]);
    expect(ordered(payload, "/a")).toEqual(["/a"]);
  });
});

describe("options", () => {
  it("that are none are the usual ones", () => {
    const usual = { environment: "any", locale: "en" };
    for (const none of [undefined, null, {}, { environment: "x", locale: "fr" }]) {
      expect(settled(none as never)).toEqual(usual);
    }
    expect(settled({ environment: "pc", locale: "ko" })).toEqual({
      environment: "pc",
      locale: "ko",
    });
    expect(settled({ environment: "mobile" }).environment).toBe("mobile");
  });
  it("give contexts by the bit that each carries", () => {
    const contexts = [
      { bit: 1, environment: "pc" },
      { bit: 2, environment: "mobile" },
      { bit: 4, store: { productType: "digital" } },
    ] as const;
    const on = (options: Parameters<typeof settled>[0]) =>
      contextsGiven(contexts, settled(options));
    expect(on({})).toBe(0b011);
    expect(on({ environment: "pc" })).toBe(0b001);
    expect(on({ environment: "mobile", store: { productType: "digital" } })).toBe(0b110);
    expect(on({ environment: "pc", store: { productType: "real" } })).toBe(0b001);
  });
});

describe("forms", () => {
  const read = (form: Parameters<typeof readForm>[1]) => readForm(requestPay, form);
  test.each([
    ["amount=12000&escrow=true&name=a", { amount: 12000, escrow: true, name: "a" }],
    ["https://shop.example/?amount=1#amount=2", { amount: 1 }],
    ["?amount=-1.5&tax_free=x1&vat_amount=1x", { amount: -1.5, tax_free: "x1", vat_amount: "1x" }],
    [
      "escrow=yes&digital=false&popup=xtrue&appCard=truex",
      { escrow: "yes", digital: false, popup: "xtrue", appCard: "truex" },
    ],
    [
      "amount=1.25&tax_free=1.&vat_amount=1234567890123456",
      { amount: 1.25, tax_free: "1.", vat_amount: "1234567890123456" },
    ],
    ["merchant_uid=12", { merchant_uid: "12" }],
    ["name=a&name=b", { name: "b" }],
    ["display[card_quota][]=0&display[card_quota][]=3", { display: { card_quota: [0, 3] } }],
    ["display[card_quota]=3", { display: { card_quota: [3] } }],
    ["card[direct][code]=367", { card: { direct: { code: "367" } } }],
    ["a[b=1&c]=2&x[y]z=3", { "a[b": "1", "c]": "2", "x[y]z": "3" }],
  ])("%s", (form, payload) => expect(read(form)).toEqual(payload));
  it("of a depth that no kind has are one key", () => {
    const keys = (depth: number) => `a${"[b]".repeat(depth)}`;
    expect(Object.keys(read(`${keys(11)}=1`))).toEqual(["a"]);
    expect(Object.keys(read(`${keys(12)}=1`))).toEqual([keys(12)]);
  });
  it("come as entries too, with lists and objects in them", () => {
    const entries: [string, unknown][] = [
      ["schedules", [{ amount: "1", merchant_uid: 7 }]],
      ["customer_uid", 5],
      ["x", null],
    ];
    expect(readForm(schedule, entries as never)).toEqual({
      ...{ schedules: [{ amount: 1, merchant_uid: "7" }], customer_uid: "5", x: null },
    });
    expect(readForm(callback, new URLSearchParams({ imp_uid: "imp_1" }))).toEqual({
      imp_uid: "imp_1",
    } satisfies Partial<Callback>);
    expect(read(new Map([["notice_url", "https://a.example"]]))).toEqual({
      notice_url: "https://a.example",
    });
  });
});

describe("what cannot be read", () => {
  const thrower = (more: object = {}) =>
    Object.defineProperty({ ...more }, "bad", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
  const closed = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error("no");
      },
    },
  );
  it("is left out of a copy, and named", () => {
    const root = { list: [1, thrower({ good: 2 })], closed, text: "a", "a/b": null };
    const { copy, unreadable } = readableCopy(root);
    expect(copy).toEqual({
      list: [1, { good: 2, bad: undefined }],
      closed: undefined,
      text: "a",
      "a/b": null,
    });
    expect(unreadable).toEqual(["/list/1/bad", "/closed"]);
    expect(readableCopy(7)).toEqual({ copy: 7, unreadable: [] });
    expect(readableCopy(null)).toEqual({ copy: null, unreadable: [] });
  });
  it("ends in what holds itself", () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(readableCopy(loop).unreadable).toEqual([]);
  });
  it("is told once by check, and refused by is", () => {
    const payload = thrower({ ...plain });
    expect(requestPay.is(payload)).toBe(true);
    Object.defineProperty(payload, "amount", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(requestPay.is(payload)).toBe(false);
    const { ok, diagnostics } = requestPay.check(payload);
    expect(ok).toBe(false);
    const told = diagnostics.filter(({ path }) => path === "/amount");
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      rule: "shape/type",
      severity: "error",
      message: expect.stringContaining("a value that cannot be read, but must be plain data"),
    });
    const inKorean = requestPay
      .check(payload, { locale: "ko" })
      .diagnostics.find(({ path }) => path === "/amount");
    expect(inKorean?.message).toContain("일반 데이터");
    expect(requestPay.check(closed).ok).toBe(false);
  });
  it("of advice leaves the verdict", () => {
    // Only a rule that warns reads it.
    const payload = Object.defineProperty({ ...plain }, "useFreeInterestFromMall", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    expect(requestPay.is(payload)).toBe(requestPay.check(payload).ok);
  });
});

describe("errors", () => {
  it("name what is wrong, errors only", () => {
    const wrong = { ...plain, amount: "1", misspelt: 1 };
    const { diagnostics } = requestPay.check(wrong);
    expect(diagnostics).toHaveLength(2);
    try {
      requestPay.parse(wrong);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PaylintError);
      expect(error).toMatchObject({
        name: "PaylintError",
        kind: "ksnet.v1.request-pay",
        diagnostics,
      });
      const message = (error as Error).message;
      expect(message).toContain('amount is "1"');
      expect(message).toContain("[shape/type]");
      expect(message).not.toContain("misspelt");
      const two = new PaylintError("k", [...diagnostics, ...diagnostics]);
      expect(two.message.split("\n").filter((line) => line.includes("[shape/type]"))).toHaveLength(
        2,
      );
    }
    expect(requestPay.parse(plain)).toBe(plain);
  });
  it("as Standard Schema are issues, errors only, with lists by number", () => {
    const standard = (
      validator: { "~standard": { validate(value: unknown): unknown } },
      value: unknown,
    ) =>
      validator["~standard"].validate(value) as {
        issues?: { path: unknown; message: string }[];
        value?: unknown;
      };
    expect(standard(requestPay, plain)).toEqual({ value: plain });
    expect(standard(requestPay, { ...plain, misspelt: 1 })).toEqual({
      value: { ...plain, misspelt: 1 },
    });
    const wrong = { customer_uid: "c", schedules: [{}, { merchant_uid: "m", schedule_at: "x" }] };
    const paths = standard(schedule, wrong).issues?.map(({ path }) => path);
    expect(paths).toContainEqual(["schedules", 1, "schedule_at"]);
    expect(
      standard(requestPay, { ...plain, card: { detail: { "0": 1 } } }).issues?.map(
        ({ path }) => path,
      ),
    ).toContainEqual(["card", "detail"]);
  });
  it("say ok unless an error is among them", () => {
    expect(requestPay.check({ ...plain, misspelt: 1 }).ok).toBe(true);
    expect(requestPay.check({ ...plain, misspelt: 1 }).diagnostics).toHaveLength(1);
    expect(requestPay.check(plain)).toEqual({ ok: true, diagnostics: [] });
  });
});

describe("what follows from something else", () => {
  type Some = Partial<Fault> & { severity?: "error" | "warning" };
  const finding = (
    path: string,
    rule: string,
    { severity = "error", ...fault }: Some = {},
  ): Finding => {
    const text = { en: rule, ko: rule };
    const whole = {
      rule,
      severity,
      message: text,
      sources: [],
      path,
      is: "wrong",
      ofShape: false,
    } as const;
    return { rule, severity, path, sources: [], message: text, fault: { ...whole, ...fault } };
  };
  const left = (...findings: Finding[]) =>
    settle(findings).map(({ rule, path }) => `${rule} ${path}`);
  const shape = { ofShape: true } as const;
  const mistyped = { is: "mistyped", ofShape: true } as const;
  const missing = { is: "missing" } as const;
  it("is nothing of one finding, or of several about different values", () => {
    expect(left(finding("/a", "r"))).toEqual(["r /a"]);
    expect(left(finding("/a", "r"), finding("/b", "r"), finding("/ab", "s"))).toEqual([
      "r /a",
      "r /b",
      "s /ab",
    ]);
  });
  it("of what is missing one rule speaks, rather one that says why", () => {
    expect(
      left(
        finding("/a", "shape", { ...missing, ...shape }),
        finding("/a", "why", missing),
        finding("/a", "other", missing),
      ),
    ).toEqual(["why /a"]);
    expect(
      left(
        finding("/a", "shape", { ...missing, ...shape }),
        finding("/a", "again", { ...missing, ...shape }),
      ),
    ).toEqual(["shape /a"]);
    expect(
      left(finding("/a", "hint", { ...missing, severity: "warning" }), finding("/a", "wrong")),
    ).toEqual(["hint /a", "wrong /a"]);
  });
  it("below a value of the wrong type nothing is said, nor of its bounds", () => {
    expect(
      left(
        finding("/a", "type", mistyped),
        finding("/a/b", "x"),
        finding("/a/b/0/c", "y"),
        finding("/ab", "z"),
      ),
    ).toEqual(["type /a", "z /ab"]);
    expect(left(finding("", "type", mistyped), finding("/a", "x"), finding("/a/b", "y"))).toEqual([
      "type ",
    ]);
    expect(
      left(
        finding("/a", "type", mistyped),
        finding("/a", "range"),
        finding("/a", "not-here", { is: "forbidden" }),
      ),
    ).toEqual(["type /a", "not-here /a"]);
    expect(left(finding("/a", "range"), finding("/a/b", "x"))).toEqual(["range /a", "x /a/b"]);
  });
  it("a rule speaks once of a value, as an error if it can", () => {
    expect(
      left(finding("/a", "r", { severity: "warning" }), finding("/a", "r"), finding("/a", "r")),
    ).toEqual(["r /a"]);
    const [kept] = settle([finding("/a", "r", { severity: "warning" }), finding("/a", "r")]);
    expect(kept?.severity).toBe("error");
    const [first] = settle([
      finding("/a", "r", { severity: "warning", path: "1" }),
      finding("/a", "r", { severity: "warning", path: "2" }),
    ]);
    expect(first?.fault?.path).toBe("1");
  });
  it("the shape speaks once, and not beside an error that says more", () => {
    expect(left(finding("/a", "enum", shape), finding("/a", "pattern", shape))).toEqual([
      "enum /a",
    ]);
    expect(left(finding("/a", "enum", shape), finding("/a", "why"))).toEqual(["why /a"]);
    expect(
      left(finding("/a", "enum", shape), finding("/a", "advice", { severity: "warning" })),
    ).toEqual(["enum /a", "advice /a"]);
    expect(
      left(finding("/a", "type", mistyped), finding("/a", "forbidden", { is: "forbidden" })),
    ).toEqual(["type /a", "forbidden /a"]);
    const stray = { ...finding("/a", "unknown"), fault: undefined };
    expect(left(stray, finding("/a", "enum", shape))).toEqual(["unknown /a", "enum /a"]);
  });
  it("a comparison is silent where one of its values is wrong in itself", () => {
    const order = { reads: ["/from", "/to"] };
    expect(left(finding("/from", "order", order), finding("/to", "format", shape))).toEqual([
      "format /to",
    ]);
    expect(left(finding("/from", "order", order), finding("/to", "why"))).toEqual([
      "order /from",
      "why /to",
    ]);
    expect(
      left(finding("/from", "order", order), finding("/to", "order", { ...order, ...shape })),
    ).toEqual(["order /from", "order /to"]);
    const below = { ...order, scope: 2 };
    expect(
      left(finding("/list/0/from", "order", below), finding("/list/0/to", "format", shape)),
    ).toEqual(["format /list/0/to"]);
    expect(
      left(
        finding("/list/0/from", "order", below),
        finding("/list/1/to", "format", shape),
        finding("/to", "format", shape),
      ),
    ).toHaveLength(3);
  });
});

it("where the platform knows no EUC-KR nothing is said about it", async () => {
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
    const without = await import("../dist/validator/predicates/eucKr.js");
    expect(without.charactersOutsideEucKr("똠")).toEqual([]);
    expect([without.eucKr("똠"), without.eucKr("가")]).toEqual([true, true]);
    expect(without.eucKrLength("가나a")).toBe(3);
  } finally {
    vi.stubGlobal("TextDecoder", decoder);
    vi.unstubAllGlobals();
  }
});

describe("unknown keys and card numbers", () => {
  it("come with a hint, for the first hundred", () => {
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
  it("are told where they do not belong, and only there", () => {
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
    expect(rulesOf(billing)).not.toContain("pci/card-number /card_number");
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

it("every kind has a predicate that agrees with its validator", async () => {
  const entry: Record<string, unknown> = await import("paylint/ksnet/v1");
  for (const [name, one] of Object.entries(entry)) {
    if (!Object.values(validators).includes(one as never)) continue;
    const is = entry[`is${name[0]?.toUpperCase()}${name.slice(1)}`] as (
      value: unknown,
      options?: object,
    ) => boolean;
    const { is: own, schema } = one as typeof requestPay;
    expect(schema).toBeTypeOf("object");
    for (const value of [{}, null, plain, { ...plain, m_redirect_url: undefined }]) {
      for (const options of [undefined, {}, { environment: "pc" }] as const) {
        expect(is(value, options)).toBe(own(value, options));
      }
    }
  }
});
