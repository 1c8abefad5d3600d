import { describe, expect, it } from "vitest";
import { linted } from "../shared.js";
import { knownOf, payloadOf } from "./ownFile.js";

const begun = `m.put("x", 1);`;

describe("A map is known where a call of it is still being written", () => {
  it.each([
    ["put()", "{ x: 1 }"],
    ["putAll()", "{ x: 1 }"],
    ["get()", "{ x: 1 }"],
    ["putObject()", "{ x: 1 }"],
    ["putArray()", "{ x: 1 }"],
    ["putIfAbsent()", "{ x: ?, … }"],
    [`putIfAbsent("y")`, "{ x: ?, … }"],
    ["replace()", "{ x: ?, … }"],
    [`replace("x")`, "{ x: ?, … }"],
    ["compute()", "{ x: ?, … }"],
    ["remove()", "{ x: ?, … }"],
  ])("A map is known where a call of it is still being written: %s", (call, payload) => {
    expect(payloadOf(`${begun} m.${call};`)).toBe(payload);
  });
  it("A list is known where a call of it is still being written", () => {
    expect(knownOf("l", "", "List<Object> l = new ArrayList<>(); l.add(1); l.get();")).toBe("[1]");
  });
});

describe("A method of a map is none of another object", () => {
  it("A method of a map is none of a class of data, which another class may have given it", () => {
    const members = "static class D extends Base { public int a = 1; }";
    expect(knownOf("d", members, `D d = new D(); d.put("a", 2);`)).toBe("{ a: ?, … }");
  });
  it("A method of a map is none of an entry", () => {
    expect(knownOf(`Map.entry("a", 1).get("value")`)).toBe("?");
  });
});

describe("A value that is written as JSON is a text", () => {
  it("A value that is written as JSON is a text in another payload", () => {
    expect(knownOf(`mapper.writeValueAsString(Map.of("a", 1))`)).toBe("?:string");
  });
  it("A value that is written as JSON is a text of which nothing is known where the value is not", () => {
    expect(payloadOf("m = mapper.writeValueAsString(other);")).toBe("?:string");
    expect(payloadOf("m = mapper.writeValueAsString();")).toBe("?");
  });
  it("A value that is written as JSON is a payload behind a function that passes on a text", () => {
    expect(payloadOf(`m = String.valueOf(mapper.writeValueAsString(Map.of("a", 1)));`)).toBe(
      "{ a: 1 }",
    );
    expect(knownOf("s", "", `String s = "b" + mapper.writeValueAsString(Map.of("a", 1));`)).toBe(
      `?:string "b…"`,
    );
  });
});

it.each([
  "putIfAbsent(KEY, 1)",
  "compute(KEY, (k, v) -> 1)",
  "put(KEY, 1)",
  "putAll(Map.of(KEY, 1))",
  "putAll(Map.ofEntries(Map.entry(KEY, 1)))",
])("What is found of a key is found at the key that is put with %s", async (call) => {
  const text = `class A { void f(String id) { var m = new JSONObject(); m.put("imp_uid", id); m.${call.replace("KEY", '"no_such"')};
    rest.postForObject("https://api.iamport.kr/payments/cancel", m, String.class); } }`;
  const { diagnostics } = await linted("A.java", text);
  expect(diagnostics.map(({ rule, range }) => [rule, range.column])).toEqual([
    ["shape/unknown-property", text.indexOf('"no_such"') + 1],
  ]);
});
