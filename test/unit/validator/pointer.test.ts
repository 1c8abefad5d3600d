import { describe, expect, it, test } from "vitest";
import {
  parsePointer,
  pointerOfFirst,
  pointerTo,
  spokenPath,
  valueAt,
  wildcardPath,
} from "../../../dist/validator/pointer.js";

describe("A JSON Pointer", () => {
  test.each([
    ["", []],
    ["/a", ["a"]],
    ["/a/b/0", ["a", "b", "0"]],
    ["/a~1b/c~0d", ["a/b", "c~d"]],
    ["/~1a~1b/~0~0", ["/a/b", "~~"]],
    ["/~01", ["~1"]],
    ["/", [""]],
  ])("The JSON Pointer %s names the keys %j, and they name it", (pointer, keys) => {
    expect(parsePointer(pointer)).toEqual(keys);
    expect(pointerTo(keys)).toBe(pointer);
  });
  it("A JSON Pointer leads to a value, but not to an inherited one", () => {
    const root = { a: [{ "b/c": 1 }], text: "abc", none: null };
    expect(valueAt(root, "/a/0/b~1c")).toBe(1);
    expect(valueAt(root, "")).toBe(root);
    for (const nowhere of ["/b", "/a/1", "/text/0", "/text/length", "/none/x", "/toString"]) {
      expect(valueAt(root, nowhere), nowhere).toBe(undefined);
    }
    expect(valueAt(null, "/a")).toBe(undefined);
  });
  it("A JSON Pointer can be cut behind its first keys", () => {
    expect([0, 1, 2].map((keys) => pointerOfFirst(keys, "/a/b"))).toEqual(["", "/a", "/a/b"]);
  });
  test.each([
    ["/a/0/b/12", "/a/*/b/*"],
    ["/a1/1a", "/a1/1a"],
    ["/0", "/*"],
  ])(
    "The JSON Pointer %s has the wildcard path %s, where * is an item of a list",
    (pointer, wildcard) => expect(wildcardPath(pointer)).toBe(wildcard),
  );
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
  ])("The JSON Pointer %s is shown as %s", (pointer, spoken) =>
    expect(spokenPath(pointer)).toBe(spoken),
  );
});
