import { describe, expect, it } from "vitest";
import { readJava } from "../../../../dist/extract/java/read.js";
import { payloadsBy } from "../shownPayload.js";

const cancel = "https://api.iamport.kr/payments/cancel";
const payloadOf = (statements: string, members = "", sent = "m") =>
  payloadsBy(
    readJava,
    `class Shop { ${members} void pay(String id, Object given) { ${statements} rest.postForObject("${cancel}", ${sent}, String.class); } }`,
  )[0];

describe("What a declared type of Java says of a value is known", () => {
  it.each([
    ...["byte", "short", "int", "long", "float", "double"].map((type) => [type, "?:number"]),
    ...["Byte", "Short", "Integer", "Long", "Float", "Double", "Number"].map((type) => [
      type,
      "?:number|null",
    ]),
    ...["BigDecimal", "BigInteger", "AtomicInteger", "AtomicLong"].map((type) => [
      type,
      "?:number|null",
    ]),
    ["java.math.BigDecimal", "?:number|null"],
    ["boolean", "?:boolean"],
    ["Boolean", "?:boolean|null"],
    ["String", "?:string|null"],
    ["Character", "?"],
    ["int[]", "?"],
  ])("What a declared type of Java says of a value is known: %s", (type, value) => {
    expect(payloadOf(`${type} x = made(); Map<String, Object> m = Map.of("x", x);`)).toBe(
      `{ x: ${value} }`,
    );
  });
});

describe("A letter of a text of Java that is escaped is known", () => {
  it.each([
    ["b", "\b"],
    ["f", "\f"],
    ["n", "\n"],
    ["r", "\r"],
    ["s", " "],
    ["t", "\t"],
    ["q", "q"],
    ["u0041", "A"],
    ["101", "A"],
  ])("A letter of a text of Java that is escaped is known: %s", (written, letter) => {
    expect(payloadOf(`Map<String, Object> m = Map.of("x", "\\${written}");`)).toBe(
      `{ x: ${JSON.stringify(letter)} }`,
    );
  });
});

describe("A map that is handed over stays what it is", () => {
  it.each([
    ...["log", "logger", "LOG", "LOGGER"].map((name) => `${name}.info(m);`),
    "System.out.append(m);",
    "System.err.append(m);",
    "assertThat(m);",
    "printAll(m);",
    "requireNonNull(m);",
    "isTrue(m);",
    "notNull(m);",
    "Objects.hash(m);",
    "Assert.state(m);",
    "StringUtils.hasText(m);",
    "ObjectUtils.isEmpty(m);",
  ])("A map that is handed over stays what it is by %s", (call) => {
    expect(payloadOf(`Map<String, Object> m = new HashMap<>(); m.put("x", 1); ${call}`)).toBe(
      "{ x: 1 }!",
    );
  });
  it.each(["blog.info(m);", "loggers.info(m);", "fill(m);", "Things.hash(m);", "reprint(m);"])(
    "but not by %s",
    (call) => {
      expect(payloadOf(`Map<String, Object> m = new HashMap<>(); m.put("x", 1); ${call}`)).toBe(
        "{ x: ?, … }!",
      );
    },
  );
});

describe("A class of data is told by its annotations", () => {
  const withClass = (annotation: string, more = "") =>
    payloadOf(
      "",
      `${annotation} static class D { public int x; ${more} void act() {} }`,
      "new D()",
    );
  it.each([
    ..."Data,Value,Getter,Setter,Builder,SuperBuilder,AllArgsConstructor,NoArgsConstructor".split(
      ",",
    ),
  ])("@%s", (name) => {
    expect(withClass(`@${name}`)).toMatch(/x: /);
  });
  it.each([
    ..."Service,Component,Repository,RestController,Controller,Configuration,ConfigurationProperties,ControllerAdvice,RestControllerAdvice,Aspect".split(
      ",",
    ),
  ])(
    "A class of data is told by its annotations unless @%s says that it does something",
    (name) => {
      expect(withClass(`@Data @${name}`)).not.toMatch(/x: /);
    },
  );
  it.each([
    ..."getX,setX,isX,withX,toX,fromX,ofX,buildX,addX,get,of,builder,equals,hashCode,toString,create,x".split(
      ",",
    ),
  ])("A class of data is told by its annotations, and by its methods alone: %s", (name) => {
    expect(
      payloadOf("", `static class D { public int x; Object ${name}() { return 1; } }`, "new D()"),
    ).toMatch(/x: /);
  });
  it.each(["check", "getter", "builders", "equalsTo", "reset", "forgetX", "myBuilder", "recreate"])(
    "A class of data is told by its annotations, but not with a method %s",
    (name) => {
      expect(
        payloadOf("", `static class D { public int x; Object ${name}() { return 1; } }`, "new D()"),
      ).not.toMatch(/x: /);
    },
  );
  it.each(["@MyData", "@DataOf", "@ToBuilder"])(
    "A class of data is told by its annotations, of which %s is none",
    (annotation) => {
      expect(withClass(annotation)).not.toMatch(/x: /);
    },
  );
  it.each(["@MyService", "@Services"])(
    "A class of data is told by its annotations, beside which %s says nothing",
    (annotation) => {
      expect(withClass(`@Data ${annotation}`)).toMatch(/x: /);
    },
  );
  it.each(["JsonProperty", "SerializedName", "JSONField", "Json", "JsonbProperty"])(
    "and a key by @%s",
    (name) => {
      const key = name === "JSONField" || name === "Json" ? `name = "y"` : `"y"`;
      expect(payloadOf("", `@Data static class D { @${name}(${key}) int x; }`, "new D()")).toMatch(
        /y: /,
      );
    },
  );
  it.each(["JsonSerialize", "JsonFormat"])(
    "A class of data is told by its annotations, and what @%s writes is not known",
    (name) => {
      expect(payloadOf("", `@Data static class D { @${name} int x; }`, "new D()")).toBe("{  }");
      expect(payloadOf("", "@Data static class D { @Other int x; }", "new D()")).toContain("x: 0");
    },
  );
});
