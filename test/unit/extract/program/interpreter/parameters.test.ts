import { describe, expect, it } from "vitest";
import { readPython } from "../../../../../dist/extract/python/read.js";
import { payloadsBy } from "../../shownPayload.js";
import { writtenIn } from "./pythonFile.js";

/** What a program sends that a function makes which is called so. */
const sent = (parameters: string, body: string, call: string, before = "") =>
  payloadsBy(
    readPython,
    `import requests
${before}
def make(${parameters}):
    return ${body}

def pay(given):
    requests.post("https://api.iamport.kr/payments/cancel", json=${call})
`,
  );

describe("A parameter of a function has what a call gives it", () => {
  it.each([
    ["by its place", "a, b", `{"a": a, "b": b}`, `make(1, 2)`, "{ a: 1!, b: 2! }"],
    ["by its name", "a, b", `{"a": a, "b": b}`, `make(b=1, a=2)`, "{ a: 2!, b: 1! }"],
    ["by place and by name", "a, b", `{"a": a, "b": b}`, `make(1, b=2)`, "{ a: 1!, b: 2! }"],
    ["or what it begins with", "a, b=3", `{"a": a, "b": b}`, `make(1)`, "{ a: 1!, b: 3! }"],
    [
      "instead of what it begins with",
      "a, b=3",
      `{"a": a, "b": b}`,
      `make(1, 4)`,
      "{ a: 1!, b: 4! }",
    ],
    [
      "or what it begins with, behind which another has its name",
      "a, b=3, c=4",
      `{"a": a, "b": b, "c": c}`,
      `make(1, c=2)`,
      "{ a: 1!, b: 3!, c: 2! }",
    ],
    ["or is not known", "a, b", `{"a": a, "b": b}`, `make(1)`, "{ a: 1!, b: ? }"],
    [
      "unless a list is spread",
      "a, b=3",
      `{"a": a, "b": b, "c": 1}`,
      `make(*given)`,
      "{ a: ?, b: ?, c: 1 }",
    ],
    [
      "unless an object is spread",
      "a, b=3",
      `{"a": a, "b": b, "c": 1}`,
      `make(1, **given)`,
      "{ a: ?, b: ?, c: 1 }",
    ],
    ["but not among others", "a, *b", `{"a": a, "b": b}`, `make(1, 2)`, "{ a: 1!, b: ? }"],
    [
      "but not behind others",
      "a, *b, c=3",
      `{"a": a, "c": c}`,
      `make(1, 2, 4)`,
      "{ a: 1!, c: 3! }",
    ],
    ["but not behind all others", "*a, b=3", `{"a": a, "b": b}`, `make(1, 2)`, "{ a: ?, b: 3! }"],
    [
      "by its name behind others",
      "a, *b, c=3",
      `{"a": a, "c": c}`,
      `make(1, 2, c=4)`,
      "{ a: 1!, c: 4! }",
    ],
    [
      "as one of the others by name, to which more can be added",
      "a, **b",
      `b | {"z": 4}`,
      `make(1, x=2)`,
      "{ x: 2!, z: 4 }",
    ],
    ["as one of the others by name", "a, **b", "b", `make(1, x=2, y=3)`, "{ x: 2!, y: 3! }"],
    ["without those that have a name of their own", "a, **b", "b", `make(a=1, x=2)`, "{ x: 2! }"],
    ["with no others by name", "a, **b", "b", "make(1)", "{  }"],
  ])(
    "A parameter of a function has what a call gives it %s",
    (_name, parameters, body, call, payload) => {
      expect(sent(parameters, body, call).map((one) => one.replaceAll("!", ""))).toEqual([
        payload.replaceAll("!", ""),
      ]);
    },
  );

  it("An argument is written where the call has it", () => {
    const others = "def others(a, **rest):\n    return rest";
    const own = "def own(a):\n    return a";
    const pay = "def pay():\n    requests.post(URL, json=";
    expect(writtenIn(`${others}\n${pay}others(1, x=2))`)).toEqual([["x", "x=2", "2"]]);
    expect(writtenIn(`${own}\n${pay}{"x": own("r")})`)).toEqual([[`"x"`, `"x": own("r")`, `"r"`]]);
  });

  it("A function that another is made of has what that one gives", () => {
    const before = "def both(a):\n    return make(a, 2)\n";
    expect(sent("a, b", `{"a": a, "b": b}`, "both(1)", before).join()).toContain("a: 1");
  });
});

describe("A method has the object that it is called on", () => {
  const inClass = (methods: string, call: string) =>
    payloadsBy(
      readPython,
      `import requests
class Shop:
${methods
  .split("\n")
  .map((line) => `    ${line}`)
  .join("\n")}

def pay(given):
    requests.post("https://api.iamport.kr/payments/cancel", json=${call})
`,
    ).map((one) => one.replaceAll("!", ""));
  it.each([
    [
      "a field",
      `def __init__(self):\n    self.reason = "r"\ndef make(self):\n    return {"reason": self.reason}`,
      "Shop().make()",
      `{ reason: "r" }`,
    ],
    [
      "a field that the constructor is given",
      `def __init__(self, reason):\n    self.reason = reason\ndef make(self):\n    return {"reason": self.reason}`,
      `Shop("r").make()`,
      `{ reason: "r" }`,
    ],
    [
      "another method",
      `def why(self):\n    return "r"\ndef make(self):\n    return {"reason": self.why()}`,
      "Shop().make()",
      `{ reason: "r" }`,
    ],
    [
      "a constant of the class",
      `reason = "r"\ndef make(self):\n    return {"reason": self.reason}`,
      "Shop().make()",
      `{ reason: "r" }`,
    ],
    [
      "an argument behind the object",
      `def make(self, a):\n    return {"reason": a, "x": 1}`,
      `Shop().make("r")`,
      `{ reason: "r", x: 1 }`,
    ],
  ])("A method has the object that it is called on: %s", (_name, methods, call, payload) => {
    expect(inClass(methods, call)).toEqual([payload]);
  });
});
