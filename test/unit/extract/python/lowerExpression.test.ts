import { describe, expect, it } from "vitest";
import { knownOf, payloadOf } from "./ownFile.js";

describe("A text with values in it is known as far as they are", () => {
  it.each([
    ["a value", `f"a{1}b"`, `"a1b"`],
    ["a value in another spelling", `f"{1!r}"`, `?:string "…"`],
    ["a value with a form", `f"{1:>3}"`, `?:string "…"`],
    ["a value behind letters that stay as they are", String.raw`fr"\n{1}"`, String.raw`"\\n1"`],
    ["a value behind letters that stay, said first", String.raw`rf"\t{1}"`, String.raw`"\\t1"`],
    ["braces", `f"{{a}}"`, `"{a}"`],
    ["braces around a value", `f"{{{1}}}"`, `"{1}"`],
    ["no value", `f"plain"`, `"plain"`],
    ["nothing", `f""`, `""`],
    ["a large letter before it", `F"{1}"`, `"1"`],
    ["an escaped letter", String.raw`f"a\t{1}"`, String.raw`"a\t1"`],
  ])("A text with values in it is known as far as they are: %s", (_name, text, value) => {
    expect(knownOf(text)).toBe(value);
  });
});

describe("A number of Python is what is written", () => {
  it.each([
    ["0xff", "255"],
    ["0XFF", "255"],
    ["0b11", "3"],
    ["0O17", "15"],
    ["1_000", "1000"],
    ["1E3", "1000"],
    ["1j", "?"],
  ])("A number of Python is what is written: %s", (written, value) => {
    expect(knownOf(written)).toBe(value);
  });
});

describe("What an operator of Python makes is known as far as it says it", () => {
  it.each([
    ...["1 < 2", "1 <= 2", "1 > 2", "1 >= 2", "1 == 2", "1 != 2"].map((one) => [one, "?:boolean"]),
    ...["1 in d", "1 not in d", "d is None", "d is not None", "not d"].map((one) => [
      one,
      "?:boolean",
    ]),
    ...["2 - 1", "7 & 2", "1 << 2", "8 >> 1", "7 // 2", "~1"].map((one) => [one, "?"]),
    ["3 * 2", "6"],
    ["-3", "-3"],
    ["+3", "3"],
    [`"a" "b"`, `"ab"`],
    ["(1 # one + two\n + 2)", "3"],
    [`"a" \\\n + "b"`, `"ab"`],
  ])("What an operator of Python makes is known as far as it says it: %s", (written, value) => {
    expect(knownOf(written)).toBe(value);
  });
});

describe("An item is known by its place or its key", () => {
  it.each([
    [`{"a": 1}["a"]`, "1"],
    ["[1, 2][1]", "2"],
    ["[1, 2, 3][1:2]", "?"],
    ["[1, 2, 3][:2]", "?"],
    ["[1, 2, 3][1:]", "?"],
    [`{"a": 1}["a", 1]`, "?"],
  ])("An item is known by its place or its key: %s", (written, value) => {
    expect(knownOf(written)).toBe(value);
  });
});

describe("A dictionary is no longer known where code that is broken may change it", () => {
  it.each([
    ["in a call without its last argument", "fill(d, )(", "{ x: ?, … }"],
    ["in brackets that do not end", "y = (d; ", "{ x: ?, … }"],
    ["in a call that does not end", "y = f(d; ", "{ x: ?, … }"],
    ["in a call of its own that does not end", "y = o.put(d; ", "{ x: ?, … }"],
  ])(
    "A dictionary is no longer known where code that is broken may change it: %s",
    (_name, code, payload) => {
      expect(payloadOf(`d["x"] = 1\n${code}`)?.replace("!", "")).toBe(payload);
    },
  );
  it("A name in a broken call is no variable where it names a member", () => {
    expect(payloadOf(`d["x"] = 1\ny = o.d(1 2; `)?.replace("!", "")).toBe("{ x: 1 }");
  });
});
