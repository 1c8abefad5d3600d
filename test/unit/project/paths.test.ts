import { sep } from "node:path";
import { describe, expect, it } from "vitest";
import { joined, shownPath, textOfPath } from "../../../dist/project/paths.js";

describe("A path is written as text", () => {
  it.each([
    ["a text", "/a/é", "/a/é"],
    ["bytes of UTF-8", Buffer.from("/a/é한😀"), "/a/é한😀"],
    ["a byte that is none of UTF-8", Buffer.from([0x61, 0xe9, 0x62]), "a\\xe9b"],
    ["a byte of one digit", Buffer.from([0x61, 0x05, 0xff]), "a\x05\\xff"],
    ["a letter that is cut off", Buffer.from([0x61, 0xed, 0x95]), "a\\xed\\x95"],
    ["the sign for what cannot be read", Buffer.from("a\ufffdb"), "a\ufffdb"],
    ["nothing", Buffer.from([]), ""],
  ])("A path is written as text: %s", (_name, path, text) => {
    expect(textOfPath(path)).toBe(text);
  });
});

describe("The path of an entry of a folder is put together", () => {
  it("The path of an entry has one separator between the folder and the name", () => {
    expect(joined("a", "b")).toBe(`a${sep}b`);
    expect(joined(`a${sep}`, "b")).toBe(`a${sep}b`);
  });
  it("The path of an entry stays bytes where one of them is", () => {
    const name = Buffer.from([0xe9]);
    expect(joined("a", name)).toEqual(Buffer.concat([Buffer.from(`a${sep}`), name]));
    expect(joined(name, "a")).toEqual(Buffer.concat([name, Buffer.from(`${sep}a`)]));
  });
});

describe("A path is shown to people", () => {
  it.each([
    ["below the working folder", `/work${sep}a${sep}b.js`, "a/b.js"],
    ["relative to it", `a${sep}b.js`, "a/b.js"],
    ["the folder itself", "/work", "."],
    ["beside the folder", "/other/b.js", "../other/b.js"],
  ])("A path is shown to people that is %s", (_name, path, shown) => {
    expect(shownPath(path, "/work")).toBe(shown);
  });
});
