import { describe, expect, it } from "vitest";
import {
  accessor,
  asMaps,
  construct,
  type DataValue,
  isData,
  putField,
  respelt,
  writtenKey,
} from "../../../../dist/extract/program/dataClasses.js";
import type { ArgumentValue } from "../../../../dist/extract/program/library.js";
import type { DataClass, DataField } from "../../../../dist/extract/program/model.js";
import type { Value } from "../../../../dist/extract/program/values.js";
import { Unknown } from "../../../../dist/validator/unknown.js";
import { anything, argument, running, value } from "./running.js";

const field = (name: string, more: Partial<DataField> = {}): DataField => ({
  name,
  keySpan: [70, 75],
  ...more,
});

const plain: DataClass = { fields: [], extends: [], takes: [], hasConstructor: false };

/** An object of a class of data, in a program of its own. */
function dataOf(more: Partial<DataClass> = {}, entries: Readonly<Record<string, Value>> = {}) {
  const program = running();
  const made: DataValue = { ...program.map(entries, "data"), data: { ...plain, ...more } };
  return { ...program, made };
}

it("An object is one of data by its class and by how it was made", () => {
  const { made, map } = dataOf();
  expect(isData(made)).toBe(true);
  expect(isData(map())).toBe(false);
  expect(isData({ ...map(), data: plain })).toBe(false);
  expect(isData(undefined)).toBe(false);
});

it.each([
  ["merchantUid", "snake_case", "merchant_uid"],
  ["m2Uid", "snake_case", "m2_uid"],
  ["URL", "snake_case", "URL"],
  ["a_b_2c", "camelCase", "aB2c"],
  ["_a", "camelCase", "A"],
  ["a_", "camelCase", "a_"],
] as const)("The words of %s are put together in %s as %s", (name, spelling, made) => {
  expect(respelt(name, spelling)).toBe(made);
});

it.each<
  [name: string, key: string | null | undefined, DataClass["spelling"], string | null, boolean]
>([
  ["what the field says", "uid", "snake_case", "uid", false],
  ["nothing, where the field says so", null, "snake_case", null, false],
  ["its name", undefined, undefined, "impUid", false],
  ["its name or another spelling", undefined, "unsure", "impUid", true],
  ["its name as the class spells it", undefined, "snake_case", "imp_uid", false],
])("The key of a field is %s", (_name, said, spelling, key, isUnsure) => {
  const of = field("impUid", said === undefined ? {} : { key: said });
  const as = spelling === undefined ? plain : { ...plain, spelling };
  expect(writtenKey(of, as)).toEqual({ key, isUnsure });
});

describe("What is put into a field has the type of the field", () => {
  const unknown = (types?: ("string" | "number" | "null")[], text?: string) =>
    value(new Unknown("x", types, text));
  it.each<[name: string, given: Value, of: Partial<DataField>, converts: boolean, as: unknown]>([
    ["a value as it is", value("a"), {}, false, "a"],
    ["a value of another type as it is", value("a"), { types: ["number"] }, false, "a"],
    ["a value of another type, converted", value("1"), { types: ["number"] }, true, "any number"],
    ["a value of its type, where others are converted", value(1), { types: ["number"] }, true, 1],
    ["a value of one of its types", value(1), { types: ["string", "number"] }, true, 1],
    [
      "a value that may be of another type, converted",
      unknown(["number", "string"]),
      { types: ["number"] },
      true,
      "any number",
    ],
    ["a value that is not known", unknown(), { types: ["number"] }, false, "any number"],
    ["a value of known types", unknown(["string"]), { types: ["number"] }, false, "any string"],
    [
      "a value of known letters",
      unknown(undefined, "_"),
      { types: ["number"] },
      false,
      "any value",
    ],
    [
      "what the class changes",
      value("a"),
      { isChanged: true, types: ["string"] },
      false,
      "any string",
    ],
    [
      "nothing that the class changes",
      value(null),
      { isChanged: true, types: ["string"] },
      false,
      "any string",
    ],
  ])("A field holds %s", (_name, given, of, converts, as) => {
    const { made, objects, shown } = dataOf({ converts });
    putField(made, field("a", of), given, objects);
    expect(shown(made)).toEqual({ a: as });
  });

  it("A field holds an object, whatever its types are", () => {
    const { made, objects, map, shown } = dataOf({ converts: true });
    putField(made, field("a", { types: ["number"] }), map({ b: value(1) }), objects);
    putField(made, field("c"), map({ d: value(1) }), objects);
    expect(shown(made)).toEqual({ a: { b: 1 }, c: { d: 1 } });
  });

  it("A field that is given nothing is absent", () => {
    const { made, objects, shown } = dataOf({}, { a: value(1), b: value(2) });
    putField(made, field("a"), value(null), objects);
    expect(shown(made)).toEqual({ b: 2 });
  });

  it("No fix edits what is in a field, whose key is where the class has it", () => {
    const { made, objects } = dataOf();
    putField(made, field("a"), value(1), objects);
    expect(objects.entry(made.object, "a")).toMatchObject({
      key: [70, 75],
      value: { known: 1, isShared: true },
    });
  });
});

