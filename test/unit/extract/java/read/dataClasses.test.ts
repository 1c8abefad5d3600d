import { describe, expect, it } from "vitest";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { found, linted } from "../../shared.js";
import { payloadsBy } from "../../shownPayload.js";

const cancel = "https://api.iamport.kr/payments/cancel";

/** A class with its own classes of data, and a method that sends something to be cancelled. */
const file = (classes: string, statements: string, sent = "d") =>
  `class A {\n${classes}\nvoid pay(String id, boolean flag, Other other) {\n${statements}\nrest.postForObject("${cancel}", ${sent}, String.class);\n}\n}\n`;

const rules = async (classes: string, statements: string, sent?: string): Promise<string[]> =>
  (await found("A.java", file(classes, statements, sent))).map((one) => one.replace(/^\S+ /, ""));

/** A field that names the payment, and one that no document has. */
const fields = `private String imp_uid; private int x;`;

const unknown = ["shape/unknown-property /x"];

describe("An object of a class of the file is read", () => {
  it.each([
    ["that is a record", `record D(String imp_uid, int x) {}`, `var d = new D(id, 1);`],
    [
      "with a constructor",
      `static class D { ${fields} D(String i, int x) { this.imp_uid = i; this.x = x; } }`,
      `D d = new D(id, 1);`,
    ],
    [
      "with a constructor that names the fields alone",
      `static class D { ${fields} D(String i, int y) { imp_uid = i; x = y; } }`,
      `D d = new D(id, 1);`,
    ],
    [
      "with a constructor that calls another",
      `static class D { ${fields} D(String i) { this(i, 1); } D(String i, int y) { imp_uid = i; x = y; } }`,
      `D d = new D(id);`,
    ],
    [
      "with setters that are written out",
      `static class D { ${fields} public void setImp_uid(String i) { this.imp_uid = i; } public void setX(int x) { this.x = x; } }`,
      `D d = new D(); d.setImp_uid(id); d.setX(1);`,
    ],
    [
      "with Lombok's setters",
      `@Data static class D { ${fields} }`,
      `D d = new D(); d.setImp_uid(id); d.setX(1);`,
    ],
    [
      "with Lombok's fluent setters",
      `@Data @Accessors(fluent = true) static class D { ${fields} }`,
      `D d = new D().imp_uid(id).x(1);`,
    ],
    [
      "with Lombok's builder",
      `@Getter @Builder static class D { ${fields} }`,
      `D d = D.builder().imp_uid(id).x(1).build();`,
    ],
    [
      "with Lombok's constructor of all fields",
      `@AllArgsConstructor static class D { ${fields} }`,
      `D d = new D(id, 1);`,
    ],
    [
      "with Lombok's constructor by name",
      `@AllArgsConstructor(staticName = "of") static class D { ${fields} }`,
      `D d = D.of(id, 1);`,
    ],
    [
      "with Lombok's copies",
      `@Builder(toBuilder = true) @With static class D { ${fields} }`,
      `D d = D.builder().x(1).build().toBuilder().build().withImp_uid(id);`,
    ],
    [
      "with a builder that is written out",
      `static class D { ${fields} D(B b) { imp_uid = b.i; x = b.y; }
       static class B { String i; int y; B i(String i) { this.i = i; return this; } B y(int y) { this.y = y; return this; } D build() { return new D(this); } } }`,
      `D d = new D.B().i(id).y(1).build();`,
    ],
    [
      "that a function of its class makes",
      `record D(String imp_uid, int x) { static D of(String i) { return new D(i, 1); } }`,
      `var d = D.of(id);`,
    ],
    [
      "whose fields are put from outside",
      `static class D { public String imp_uid; public int x; }`,
      `D d = new D(); d.imp_uid = id; d.x = 1;`,
    ],
    [
      "that extends another",
      `@SuperBuilder static class P { private String imp_uid; } @SuperBuilder static class D extends P { private int x; }`,
      `D d = D.builder().imp_uid(id).x(1).build();`,
    ],
    [
      "whose fields begin with a value",
      `static class D { private String imp_uid = "a"; private int x = 2; }`,
      `D d = new D();`,
    ],
  ])("An object of a class of the file is read: %s", async (_name, classes, statements) => {
    expect(await rules(classes, statements)).toEqual(unknown);
  });
  it("An object is read by the names that annotations say", async () => {
    const d = `record D(@JsonProperty("imp_uid") String a, @SerializedName("x") int b, @JsonIgnore String c) {}`;
    expect(await rules(d, `var d = new D(id, 1, "c");`)).toEqual(unknown);
    const naming = `@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class) record D(String impUid, int noSuchKey) {}`;
    expect(await rules(naming, `var d = new D(id, 1);`)).toEqual([
      "shape/unknown-property /no_such_key",
    ]);
    const getter = `static class D { ${fields.replace("imp_uid", "i")} @JsonProperty("imp_uid") public String getI() { return i; } }`;
    expect(await rules(getter, `D d = new D();`)).toEqual([...unknown, "shape/required /imp_uid"]);
  });
  it("An object is read as text that a mapper writes, and as a map that it makes", async () => {
    const d = `record D(String imp_uid, int x) {}`;
    const made = `var d = new D(id, 1);`;
    expect(await rules(d, made, "mapper.writeValueAsString(d)")).toEqual(unknown);
    expect(await rules(d, made, "mapper.convertValue(d, Map.class)")).toEqual(unknown);
  });
  it("An object is read with the types that its fields have", async () => {
    const d = `@Data static class D { private String imp_uid; private String amount; }`;
    const statements = `D d = new D(); d.setImp_uid(id); d.setAmount(other.price());`;
    expect(await rules(d, statements)).toEqual(["shape/type /amount"]);
  });
  it("An object is read where a parameter is of the class", async () => {
    const text = `class A { record D(String imp_uid, int x) {} void pay(D d) { rest.postForObject("${cancel}", d, String.class); } }`;
    expect(await found("A.java", text)).toEqual([expect.stringMatching(/\/x$/)]);
  });
  it("An object of a class is not edited, since the class would have to change", async () => {
    const d = `@Data static class D { private String imp_uid; private String amount; }`;
    const statements = `D d = new D(); d.setImp_uid(id); d.setAmount("1000");`;
    const { diagnostics } = await linted("A.java", file(d, statements));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["shape/type"]);
    expect(diagnostics[0]?.textFix).toBeUndefined();
  });
});

