import { describe, expect, it } from "vitest";
import { knownOf, payloadOf } from "./ownFile.js";

describe("A method is called of what is before it", () => {
  const members = `String made() { return "a"; } static String same() { return "b"; } String methodName() { return "c"; }`;
  it.each([
    ["made()", `"a"`],
    ["this.made()", `"a"`],
    ["this.<String>made()", `"a"`],
    ["Shop.same()", `"b"`],
    ["Shop.<String>same()", `"b"`],
    ["methodName()", `"c"`],
    ["super.made()", "?"],
    ["other.made()", "?"],
  ])("A method is called of what is before it: %s", (call, value) => {
    expect(knownOf(call, members)).toBe(value);
  });
});

describe("A class is known that is made with new, however it is written", () => {
  it.each([
    [`new java.util.HashMap<>(Map.of("a", 1))`, "{ a: 1 }"],
    [`new java . util . HashMap<>(Map.of("a", 1))`, "{ a: 1 }"],
    [`new HashMap<String, Object>(Map.of("a", "1"))`, `{ a: "1" }`],
    ['new HashMap<>() {{ put("a", 1); }}', "{ a: 1 }"],
    [`new java.net.URI("a")`, `"a"`],
    [`new java.net.URL("a")`, `"a"`],
    [`java.net.URI.create("a")`, `"a"`],
    [`new x.y.Things("a")`, "?"],
  ])("A class is known that is made with new, however it is written: %s", (made, value) => {
    expect(knownOf(made)).toBe(value);
  });
  it.each([
    ["java.util.Map<String, String> n = new java.util.HashMap<>();", `{ x: "1"! }`],
    ["java.util.Map<java.lang.String, java.lang.Object> n = new HashMap<>();", `{ x: "1" }`],
    ["Map<String, String> n = new HashMap<String, Object>();", `{ x: "1" }`],
    ["Map<String, String[]> n = new HashMap<>();", `{ x: "1"! }`],
  ])("What a map holds is known by the types in full: %s", (declared, payload) => {
    expect(payloadOf(`${declared} n.put("x", "1"); m = n;`)).toBe(payload);
  });
});

describe("A switch that is an expression runs what it decides by", () => {
  it.each([
    [`m.put("x", switch (m.put("y", 1)) { default -> 2; });`, "{ y: 1, x: 2 }"],
    [`m.put("x", switch () { default -> 2; });`, "{ x: ? }"],
  ])("A switch that is an expression runs what it decides by: %s", (code, payload) => {
    expect(payloadOf(code)).toBe(payload);
  });
});

it("The methods of a class without a name may run or not, whatever class it is of", () => {
  const code = `Object o = new HashMap<>() { public Object get(Object k) { m.put("y", 1); return null; } };`;
  expect(payloadOf(code)).toBe("{ y: ?! }");
});
