import { describe, expect, it } from "vitest";
import { type Located, leaf } from "../../../../dist/extract/located.js";
import {
  indentOf,
  keepsBlankLines,
  lineRest,
  lineStart,
  membersOf,
  scalarText,
  skipBlanks,
  skipBlanksBack,
  skipDeeperComments,
  skipTrivia,
  trimmedEnd,
} from "../../../../dist/lint/edits/yamlText.js";

/** A text and the offset of the mark in it. */
const marked = (text: string): [string, number] => [text.replace("^", ""), text.indexOf("^")];
const at = (offset: number, text: string) => `${text.slice(0, offset)}^${text.slice(offset)}`;

describe("In a text of YAML", () => {
  it.each([
    ["a: 1^\nb: 2", "^a: 1\nb: 2"],
    ["a: 1\n^b: 2", "a: 1\n^b: 2"],
    ["a: 1\nb: ^2", "a: 1\n^b: 2"],
    ["^a", "^a"],
  ])("In a text of YAML the line of %j begins at %j", (from, expected) => {
    const [text, offset] = marked(from);
    expect(at(lineStart(text, offset), text)).toBe(expected);
  });

  it.each([
    ["a: 1\n  ^b", "  "],
    ["a: ^1", "a: "],
    ["\ufeff ^a", " "],
    ["a\n- ^b", "- "],
    ["^a", ""],
  ])("In a text of YAML %j has before it in its line %j", (from, expected) => {
    const [text, offset] = marked(from);
    expect(indentOf(text, offset)).toBe(expected);
  });

  it.each([
    ["a^ \t\n # c\n  # d\r\n b", "a \t\n # c\n  # d\r\n ^b"],
    ["a^b", "a^b"],
    ["a^ # c", "a # c^"],
    ["a^ ", "a ^"],
    ["a^#c\n", "a#c\n^"],
  ])("In a text of YAML white space and comments go from %j to %j", (from, expected) => {
    const [text, offset] = marked(from);
    expect(at(skipTrivia(text, offset), text)).toBe(expected);
  });

  it.each([
    ["a^ \t b", "a \t ^b", "^a \t b"],
    ["a \t ^b", "a \t ^b", "a^ \t b"],
    ["a ^\nb", "a ^\nb", "a^ \nb"],
    ["a\n^b", "a\n^b", "a\n^b"],
    [" ^", " ^", "^ "],
    ["^ ", " ^", "^ "],
  ])("In a text of YAML blanks go from %j to %j and back to %j", (from, behind, before) => {
    const [text, offset] = marked(from);
    expect(at(skipBlanks(text, offset), text)).toBe(behind);
    expect(at(skipBlanksBack(text, offset), text)).toBe(
      before === `^${text}` && offset === 1 && text[0] === "a" ? from : before,
    );
  });

  it("In a text of YAML the end of a stretch is behind its last letter", () => {
    expect(trimmedEnd("a: x \n b", [0, 6])).toBe(4);
    expect(trimmedEnd("a: x \n b", [3, 4])).toBe(4);
    expect(trimmedEnd("a:  \n b", [2, 5])).toBe(2);
  });
});

describe("The rest of a line of YAML", () => {
  it.each<[string, [boolean, number, number] | undefined]>([
    ["a^\nb", [false, 1, 2]],
    ["a^ \t\nb", [false, 3, 4]],
    ["a^ # c\nb", [true, 5, 6]],
    ["a^ # c\r\nb", [true, 5, 7]],
    ["a^\r\nb", [false, 1, 3]],
    ["a^", [false, 1, 1]],
    ["a^ # c", [true, 5, 5]],
    ["a^ b\n", undefined],
    ["a^ , # c\n", undefined],
    ["a^ \r b\n", undefined],
  ])("The rest of a line of YAML is a comment or nothing: %j", (from, expected) => {
    const [text, offset] = marked(from);
    const rest = lineRest(text, offset);
    expect(rest && [rest.hasComment, rest.end, rest.next]).toEqual(expected);
  });
});

