import { describe, expect, it } from "vitest";
import { readJava } from "../../../../../dist/extract/java/read.js";
import { payloadsBy } from "../../shownPayload.js";

const send = (payload: string) =>
  `rest.postForObject("https://api.iamport.kr/payments/cancel", ${payload}, String.class);`;

/** What a method sends as `d`. */
const sent = (code: string, members = "") =>
  payloadsBy(
    readJava,
    `class A { ${members} void pay(String id, boolean flag, Other other) { ${code} ${send("d")} } }`,
  );

describe("A block in a map that is made puts what it says", () => {
  const block = (code: string) => `Map<String, Object> d = new HashMap<>() {{ ${code} }};`;
  it.each([
    ["by its methods' names", `put("x", 1); put("y", 2);`, "{ x: 1, y: 2 }"],
    ["by methods of the object itself", `this.put("x", 1); put("y", 2);`, "{ x: 1, y: 2 }"],
    ["and logs", `put("x", 1); log.info(id); put("y", 2);`, "{ x: 1, y: 2 }"],
    ["and may have more where it decides", `put("x", 1); if (flag) put("y", 2);`, "{ x: ?, … }"],
    ["and may have more where it has names", `put("x", 1); int a = 2;`, "{ x: ?, … }"],
    ["and may have more where it assigns", `put("x", 1); a = 2;`, "{ x: ?, … }"],
    ["and what a method adds that is not known", `put("x", 1); fill();`, "{ x: ?, … }"],
    [
      "and what another object adds that is given it",
      `put("x", 1); other.fill(this); put("y", 2);`,
      "{ x: ?, y: 2, … }",
    ],
  ])("A block in a map that is made puts what it says %s", (_name, code, payload) => {
    expect(sent(block(code))).toEqual([payload]);
  });

  it("A block in a map may send something itself", () => {
    expect(sent(block(`put("x", 1); ${send(`Map.of("y", 2)`)}`))).toEqual(["{ y: 2 }", "{ x: 1 }"]);
  });
});

it("A block in an object of a class of the file may do anything to it", () => {
  const data = "@Data static class D { int x; int y; }";
  expect(sent("D d = new D();", data)).toEqual(["{ x: 0!, y: 0! }"]);
  expect(sent("D d = new D() {{ setX(1); }};", data)).toEqual(["{ x: ?, y: ?, … }"]);
});

describe("A method is found where the class of its object is known", () => {
  const members = `Map<String, Object> make() { return Map.of("x", 1); }`;
  it.each([
    ["that is around", "make()", "{ x: 1 }!"],
    ["that is around, by the object itself", "this.make()", "{ x: 1 }!"],
    ["of an object that is made", "new A().make()", "{ x: 1 }!"],
    ["of no object that is known", "other.make()", "?"],
    ["that has no such method", "this.give()", "?"],
    ["that is no class of the file", "new B().make()", "?"],
  ])("A method is found by the class %s", (_name, call, payload) => {
    expect(sent(`var d = ${call};`, members)).toEqual([payload]);
  });
});
