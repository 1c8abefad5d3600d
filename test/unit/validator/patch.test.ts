import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { patchOf } from "../../../src/compiler/emit/patchOf.js";
import {
  itemsIn,
  madeOnce,
  type Patch,
  patched,
  patchedOnce,
} from "../../../src/validator/patch.js";

describe("A patch", () => {
  it.each<[what: string, value: unknown, patch: Patch, expected: unknown]>([
    ["replaces a value", { a: 1, b: 2 }, { a: [3] }, { a: 3, b: 2 }],
    ["replaces a value by none that counts", { a: 1 }, { a: [0] }, { a: 0 }],
    ["adds a key", {}, { a: [null] }, { a: null }],
    ["takes a key out", { a: 1, b: 2 }, { a: [] }, { b: 2 }],
    ["changes what is below", { a: { b: 1, c: 2 } }, { a: { b: [] } }, { a: { c: 2 } }],
    ["replaces a list", { a: [1, 2] }, { a: [[3]] }, { a: [3] }],
    ["keeps runs of a list", [1, 2, 3, 4], [[1, 2], []], [2, 3]],
    ["adds items behind a list", [1, 2], [[0, 3], [9]], [1, 2, 9]],
    ["puts items anywhere in a list", [1, 2, 3], [[0, 1, 3, 1, 2, 1, 1, 1], [9]], [1, 9, 3, 2]],
    ["replaces the whole", { a: 1 }, [{ b: 2 }], { b: 2 }],
  ])("A patch %s", (_what, value, patch, expected) => {
    const before = structuredClone(value);
    expect(patched(value, patch)).toEqual(expected);
    expect(value).toEqual(before);
  });

  it("A patch that the compiler makes of two values makes one of the other", () => {
    const item = fc.oneof(
      fc.constantFrom("something long", "another text", 1, null),
      fc.jsonValue(),
    );
    const value = fc.dictionary(
      fc.constantFrom("a", "b", "c"),
      fc.oneof(fc.array(item), item, fc.dictionary(fc.constantFrom("a", "b"), fc.array(item))),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(value, value, (base, other) => {
        expect(patched(base, patchOf(base, other))).toEqual(other);
      }),
    );
  });
});

it("Runs name where each begins, and how many items it has", () => {
  expect(itemsIn(["a", "b", "c"], [2, 1, 0, 2, 1, 0])).toEqual(["c", "a", "b"]);
  expect(itemsIn(["a"], [])).toEqual([]);
});

describe("A value that is made when it is first asked for", () => {
  it.each([[{}], [undefined], [0]])(
    "A value that is made when it is first asked for is made once: %j",
    (value) => {
      let times = 0;
      const get = madeOnce(() => {
        times++;
        return value;
      });
      expect(times).toBe(0);
      expect([get(), get()]).toEqual([value, value]);
      expect(times).toBe(1);
    },
  );
  it("A value that is made when it is first asked for may be a patch of another", () => {
    const get = patchedOnce(
      () => ({ a: 1, b: 2 }),
      () => ({ a: [] }),
    );
    expect(get()).toEqual({ b: 2 });
    expect(get()).toBe(get());
  });
});