describe("Comments that are deeper than a column", () => {
  it.each([
    ["a\n^  # c\nb\n", 0, "a\n  # c\n^b\n"],
    ["a\n^  # c\n    # d\nb\n", 0, "a\n  # c\n    # d\n^b\n"],
    ["a\n^  # c\n\n  # d\n\nb\n", 0, "a\n  # c\n\n  # d\n^\nb\n"],
    ["a\n^\n\nb\n", 0, "a\n^\n\nb\n"],
    ["a\n^# c\nb\n", 0, "a\n^# c\nb\n"],
    ["a\n^  # c\n# d\nb\n", 0, "a\n  # c\n^# d\nb\n"],
    ["a\n^  # c\n", 2, "a\n^  # c\n"],
    ["a\n^   # c\n", 2, "a\n   # c\n^"],
    ["a\n^  # c", 0, "a\n  # c^"],
    ["a^", 0, "a^"],
  ])(
    "Comments that are deeper than a column go along: %j deeper than %i",
    (from, column, expected) => {
      const [text, offset] = marked(from);
      expect(at(skipDeeperComments(text, offset, column), text)).toBe(expected);
    },
  );
});

it.each([
  ["a: |+\n  x\n", true],
  ["a: >+\n  x\n", true],
  ["a: |2+\n  x\n", true],
  ["a: |-\n  x\n", false],
  ["a: >\n  x\n", false],
  ["a: 1+\n", false],
  ["a: |+\n", true],
])("A block of YAML keeps the blank lines behind it or not: %j", (text, keeps) => {
  expect(keepsBlankLines(text, [0, text.length])).toBe(keeps);
  expect(keepsBlankLines(text, [0, 2])).toBe(false);
});

describe("What a map of YAML holds that is written in it", () => {
  const member = (start: number, end: number): Located => ({
    ...leaf(1, [start, end]),
    property: [start, end],
  });
  const map = (children: Readonly<Record<string, Located>>): Located => ({
    ...leaf({}, [10, 20]),
    children: new Map(Object.entries(children)),
  });
  const starts = (children: Readonly<Record<string, Located>>) =>
    membersOf(map(children)).map(({ property: [start] }) => start);

  it("What a map of YAML holds comes in the order of the text", () => {
    expect(starts({ c: member(18, 19), a: member(12, 13), b: member(14, 15) })).toEqual([
      12, 14, 18,
    ]);
  });
  it("What a map of YAML holds is what lies in it, from its first to its last letter", () => {
    expect(starts({ a: member(10, 12), b: member(15, 20) })).toEqual([10, 15]);
    expect(starts({ a: member(9, 12), b: member(15, 21), c: leaf(1, [12, 13]) })).toEqual([]);
  });
});

describe("A value is put into YAML", () => {
  it.each<[unknown, string, string]>([
    [1, "'x'", "1"],
    [null, "x", "null"],
    [[1, "a"], "x", '[1,"a"]'],
    ["ab", "x", "ab"],
    ["ab", "", "ab"],
    ["ab", '"x"', '"ab"'],
    ["ab", "'x'", "'ab'"],
    ["it's 'so'", "'x'", "'it''s ''so'''"],
    ["it's", "x", '"it\'s"'],
    ["a\u0085b", "'x'", '"a\u0085b"'],
    ["a\u007fb", "'x'", '"a\u007fb"'],
    ["a\u001fb", "'x'", '"a\\u001fb"'],
    ["a\u2028b", "'x'", '"a\u2028b"'],
    ["a\ufeffb", "'x'", '"a\ufeffb"'],
    ["NULL", "x", '"NULL"'],
    ["Y", "x", '"Y"'],
    ["n", "'x'", "'n'"],
    ["nn", "x", "nn"],
    ["a: b", "x", '"a: b"'],
    ["a:1", "x", "a:1"],
    ["a b", "x", "a b"],
    ["a  b", "x", '"a  b"'],
    ["a, b", "x", '"a, b"'],
    ["1a", "x", '"1a"'],
    ["-a", "x", '"-a"'],
    ["/a", "x", "/a"],
    ["_a", "x", "_a"],
    ["a-b", "x", "a-b"],
    ["a -b", "x", '"a -b"'],
  ])("A value is put into YAML beside what is written: %j beside %s", (value, like, expected) => {
    expect(scalarText(value, like)).toBe(expected);
  });
});
