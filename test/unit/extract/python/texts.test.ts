import { describe, expect, it } from "vitest";
import { literalParts, withoutTexts, writtenText } from "../../../../dist/extract/python/texts.js";

const read = (source: string) => {
  const { prefix, inner } = literalParts(source, [0, source.length]);
  return writtenText(source, inner, { isRaw: prefix.includes("r"), isForm: prefix.includes("f") })
    .text;
};

describe("The letters of a text of Python are known", () => {
  it.each([
    [`"a"`, "a"],
    ["'a'", "a"],
    [`"""a"b"""`, `a"b`],
    ["'''a'b'''", "a'b"],
    [`""`, ""],
    [`""""""`, ""],
    [String.raw`r"\n"`, String.raw`\n`],
    [String.raw`R"\n"`, String.raw`\n`],
    [String.raw`"\a\b\f\n\r\t\v"`, "\x07\b\f\n\r\t\v"],
    [String.raw`"\x41\u0042\U00000043"`, "ABC"],
    [String.raw`"\U0010ffff"`, "\u{10ffff}"],
    [String.raw`"\U00110000"`, String.raw`\U00110000`],
    [String.raw`"\101\0"`, "A\0"],
    [String.raw`"\"\'\\"`, `"'\\`],
    [String.raw`"\q"`, String.raw`\q`],
    [`"a\\\nb"`, "ab"],
    [`"a\\\r\nb"`, "ab"],
    [`f"{{a}}"`, "{a}"],
    [`f"{{}}{{"`, "{}{"],
    [`"{{a}}"`, "{{a}}"],
  ])("The letters of a text of Python are known: %s", (written, text) => {
    expect(read(written)).toBe(text);
  });
  it.each([
    [`"abc`, "abc"],
    [`"""abc"`, `abc"`],
    [`"`, ""],
    [`"""`, ""],
    [`"abc\\`, "abc\\"],
  ])("The letters of a text of Python are known that does not end: %s", (written, text) => {
    expect(read(written)).toBe(text);
  });
});

describe("Comments and texts of Python are no code", () => {
  it.each([
    ["a = 1 # b", "a = 1  "],
    [`a = "b # c" + d`, "a =   + d"],
    [`a = """b\n"c" """ + d`, "a =   + d"],
    ["a = '''b\n'c' ''' + d", "a =   + d"],
    [String.raw`a = "b\"c" + d`, "a =   + d"],
    [String.raw`a = 'b\'c' + d`, "a =   + d"],
    [`f("a")g`, "f( )g"],
  ])("Comments and texts of Python are no code: %s", (text, code) => {
    expect(withoutTexts(text)).toBe(code);
  });
});
