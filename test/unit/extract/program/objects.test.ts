import { describe, expect, it } from "vitest";
import { ObjectCell, Objects } from "../../../../dist/extract/program/objects.js";
import { Store } from "../../../../dist/extract/program/store.js";
import { spansOf, type Value } from "../../../../dist/extract/program/values.js";
import { Unknown } from "../../../../dist/validator/unknown.js";
import { anything, shown, value } from "./running.js";

/** Objects of a program of its own, with a map that has something under `a`. */
function begun() {
  const store = new Store();
  const objects = new Objects(store);
  const map = (type = "map") => objects.make(type, [0, 1], "source");
  const made = map();
  objects.put(made.object, "a", value(1, 10));
  const holds = (one: Value = made) => shown(one, objects);
  /** One of several things happens. */
  const either = (...alternatives: (() => void)[]) =>
    store.join(alternatives.map((one) => store.apart(one)));
  return { store, objects, map, made, object: made.object, holds, either };
}

it.each([
  ["map", ["object"], false],
  ["list", ["array"], false],
  ["data", ["object"], false],
  ...["address", "builder", "client", "connection", "entity", "entry", "request"].map(
    (type) => [type, undefined, true] as const,
  ),
] as const)("What a program makes as a %s is of the types %j", (type, types, isTool) => {
  const cell = new ObjectCell(type, [0, 1], "");
  expect(cell.types).toEqual(types);
  expect(cell.isTool).toBe(isTool);
  expect(cell.isList).toBe(type === "list");
  expect(new Objects(new Store()).make(type, [0, 1], "s").known).toMatchObject({
    types,
    source: "s",
  });
});

describe("A key has what was put there last", () => {
  it("A key has what was put there last, and none has what was removed", () => {
    const { objects, object, holds } = begun();
    objects.put(object, "a", value(2));
    objects.put(object, "b", value(3));
    objects.remove(object, "b");
    objects.remove(object, "c");
    expect(holds()).toEqual({ a: 2 });
    expect(objects.get(object, "b")).toBeUndefined();
  });

  it("What is put comes from what was there before, too", () => {
    const { objects, object } = begun();
    const from = (span: [number, number]): Value => ({ ...value(0, span[0]), origins: { span } });
    objects.put(object, "a", from([20, 21]));
    expect(spansOf(objects.get(object, "a")?.origins)).toEqual([
      [10, 11],
      [20, 21],
    ]);
    expect(objects.get(object, "a")).toMatchObject({ known: 0, span: [20, 21] });
  });

  it("What is put first, and an object, is kept as it is", () => {
    const { objects, object, map } = begun();
    const [one, inner] = [value(5), map()];
    objects.put(object, "b", one);
    objects.put(object, "a", inner);
    expect(objects.get(object, "b")).toBe(one);
    expect(objects.get(object, "a")).toBe(inner);
  });

  it("Whoever makes the objects is told of every value that is put", () => {
    const told: unknown[] = [];
    const objects = new Objects(new Store(), (key, { known }) => told.push([key, known]));
    const { object } = objects.make("map", [0, 1], "");
    objects.put(object, "a", value(1));
    objects.putMaybe(object, "b", value(2));
    expect(told).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });
});

describe("What may have happened leaves a key unsure", () => {
  it("A key that one of two alternatives puts may be absent", () => {
    const { objects, object, holds, either } = begun();
    either(
      () => objects.put(object, "b", value(2)),
      () => {},
    );
    expect(holds()).toEqual({ a: 1, "b?": "any value" });
    expect(objects.get(object, "b")).toBeUndefined();
  });

  it("A key that each alternative puts is one of their values", () => {
    const { objects, object, holds, either } = begun();
    either(
      () => objects.put(object, "b", value(2)),
      () => objects.put(object, "b", value("x")),
    );
    expect(holds()).toEqual({ a: 1, b: "any number,string" });
  });

  it("A key that an alternative removes may be absent, and one that each removes is", () => {
    const { objects, object, holds, either } = begun();
    either(
      () => objects.remove(object, "a"),
      () => {},
    );
    expect(holds()).toEqual({ "a?": "any value" });
    either(
      () => objects.remove(object, "a"),
      () => objects.remove(object, "a"),
    );
    expect(holds()).toEqual({});
  });

  it("A key that may be absent still may be where another alternative leaves it", () => {
    const { objects, object, holds, either } = begun();
    objects.putMaybe(object, "b", value(2));
    either(
      () => objects.put(object, "b", value(3)),
      () => {},
    );
    expect(holds()).toEqual({ a: 1, "b?": "any value" });
  });

  it("A value that may be put is the one before or the new one", () => {
    const { objects, object, holds } = begun();
    objects.putMaybe(object, "a", value("x"));
    objects.putMaybe(object, "b", value(1));
    expect(holds()).toEqual({ a: "any number,string", "b?": "any value" });
  });

  it("A list may be longer where alternatives add to it unequally", () => {
    const { objects, map, holds, either } = begun();
    const [list, other] = [map("list"), map("list")];
    either(
      () => objects.append(list.object, value(1)),
      () => {},
    );
    expect(holds(list)).toMatchObject({ "…": true });
    expect(objects.header(list.object).length).toBe(0);
    either(
      () => objects.append(other.object, value(1)),
      () => objects.append(other.object, value(2)),
    );
    expect(holds(other)).toEqual({ 0: "any number" });
    expect(objects.header(other.object)).toMatchObject({ length: 1, isOpen: false });
  });

  it("An object may hold more where one of the alternatives opens it", () => {
    const { objects, object, holds, either } = begun();
    either(
      () => objects.open(object),
      () => objects.put(object, "b", value(1)),
    );
    expect(holds()).toEqual({ a: 1, "b?": "any value", "…": true });
  });

  it("An object may have changed where one of the alternatives hands it to other code", () => {
    const { objects, made, holds, either } = begun();
    either(
      () => objects.escape(made),
      () => {},
    );
    expect(holds()).toEqual({ "a?": "any value", "…": true });
  });

  it("An object that an alternative makes has what that puts", () => {
    const { objects, map, holds, either } = begun();
    let inner = map();
    either(
      () => {
        inner = map();
        objects.put(inner.object, "x", value(1));
      },
      () => {},
    );
    expect(holds(inner)).toEqual({ x: 1 });
  });
});

