import { describe, expect, it } from "vitest";
import { mostParts } from "../../../../dist/extract/located.js";
import {
  frozen,
  isGuess,
  isReadable,
  locatedOf,
} from "../../../../dist/extract/program/payload.js";
import { isObject, type Value } from "../../../../dist/extract/program/values.js";
import { isOpen, Unknown } from "../../../../dist/validator/unknown.js";
import { anything, running, value } from "./running.js";

/** A payload with its spans, as it is now. */
const located = (
  { objects }: ReturnType<typeof running>,
  of: Value,
  spelling?: "snake_case" | "camelCase",
) => locatedOf(frozen(of, objects), spelling);

describe("A payload is what is known of a value at a moment", () => {
  it("Later changes do not reach it", () => {
    const { objects, map } = running();
    const inner = map({ b: value(1) });
    const made = map({ a: inner });
    const kept = frozen(made, objects);
    objects.put(inner.object, "b", value(2));
    objects.open(made.object);
    expect(locatedOf(kept).value).toEqual({ a: { b: 1 } });
    expect(isOpen(locatedOf(kept).value as object)).toBe(false);
  });

  it("An object is open, and a list has the items that are known", () => {
    const program = running();
    const { objects, run } = program;
    const list = run.make("list", [0, 1]);
    for (const one of ["x", "y"]) objects.append(list.object, value(one));
    objects.put(list.object, "2", value("z"));
    objects.open(list.object);
    const { value: plain } = located(program, list);
    expect(plain).toEqual(["x", "y"]);
    expect(isOpen(plain as object)).toBe(true);
  });

  it("An object that lies within itself, or is no value of JSON, is not known there", () => {
    const program = running();
    const made = program.map();
    program.objects.put(made.object, "itself", made);
    program.objects.put(made.object, "tool", program.map({ a: value(1) }, "request"));
    const { children } = located(program, made);
    expect(children.get("itself")?.value).toBeInstanceOf(Unknown);
    expect(children.get("tool")?.value).toBeInstanceOf(Unknown);
  });

  it("An object that is in several places is known in each", () => {
    const program = running();
    const inner = program.map({ b: value(1) });
    expect(located(program, program.map({ x: inner, y: inner })).value).toEqual({
      x: { b: 1 },
      y: { b: 1 },
    });
  });

  it.each([
    [40, true],
    [41, false],
  ])("An object that is nested %i deep is known: %s", (depth, isKnown) => {
    const program = running();
    let made = program.map({ end: value(1) });
    for (let level = 0; level < depth; level++) made = program.map({ a: made });
    let at = located(program, made);
    for (let level = 0; level < depth; level++) at = at.children.get("a") ?? at;
    expect(at.value).toEqual(isKnown ? { end: 1 } : expect.any(Unknown));
  });

  it.each([
    ["as many parts as are looked at", mostParts - 1, true],
    ["more parts", mostParts, false],
  ])("An object of %s is known: %s", (_name, items, isKnown) => {
    const program = running();
    const list = program.run.make("list", [0, 1]);
    for (let index = 0; index < items; index++) program.objects.append(list.object, value(index));
    expect(frozen(list, program.objects).object !== undefined).toBe(isKnown);
    expect(frozen(program.map({ a: program.map() }), program.objects).object?.parts).toBe(2);
  });
});