describe("A constructor of data that is not written out puts what it is given", () => {
  const fields = [field("a"), field("b", { key: "B" }), field("c")];
  const old = { a: value(0), x: value(0) };
  const put = (args: readonly ArgumentValue[], more: Partial<DataClass> = {}) => {
    const { made, objects, shown } = dataOf({ takes: [["a"], ["a", "b"]], ...more }, old);
    construct(made, args, objects, fields);
    return shown(made);
  };
  const [one, two, three] = [1, 2, 3].map((known) => argument(value(known))) as [
    ArgumentValue,
    ArgumentValue,
    ArgumentValue,
  ];
  const forgotten = { "a?": "any value", "x?": "any value", "…": true };

  it.each<[name: string, args: ArgumentValue[], more: Partial<DataClass>, made: object]>([
    ["by their number", [one], {}, { a: 1, x: 0 }],
    ["all of them", [one, two], {}, { a: 1, b: 2, x: 0 }],
    ["none, where none is given", [], {}, { a: 0, x: 0 }],
    ["unless there are more than any takes", [one, two, three], {}, forgotten],
    ["unless there are fewer than any takes", [one], { takes: [["a", "b"]] }, forgotten],
    [
      "fewer, where it may take fewer",
      [one],
      { takes: [["a", "b"]], takesFewer: true },
      { a: 1, x: 0 },
    ],
    [
      "unless there are more, where it may take fewer",
      [one, two, three],
      { takesFewer: true },
      forgotten,
    ],
    ["but not into a field that there is not", [one], { takes: [["z"]] }, { a: 0, x: 0 }],
    ["by the name of the field", [argument(value(5), { name: "c" })], {}, { a: 0, c: 5, x: 0 }],
    ["by the key of the field", [argument(value(5), { name: "B" })], {}, { a: 0, b: 5, x: 0 }],
    ["by a name of none", [argument(value(5), { name: "z" })], {}, { a: 0, x: 0, "…": true }],
    [
      "by a name of none, which is dropped where values are converted",
      [argument(value(5), { name: "z" })],
      { converts: true },
      { a: 0, x: 0 },
    ],
    ["by place and by name", [one, argument(value(5), { name: "c" })], {}, { a: 1, c: 5, x: 0 }],
    [
      "by name, where no constructor takes nothing by place",
      [argument(value(5), { name: "c" })],
      { takes: [] },
      { a: 0, c: 5, x: 0 },
    ],
    [
      "anything, from a list that is spread",
      [argument(anything(), { spread: "positional" })],
      {},
      forgotten,
    ],
    [
      "anything, from what is not known and spread",
      [argument(anything(), { spread: "named" })],
      {},
      forgotten,
    ],
  ])("A constructor of data puts what it is given %s", (_name, args, more, made) => {
    expect(put(args, more)).toEqual(made);
  });

  it("A constructor of data puts what an object holds that is spread, by names and by keys", () => {
    const { made, objects, map, shown } = dataOf();
    const given = map({ a: value(1), B: value(2), z: value(3) });
    objects.putMaybe(given.object, "c", value(4));
    construct(made, [argument(given, { spread: "named" })], objects, fields);
    expect(shown(made)).toEqual({ a: 1, b: 2, "c?": "any value" });
    expect(objects.entry(made.object, "c")?.value.isShared).toBe(true);
  });

  it("A constructor of data may put more than is known of an object that is spread", () => {
    const { made, objects, map, shown } = dataOf({}, old);
    const given = map({ c: value(1) });
    objects.open(given.object);
    construct(made, [argument(given, { spread: "named" })], objects, fields);
    expect(shown(made)).toEqual({ "a?": "any value", c: 1, "x?": "any value", "…": true });
  });
});

