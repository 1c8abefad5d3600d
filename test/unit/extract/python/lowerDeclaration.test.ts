import { describe, expect, it } from "vitest";
import { knownOf } from "./ownFile.js";

describe("A parameter of Python takes its argument", () => {
  it.each([
    ["by its place", "def f(a, b=2): return [a, b]", "f(1)", "[1, 2]"],
    ["by its name", "def f(a, b=2): return [a, b]", "f(b=1, a=3)", "[3, 1]"],
    ["with a type and a value", `def f(a: int, b : str="x"): return [a, b]`, "f(1)", `[1, "x"]`],
    ["by its name alone behind a star", "def f(a, *, b=2): return [a, b]", "f(1, b=3)", "[1, 3]"],
    [
      "by its name alone behind all others by their places",
      "def f(a, *others, b=2, **more): return [a, b, more]",
      "f(1, 3, 4, c=5)",
      "[1, 2, { c: 5 }]",
    ],
    [
      "by its name behind all others by their places",
      "def f(a, *others, b=2): return [a, b]",
      "f(1, 3, b=5)",
      "[1, 5]",
    ],
    ["among others, which are not known", "def f(*others): return others", "f(1, 2)", "?"],
    [
      "which is not known, but for its type",
      "def f(a:int, b :  str, c=1): return [a, b, c]",
      "f(*given)",
      "[?:number, ?:string, ?]",
    ],
    ["of a function in brackets", "", "(lambda a, b=3: [a, b])(1)", "[1, 3]"],
    ["of a function without any", "", "(lambda: 1)()", "1"],
    ["of a function that is still being written", "", "(lambda: )()", "?"],
  ])("A parameter of Python takes its argument: %s", (_name, heading, call, value) => {
    expect(knownOf(call, heading)).toBe(value);
  });
});

describe("A method of a class takes its object, unless it is static", () => {
  const heading = `class C:
    @staticmethod
    def alone(o): return o
    @classmethod
    def made(cls, o): return o
    @log("@staticmethod")
    def own(self, o): return o
    def plain(self, o): return o`;
  it.each(["C.alone(1)", "C.made(1)", "C().own(1)", "C().plain(1)"])(
    "A method of a class takes its object, unless it is static: %s",
    (call) => {
      expect(knownOf(call, heading)).toBe("1");
    },
  );
});

describe("A member of a class is known", () => {
  it.each([
    ["with a value", `class C:\n    K = "k"`, "C.K", `"k"`],
    ["with a type", `class C:\n    K: str = "k"`, "C.K", `"k"`],
    ["beside others on its line", `class C:\n    J = 1; K = "k"`, "C.K", `"k"`],
    [
      "of a class of data that has no type",
      `@dataclass\nclass C:\n    K = "k"\n    L: str = "l"`,
      "C.K",
      `"k"`,
    ],
    ["of a class with a decorator", `@other\nclass C:\n    K = "k"`, "C.K", `"k"`],
    [
      "which the objects of a class of data have",
      `@dataclass\nclass C:\n    K = "k"\n    L: str = "l"`,
      "C().L",
      `"l"!`,
    ],
    [
      "which only the objects of a class of data have",
      `@dataclass\nclass C:\n    L: str = "l"`,
      "C.L",
      "?",
    ],
    ["which a class in it has", `class C:\n    class D:\n        K = "k"`, "C.D.K", `"k"`],
  ])("A member of a class is known: %s", (_name, heading, member, value) => {
    expect(knownOf(member, `from dataclasses import dataclass\n${heading}`)).toBe(value);
  });
});
