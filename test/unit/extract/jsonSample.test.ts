import { describe, expect, it } from "vitest";
import { elided, readableSample } from "../../../dist/extract/jsonSample.js";
import { hole } from "../../../dist/validator/unknown.js";

const left = JSON.stringify(elided);
const any = JSON.stringify(hole + hole);

/** What a sample is made into, with `LEFT` for an entry that is left out and `ANY` for a placeholder. */
function readable(text: string): string {
  const offsets = Array.from({ length: text.length }, (_, index) => index);
  const made = readableSample({ text, offsets });
  expect(made.offsets).toHaveLength(made.text.length);
  return made.text
    .replaceAll(`${left}:0`, "LEFT:0")
    .replaceAll(left, "LEFT")
    .replaceAll(any, "ANY");
}

describe("JSON that is whole is read as it is written", () => {
  it.each([
    `{"a": 1, "b": [true, false, null, -1.5e+3], "c": {"d": "x"}}`,
    `["a", "b"]`,
    `{"a": "{x}", "b": "...", "c": "// d"}`,
    `{"a": "\\" // b", "c": "\\\\"}`,
    " \n{ }\n",
    "[]",
    "",
    `{"a": "open`,
  ])("JSON that is whole is read as it is written: %j", (text) => {
    expect(readable(text)).toBe(text);
  });
});

describe("A placeholder of a sample can be anything", () => {
  it.each([
    ["a word", `{"a": amount}`, `{"a": ANY}`],
    ["several words", `{"a": the amount , "b": 1}`, `{"a": ANY , "b": 1}`],
    ["words in a list", "[one, two]", "[ANY, ANY]"],
    ["words in braces", `{"a": {order number}, "b": 1}`, `{"a": ANY, "b": 1}`],
    ["words in braces in a list", "[{order number}]", "[ANY]"],
    ["an ellipsis", `{"a": ..., "b": 1}`, `{"a": ANY, "b": 1}`],
    ["another ellipsis", `{"a": …}`, `{"a": ANY}`],
    ["a word before a comment", `{"a": amount // b\n}`, `{"a": ANY  \n}`],
    ["a word before a block comment", `{"a": amount /* b */}`, `{"a": ANY  }`],
    ["a number with a dot in it", `{"a": 1.x}`, `{"a": ANY}`],
    ["an object of which all is left out", "[{}, {...}]", "[{}, ANY]"],
    ["a word that begins like a value", `{"a": nullable, "b": trueish}`, `{"a": ANY, "b": ANY}`],
  ])("A placeholder of a sample can be anything: %s", (_name, text, made) => {
    expect(readable(text)).toBe(made);
  });

  it("A word in the place of a key is left as it is", () => {
    expect(readable("{amount: 1}")).toBe("{amount: 1}");
  });

  it("A placeholder is at the place where it is written", () => {
    const text = `{"a": amount, "b": 1}`;
    const offsets = Array.from({ length: text.length }, (_, index) => index + 100);
    const made = readableSample({ text, offsets });
    const at = made.text.indexOf(any);
    expect(made.offsets[at]).toBe(100 + text.indexOf("amount"));
    expect(made.offsets[made.text.indexOf('"b"')]).toBe(100 + text.indexOf('"b"'));
  });
});

describe("What a sample leaves out is an entry of its own", () => {
  it.each([
    ["at the end of an object", `{"a": 1, ...}`, `{"a": 1, LEFT:0}`],
    ["at its end without a comma", `{"a": 1 ...}`, `{"a": 1 ,LEFT:0}`],
    ["at its end behind a text", `{"a": "x" ...}`, `{"a": "x" ,LEFT:0}`],
    ["at its end behind a placeholder", `{"a": {b} ...}`, `{"a": ANY ,LEFT:0}`],
    ["at its end behind an object", `{"a": {} ...}`, `{"a": {} ,LEFT:0}`],
    ["at its beginning", `{... "a": 1}`, `{LEFT:0 ,"a": 1}`],
    ["at its beginning before a comma", `{..., "a": 1}`, `{LEFT:0, "a": 1}`],
    ["between keys", `{"a": 1, ... "b": 2}`, `{"a": 1, LEFT:0 ,"b": 2}`],
    ["alone in an object", "{…}", "{LEFT:0}"],
    ["twice", "{... ...}", "{LEFT:0 ,LEFT:0}"],
    ["in a list", "[1, ...]", "[1, LEFT]"],
    ["at the beginning of a list", "[... 1]", "[LEFT ,1]"],
    ["in a list in an object", `{"a": [..], "b": 1}`, `{"a": [LEFT], "b": 1}`],
    ["behind an object in a list", "[{} ...]", "[{} ,LEFT]"],
    ["by a comment", `{"a": 1, // ...\n}`, `{"a": 1, LEFT:0\n}`],
    ["by a comment on a line of its own", `{"a": 1\n// the other keys\n}`, `{"a": 1\n,LEFT:0\n}`],
    ["by a comment at the beginning", `{ /* omitted */ "a": 1}`, `{ LEFT:0 ,"a": 1}`],
  ])("What a sample leaves out is an entry of its own: %s", (_name, text, made) => {
    expect(readable(text)).toBe(made);
  });

  it.each([
    ["a comment", `{"a": 1, // a price\n"b": 2}`, `{"a": 1,  \n"b": 2}`],
    ["a comment of several lines", `{"a": /* b\nc */ 1}`, `{"a":   1}`],
    [
      "a comment behind a key that names others",
      `{"a": 1, // others may follow\n"b": 2}`,
      `{"a": 1,  \n"b": 2}`,
    ],
    ["a comment between a key and its value", `{"a": // omitted\n1}`, `{"a":  \n1}`],
    ["an ellipsis around everything", "... {} ...", "  {}  "],
    ["a comment around everything", "// omitted\n{}", " \n{}"],
  ])("Nothing is left out by %s", (_name, text, made) => {
    expect(readable(text)).toBe(made);
  });
});
