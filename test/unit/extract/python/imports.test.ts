import { describe, expect, it } from "vitest";
import { importsIn } from "../../../../dist/extract/python/imports.js";

describe("A statement imports what it names", () => {
  it.each([
    ["import json", [{ name: "json", module: "json" }]],
    ["import  a.b", [{ name: "a", module: "a" }]],
    ["import a.b as c", [{ name: "c", module: "a.b" }]],
    [
      "import a, b as c",
      [
        { name: "a", module: "a" },
        { name: "c", module: "b" },
      ],
    ],
    ["from a.b import c", [{ name: "c", imported: "c", module: "a.b" }]],
    ["from  a  import  c  as  d", [{ name: "d", imported: "c", module: "a" }]],
    ["from a import *", [{ name: "*", module: "a" }]],
    [
      "from a import (\n    b, # of c, d\n    e as f,\n)",
      [
        { name: "b", imported: "b", module: "a" },
        { name: "f", imported: "e", module: "a" },
      ],
    ],
    ["from a \\\n  import b", [{ name: "b", imported: "b", module: "a" }]],
    ["from . import b", [{ name: "b", imported: "b", module: "." }]],
    ["from a import", []],
    ["from a import(b)", [{ name: "b", imported: "b", module: "a" }]],
    ["from a import\\\n b", [{ name: "b", imported: "b", module: "a" }]],
    ["import a b", []],
    ["import a-b", []],
    ["from a-b import c", []],
  ])("A statement imports what it names: %s", (statement, imports) => {
    expect(importsIn(statement)).toEqual(imports);
  });
});