describe("What an object of a class of Java holds is known", () => {
  const payloadOf = (classes: string, object: string) =>
    payloadsBy(readJava, file(classes, `var d = ${object};`))[0]?.replaceAll("!", "");
  it.each([
    [
      "a constructor that calls another",
      "static class D { public String a; public int b; D(String a) { this(a, 2); } D(String a, int b) { this.a = a; this.b = b; } }",
      `new D("a")`,
      `{ b: 2, a: "a" }`,
    ],
    [
      "a constructor that calls that of a class which it extends",
      "static class P { public String a; P(String a) { this.a = a; } } static class D extends P { public int b = 3; D(String a) { super(a); } }",
      `new D("a")`,
      "{ b: ?, … }",
    ],
    [
      "a record that changes one of its values",
      "record D(int a, int b) { D { a = 5; if (b == 2) {} } }",
      "new D(1, 2)",
      "{ a: ?:number, b: 2 }",
    ],
    [
      "a record that changes one whose name only begins like another's",
      "record D(int a, int aa) { D { aa = 5; int x = this.a; } }",
      "new D(1, 2)",
      "{ a: 1, aa: ?:number }",
    ],
    [
      "a record whose names have a dollar in them",
      "record D(int a$, int b) { D { a$ = 5; } }",
      "new D(1, 2)",
      "{ a$: ?:number, b: 2 }",
    ],
    [
      "a copy with another value",
      "@Builder(toBuilder = true) static class D { int a; int b; D(int a) { this.a = a; } }",
      "new D(1).toBuilder().b(2).build()",
      "{ a: 1, b: 2 }",
    ],
    [
      "a builder of another name",
      `@Builder(builderMethodName = "begin") static class D { int a; }`,
      "D.begin().a(1).build()",
      "{ a: 1 }",
    ],
    [
      "Lombok's constructor of what has to be given",
      "@Data static class D { private final String a; private int b; @NonNull private String c; private final int k = 7; }",
      `new D("a", "c")`,
      `{ b: 0, k: 7, a: "a", c: "c" }`,
    ],
    [
      "a constructor of what has to be given, by name",
      `@RequiredArgsConstructor(staticName = "of") static class D { private final String a; public int b; }`,
      `D.of("a")`,
      `{ b: 0, a: "a" }`,
    ],
    [
      "a value class, by the name of its constructor",
      `@Value(staticConstructor = "of") static class D { String a; int b; }`,
      `D.of("a", 2)`,
      `{ b: 2, a: "a" }`,
    ],
    [
      "fields that are no part of it",
      "@Data static class D { static int s = 1; transient int t = 2; int a = 3; final int b = 4; }",
      "new D()",
      "{ a: 3, b: 4 }",
    ],
    [
      "what fields of each type begin with",
      "@Data static class D { int a; boolean b; String c; Integer d; double e; List<String> f; }",
      "new D()",
      "{ a: 0, b: false, e: 0 }",
    ],
    [
      "several fields of one declaration",
      "@Data static class D { int a = 1, b = 2; }",
      "new D()",
      "{ a: 1, b: 2 }",
    ],
    [
      "the name of a getter's annotation, and a field that is left out",
      `static class D { private int a = 1; private int b = 2; @JsonProperty("x") public int getA() { return a; } @JsonIgnore public int getB() { return b; } }`,
      "new D()",
      "{ x: 1 }",
    ],
    [
      "the spelling of an annotation",
      "@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class) @Data static class D { int orderName = 1; }",
      "new D()",
      "{ order_name: 1 }",
    ],
    [
      "the other spelling of an annotation",
      "@JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class) @Data static class D { int order_name = 1; }",
      "new D()",
      "{ orderName: 1 }",
    ],
    [
      "a flag with its accessor, and a function of the class",
      "static class D { private boolean big = true; public boolean isBig() { return big; } public static int getMore() { return 1; } }",
      "new D()",
      "{ big: true }",
    ],
  ])(
    "What an object of a class of Java holds is known by %s",
    (_name, classes, object, payload) => {
      expect(payloadOf(classes, object)).toBe(payload);
    },
  );
});

