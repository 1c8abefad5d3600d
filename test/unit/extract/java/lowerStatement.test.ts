import { describe, expect, it } from "vitest";
import { readJava } from "../../../../dist/extract/java/read.js";
import { payloadsBy } from "../shownPayload.js";

/** The payloads of a method that makes a map as `m` and sends it. */
const payloadOf = (code: string, members = "") =>
  payloadsBy(
    readJava,
    `class Shop { ${members} void pay(String id, boolean flag, List<String> ids) { Map<String, Object> m = new HashMap<>();
      ${code} rest.postForObject("https://api.iamport.kr/payments/cancel", m, String.class); } }`,
  )[0];

const one = `m.put("x", 1);`;
const two = `m.put("x", 2);`;

describe("A break ends the switch that it is in", () => {
  it.each([
    ["behind a statement", `case "a": ${one} break; default: ${two}`],
    ["in braces", `case "a": { ${one} break; } default: { ${two} }`],
    ["in braces in braces", `case "a": { { ${one} break; } } default: ${two}`],
    ["in braces behind a label of two", `case "a": case "b": { ${one} break; } default: ${two}`],
    ["by a condition", `case "a": ${one} if (flag) break; default: ${two}`],
    ["by a condition in braces", `case "a": ${one} if (flag) { log(); break; } default: ${two}`],
    [
      "by a condition in braces of the case",
      `case "a": { ${one} if (flag) break; } default: ${two}`,
    ],
    ["in an attempt", `case "a": ${one} try { go(); break; } catch (E e) { } default: ${two}`],
    ["in a handler", `case "a": ${one} try { go(); } catch (E e) { break; } default: ${two}`],
    [
      "in the end of an attempt",
      `case "a": ${one} try { go(); } finally { if (flag) break; } default: ${two}`,
    ],
    [
      "in an attempt with a resource",
      `case "a": ${one} try (var r = go()) { break; } default: ${two}`,
    ],
    [
      "in a block that one thread holds",
      `case "a": ${one} synchronized (this) { break; } default: ${two}`,
    ],
    ["in a statement with a name", `case "a": ${one} here: { break; } default: ${two}`],
  ])("A break ends the switch that it is in: %s", (_name, cases) => {
    expect(payloadOf(`switch (id) { ${cases} }`)).toBe("{ x: ?:number! }");
  });
  it.each([
    ["in a loop over a list", `for (String k : ids) { break; }`],
    ["in a loop with a step", `for (int i = 0; i < 2; i++) { break; }`],
    ["in a loop with a condition", `while (flag) { break; }`],
    ["in a loop with its condition behind it", `do { break; } while (flag);`],
    ["in another switch", `switch (id) { case "c": break; }`],
    ["in a function", `run(() -> { switch (id) { case "c": break; } });`],
  ])("A break ends the switch that it is in, and not the one around it: %s", (_name, inner) => {
    expect(payloadOf(`switch (id) { case "a": ${one} ${inner} default: ${two} }`)).toBe(
      "{ x: 2! }",
    );
  });
  it("What is behind a break by a condition may not run", () => {
    expect(
      payloadOf(
        `switch (id) { case "a": ${one} if (flag) break; m.put("y", 1); break; default: ${one} m.put("y", 1); }`,
      ),
    ).toBe("{ x: 1!, y: ?! }");
    expect(
      payloadOf(
        `switch (id) { case "a" -> { if (flag) break; m.put("y", 1); } default -> m.put("y", 1); }`,
      ),
    ).toBe("{ y: ?! }");
  });
  it("What is behind a break does not run", () => {
    expect(payloadOf(`switch (id) { default: { ${one} break; } ${two} }`)).toBe("{ x: 1 }");
  });
});

describe("A loop runs what its head says", () => {
  it.each([
    ["the condition of a loop with a step", `for (int i = 0; m.remove("x") != null; i++) { }`],
    ["the step", `for (int i = 0; i < 2; m.remove("x")) { }`],
    ["the condition of a loop", `while (m.remove("x") != null) { }`],
    ["the condition behind a loop", `do { } while (m.remove("x") != null);`],
  ])("A loop runs what its head says: %s", (_name, loop) => {
    expect(payloadOf(`${one} ${loop}`)).toBe("{ x: ?! }");
  });
  it("A loop runs the step that sets a name behind its body", () => {
    expect(payloadOf(`int i = 1; for (; flag; i = 2) { m.put("y", i); } m.put("x", i);`)).toBe(
      "{ y: ?!, x: ?:number! }",
    );
    expect(payloadOf(`int i = 1; for (; flag; i++) { } m.put("x", i);`)).toBe("{ x: ?:number! }");
  });
});

describe("A method returns what its statement says", () => {
  it.each([
    ["nothing", "Object made() { return null; }", "null"],
    ["one of its own texts", `Object made() { String s = "a"; return s; }`, `"a"`],
  ])("A method returns what its statement says: %s", (_name, members, value) => {
    expect(payloadOf(`m.put("x", made());`, members)).toBe(`{ x: ${value} }`);
  });
  it("A method returns its own object", () => {
    const members = `static class D { public int a; public D setA(int v) { this.a = v; return this; } }`;
    expect(payloadOf(`m.put("x", new D().setA(3));`, members)).toBe("{ x: { a: 3! }! }");
  });
});

describe("A constructor runs that of its own class, or of the class that it extends", () => {
  it.each([
    ["this", `{ b: 2!, a: "s"!, … }`],
    ["super", "{ b: ?, … }"],
  ])("A constructor that begins with %s", (word, value) => {
    const members = `static class D extends P { public String a; public int b = 3; D(String a) { ${word}(a, 2); } D(String a, int b) { this.a = a; this.b = b; } }`;
    expect(payloadOf(`m.put("x", new D("s"));`, members)?.replace(/^\{ x: (.*) \}$/, "$1")).toBe(
      value,
    );
  });
});

describe("A loop sends what its head has set", () => {
  const sent = (head: string) =>
    payloadsBy(
      readJava,
      `class Shop { void pay(boolean flag) { int n = 1; ${head} { rest.postForObject("https://api.iamport.kr/payments/cancel", Map.of("x", n), String.class); } } }`,
    );
  it.each([
    ["only from the second time on, by its step", "for (; flag; n = 2)", "{ x: ?:number! }"],
    ["by its condition", "while ((n = 2) > 0)", "{ x: 2 }"],
  ])("A loop sends what its head has set: %s", (_name, head, payload) => {
    expect(sent(head)).toEqual([payload]);
  });
});

describe("A case falls through, unless it ends", () => {
  it("A case falls through whose last statement begins with a minus sign", () => {
    expect(payloadOf(`switch (id) { case "a": --n; default: ${one} }`)).toBe("{ x: 1! }");
  });
  it("A default that may end may do nothing", () => {
    expect(payloadOf(`switch (id) { default: if (flag) break; ${one} }`)).toBe("{ x: ?! }");
  });
});
