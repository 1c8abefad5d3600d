import { describe, expect, it } from "vitest";
import {
  ArgumentWriter,
  bodyOf,
  specFor,
} from "../../../../../dist/extract/program/clients/arguments.js";
import type {
  Client,
  ClientArgument,
  ClientMethod,
} from "../../../../../dist/extract/program/clients/model.js";
import type { ArgumentValue } from "../../../../../dist/extract/program/library.js";
import { anything, argument, libraryCall, running, value } from "../running.js";

const client: Client = { language: "python", version: "v9", packages: [], classes: {} };
const snake: Client = { ...client, spellsSnakeCase: true };
const withNull: Client = { ...client, sendsNull: true };

/** What is in an object that is given arguments. */
function put(spec: readonly ClientArgument[], args: readonly ArgumentValue[], of = client) {
  const { run, map, shown } = running();
  const made = map({ old: value(1), name: value(2) });
  new ArgumentWriter(made.object, of, run).putAll(spec, args, ["kept_out"]);
  return shown(made);
}

const old = { old: 1, name: 2 };
const [first, second, none] = [value("a", 1), value("b", 2), value(null, 3)];

describe("Arguments by place are put as their method takes them", () => {
  it.each<
    [name: string, spec: ClientArgument[], args: ArgumentValue[], made: Record<string, unknown>]
  >([
    ["as the values of keys", ["x", "y"], [argument(first), argument(second)], { x: "a", y: "b" }],
    [
      "without those that are not sent",
      [null, "y"],
      [argument(first), argument(second)],
      { y: "b" },
    ],
    ["without those that are secret", ["!", "y"], [argument(first), argument(second)], { y: "b" }],
    [
      "as one of two keys, where a flag is true",
      [{ if: 1, then: "x", else: "y" }, null],
      [argument(first), argument(value(true))],
      { x: "a" },
    ],
    [
      "as the other key, where a flag is false",
      [{ if: 1, then: "x", else: "y" }, null],
      [argument(first), argument(value(false))],
      { y: "a" },
    ],
    [
      "as any key, where the flag is not given",
      [{ if: 1, then: "x", else: "y" }],
      [argument(first)],
      { "…": true },
    ],
    [
      "as any key behind the known ones",
      ["x", "*"],
      [argument(first), argument(second)],
      { x: "a", "…": true },
    ],
    [
      "as any key, if one of those behind is more than nothing",
      ["x", "*"],
      [argument(first), argument(none), argument(second)],
      { x: "a", "…": true },
    ],
    [
      "as no key, if those behind the known ones are nothing",
      ["x", "*"],
      [argument(first), argument(none), argument(none)],
      { x: "a" },
    ],
  ])("Arguments by place are put %s", (_name, spec, args, made) => {
    expect(put(spec, args)).toEqual({ ...old, ...made });
  });

  it("More arguments than a method takes may change anything", () => {
    const forgotten = { "old?": "any value", "name?": "any value", "x?": "any value", "…": true };
    expect(put(["x"], [argument(first), argument(second)])).toEqual(forgotten);
    expect(put(["x"], [argument(first), argument(anything(), { spread: "positional" })])).toEqual(
      forgotten,
    );
  });

  it("An argument is a part of the payload by itself", () => {
    const { run, map, shown } = running();
    const made = map({ old: value(1) });
    const part = map({ x: first });
    new ArgumentWriter(made.object, client, run).putAll(["..."], [argument(part)]);
    expect(shown(made)).toEqual({ old: 1, x: "a" });
  });
});

describe("Arguments by name are put under their names", () => {
  it("A name is the key, and one that is not sent is none", () => {
    const args = [
      argument(first, { name: "is_x" }),
      argument(second, { name: "kept_out" }),
      argument(none, { name: "name" }),
    ];
    expect(put([], args)).toEqual({ old: 1, is_x: "a" });
    expect(put([], args, withNull)).toEqual({ old: 1, is_x: "a", name: null });
  });

  it("A name is spelt as the API spells its keys, and a keyword loses its line below", () => {
    const args = ["is_x", "id_", "a_b_c"].map((name) => argument(first, { name }));
    expect(put([], args, snake)).toEqual({ ...old, isX: "a", id: "a", aBC: "a" });
  });

  it.each([
    [["!"], "api_secret", true],
    [["!"], "imp_key", true],
    [["x", "!"], "imp_key", true],
    [["!"], "name", false],
    [["x"], "api_secret", false],
  ] as const)("Of a class that takes %j, the argument %s is secret: %s", (spec, name, isSecret) => {
    const { run, map, hidden } = running();
    const given = argument(first, { name });
    new ArgumentWriter(map().object, client, run).putAll(spec, [given]);
    expect(hidden).toEqual(isSecret ? [first] : []);
  });

  it("A name and its value are where they are written", () => {
    const { run, map, objects } = running();
    const { object } = map();
    new ArgumentWriter(object, client, run).putAll([], [argument(first, { name: "x" })]);
    expect(objects.entry(object, "x")).toMatchObject({ key: [90, 99], property: first.span });
  });
});