describe("What an object of a class may hold is not guessed", () => {
  it.each([
    [
      "where a setting may spell the names of fields",
      `@Data static class D { private String impUid; private String refundHolder; }`,
      `D d = new D(); d.setImpUid(id);`,
    ],
    [
      "where a setting may spell the keys of a map that is made of it",
      `@Data static class D { private String impUid; private String refundHolder; }`,
      `D e = new D(); e.setImpUid(id); Map<String, Object> d = mapper.convertValue(e, Map.class);`,
    ],
    [
      "where another file has the class that it extends",
      `@AllArgsConstructor static class D extends Base { private int amount; }`,
      `D d = new D(1);`,
    ],
    [
      "where the constructor of another class puts more",
      `static class D extends Base { private int amount; D(String i) { super(i); amount = 1; } }`,
      `D d = new D(id);`,
    ],
    [
      "where two constructors take as many",
      `static class D { private String imp_uid; private String merchant_uid; D(String a) { imp_uid = a; } D(Long b) { merchant_uid = "" + b; } }`,
      `D d = new D(id);`,
    ],
    [
      "where a setter changes what it is given",
      `static class D { private String imp_uid = "a"; private int amount; public void setAmount(String a) { amount = Integer.parseInt(a); } }`,
      `D d = new D(); d.setAmount("1000");`,
    ],
    [
      "where a record changes what it is given",
      `record D(String imp_uid, Integer amount) { D { imp_uid = imp_uid == null ? "a" : imp_uid; } }`,
      `var d = new D(null, 1);`,
    ],
    [
      "where a function that is not known gets it",
      `@Data static class D { private String imp_uid; private int amount; }`,
      `D d = new D(); BeanUtils.copyProperties(other, d);`,
    ],
    [
      "where a getter gives more",
      `static class D { private Integer amount; public String getImp_uid() { return "a"; } }`,
      `D d = new D();`,
    ],
    [
      "where only some runs put it",
      `@Data static class D { private String imp_uid; private String merchant_uid; }`,
      `D d = new D(); if (flag) d.setImp_uid(id); else d.setMerchant_uid(id);`,
    ],
  ])("What an object of a class may hold is not guessed %s", async (_name, classes, statements) => {
    expect(await rules(classes, statements)).toEqual([]);
  });
  it("An object that is a service is no data", async () => {
    const text = `@Service class Pay { private final String amount = "1"; String getAmount() { return amount; } }
      class B { void pay() { rest.postForObject("${cancel}", new Pay(), String.class); } }`;
    expect(await found("A.java", text)).toEqual([]);
  });
});
