import { describe, expect, it } from "vitest";
import { knownOf, payloadOf } from "./ownFile.js";

describe("A field of a class is known", () => {
  it.each([
    ["a constant of an interface", `interface K { String C = "c"; }`, "K.C", `"c"`],
    [
      "a field that a block of the class sets",
      `static String K = "a"; static { K = "b"; }`,
      "K",
      `"b"`,
    ],
    ["a field that a block of each object sets", `String k = "a"; { k = "b"; }`, "k", `"b"`],
    ["a field that a method sets", `String k = "a"; void set() { k = "b"; }`, "k", "?:string!"],
    [
      "a field of the class itself beside those of its objects",
      `@Data static class D { static String K = "k"; int a = 1; }`,
      "D.K",
      `"k"`,
    ],
    [
      "a field behind what is no Java",
      `String k = "a"; ) String l = "b"; void go() { }`,
      "l",
      `"b"`,
    ],
    [
      "a constant of an enumeration's class",
      `enum E { A, B; static String K = "k"; }`,
      "E.K",
      `"k"`,
    ],
  ])("A field of a class is known: %s", (_name, members, value, known) => {
    expect(knownOf(value, members)).toBe(known);
  });
  it("A declaration of an annotation is no class", () => {
    expect(payloadOf(`m.put("x", 1);`, "@interface Z { String a(); }")).toBe("{ x: 1 }");
  });
});

describe("What the framework puts into a field is known where it is written out", () => {
  it.each([
    [`@Value("fixed") String k;`, `"fixed"`],
    [`final @Value("fixed") String k;`, `"fixed"`],
    [`@Other @Value("fixed") String k;`, `"fixed"`],
    [`@Value("\${a.b}") String k;`, "?:string"],
    [`@Value ("\${a.b}") String k;`, "?:string"],
    [`@Value("#{a.b}") String k;`, "?:string"],
    ["@Value(NAME) String k;", "?:string"],
    ["@Value String k;", "?:string|null"],
    [`@MyValue("fixed") String k;`, "?:string|null"],
    [`@Other("@Value(a)") String k;`, "?:string|null"],
    ["String k;", "?:string|null"],
  ])(
    "What the framework puts into a field is known where it is written out: %s",
    (field, known) => {
      expect(knownOf("k", field)).toBe(known);
    },
  );
});
