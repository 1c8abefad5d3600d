import { describe, expect, it } from "vitest";
import { isDefined } from "../../../src/constraint/atoms/defined.js";
import { isOfType } from "../../../src/constraint/atoms/type.js";
import {
  childOf,
  conjuncts,
  type Formula,
  isWithin,
  keyAt,
  literalsIn,
  no,
  opposite,
  parentOf,
  root,
  yes,
} from "../../../src/constraint/formula.js";
import { not } from "../../../src/constraint/simplify.js";
import { everyItem } from "../../support/schemaFormula.js";

describe("A path", () => {
  it.each([
    ["a", "/x/a"],
    ["a/b", "/x/a~1b"],
    ["~1", "/x/~01"],
    ["", "/x/"],
  ])("The path to the key %j leads to it and back", (key, path) => {
    expect(childOf("/x", key)).toBe(path);
    expect(keyAt(path)).toBe(key);
    expect(parentOf(path)).toBe("/x");
    expect(parentOf(childOf(path, "deep"))).toBe(path);
  });
  it("The path to a key of the payload leads back to the payload, which is in nothing", () => {
    expect(parentOf("/a")).toBe(root);
    expect(parentOf(root)).toBeUndefined();
    expect(keyAt(root)).toBe("");
  });
  it.each([
    ["/a", "/a", true],
    ["/a/b", "/a", true],
    ["/a/b", root, true],
    ["/ab", "/a", false],
    ["/a", "/a/b", false],
    ["/b", "/a", false],
  ])("The path %j lies in %j: %j", (path, ancestor, lies) =>
    expect(isWithin(path, ancestor)).toBe(lies),
  );
});

describe("The parts of a formula", () => {
  const [a, b] = [isDefined("/a"), isOfType("/b", "string")];
  const joined: Formula = { all: [a, { any: [b, not(a), yes] }] };
  it("The parts of a formula that must all hold are those of an and, or the formula itself", () => {
    expect(conjuncts(joined)).toEqual([a, { any: [b, not(a), yes] }]);
    expect(conjuncts(a)).toEqual([a]);
    expect(conjuncts({ any: [a, b] })).toEqual([{ any: [a, b] }]);
    expect(conjuncts(yes)).toEqual([]);
    expect(conjuncts(no)).toEqual([no]);
  });
  it("The parts of a formula are its literals, those about the items of lists left out", () => {
    const paths = [...literalsIn(joined)].map(({ path, holds }) => `${holds} ${path}`);
    expect(paths).toEqual(["true /a", "true /b", "false /a"]);
    expect([...literalsIn(everyItem("/list", a))].map(({ path }) => path)).toEqual([
      "/list",
      "/list",
    ]);
    expect([...literalsIn(yes), ...literalsIn(no)]).toEqual([]);
  });
  it("The parts of a formula have an opposite, whose opposite they are", () => {
    const [literal] = literalsIn(a);
    if (!literal) throw new Error("no literal");
    expect(opposite(literal).holds).toBe(false);
    expect(opposite(opposite(literal))).toEqual(literal);
  });
});