describe("An object that is spread is put as its keys say", () => {
  const spreadOf = (of: Client) => {
    const { run, map, shown } = running();
    const made = map({ old: value(1) });
    const given = map({ a_b: first, kept_out: second, old: none });
    const args = [argument(given, { spread: "named" })];
    new ArgumentWriter(made.object, of, run).putAll([], args, ["kept_out"]);
    return shown(made);
  };
  it.each([
    ["as they are, without what is nothing", client, { a_b: "a" }],
    ["as they are, with what is nothing", withNull, { a_b: "a", old: null }],
    ["as the API spells them", snake, { aB: "a" }],
  ])("The keys of an object that is spread are put %s", (_name, of, made) => {
    expect(spreadOf(of)).toEqual(made);
  });

  it.each([
    ["a list", "list"],
    ["anything", undefined],
  ])("%s that is spread can have any keys", (_name, type) => {
    const { run, map, shown } = running();
    const made = map({ old: value(1) });
    const given = type === undefined ? anything() : map({ 0: none, old: none }, type);
    new ArgumentWriter(made.object, client, run).putAll([], [argument(given, { spread: "named" })]);
    expect(shown(made)).toEqual({ "old?": "any value", "…": true });
  });
});

describe("What a method of a client sends is made of its arguments", () => {
  const method = (args: ClientArgument[], notSent: string[] = []): ClientMethod => ({
    kind: "pay",
    arguments: args,
    notSent,
  });

  it("The payload is an argument where the method takes nothing beside it", () => {
    const { run, map } = running();
    const payload = map({ x: first });
    const send = (spec: ClientArgument[], ...args: ArgumentValue[]) =>
      bodyOf(method(spec), libraryCall("pay", args), client, run);
    expect(send(["..."], argument(payload))).toBe(payload);
    expect(send([null, "..."], argument(first), argument(payload))).toBe(payload);
    expect(send(["...", "x"], argument(payload))).not.toBe(payload);
  });

  it("The payload is what the arguments put into it, where the method takes several", () => {
    const { run, map, shown } = running();
    const args = [argument(map({ x: first })), argument(second)];
    const made = bodyOf(method(["...", "y"]), libraryCall("pay", args), client, run);
    expect(shown(made)).toEqual({ x: "a", y: "b" });
    expect(made.object?.type).toBe("map");
    expect(made.span).toEqual([50, 60]);
  });

  it("A method that takes keys only has no payload among its arguments", () => {
    const { run, shown } = running();
    const made = bodyOf(method([null]), libraryCall("pay", [argument(first)]), client, run);
    expect(shown(made)).toEqual({});
  });

  it("A method that is given nothing sends nothing", () => {
    const { run, shown } = running();
    expect(shown(bodyOf(method(["..."]), libraryCall("pay", []), client, run))).toEqual({});
    expect(shown(bodyOf(method(["x"]), libraryCall("pay", []), client, run))).toEqual({});
  });

  it.each([
    ["the whole payload", [], client, true],
    ["copied, where some is not sent", ["kept_out"], client, false],
    ["copied, where keys are spelt in another way", [], snake, false],
  ] as const)("An object that is spread alone is %s", (_name, notSent, of, isWhole) => {
    const { run, map } = running();
    const given = map({ a: first });
    const site = libraryCall("pay", [argument(given, { spread: "named" })]);
    expect(bodyOf(method(["a"], [...notSent]), site, of, run) === given).toBe(isWhole);
  });

  it.each([["beside another argument", [argument(second, { name: "b" })], { a: "a", b: "b" }]])(
    "An object that is spread %s is put with it",
    (_name, more, sent) => {
      const { run, map, shown } = running();
      const args = [argument(map({ a: first }), { spread: "named" }), ...more];
      expect(shown(bodyOf(method(["a"]), libraryCall("pay", args), client, run))).toEqual(sent);
    },
  );
});

describe("A constructor is the one that takes as many arguments", () => {
  const specs: ClientArgument[][] = [["a"], ["a", "b"], ["a", "b", "c", "*"]];
  const given = (count: number) => Array.from({ length: count }, () => argument(first));
  it.each([
    [0, specs[2]],
    [1, specs[0]],
    [2, specs[1]],
    [3, undefined],
    [4, specs[2]],
    [5, specs[2]],
  ])("A constructor that is given %i arguments is found by their number", (count, spec) => {
    expect(specFor(specs, given(count))).toBe(spec);
  });

  it("More arguments than a constructor takes are none of its", () => {
    expect(specFor([["a"], ["b", "c"]], given(3))).toBeUndefined();
  });

  it.each([
    ["by name", { name: "x" }],
    ["that is spread", { spread: "named" }],
  ] as const)("The longest constructor is the one that is given an argument %s", (_name, more) => {
    expect(specFor(specs, [...given(1), argument(second, more)])).toBe(specs[2]);
  });

  it("A class without constructors takes nothing by place", () => {
    expect(specFor([], [])).toEqual([]);
  });
});
