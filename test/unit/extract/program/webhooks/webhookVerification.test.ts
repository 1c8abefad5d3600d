import { describe, expect, it } from "vitest";
import { flask, inPython, paid, view } from "./servedFiles.js";

const believed = [`believed-webhook v1: data["status"]`];

/** Functions of which each calls the next one. */
const chain = (length: number) =>
  Array.from(
    { length },
    (_, index) => `def f${index}(n):\n    ${index + 1 < length ? `f${index + 1}(n)` : "pass"}\n`,
  ).join("");

describe("A function that a handler calls is looked into", () => {
  it.each([
    ["that does nothing", "f0(3)", chain(1)],
    ["and those that it calls", "f0(3)", chain(4)],
    ["once, where it calls itself", "again(3)", "def again(n):\n    again(n - 1)"],
    ["once, where it calls what calls it", "a(3)", "def a(n):\n    b(n)\ndef b(n):\n    a(n)"],
    ["that logs what it is given", `f(data["imp_uid"])`, "def f(uid):\n    print(uid)"],
    ["that reads what it is given", "f(data)", `def f(data):\n    print(data["imp_uid"])`],
  ])("A handler believes what it is sent that calls a function %s", (_name, call, more) => {
    expect(inPython(flask(`${paid}\n    ${call}`, more))).toEqual(believed);
  });

  it.each([
    ["that calls others deeper than anybody looks", "f0(3)", chain(5)],
    ["that looks the payment up", `f(data["imp_uid"])`, "def f(uid):\n    look_up(uid)"],
    [
      "that is one of several, of which one looks the payment up",
      `f(data["imp_uid"])`,
      "def f(uid):\n    print(uid)\nif x:\n    def f(uid):\n        look_up(uid)",
    ],
    [
      "that calls a method of what it is given, which may be of any class",
      "f(data)",
      `def f(data):\n    print(data.find("imp_uid"))`,
    ],
  ])("A handler may check what it is sent that calls a function %s", (_name, call, more) => {
    expect(inPython(flask(`${paid}\n    ${call}`, more))).toEqual([]);
  });
});

describe("What a handler puts into its object, other code may check", () => {
  it.each([
    ["into a field", "self.data = data"],
    ["into a field of a field", "self.hook.data = data"],
    ["under a key of a field", `self.hooks["x"] = data`],
  ])("A handler may check what it is sent that puts it %s", (_name, line) => {
    expect(inPython(view(`${line}\n${paid}`))).toEqual([]);
  });

  it.each([
    ["nothing anywhere", "pass"],
    ["a constant into a field", "self.data = 1"],
    ["it into another object", "other.data = data"],
    ["it under a key of another object", `cache["x"] = data`],
    ["it into a name", "self_data = data"],
  ])("A handler believes what it is sent that puts %s", (_name, line) => {
    expect(inPython(view(`${line}\n${paid}`))).toEqual(believed);
  });
});
