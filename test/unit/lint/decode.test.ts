import { describe, expect, it } from "vitest";
import { decodedView, plainView } from "../../../dist/lint/decode.js";

describe("An escape is read", () => {
  it.each([
    ["of JSON", "a\\u0042c", "aBc"],
    ["of JSON in capitals", "\\u00E9\\u00e9", "éé"],
    ["of JSON up to the last unit", "\\uffff", "\uffff"],
    ["in braces", "\\u{42}\\u{00042}\\u{d55c}", "BB한"],
    ["beyond one unit", "\\u{1F600}|", " |"],
    ["of a byte", "\\x42\\x7e", "B~"],
    ["of an address", "%42%7e%22", 'B~"'],
    ["of a number in HTML", "&#66;&#066;&#65535;&#99999;", "BB\uffff "],
    ["of a hexadecimal number in HTML", "&#x42;&#x0042;&#xD55C;", "BB한"],
    ["of a name in HTML", "&quot;&AMP;&apos;", "\"&'"],
    ["of a line end, a return and a tab", "a\\nb\\rc\\td", "a b c d"],
    ["of what is no character to see", "%0A%1f%20\\u0000!", "    !"],
    ["one behind another", "%41%42", "AB"],
    ["behind a backslash", "\\\\u0041", "\\A"],
  ])("%s: %s", (_name, text, view) => {
    expect(decodedView(text)?.text).toBe(view);
  });

  it.each([
    ["none", "plain text"],
    ["the escape of something beyond ASCII in an address", "%ED%95"],
    ["no digits", "\\u00g0 \\xg0 %4g &#; &#x;"],
    ["another name", "&lt; &nbsp;"],
    ["no end", "&#66 &quot"],
    ["another letter", "\\q \\b"],
  ])("and a text that has %s is none to be read", (_name, text) => {
    expect(decodedView(text)).toBe(undefined);
  });
});

describe("A view knows where in the original", () => {
  it.each([
    ["a\\u0042c%44", [0, 1, 7, 8, 11]],
    ["%41%42x", [0, 3, 6, 7]],
    ["%41", [0, 3]],
    ["abc&quot;", [0, 1, 2, 3, 9]],
  ])("each of its characters begins: %s", (text, expected) => {
    const view = decodedView(text);
    const offsets = expected.map((_, offset) => view?.original(offset));
    expect(offsets).toEqual(expected);
  });

  it("what is behind its end is: at the end", () => {
    expect(decodedView("%41b")?.original(100)).toBe(4);
  });

  it("each character is where nothing is read: at the same place", () => {
    const view = plainView("a%41");
    expect([view.text, view.original(2)]).toEqual(["a%41", 2]);
  });
});
