import { describe, expect, it } from "vitest";
import { readJava } from "../../../../dist/extract/java/read.js";
import type { ReadOptions } from "../../../../dist/extract/reader.js";
import { payloadsBy } from "../shownPayload.js";

const cancel = "https://api.iamport.kr/payments/cancel";
const send = (payload: string) => `rest.postForObject("${cancel}", ${payload}, String.class);`;

const payloadsOf = (text: string, options?: Partial<ReadOptions>) =>
  payloadsBy(readJava, text, options);

/** The payload of a method that makes it as `m` and sends it. */
const payloadOf = (code: string, members = "") =>
  payloadsOf(
    `class Shop { ${members}
      void pay(String id, boolean flag, int n) { Map<String, Object> m = new HashMap<>(); ${code} ${send("m")} } }`,
  )[0];

describe("A word that is a keyword only in the description of a module is a name elsewhere", () => {
  it.each([
    "exports",
    "module",
    "open",
    "opens",
    "provides",
    "requires",
    "to",
    "transitive",
    "uses",
    "with",
  ])("The word %s is a name of a variable, of a function and of a parameter", (word) => {
    const members = `int ${word}(int a) { return a; } int plus(int ${word}) { return ${word} + 1; }`;
    const code = `m.put("x", ${word}(2)); m.put("y", plus(2)); String ${word} = "v"; m.put("z", ${word});`;
    expect(payloadOf(code, members)).toBe(`{ x: 2, y: 3, z: "v" }`);
  });
  it("Names that only contain such a word stay as they are", () => {
    const code = `int topping = 1; int reopen = 2; int width = 3; m.put("x", topping); m.put("y", reopen); m.put("z", width);`;
    expect(payloadOf(code)).toBe("{ x: 1, y: 2, z: 3 }");
  });
  it("The texts that hold such a word stay as they are", () => {
    expect(payloadOf(`m.put("to", "open with");`)).toBe(`{ to: "open with" }`);
  });
  it.each(["Map.class", "Map . class", "java.util.Map.class"])(
    "A class as a value, written %s, breaks nothing behind it",
    (written) => {
      expect(payloadOf(`Object o = f(${written}); m.put("x", 1);`)).toBe("{ x: 1 }");
    },
  );
});