describe("Code that is not known may change an object", () => {
  const forgotten = { "a?": "any value", "…": true };

  it("What such code gets may have any keys, and what is in it too", () => {
    const { objects, object, made, map, holds } = begun();
    const inner = map();
    objects.put(inner.object, "x", value(1));
    objects.put(inner.object, "itself", made);
    objects.put(object, "inner", inner);
    objects.escape(made);
    expect(holds()).toEqual({ ...forgotten, "inner?": "any value" });
    expect(holds(inner)).toEqual({ "itself?": "any value", "x?": "any value", "…": true });
  });

  it("One of several objects that such code gets may have any keys", () => {
    const { objects, object, map, holds, made } = begun();
    const other = map();
    objects.escape({ ...anything(), among: [object, other.object] });
    expect(holds()).toEqual(forgotten);
    expect(holds(other)).toEqual({ "…": true });
    const another = begun();
    const holder = another.map();
    another.objects.put(holder.object, "x", { ...anything(), among: [another.object] });
    another.objects.escape(holder);
    expect(another.holds()).toEqual(forgotten);
    expect(made.known).toBeInstanceOf(Unknown);
  });

  it("What was there before such code may be in what is there now", () => {
    const { objects, object, made } = begun();
    objects.put(object, "b", { ...value("x", 40), origins: { span: [42, 43] } });
    objects.escape(made);
    const spans = (key: string) => spansOf(objects.entry(object, key)?.value.origins);
    expect(spans("a")).toEqual([[10, 11]]);
    expect(spans("b")).toEqual([
      [40, 41],
      [42, 43],
    ]);
    expect(objects.entry(object, "a")?.value.known).toMatchObject({ source: "source" });
  });

  it("What is put behind such code is there", () => {
    const { objects, object, made, holds } = begun();
    objects.escape(made);
    objects.put(object, "a", value(2));
    expect(holds()).toEqual({ a: 2, "…": true });
    objects.escape(made);
    expect(holds()).toEqual(forgotten);
  });

  it("Every key may have another value where the object itself is forgotten, and nothing in it is", () => {
    const { objects, object, map, holds } = begun();
    const inner = map();
    objects.put(inner.object, "x", value(1));
    objects.put(object, "inner", inner);
    objects.forget(object);
    expect(holds()).toEqual({ ...forgotten, "inner?": "any value" });
    expect(holds(inner)).toEqual({ x: 1 });
  });

  it("A value that is no object is left alone", () => {
    const { objects, holds } = begun();
    objects.escape(value(1));
    expect(holds()).toEqual({ a: 1 });
  });
});

describe("What is in a list is under numbers", () => {
  it("Items are put one behind the other, until there may be more than is known", () => {
    const { objects, map, holds } = begun();
    const list = map("list");
    objects.append(list.object, value("x"));
    objects.append(list.object, value("y"));
    objects.open(list.object);
    objects.append(list.object, value("z"));
    expect(holds(list)).toEqual({ 0: "x", 1: "y", "…": true });
    expect(objects.header(list.object).length).toBe(2);
  });
});

describe("What another object holds is put into one", () => {
  it("The keys of the other are put with their places, under the names that they get", () => {
    const { objects, object, map, holds } = begun();
    const from = map();
    objects.put(from.object, "a", value(2), { key: [5, 6], property: [5, 9] });
    objects.putMaybe(from.object, "b", value(3));
    objects.copyInto(object, from);
    expect(holds()).toEqual({ a: 2, "b?": "any value" });
    expect(objects.entry(object, "a")).toMatchObject({ key: [5, 6], property: [5, 9] });
    objects.copyInto(object, from, (key) => `x${key}`);
    expect(holds()).toEqual({ a: 2, "b?": "any value", xa: 2, "xb?": "any value" });
  });

  it.each<[name: string, from: (program: ReturnType<typeof begun>) => Value]>([
    ["a list", ({ map }) => map("list")],
    ["what is not known", () => anything()],
  ])("What %s holds may be anything", (_name, from) => {
    const program = begun();
    program.objects.copyInto(program.object, from(program));
    expect(program.holds()).toEqual({ "a?": "any value", "…": true });
  });

  it("What may hold more may replace what is there, but for what it is known to hold", () => {
    const { objects, object, map, holds } = begun();
    const from = map();
    objects.put(from.object, "b", value(2));
    objects.open(from.object);
    objects.copyInto(object, from);
    expect(holds()).toEqual({ "a?": "any value", b: 2, "…": true });
  });
});

it("The objects within an object are those under its keys", () => {
  const { objects, object, made, map } = begun();
  const [one, two] = [map(), map()];
  objects.put(object, "one", one);
  objects.put(object, "some", { ...anything(), among: [two.object] });
  expect(objects.within(made)).toEqual([one.object, two.object]);
  expect(objects.within(anything())).toEqual([]);
});
