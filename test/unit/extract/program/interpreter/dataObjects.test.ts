import { describe, expect, it } from "vitest";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { payloadsBy, readBy } from "../../shownPayload.js";
import { sending, writtenIn } from "./pythonFile.js";

const imports =
  "from dataclasses import asdict, dataclass\nfrom typing import TypedDict\nfrom pydantic import BaseModel\n";

/** What a file with a class sends. */
const python = (classes: string, payload: string, first = "") =>
  sending(payload, imports + classes, first);

const fileOf = (classes: string, code: string, parameters = "") => `class A {
  ${classes}
  void pay(String id, boolean flag${parameters}) {
    ${code}
    rest.postForObject("https://api.iamport.kr/payments/cancel", d, String.class); } }`;

/** What a method sends as `d`. */
const java = (classes: string, code: string, parameters?: string) =>
  payloadsBy(readJava, fileOf(classes, code, parameters));

/** Where the keys of it are written. */
function keysOf(classes: string, code: string, parameters?: string): string[] {
  const text = fileOf(classes, code, parameters);
  const [call] = readBy(readJava, text).calls;
  return [...(call?.payload?.children.values() ?? [])].map(({ key }) =>
    key ? text.slice(key[0] - 4, key[1] + 1) : "nowhere",
  );
}

describe("An object of a class of data has the fields of its class", () => {
  const data = "@dataclass\nclass D:\n    x: int = 1";

  it("An object may hold more where the program puts what is no field of its class", () => {
    expect(python(data, "asdict(d)", "d = D()\nd.x = 2")).toEqual(["{ x: 2! }"]);
    expect(python(data, "asdict(d)", "d = D()\nd.z = 2")).toEqual(["{ x: 1!, … }"]);
  });

  it("An object is not known whose class has a constructor that is not found", () => {
    const inner = "    class Inner:\n        def __init__(self):\n            pass";
    expect(python(data, "asdict(D(5))")).toEqual(["{ x: 5! }"]);
    expect(python(`${data}\n${inner}`, "asdict(D(5))")).toEqual(["{ x: ?!, … }"]);
  });

  it("Classes that extend each other have each other's fields", () => {
    const other = "@dataclass\nclass P(D):\n    y: int = 2";
    expect(python(`${other}\n${data.replace("D:", "D(P):")}`, "asdict(D())")).toEqual([
      "{ y: 2!, x: 1! }",
    ]);
  });

  it("Java names a class's base where the class is declared, not where it is used", () => {
    const classes = `static class Shop {
        static class Base { int y = 2; }
        @Data @AllArgsConstructor static class D extends Base { int x; }
        void check(D d) { rest.postForObject("https://api.iamport.kr/payments/cancel", d, String.class); } }
      static class Base { int z = 5; }`;
    expect(java(classes, "var d = new Shop.D(7);")).toEqual([
      "{ y: ?:number!, x: ?:number! }!",
      "{ y: 2!, x: 7! }",
    ]);
    expect(java(classes, "var d = new Shop.D(7); d.setY(3);").at(1)).toBe("{ y: 3!, x: 7! }");
  });

  it("Java takes what a field begins with from where the class is declared", () => {
    const classes = `static class Shop { static final int ONE = 1; @Data static class D { int x = ONE; } }
      static final int ONE = 2;`;
    expect(java(classes, "var d = new Shop.D();")).toEqual(["{ x: 1! }"]);
  });
});

describe("A copy of an object holds what the object holds", () => {
  const dataClass = (more = "") =>
    `@With @Data static class D${more} { private int x; private String imp_uid; private int y = 5; }`;

  it("A copy of an object has a field that may have been put there", () => {
    const code = "D d = new D(); if (flag) d.setX(1); d.setY(6);";
    expect(java(dataClass(), `${code} d = d.withImp_uid(id);`)).toEqual([
      "{ x: ?:number!, y: 6!, imp_uid: ?:string|null! }",
    ]);
    expect(java(dataClass(), "D d = new D(); if (flag) d.setImp_uid(id); d = d.withX(1);")).toEqual(
      ["{ x: 1!, y: 5!, imp_uid: ?! }"],
    );
  });

  it("A copy of an object of which not everything is known may hold more", () => {
    expect(java(dataClass(" extends Base"), "D d = new D().withX(1);")).toEqual([
      "{ x: 1!, y: 5!, … }",
    ]);
  });

  it("A copy is not changed with the object, nor the object with the copy", () => {
    const code = "D e = new D(); D d = e.withX(1); e.setX(2);";
    expect(java(dataClass(), code)).toEqual(["{ x: 1!, y: 5! }"]);
    expect(java(dataClass(), code.replace("D e", "D d").replace("D d = e", "D e = d"))).toEqual([
      "{ x: 0!, y: 5! }",
    ]);
  });

  it("A copy has its keys where the class has its fields", () => {
    const code = "D d = new D(); if (flag) d.setImp_uid(id); d = d.withX(1);";
    expect(keysOf(dataClass(), code)).toEqual(["int x;", "int y ", "ing imp_uid;"]);
  });
});

it("An object that a function is given has its keys where the class has its fields", () => {
  const classes = "record D(String imp_uid, int x) {}";
  expect(java(classes, "", ", D d")).toEqual(["{ x: ?:number!, imp_uid: ?! }!"]);
  expect(keysOf(classes, "", ", D d")).toEqual(["int x)", "ing imp_uid,"]);
});

describe("An object of a typed dictionary is a dictionary", () => {
  const data = `${imports}class D(TypedDict):\n    x: int`;
  it.each([
    ["D(x=1)", "{ x: 1 }"],
    [`D({"x": 1}, y=2)`, "{ x: 1, y: 2 }"],
    ["D(**given)", "{ … }"],
  ])("An object of a typed dictionary is a dictionary: %s", (made, payload) => {
    expect(sending(made, data)).toEqual([payload]);
  });

  it("An object of a typed dictionary has its keys where they are given", () => {
    const pay = `def pay():\n    requests.post(URL, json=D(x=1))`;
    expect(writtenIn(`${data}\n${pay}`)).toEqual([["x", "x=1", "1"]]);
  });
});