describe("A switch that is an expression gives a value wherever an expression may be", () => {
  const one = `switch (n) { case 1 -> "a"; default -> "a"; }`;
  it.each([
    ["behind an equals sign", `String s = ${one}; m.put("x", s);`],
    ["as the first argument", `m.put("x", same(${one}));`],
    ["as a later argument", `m.put("x", ${one});`],
    ["as what a condition gives where it holds", `m.put("x", flag ? ${one} : "a");`],
    ["as what a condition gives otherwise", `m.put("x", flag ? "a" : ${one});`],
    [
      "as what an arm of another gives",
      `m.put("x", switch (n) { case 2 -> ${one}; default -> "a"; });`,
    ],
    [
      "as what an arm with braces gives",
      `m.put("x", switch (n) { case 2 -> { yield ${one}; } default -> "a"; });`,
    ],
  ])("A switch that is an expression gives a value %s", (_name, code) => {
    expect(payloadOf(code, "String same(String s) { return s; }")).toBe(`{ x: "a"! }`);
  });
  it("A switch that is an expression gives a value that a function returns", () => {
    const members = `String named(int n) { return ${one}; }`;
    expect(payloadOf(`m.put("x", named(n));`, members)).toBe(`{ x: "a"! }`);
  });
  it("A switch that is an expression gives a value that a lambda returns", () => {
    const code = `java.util.function.Supplier<String> s = () -> ${one}; m.put("x", 1);`;
    expect(payloadOf(code)).toBe("{ x: 1 }");
  });
  it("A switch that is an expression within another keeps the rest of its arm", () => {
    const code = `m.put("x", switch (n) { case 1 -> plus(switch (id) { case "a" -> 1; default -> 1; }, 1); default -> 2; });`;
    expect(payloadOf(code, "int plus(int a, int b) { return a + b; }")).toBe("{ x: 2! }");
  });
  it.each([
    ["without its end", `Object o = switch (n) { case 1 -> "a"; default -> "b"`],
    ["without an arm's end", `Object o = switch (n) { case 1 -> }; m.put("x", 1);`],
    [
      "with a bracket too many",
      `Object o = switch (n) { case 1 -> f()); default -> 2; }; m.put("x", 1);`,
    ],
  ])("A switch that is an expression, %s, is read without an end of the program", (_name, code) => {
    expect(() => payloadOf(code)).not.toThrow();
  });
  it.each([
    [
      "with a statement behind its arms",
      `switch (n) { case 1 -> "a"; default -> "c"; m.put("y", 1); }`,
    ],
    ["with an arm that does not end", `switch (n) { case 1 -> "a" }`],
    ["with an arm of a call that does not end", `switch (n) { case 1 -> f("a") }`],
  ])("A switch that is an expression, %s, breaks nothing behind it", (_name, written) => {
    expect(payloadOf(`Object o = ${written}; m.put("x", 1);`)).toBe("{ x: 1 }");
    expect(payloadOf(`Object o = ${written}; m.put("x", ${one});`)).toBe(`{ x: "a"! }`);
  });
  it("A switch that is an expression gives what one of its labels with several values says", () => {
    const code = `m.put("x", switch (n) { case 1, 2 -> 3; case 4 -> 5; default -> 7; });`;
    expect(payloadOf(code)).toBe("{ x: ?:number! }");
  });
  it("A switch with colons that is an expression is not known, and breaks nothing behind it", () => {
    const code = `m.put("x", switch (n) { case 1: yield "a"; default: yield "a"; }); m.put("y", 2);`;
    expect(payloadOf(code)).toBe("{ x: ?, y: 2 }");
  });
  it("A switch that is empty is not known, and breaks nothing behind it", () => {
    expect(payloadOf(`Object o = switch (n) { }; m.put("y", 2);`)).toBe("{ y: 2 }");
  });
  it("A word yield that is a name gives no value of a switch", () => {
    const code = `m.put("x", switch (n) { case 1 -> { int yield = 4; yield++; yield = 3; yield "a"; } default -> "a"; });`;
    expect(payloadOf(code)).toBe(`{ x: "a"! }`);
  });
  it("An arm that throws gives no value, wherever it is", () => {
    const code = `m.put("x", switch (n) { case 1 -> throw new A("x;"); case 2 -> "a"; default -> throw new B(); });`;
    expect(payloadOf(code)).toBe(`{ x: "a" }`);
  });
  it("An arm that calls a function whose name begins like throw gives its value", () => {
    const members = `String throwing() { return "a"; }`;
    expect(
      payloadOf(`m.put("x", switch (n) { case 1 -> throwing(); default -> "a"; });`, members),
    ).toBe(`{ x: "a"! }`);
  });
});

describe("The arrows of a switch that is a statement", () => {
  it("The arrows of a switch that is a statement fall through nothing, and a label may be a pattern", () => {
    const code = `switch (o) { case Integer i when i > 3 -> m.put("x", 1); case null, default -> m.put("x", 1); } m.put("y", 2);`;
    expect(payloadOf(code)).toBe("{ x: 1!, y: 2 }");
  });
  it("The arrow of a default that comes first falls through nothing", () => {
    const code = `switch (id) { default -> m.put("x", 1); case "a" -> m.put("y", 1); }`;
    expect(payloadOf(code)).toBe("{ x: ?!, y: ?! }");
  });
  it("The arrows of a switch leave a lambda behind the word default as it is", () => {
    const code = `switch (n) { default -> run(() -> { m.put("z", 1); }); } m.put("y", 2);`;
    expect(payloadOf(code)).toMatch(/y: 2/);
  });
});

describe("Comments and texts are no code", () => {
  it.each([
    ["a comment up to the end of its line", `// switch (n) { case 1 -> { m.put("x", 2); }\n`],
    ["a comment of several lines", `/* it's\n 'to */ int to = 1; m.put("x", to); /* ' */`],
    ["a text", `String s = " = switch (n) { case 1 -> { \\" with {";`],
    ["a text with signs that are escaped", `String s = "\\"x\\n"; int to = 1; m.put("x", to);`],
    ["a block of text", `String s = """\n = switch (n) { " case 1 -> {\n""";`],
    ["a letter", `char c = '"'; int to = 1; m.put("x", to);`],
    ["a letter that is escaped", `char c = '\\"'; int to = 1; m.put("x", to);`],
  ])("What %s holds is no code", (_name, written) => {
    expect(payloadOf(`${written} m.put("x", 1);`)).toBe("{ x: 1 }");
  });
});

