import { describe, expect, it } from "vitest";
import {
  comingFrom,
  joinedOrigins,
  joinedValues,
  lettersOf,
  type Origins,
  spansOf,
  typesOf,
  unknownValue,
  usedAt,
  type Value,
  Variable,
  writtenOf,
} from "../../../../dist/extract/program/values.js";
import { hole, type JsonType, Unknown } from "../../../../dist/validator/unknown.js";
import { anything, running, value } from "./running.js";

const at = (start: number): Origins => ({ span: [start, start + 1] });

describe("Where a value comes from is joined", () => {
  it("The stretches of a graph are each given once, in the order of the text", () => {
    const one = at(5);
    const both: Origins = { of: [one, undefined, at(2)] };
    expect(spansOf({ of: [both, one, both, at(9)] })).toEqual([
      [2, 3],
      [5, 6],
      [9, 10],
    ]);
    const circle: { of: (Origins | undefined)[] } = { of: [one] };
    circle.of.push(circle, undefined);
    expect(spansOf(circle)).toEqual([[5, 6]]);
    expect(spansOf({ of: [undefined, one] })).toEqual([[5, 6]]);
    expect(spansOf({ of: [one, undefined] })).toEqual([[5, 6]]);
    expect(spansOf(undefined)).toEqual([]);
  });

  it("What comes from one stretch alone is that stretch, and from none is none", () => {
    const one = at(5);
    expect(joinedOrigins(undefined, one, undefined)).toBe(one);
    expect(joinedOrigins(one, at(2))).toEqual({ of: [one, at(2)] });
    expect(joinedOrigins(undefined)).toBeUndefined();
    expect(comingFrom({ origins: one }, undefined, {})).toEqual({ origins: one });
    expect(comingFrom({}, undefined)).toEqual({});
  });
});

describe("The letters of a text have their places", () => {
  const written = (text: string, start: number) => ({
    written: () => ({ text, offsets: [...text].map((_, index) => start + index) }),
  });

  it("The letters of parts are put one behind the other, with a hole for what is not written", () => {
    const letters = {
      parts: [written("ab", 10), undefined, { parts: [written("c", 20), undefined] }],
    };
    expect(writtenOf(letters)).toEqual({
      text: `ab${hole}c${hole}`,
      offsets: [10, 11, 11, 20, 20],
    });
    expect(writtenOf({ parts: [undefined, written("a", 5)] })).toEqual({
      text: `${hole}a`,
      offsets: [0, 5],
    });
  });

  it.each<[name: string, of: Value, text: string | undefined, offsets: number[]]>([
    ["a number", { span: [4, 7], known: 125 }, "125", [4, 5, 6]],
    ["a number that is written otherwise", { span: [4, 9], known: 125 }, "125", [4, 4, 4]],
    [
      "a number that is written elsewhere",
      { span: [4, 5], known: 12, origin: [30, 32] },
      "12",
      [30, 31],
    ],
    ["a truth", { span: [4, 8], known: true }, "true", [4, 5, 6, 7]],
    ["nothing", { span: [4, 8], known: null }, undefined, []],
    ["what is not known", anything(), undefined, []],
    ["a text", { ...value("x"), letters: written("x", 3) }, "x", [3]],
  ])("The letters of %s are known", (_name, of, text, offsets) => {
    const letters = lettersOf(of);
    expect(letters && writtenOf(letters)).toEqual(
      text === undefined ? undefined : { text, offsets },
    );
  });
});

it.each<[known: unknown, types: JsonType[] | undefined]>([
  ["a", ["string"]],
  [1, ["number"]],
  [true, ["boolean"]],
  [null, ["null"]],
  [new Unknown("x", ["array", "null"]), ["array", "null"]],
  [new Unknown("x"), undefined],
  [{}, undefined],
  [undefined, undefined],
])("The types of a value are known: %#", (known, types) => {
  expect(typesOf(known)).toEqual(types);
});

it("An unknown value has what is said of it", () => {
  const { map } = running();
  const among = [map().object];
  expect(unknownValue([1, 2], "s")).toEqual({ span: [1, 2], known: expect.any(Unknown) });
  const all = unknownValue([1, 2], "s", { types: ["string"], text: "t", among, type: "A" });
  expect(all).toMatchObject({
    among,
    type: "A",
    known: { source: "s", types: ["string"], text: "t" },
  });
});

