import { describe, expect, it } from "vitest";
import { ansiEscapeAt, expansionAt } from "../../../dist/extract/shellExpansion.js";

describe("What the shell expands is known by its length", () => {
  it.each([
    "$NAME",
    "$_a1",
    "$1",
    "$@",
    "$*",
    "$?",
    "$!",
    "$#",
    "$$",
    "$-",
    "${NAME}",
    "${NAME:-{a}}",
    "${a\\}b}",
    "$(date)",
    "$(a (b) c)",
    "$(echo ')')",
    "$(echo \\))",
    "$((1 + (2)))",
    "`date`",
  ])("The shell expands the whole of %s", (text) => {
    expect(expansionAt(`x${text} y`, 1)).toBe(text.length);
  });
  it.each([
    "$",
    "$ a",
    "$.",
    "$(date",
    "${a",
    "`a",
    "$(echo ')",
    "$(a ()",
    `\${${"a".repeat(1000)}}`,
  ])("The shell expands nothing of %s", (text) => {
    expect(expansionAt(text, 0)).toBe(0);
  });
  it("A quote in the braces of a name is a letter", () => {
    expect(expansionAt("${a:-it's}", 0)).toBe(10);
  });
});

describe("An escape of the quotes of C in the shell is known", () => {
  it.each([
    ["\\a", "\u0007"],
    ["\\b", "\b"],
    ["\\e", "\u001b"],
    ["\\E", "\u001b"],
    ["\\f", "\f"],
    ["\\n", "\n"],
    ["\\r", "\r"],
    ["\\t", "\t"],
    ["\\v", "\v"],
    ["\\\\", "\\"],
    ["\\'", "'"],
    ['\\"', '"'],
    ["\\x41", "A"],
    ["\\xA", "\n"],
    ["\\u0041", "A"],
    ["\\ue9", "é"],
    ["\\101", "A"],
    ["\\12", "\n"],
    ["\\0", "\0"],
  ])("The escape %s is %j", (written, letter) => {
    expect(ansiEscapeAt(`a${written}-`, 1)).toEqual({ letter, length: written.length });
  });
  it("No escape begins elsewhere than at a backslash", () => {
    expect(ansiEscapeAt("a\\n", 0)).toBeUndefined();
    expect(ansiEscapeAt("\\x414", 0)?.length).toBe(4);
    expect(ansiEscapeAt("\\1011", 0)?.length).toBe(4);
  });
});