describe("A sample in a document may be less than a file", () => {
  const body = `{ Map<String, Object> m = new HashMap<>(); m.put("x", helper()); ${send("m")} }`;
  const alone = `{ Map<String, Object> m = new HashMap<>(); m.put("x", 1); ${send("m")} }`;
  const helper = "int helper() { return 1; }";
  const statements = `Map<String, Object> m = new HashMap<>();\nm.put("x", 1);\nif (flag) { log.info("a"); }\n${send("m")}`;
  const sample = (text: string) => payloadsOf(text, { isSample: true });
  it.each([
    ["public methods", `public void pay(String id) ${body}\nprivate ${helper}`],
    ["methods without a word before them", `void pay(String id) ${body}\n${helper}`],
    ["static methods", `static final void pay(String id) ${body}\nprotected static ${helper}`],
    ["methods that may throw", `void pay(String id) throws IOException ${body}\n${helper}`],
    [
      "methods that return what they make",
      `Map<String, Object> pay(List<String> ids) ${body}\nint[] other() { return null; }\n${helper}`,
    ],
    ["methods behind tabs", `\tvoid pay(String id) ${body}\n\t${helper}`],
    ["a method with a space before its brackets", `void pay (String id) ${alone}`],
    ["a method that takes something", `void pay(String id) ${alone}`],
    ["a method that may throw", `void pay(String id) throws IOException ${alone}`],
    ["a method without a space before its brace", `void pay(String id)${alone}`],
    [
      "methods behind a comment that names a class",
      `// class Shop {\nvoid pay(String id) ${body}\n${helper}`,
    ],
    [
      "methods that have the word import in them",
      `void pay(String importId) ${body}\n${helper} // import it`,
    ],
  ])("A sample in a document may be %s without their class", (_name, text) => {
    expect(sample(text)).toEqual(["{ x: 1 }"]);
  });
  it.each([
    ["statements", statements],
    ["a class", `class Shop { void pay(String id) ${body} ${helper} }`],
    ["a generic class", `class Shop<T> { void pay(String id) ${body} ${helper} }`],
    ["a record", `record Shop(String a) { void pay(String id) ${body} ${helper} }`],
    ["an enumeration", `enum Shop { A, B; void pay(String id) ${body} ${helper} }`],
    [
      "an interface with a method that has a body",
      `interface Shop { default void pay(String id) ${body} default ${helper} }`,
    ],
    ["statements with a loop", `while (flag) { log.info("a"); }\n${statements}`],
    [
      "statements with a choice whose brackets have lines of their own",
      `if (flag)\n{\n}\nelse if (other)\n{\n}\n${statements}`,
    ],
    [
      "statements with a class without a name",
      `Runnable r = new Runnable() { int n = 1; };\nnew Thread(r) { int n = 1; };\n${statements}`,
    ],
    [
      "a class and statements that use it",
      `class Amount {\n  int x() { return 1; }\n}\n${statements}`,
    ],
    [
      "a record and statements that use it",
      `record Amount(int x) {\n  int y() { return 1; }\n}\n${statements}`,
    ],
    [
      "an enumeration and statements",
      `enum Way {\n  CARD;\n  String code() { return "c"; }\n}\n${statements}`,
    ],
    [
      "an interface and statements",
      `interface Way {\n  default String code() { return "c"; }\n}\n${statements}`,
    ],
    [
      "a generic class and statements",
      `class Amount<T> {\n  int x() { return 1; }\n}\n${statements}`,
    ],
    [
      "a class behind several spaces and statements",
      `class   Amount   {\n  int x() { return 1; }\n}\n${statements}`,
    ],
    [
      "a class that extends another and statements",
      `class Amount extends Base {\n  int x() { return 1; }\n}\n${statements}`,
    ],
    [
      "a class of an interface and statements",
      `class Amount implements Base {\n  int x() { return 1; }\n}\n${statements}`,
    ],
    [
      "a file with imports",
      `import java.util.Map;\n@Service\npublic class Shop extends Base {\n  public void pay(String id) ${body}\n  ${helper}\n}`,
    ],
    [
      "a file of a package",
      `package shop;\npublic class Shop extends Base {\n  public void pay(String id) ${body}\n  ${helper}\n}`,
    ],
  ])("A sample in a document may be %s", (_name, text) => {
    expect(sample(text)).toEqual(["{ x: 1 }"]);
  });
  it.each([
    ["another package", "import shop.orders.Order;", []],
    [
      "the package of a client",
      "import com.siot.IamportRestClient.*;",
      ["{ imp_uid: ?:string|null }"],
    ],
  ])("The classes of a sample are those of its imports: of %s", (_name, heading, payloads) => {
    const text = `${heading}\nsealed class Shop permits A {\n  void pay(String id) {\n    IamportClient client = new IamportClient("a", "b");\n    client.cancelPaymentByImpUid(new CancelData(id, true));\n  }\n}`;
    expect(sample(text)).toEqual(payloads);
  });
});