describe("A payload says where its values are", () => {
  it("A value is at its place, with where it is written and what it comes from", () => {
    const program = running();
    expect(located(program, value(1, 5))).toMatchObject({ value: 1, span: [5, 6] });
    for (const key of ["origin", "origins", "isShared"]) {
      expect(located(program, value(1, 5))).not.toHaveProperty(key);
    }
    const whole: Value = {
      ...value(1, 5),
      origin: [7, 8],
      origins: { span: [9, 10] },
      isShared: true,
    };
    expect(located(program, whole)).toMatchObject({
      origin: [7, 8],
      origins: [[9, 10]],
      isShared: true,
    });
  });

  it("A key is at its place, and one that may be absent is not known, but likely what was put there", () => {
    const program = running();
    const { objects, map } = program;
    const { object, ...made } = map();
    objects.put(object, "a", value(1, 5), { key: [2, 3], property: [2, 6] });
    objects.putMaybe(object, "b", {
      ...map({ c: { ...value(2, 7), origins: { span: [8, 9] } } }),
      origins: { span: [10, 11] },
    });
    const { children } = located(program, { ...made, object });
    expect(children.get("a")).toMatchObject({ value: 1, key: [2, 3], property: [2, 6] });
    expect(children.get("b")?.value).toBeInstanceOf(Unknown);
    expect([...(children.get("b")?.children ?? [1])]).toEqual([]);
  });

  it("A key that may be absent hides every literal of what may be there", () => {
    const program = running();
    const { objects, map } = program;
    const inner = map({ c: { ...value(2, 7), origins: { span: [8, 9] } }, d: value(3, 12) });
    const made = map({ b: { ...inner, span: [20, 21], origins: { span: [10, 11] } } });
    const kept = frozen(made, objects);
    const [[key, child, spans]] = (kept.object?.entries ?? []) as [
      [string, never, { isSure: boolean }],
    ];
    const unsure = {
      ...kept,
      object: { ...kept.object, entries: [[key, child, { ...spans, isSure: false }]] },
    };
    const found = locatedOf(unsure as never).children.get("b");
    expect(found?.origins).toEqual([
      [10, 11],
      [20, 21],
      [7, 8],
      [8, 9],
      [12, 13],
    ]);
    expect(found?.likely).toEqual({ c: 2, d: 3 });
    expect(found?.duplicateKeys).toEqual([]);
    expect(found?.value).toMatchObject({ source: "source" });
  });

  it("What several parts of a program read is shared", () => {
    const program = running();
    const made = program.map();
    const reader = (at: number) => ({ is: "unknown", parts: [], span: [at, at] }) as const;
    made.object.readers.add(reader(1));
    expect(located(program, made)).not.toHaveProperty("isShared");
    made.object.readers.add(reader(2));
    expect(located(program, made).isShared).toBe(true);
    expect(located(program, { ...program.map(), isShared: true }).isShared).toBe(true);
  });

  it.each<
    [
      key: string | null,
      isUnsure: boolean,
      spelling: "snake_case" | "camelCase" | undefined,
      written: string[],
    ]
  >([
    ["impUid", true, "snake_case", ["imp_uid"]],
    ["impUid", true, "camelCase", ["impUid"]],
    ["impUid", true, undefined, ["impUid"]],
    ["impUid", false, "snake_case", ["impUid"]],
    [null, true, "snake_case", []],
  ])(
    "A field of the key %s, unsure: %s, is spelt for a service that spells %s",
    (key, isUnsure, spelling, written) => {
      const program = running();
      const made = program.map({ field: value(1) });
      made.object.keys.set("field", { key, isUnsure });
      expect([...located(program, made, spelling).children.keys()]).toEqual(written);
    },
  );
});

describe("A payload is readable where anything is known of it", () => {
  const program = running();
  const { objects, map } = program;
  const open = map();
  objects.open(open.object);
  const openWithKey = map({ a: value(1) });
  objects.open(openWithKey.object);
  const maybe = map();
  objects.putMaybe(maybe.object, "a", value(1));
  const mixed = map({ b: value(1) });
  objects.putMaybe(mixed.object, "a", value(1));
  it.each<[name: string, of: Value, isReadable_: boolean, isGuess_: boolean]>([
    ["a value", value(1), true, false],
    ["nothing known", anything(), false, false],
    ["the letters of a text", { ...anything(), letters: { parts: [] } }, true, false],
    [
      "an object that is written as a text",
      { ...anything(), serialized: { value: anything() } },
      true,
      false,
    ],
    ["an empty object", map(), true, false],
    ["an object of any keys", open, false, false],
    ["an object of a key and any others", openWithKey, true, false],
    ["an object of a key that may be absent", maybe, true, true],
    ["an object of a sure key and another", mixed, true, false],
    ["a tool", map({}, "request"), false, false],
  ])("A payload is readable where it is %s: %#", (_name, of, isReadable_, isGuess_) => {
    const kept = frozen(of, objects);
    expect([isReadable(kept), isGuess(kept)]).toEqual([isReadable_, isGuess_]);
    expect(isObject(of)).toBe(of.object !== undefined);
  });
});