describe("A class of data has methods that are not written out", () => {
  const fields = [field("merchantUid"), field("Big"), field("budget"), field("tissue")];
  const result = (name: string, ...given: unknown[]) => {
    const { made, objects, shown } = dataOf({}, { merchantUid: value("m") });
    const args = given.map((known) => argument(value(known)));
    const gives = accessor(made, name, args, objects, fields);
    const shownAs = gives === made ? "itself" : typeof gives === "object" ? shown(gives) : gives;
    return [shownAs, shown(made)];
  };
  const before = { merchantUid: "m" };
  it.each<[name: string, given: unknown[], gives: unknown, after: object]>([
    ["build", [], "itself", before],
    ["build", [1], undefined, before],
    ["getMerchantUid", [], "m", before],
    ["isMerchantUid", [], "m", before],
    ["merchantUid", [], "m", before],
    ["getBig", [], "unknown", before],
    ["getOther", [], undefined, before],
    ["forgetMerchantUid", [], undefined, before],
    ["getmerchantUid", [], undefined, before],
    ["toString", [], "unknown", before],
    ["hashCode", [], "unknown", before],
    ["toStringOf", [], undefined, before],
    ["myToString", [], undefined, before],
    ["mytoString", [], undefined, before],
    ["equals", [], undefined, before],
    ["setMerchantUid", ["n"], "itself", { merchantUid: "n" }],
    ["merchantUid", ["n"], "itself", { merchantUid: "n" }],
    ["MerchantUid", ["n"], "itself", { merchantUid: "n" }],
    ["resetMerchantUid", ["n"], undefined, before],
    ["setmerchantUid", ["n"], undefined, before],
    ["setMerchantUid", ["n", "o"], undefined, before],
    ["equals", ["n"], "unknown", before],
    ["equals", ["n", "o"], undefined, before],
    ["compareTo", ["n"], undefined, before],
  ])("A method of a class of data is known: %s of %j", (name, given, gives, after) => {
    expect(result(name, ...given)).toEqual([gives, after]);
  });
});

describe("Data is copied as maps and lists", () => {
  it("The keys of a copy are the names of the fields, or those as which they are written", () => {
    const { run, objects, made, map, shown } = dataOf({}, { impUid: value("i"), none: value(1) });
    const { object } = made;
    object.keys.set("impUid", { key: "imp_uid", isUnsure: false });
    object.keys.set("none", { key: null, isUnsure: false });
    objects.put(object, "list", map({ 0: made, 1: value(2) }, "list"));
    objects.remove(object, "list");
    objects.putMaybe(object, "may", value(3));
    const copied = (isByKey: boolean) => asMaps(made, run.make, objects, isByKey);
    expect(shown(copied(false))).toEqual({ impUid: "i", none: 1, "may?": "any value" });
    expect(shown(copied(true))).toEqual({ imp_uid: "i", "may?": "any value" });
    expect(copied(true).object?.type).toBe("map");
  });

  it("A key that a setting may spell in another way opens the copy, and one of small letters does not", () => {
    const { run, objects, made, shown } = dataOf({}, { impUid: value("i"), amount: value(1) });
    for (const key of ["impUid", "amount"]) made.object.keys.set(key, { key, isUnsure: true });
    expect(shown(asMaps(made, run.make, objects, true))).toEqual({ amount: 1, "…": true });
    expect(shown(asMaps(made, run.make, objects, false))).toEqual({ impUid: "i", amount: 1 });
  });

  it("A list is copied with the data in it, and what is neither is taken as it is", () => {
    const { run, objects, made, map, shown } = dataOf({}, { a: value(1) });
    const list = run.make("list", [3, 9]);
    const other = map({ b: value(2) });
    for (const one of [made, other, value("text")]) objects.append(list.object, one);
    const copy = asMaps(list, run.make, objects, true);
    expect(copy.object?.type).toBe("list");
    expect(copy.span).toEqual([3, 9]);
    expect(shown(copy)).toEqual({ 0: { a: 1 }, 1: { b: 2 }, 2: "text" });
    expect(objects.get(copy.object as never, "0")?.object?.type).toBe("map");
    expect(objects.get(copy.object as never, "1")).toBe(other);
    expect(asMaps(other, run.make, objects, true)).toBe(other);
    const text = value("a");
    expect(asMaps(text, run.make, objects, true)).toBe(text);
  });

  it("A copy of what may hold more may hold more, and its keys are where they were", () => {
    const { run, objects, made, shown } = dataOf();
    objects.put(made.object, "a", value(1), { key: [4, 5] });
    objects.open(made.object);
    const copy = asMaps(made, run.make, objects, true);
    expect(shown(copy)).toEqual({ a: 1, "…": true });
    expect(objects.entry(copy.object as never, "a")?.key).toEqual([4, 5]);
  });

  it("Data that holds itself is copied to a depth", () => {
    const { run, objects, made } = dataOf();
    objects.put(made.object, "a", made);
    let at: Value | undefined = asMaps(made, run.make, objects, true);
    let depth = 0;
    for (; at?.object && at.object !== made.object; depth++) at = objects.get(at.object, "a");
    expect(depth).toBe(21);
  });
});
