import { describe, expect, it } from "vitest";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { payloadsBy } from "../../shownPayload.js";
import { sending, sent } from "./pythonFile.js";

const pay = (payload: string) => `def pay(given, flag):\n    requests.post(URL, json=${payload})`;

describe("A name stands for what is declared where the code can see it", () => {
  it.each([
    [
      "a method in Python sees members of its class by the object alone",
      `reason = "of the file"
class Shop:
    reason = "of the class"
    def pay(self):
        requests.post(URL, json={"x": reason, "y": self.reason})`,
      `{ x: "of the file", y: "of the class" }`,
    ],
    [
      "a function has the name of a class above it",
      `class make:\n    x = 1\ndef make():\n    return {"x": 2}\n${pay("make()")}`,
      "{ x: 2 }!",
    ],
    [
      "a file says that a name is global",
      `global REASON\nREASON = "r"\n${pay(`{"x": REASON}`)}`,
      `{ x: "r" }`,
    ],
    [
      "a function says that a name is global which nothing declares",
      `def change():\n    global REASON\n    REASON = "r"\n${pay(`{"x": REASON}`)}`,
      "{ x: ? }",
    ],
  ])("A name is found where %s", (_name, lines, payload) => {
    expect(sent(lines)).toEqual([payload]);
  });
});

describe("Code is not read behind which no way leads on", () => {
  it.each([
    ["each branch returns", "if flag:\n    return 1\nelse:\n    return 2", []],
    ["each branch raises", "if flag:\n    raise E()\nelse:\n    raise", []],
    [
      "an attempt returns, and so does its handler",
      "try:\n    return 1\nexcept E:\n    return 2",
      [],
    ],
    ["the end of an attempt returns", "try:\n    given()\nfinally:\n    return 2", []],
    ["one of the branches goes on", "if flag:\n    return 1\nelse:\n    given()", ["{ x: 1 }"]],
    [
      "no branch is certain to run",
      "if flag:\n    return 1\nelif given:\n    return 2",
      ["{ x: 1 }"],
    ],
    ["a handler goes on", "try:\n    return 1\nexcept E:\n    given()", ["{ x: 1 }"]],
  ])("Code is read or not where %s", (_name, lines, payloads) => {
    expect(sending(`{"x": 1}`, "", lines)).toEqual(payloads);
  });
});

it("What a program sends for what it raises is read", () => {
  expect(sent(`def pay():\n    raise Failed(requests.post(URL, json={"x": 1}))`)).toEqual([
    "{ x: 1 }",
  ]);
});

it("Loops within loops are read, however many they are", () => {
  const loops = Array.from(
    { length: 40 },
    (_, depth) => `${"    ".repeat(depth)}for one in given:`,
  );
  const lines = [...loops, `${"    ".repeat(40)}d["y"] = 2`];
  expect(sending("d", "", `d = {"x": 1}\n${lines.join("\n")}`)).toEqual(["{ x: 1, y: ?! }"]);
});

describe("What a class declares a name to be of counts where the value does not say it", () => {
  const make = `Map<String, Object> make() {
    Map<String, Object> m = new HashMap<>(); m.put("reason", "r"); return m; }`;
  const inClass = (code: string, payload: string) =>
    payloadsBy(
      readJava,
      `class Shop { ${make} void pay(Shop shop, boolean flag, Object other) { ${code}
        rest.postForObject("https://api.iamport.kr/payments/cancel", ${payload}, String.class); } }`,
    );
  it.each([
    ["a parameter", "", "shop.make()", `{ reason: "r" }!`],
    ["a local name", "Shop one = other.find();", "one.make()", `{ reason: "r" }!`],
    ["a local name without a value", "Shop one;", "one.make()", `{ reason: "r" }!`],
    ["a local name of what has a class", "Object one = shop;", "one.make()", `{ reason: "r" }!`],
    ["a local name of no class", "Object one = other.find();", "one.make()", "?"],
  ])("A method is found by the class of %s", (_name, code, payload, shown) => {
    expect(inClass(code, payload)).toEqual([shown]);
  });

  it.each([
    ["Long one = flag ? 1L : null;", "?:number|null!"],
    ["Long one = flag ? 1L : 2L;", "?:number!"],
    ["Object one = flag ? 1 : 2;", "?:number!"],
    ["int one = other.find();", "?:number"],
    ["int one;", "?:number"],
    [`String one = "a" + other;`, `?:string "a…"`],
  ])(
    "The types of a name are those of its value, or those that it is declared with: %s",
    (code, shown) => {
      const map = `Map<String, Object> m = new HashMap<>(); m.put("x", one);`;
      expect(inClass(`${code} ${map}`, "m")).toEqual([`{ x: ${shown} }`]);
    },
  );
});