it("A value that is used elsewhere is there, and was written where it was first", () => {
  const { map } = running();
  expect(usedAt(value(1, 5), [8, 9])).toEqual({ span: [8, 9], known: 1, origin: [5, 6] });
  expect(usedAt({ ...value(1, 5), origin: [2, 3] }, [8, 9]).origin).toEqual([2, 3]);
  const object = map();
  expect(usedAt(object, [8, 9])).toBe(object);
});

describe("A value that is one of several is known by what they have in common", () => {
  const { map } = running();
  const [one, other] = [map(), map({}, "list")];
  const from = (known: unknown, start: number, more: Partial<Value> = {}): Value => ({
    ...value(known, start),
    origins: at(start),
    ...more,
  });

  it("One value is itself, and none is none", () => {
    const only = from(1, 5);
    expect(joinedValues([only])).toBe(only);
    expect(joinedValues([only, only])).toBe(only);
    expect(joinedValues([])).toBeUndefined();
    expect(joinedValues([undefined, undefined])).toBeUndefined();
    expect(joinedValues([one, { ...one, span: [7, 8] }])).toBe(one);
  });

  it("The same value from several places is that value, which no fix edits", () => {
    const joined = joinedValues([from("a", 5), from("a", 8)]);
    expect(joined).toMatchObject({ known: "a", span: [5, 6], isShared: true });
    expect(spansOf(joined?.origins)).toEqual([
      [5, 6],
      [8, 9],
    ]);
    expect(joinedValues([value("a", 5), value("a", 8)])).not.toHaveProperty("origins");
  });

  it.each<[name: string, values: (Value | undefined)[], types: JsonType[] | undefined]>([
    ["texts", [value("a"), value("b")], ["string"]],
    ["three of which two are the same", [value("a"), value("a"), value("b")], ["string"]],
    ["a text and a number", [value("a"), value(1)], ["string", "number"]],
    ["a text and nothing that is known", [value("a"), anything()], undefined],
    ["a value that may be absent", [value("a"), undefined], undefined],
    ["the same value, which may be absent", [value("a"), value("a"), undefined], undefined],
    ["an object and a list", [one, other], ["object", "array"]],
    ["an object and a text", [one, value("a")], ["object", "string"]],
    ["an object that may be absent", [one, undefined], undefined],
    [
      "unknown texts",
      [value(new Unknown("x", ["string"])), value(new Unknown("y", ["string"]))],
      ["string"],
    ],
  ])("A value that is one of several is of their types: %s", (_name, values, types) => {
    const joined = joinedValues(values);
    expect(joined?.known).toBeInstanceOf(Unknown);
    expect((joined?.known as Unknown | undefined)?.types).toEqual(types);
    expect(joined?.isShared).toBe(true);
  });

  it("It may be any of the objects, and is of their class if that is one", () => {
    const typed = (type?: string): Value => ({
      ...anything(),
      ...(type !== undefined && { type }),
    });
    expect(joinedValues([one, other, one])?.among).toEqual([one.object, other.object]);
    expect(joinedValues([one, { ...anything(), among: [other.object] }])?.among).toEqual([
      one.object,
      other.object,
    ]);
    expect(joinedValues([value("a"), value("b")])).not.toHaveProperty("among");
    expect(joinedValues([typed("A"), typed("A")])?.type).toBe("A");
    expect(joinedValues([typed("A"), typed("B")])).not.toHaveProperty("type");
    expect(joinedValues([typed("A"), typed("A"), typed("B")])).not.toHaveProperty("type");
    expect(joinedValues([typed("A"), typed()])).not.toHaveProperty("type");
    expect(joinedValues([typed(), typed()])).not.toHaveProperty("type");
  });

  it("It is shown as the first is written where that is not known", () => {
    const source = (...values: Value[]) =>
      (joinedValues(values)?.known as Unknown | undefined)?.source;
    expect(source(value(new Unknown("first")), value(1))).toBe("first");
    expect(source(value(1), value(new Unknown("second")))).toBe("…");
  });
});

it("A variable that may have one of several values comes from all that is ever put there", () => {
  const variable = new Variable("a");
  variable.origins.of.push(at(5), at(8));
  const joined = variable.join([value("a", 5), value("b", 8)]);
  expect(spansOf(joined?.origins)).toEqual([
    [5, 6],
    [8, 9],
  ]);
  expect(variable.join([undefined, undefined])).toBeUndefined();
});
