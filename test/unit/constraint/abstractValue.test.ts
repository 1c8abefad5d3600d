import { describe, expect, it } from "vitest";
import { lengthOf, typeOf, valueAt } from "../../../src/constraint/abstractValue.js";
import {
  anyCharacter,
  hole,
  type JsonType,
  markOpen,
  Unknown,
} from "../../../src/validator/unknown.js";

describe("The value at a path", () => {
  const inner = { "a/b": 1, none: null, nothing: undefined, list: [1] };
  it.each([
    ["", { inner }],
    ["/inner/a~1b", 1],
    ["/inner/none", null],
    ["/inner/list", [1]],
  ])("The value at the path %j is what is there", (path, value) =>
    expect(valueAt({ inner }, path)).toEqual(value),
  );

  it.each([
    ["a key that is not given", "/other"],
    ["a key that is given as undefined", "/inner/nothing"],
    ["in nothing", "/inner/nothing/a"],
    ["in null", "/inner/none/a"],
    ["in a number", "/inner/a~1b/a"],
    ["in a list, whose items have no path", "/inner/list/0"],
    ["that every object inherits", "/inner/toString"],
  ])("The path leads to no value: %s", (_what, path) =>
    expect(valueAt({ inner }, path)).toBeUndefined(),
  );

  const open = { open: markOpen({ ...inner, closed: { a: 1 } }) };
  it.each([
    ["a key that is not given", "/open/other", true],
    ["a key that is given as undefined", "/open/nothing", true],
    ["a key that is not given, and what is below it", "/open/other/a/b", true],
    ["a key that every object inherits", "/open/toString", true],
    ["a key that is given", "/open/a~1b", false],
    ["a key that is given as null", "/open/none", false],
    ["a key of an object in it that is seen whole", "/open/closed/b", false],
    ["a key beside it", "/other", false],
  ])(
    "The value at a path is unknown in an object that may have more: %s",
    (_what, path, isUnknown) => expect(valueAt(open, path) instanceof Unknown).toBe(isUnknown),
  );

  it.each<[types: readonly JsonType[] | undefined, isUnknown: boolean]>([
    [undefined, true],
    [["object"], true],
    [["object", "string"], true],
    [["string", "object"], true],
    [["string"], false],
    [["array", "null"], false],
  ])(
    "The value at a path is unknown in a value that may be an object: of types %j %j",
    (types, isUnknown) => {
      for (const path of ["/a/b", "/a/b/c"]) {
        const found = valueAt({ a: new Unknown("x", types) }, path);
        expect(found instanceof Unknown).toBe(isUnknown);
        // It may be absent too.
        if (found instanceof Unknown) expect(found.types).toBeUndefined();
      }
    },
  );
});

describe("The JSON type of a value", () => {
  it.each<[value: unknown, type: JsonType | undefined]>([
    [null, "null"],
    [[], "array"],
    [{}, "object"],
    ["", "string"],
    [false, "boolean"],
    [0, "number"],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [1n, undefined],
    [() => 1, undefined],
    [Symbol("s"), undefined],
    [undefined, undefined],
  ])("The JSON type of %s is %s", (value, type) => expect(typeOf(value)).toBe(type));
});

describe("The length of a text", () => {
  it.each([
    [undefined, 0, Infinity],
    ["", 0, 0],
    ["가😀", 2, 2],
    [hole, 0, Infinity],
    [`a${hole}`, 1, Infinity],
    [`${hole}😀`, 1, Infinity],
    [`a${hole}b${hole}c`, 3, Infinity],
    [`a${anyCharacter.repeat(2)}`, 3, 3],
  ])(
    "The length of a text of which %j is known has these bounds in code points",
    (text, min, max) => expect(lengthOf(new Unknown("x", ["string"], text))).toEqual({ min, max }),
  );
});
