import { describe, expect, it } from "vitest";
import { hiddenIn } from "./pythonFile.js";

const inBody = (body: string) =>
  hiddenIn(`def pay(given, flag):\n    body = ${body}\n    requests.post(URL, json=body)`);

describe("A literal that an unknown body may come from is hidden", () => {
  it.each([
    [`given == "hid"`, `"hid"`],
    [`"hid" != given`, `"hid"`],
    [`make("hid")`, `"hid"`],
    [`make(given, "hid")`, `"hid"`],
    [`make("hid", "den")`, `"hid"`, `"den"`],
    [`make(x="hid")`, `"hid"`],
    [`make({"a": "hid"})`, `"hid"`],
    [`make({"a": {"b": {"c": "hid"}}})`, `"hid"`],
    [`make(["hid"])`, `"hid"`],
    [`make(12345678)`, "12345678"],
    [`given.make("hid")`, `"hid"`],
    [`given("hid").make()`, `"hid"`],
    [`given("hid").make("den")`, `"hid"`, `"den"`],
    [`"hid" if flag else given`, `"hid"`],
    [`given or "hid"`, `"hid"`],
    [`not "hid"`, `"hid"`],
    [`-given("hid")`, `"hid"`],
    [`await make("hid")`, `"hid"`],
    [`given("hid") * given("den")`, `"hid"`, `"den"`],
    [`(lambda: given("hid"))()`, `"hid"`],
    [`given("hid").member`, `"hid"`],
    [`given("hid")["key"]`, `"hid"`],
    [`given("hid")[flag].member["key"]`, `"hid"`],
  ])("A literal that an unknown body may come from is hidden: %s", (body, ...hidden) => {
    expect(inBody(body)).toEqual(hidden);
  });

  it.each([
    ["what is nested deeper than anybody looks", `make({"a": {"b": {"c": {"d": "hid"}}}})`],
    ["a truth", "make(True)"],
    ["nothing", "make(None)"],
    ["the key of what is looked up", `given["hid"]`],
    ["a part of an object that is known", `{"a": given("hid")}`],
    ["a part of a list that is known", `[given("hid")]`],
  ])("A literal is not hidden where it is %s", (_name, body) => {
    expect(inBody(body)).toEqual([]);
  });

  it.each([
    ["returned", `def f():\n    return other("hid")`, "f()", [`"hid"`]],
    [
      "returned in one of several ways",
      `def f():\n    if x:\n        return other("hid")\n    return other("den")`,
      "f()",
      [`"hid"`, `"den"`],
    ],
    [
      "given to a function elsewhere",
      `def f(a, b):\n    return other(b)\ndef g():\n    f("den", "hid")`,
      "f(given, given)",
      [`"hid"`],
    ],
    [
      "given by its name",
      `def f(a, b):\n    return other(a)\ndef g():\n    f(b="den", a="hid")`,
      "f(given, given)",
      [`"hid"`],
    ],
    [
      "given to a constructor",
      "class Own:\n    def __init__(self, a):\n        self.a = a",
      `Own("hid")`,
      [`"hid"`],
    ],
    [
      "given to a function that calls itself",
      "def f(a):\n    return f(other(a))",
      `f("hid")`,
      [`"hid"`],
    ],
    [
      "returned by a function that sends what it itself returns",
      `def f(a):\n    requests.post(URL, json=f(None))\n    return other("hid")`,
      "{}",
      [`"hid"`],
    ],
  ])("A literal is hidden that is %s", (_name, before, body, hidden) => {
    const lines = `${before}\ndef pay(given):\n    body = ${body}\n    requests.post(URL, json=body)`;
    expect(hiddenIn(lines)).toEqual(hidden);
  });

  it.each([
    ["what it begins with", `a="hid"`, "a", "", [`"hid"`]],
    ["what it gives itself", "a", "a", `f("hid")`, [`"hid"`]],
    ["what it gives itself by place", "a, b, c", "b", `f("den", "hid", "ing")`, [`"hid"`]],
    ["what it gives itself by name", "a, b, c", "b", `f(c="den", b="hid", a="ing")`, [`"hid"`]],
    ["what it gives itself, behind the object", "self, a, b", "b", `f("den", "hid")`, [`"hid"`]],
  ])(
    "A literal is hidden that a parameter may have of %s",
    (_name, parameters, name, call, hidden) => {
      const isMethod = parameters.startsWith("self");
      const lines = [
        ...[`def f(${parameters}):`, `    requests.post(URL, json=other(${name}))`],
        `    ${isMethod ? "self." : ""}${call}`,
      ];
      expect(
        hiddenIn(isMethod ? `class Own:\n    ${lines.join("\n    ")}` : lines.join("\n")),
      ).toEqual(hidden);
    },
  );
});

describe("A secret is hidden without the word before it", () => {
  it.each([
    [`"PortOne " + "s3cret"`, `"s3cret"`],
    [`"PortOne " + "s3c" + "ret"`, `"s3c"`, `"ret"`],
    [`f"PortOne {'s3cret'}"`, `'s3cret'`],
    [`"PortOne s3cret"`, `"PortOne s3cret"`],
    [`"Other " + "s3cret"`],
  ])("A secret is hidden without the word before it: %s", (value, ...hidden) => {
    expect(hiddenIn(`HEADERS = {"X": ${value}}`)).toEqual(hidden);
  });
});
