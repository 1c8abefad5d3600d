import { describe, expect, it } from "vitest";
import { found } from "../shared.js";
import { knownOf } from "./ownFile.js";

describe("An object of a class of data holds what its fields say", () => {
  it.each([
    [
      "a constructor by name that is said behind another annotation",
      `@Data @AllArgsConstructor(staticName = "of") static class D { int a; }`,
      "D.of(1)",
      "{ a: 1! }",
    ],
    [
      "a method that is no getter, whatever its name holds",
      "@Data static class D { int a = 1; int forgetMore() { return 1; } int gets() { return 1; } }",
      "new D()",
      "{ a: 1! }",
    ],
    [
      "a getter of something that is no field",
      "@Data static class D { int a = 1; int getMore() { return 1; } }",
      "new D()",
      "{ a: 1!, … }",
    ],
    [
      "a constructor of what has to be given, with another field that has an annotation",
      `@Data static class D { @JsonProperty("b") private int a; private final int c; }`,
      "new D(2)",
      "{ b: 0!, c: 2! }",
    ],
    [
      "a constructor of all fields that can be set",
      "@AllArgsConstructor static class D { private final int k = 7; private String a; }",
      `new D("a")`,
      `{ k: 7!, a: "a"! }`,
    ],
    [
      "a constructor of all fields, of which one is set once",
      "@AllArgsConstructor static class D { final int k; int a; }",
      "new D(1, 2)",
      "{ k: 1!, a: 2! }",
    ],
    [
      "the constructor of all fields that a builder needs",
      "@Builder static class D { int a; }",
      "new D(1)",
      "{ a: 1! }",
    ],
    [
      "a key that is said behind other settings",
      `@Data static class D { @JsonProperty(index = 1, value = "x") int a = 1; @JSONField(format = "f", name = "y") int b = 2; }`,
      "new D()",
      "{ x: 1!, y: 2! }",
    ],
    [
      "annotations whose names only hold that of one which says the key",
      `@Data static class D { @JsonPropertyDescription("b") int a = 1; @MyJsonProperty("b") int c = 1; }`,
      "new D()",
      "{ a: 1!, c: 1! }",
    ],
    [
      "a key that a getter says",
      `static class D { int order = 1; @JsonProperty("x") public int getOrder() { return order; } }`,
      "new D()",
      "{ x: 1! }",
    ],
    [
      "a key that the accessor of a record says",
      `record D(int order) { @JsonProperty("x") public int order() { return order; } }`,
      "new D(1)",
      "{ x: 1! }",
    ],
    [
      "more values than any constructor takes",
      "@Data static class D { int a; }",
      "new D(1)",
      "{ a: ?, … }",
    ],
    [
      "a constructor that is written out elsewhere",
      "static class D { public int a = 1; D(Base b) { super(b); } }",
      "new D(other)",
      "{ a: ?, … }",
    ],
  ])(
    "An object of a class of data holds what its fields say: %s",
    (_name, members, made, value) => {
      expect(knownOf(made, members)).toBe(value);
    },
  );
  it.each([
    ["@JsonFormatting", "?:string|null!"],
    ["@MyJsonFormat", "?:string|null!"],
    ["@JsonFormat", "?!"],
    ["@JsonSerialize(using = S.class)", "?!"],
  ])(
    "A field is of its type, unless an annotation writes it in another way: %s",
    (annotation, type) => {
      const members = `@Data static class D { ${annotation} private String a; }`;
      expect(knownOf("d", members, "D d = new D(); d.setA(other.x());")).toBe(`{ a: ${type} }`);
    },
  );
});

describe("A class is no data, or has no such method", () => {
  it.each([
    ["a class without fields", "static class D { int getX() { return 1; } }", "new D()"],
    ["an enumeration", "enum D { A; int a = 1; int getA() { return a; } }", "D.A"],
    [
      "a builder by an annotation whose name only begins so",
      "@Data @BuilderLike static class D { int a = 1; }",
      "D.builder().build()",
    ],
    [
      "a builder by an annotation whose name only ends so",
      "@Data @MyBuilder static class D { int a = 1; }",
      "D.builder().build()",
    ],
    [
      "a constructor by a name that another annotation says",
      `@Other(staticName = "of") @AllArgsConstructor static class D { int a; }`,
      "D.of(1)",
    ],
    [
      "a constructor by a name that an annotation says whose name only ends so",
      `@MyData(staticConstructor = "of") @AllArgsConstructor static class D { int a; }`,
      "D.of(1)",
    ],
    [
      "a constructor by a name that an annotation says whose name only begins so",
      `@DataLike(staticConstructor = "of") @AllArgsConstructor static class D { int a; }`,
      "D.of(1)",
    ],
  ])("A class is no data, or has no such method: %s", (_name, members, made) => {
    expect(knownOf(made, members)).toBe("?");
  });
});

describe("Keys are spelt as an annotation of the class says", () => {
  const rules = async (address: string, annotation: string, fields: string) =>
    (
      await found(
        "A.java",
        `class A { @Data ${annotation} static class D { ${fields} } void f() { rest.postForObject("${address}", new D(), String.class); } }`,
      )
    ).map((line) => line.replace(/^\S+ /, ""));
  const v1 = "https://api.iamport.kr/payments/cancel";
  const v2 = "https://api.portone.io/payments/p-1/cancel";
  const naming = (name: string) => `@JsonNaming(PropertyNamingStrategies.${name}Strategy.class)`;
  it("Keys are spelt with small letters alone, so that a key of V2 is none", async () => {
    const fields = `String reason = "a"; String storeId = "store-1";`;
    expect(await rules(v2, naming("SnakeCase"), fields)).toEqual([
      "shape/unknown-property /store_id",
    ]);
    expect(await rules(v2, "", fields)).toEqual([]);
  });
  it("Keys are spelt with large letters in them, so that a key of V1 is none", async () => {
    const fields = `String imp_uid = "a"; int refund_amount = 1;`;
    expect(await rules(v1, naming("LowerCamelCase"), fields)).toContain(
      "shape/unknown-property /impUid",
    );
    expect(await rules(v1, "", `String imp_uid = "a";`)).toEqual([]);
  });
  it("Keys are not guessed that are spelt in another way", async () => {
    const fields = `String reason = "a"; String storeId = "store-1";`;
    expect(await rules(v2, naming("UpperSnakeCase"), fields)).toEqual([]);
  });
});

it.each(["isBig", "getBig"])(
  "A flag whose name begins with is has the accessor %s, which gives nothing more",
  (name) => {
    const members = `static class D { private boolean isBig = true; public boolean ${name}() { return isBig; } }`;
    expect(knownOf("new D()", members)).not.toContain("…");
  },
);
