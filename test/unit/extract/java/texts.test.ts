import { describe, expect, it } from "vitest";
import { knownOf } from "./ownFile.js";

describe("A block of text has its lines without the indentation that they share", () => {
  it.each([
    ["of one line", `"""\n    a\n    """`, "a\n"],
    ["that ends on its last line", `"""\n    a\n    b"""`, "a\nb"],
    ["whose end is further to the left", `"""\n    a\n  """`, "  a\n"],
    ["whose end is further to the right", `"""\n  a\n      """`, "a\n"],
    ["with a line further to the right", `"""\n  a\n    b\n  """`, "a\n  b\n"],
    ["with an empty line", `"""\n    a\n\n    b\n    """`, "a\n\nb\n"],
    ["with a line of spaces alone", `"""\n    a\n  \n    b\n    """`, "a\n\nb\n"],
    ["with spaces at the end of a line", `"""\n    a  \n    """`, "a\n"],
    ["with a line that goes on", `"""\n    a \\\n    b\n    """`, "a b\n"],
    ["with an escaped letter", `"""\n    a\\tb\n    """`, "a\tb\n"],
    ["with quotation marks", `"""\n    "a"\n    """`, `"a"\n`],
    ["whose end is at the beginning of its line", `"""\n    a\n"""`, "    a\n"],
    ["without a line", `"""\n"""`, ""],
  ])(
    "A block of text has its lines without the indentation that they share: %s",
    (_name, written, text) => {
      expect(knownOf(written)).toBe(JSON.stringify(text));
    },
  );
});

describe("A letter that is escaped is what the language says", () => {
  it.each([
    ["several digits of eight", `"\\1234"`, "S4"],
    ["a letter by its number", `"\\u0041b"`, "Ab"],
    ["a letter by its number with several u", `"\\uuu0041"`, "A"],
    ["a quotation mark", `"a\\"b"`, `a"b`],
    ["a backslash", `"a\\\\b"`, "a\\b"],
  ])("A letter that is escaped is what the language says: %s", (_name, written, text) => {
    expect(knownOf(written)).toBe(JSON.stringify(text));
  });
});
