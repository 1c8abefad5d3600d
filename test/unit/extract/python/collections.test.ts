import { describe, expect, it } from "vitest";
import { linted } from "../shared.js";
import { knownOf, payloadOf } from "./ownFile.js";

describe("A list that is made of another is its own", () => {
  it.each([
    ["list", `list(d["l"])`],
    ["copy.copy", `copy.copy(d["l"])`],
    ["copy.deepcopy", `copy.deepcopy(d["l"])`],
  ])("A list that is made of another is its own: with %s", (_name, made) => {
    expect(payloadOf(`d["l"] = [1]\nd["k"] = ${made}\nd["k"].append(2)`, "import copy")).toBe(
      "{ l: [1], k: [1, 2] }",
    );
  });
  it.each([
    ["something that is not known", "list(given)"],
    ["a dictionary", `list({"a": 1})`],
  ])("A list that is made of %s may hold anything", (_name, made) => {
    expect(knownOf(made)).toBe("[…]");
  });
  it.each([
    ["list()", "[]"],
    ["tuple((1, 2))", "[1, 2]"],
  ])("A list is known that %s makes", (made, list) => {
    expect(knownOf(made)).toBe(list);
  });
});

describe("A dictionary takes more, however it is made", () => {
  it.each([
    ["dict", "dict(a=1)"],
    ["dict of another", `dict({"a": 1})`],
    ["a copy", `{"a": 1}.copy()`],
    ["copy.copy", `copy.copy({"a": 1})`],
    ["two that are merged", `{"a": 0} | {"a": 1}`],
    ["a class of data", "asdict(D())"],
  ])("A dictionary takes more, however it is made: with %s", (_name, made) => {
    const heading =
      "import copy\nfrom dataclasses import dataclass, asdict\n@dataclass\nclass D:\n    a: int = 1";
    expect(payloadOf(`m = ${made}\nm.update(b=2)\nd["x"] = m`, heading)?.replace("!", "")).toBe(
      "{ x: { a: 1, b: 2 } }",
    );
  });
});

describe("A dictionary is known where a call of it is still being written", () => {
  it.each([
    ["d.setdefault()", "{ x: ?, … }"],
    [`d.setdefault("y")`, "{ x: ?, … }"],
    ["d.pop()", "{ x: ?, … }"],
    ["d.get()", "{ x: 1 }"],
    ["d.update()", "{ x: 1 }"],
  ])("A dictionary is known where a call of it is still being written: %s", (call, payload) => {
    expect(payloadOf(`d["x"] = 1\n${call}`)).toBe(payload);
  });
  it.each([
    ["copy.copy()", "?"],
    ["json.dumps()", "?:string"],
    ["urllib.parse.urlencode()", "{  }"],
    ["{}.__or__()", "?"],
  ])("A value is known as far as a call is written: %s", (call, value) => {
    expect(knownOf(call, "import copy, json, urllib.parse")).toBe(value);
  });
  it("A list may hold anything once it is given nothing", () => {
    expect(knownOf("l", "", "l = [1]\nl.append()")).toBe("[?, …]");
  });
});

describe("What a model writes is known as far as its arguments say it", () => {
  const model = `from pydantic import BaseModel, Field\nclass D(BaseModel):\n    a: int = Field(1, alias="b")`;
  it.each([
    ["its names", "model_dump()", "{ a: 1! }"],
    ["its aliases", "model_dump(by_alias=True)", "{ b: 1! }"],
    ["some of its fields", `model_dump(include={"a"})`, "?"],
    ["all but some of its fields", `model_dump(exclude={"a"})`, "?"],
    ["an argument whose name only ends so", `model_dump(my_include={"a"})`, "{ a: 1! }"],
    ["an argument whose name only begins so", "model_dump(exclude_none=True)", "{ a: 1! }"],
    ["a text", "model_dump_json()", "?:string"],
    ["a text of the older version", "json()", "?:string"],
    ["the older version's names", "dict()", "{ a: 1! }"],
    ["its description", "json_schema()", "?"],
    ["an argument by its place", `model_dump("python")`, "{ a: 1! }"],
  ])("What a model writes is known as far as its arguments say it: %s", (_name, call, value) => {
    expect(knownOf(`D().${call}`, model)).toBe(value);
  });
});

it.each(["setdefault(KEY, 1)", "update({KEY: 1})", "update(no_such=1)"])(
  "What is found of a key is found at the key that is put with %s",
  async (call) => {
    const key = call.includes("KEY") ? '"no_such"' : "no_such";
    const text = `import requests\ndef f(uid):\n    d = {"imp_uid": uid}\n    d.${call.replace("KEY", key)}\n    requests.post("https://api.iamport.kr/payments/cancel", json=d)\n`;
    const { diagnostics } = await linted("a.py", text);
    const line = text.split("\n")[3] as string;
    expect(diagnostics.map(({ rule, range }) => [rule, range.line, range.column])).toEqual([
      ["shape/unknown-property", 4, line.indexOf(key) + 1],
    ]);
  },
);

describe("A dictionary stays what it is where code only reads it", () => {
  it.each(["keys", "values", "items", "copy", "get", "__contains__"])(
    "A dictionary stays what it is where code only reads it with %s",
    (name) => {
      expect(payloadOf(`d["x"] = 1\nd.${name}(1)`)).toBe("{ x: 1 }");
    },
  );
  it.each(["clear", "popitem", "monkeys", "itemset", "update_all"])(
    "A dictionary may change with %s",
    (name) => {
      expect(payloadOf(`d["x"] = 1\nd.${name}(1)`)).toBe("{ x: ?, … }");
    },
  );
});
