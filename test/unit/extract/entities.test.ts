import { describe, expect, it } from "vitest";
import { decodeEntities } from "../../../dist/extract/entities.js";

describe("Entities of a page are decoded", () => {
  it.each([
    ["&amp;", "&"],
    ["&apos;", "'"],
    ["&gt;", ">"],
    ["&lt;", "<"],
    ["&nbsp;", "\u00a0"],
    ["&quot;", '"'],
    ["&#65;", "A"],
    ["&#x41;", "A"],
    ["&#x1F600;", "😀"],
    ["&#128512;", "😀"],
    ["&#1114112;", "&#1114112;"],
    ["&#x110000;", "&#x110000;"],
    ["&#1114111;", "\u{10ffff}"],
    ["&copy;", "&copy;"],
    ["&amp", "&amp"],
    ["&#;", "&#;"],
    ["a&lt;b&gt;c", "a<b>c"],
    ["&amp;lt;", "&lt;"],
    ["", ""],
  ])("The text %j of a page is %j", (raw, text) => {
    expect(decodeEntities(raw).text).toBe(text);
  });
  it("Each letter, and the end, has its place in the text with entities", () => {
    expect(decodeEntities("a&lt;b")).toEqual({ text: "a<b", offsets: [0, 1, 5, 6] });
    expect(decodeEntities("x&#x1F600;y").offsets).toEqual([0, 1, 1, 10, 11]);
    expect(decodeEntities("a&lt;bc&gt;de").offsets).toEqual([0, 1, 5, 6, 7, 11, 12, 13]);
    expect(decodeEntities("").offsets).toEqual([0]);
  });
});
