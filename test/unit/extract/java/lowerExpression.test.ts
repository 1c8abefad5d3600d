import { describe, expect, it } from "vitest";
import { cancel, cancelled, requestsIn, v1 } from "./http/requestsIn.js";
import { knownOf, payloadOf } from "./ownFile.js";
import { handler, pay, webhooks } from "./read/controllers.js";

describe("A value of Java is what is written", () => {
  it.each([
    ["a letter", `'a'`, `"a"`],
    ["true", "true", "true"],
    ["false", "false", "false"],
    ["a number that begins with a zero and has a point", "01.5", "1.5"],
    ["a number that begins with a zero and a large digit", "010.5", "10.5"],
    ["a zero", "00", "0"],
    ["a large number in another spelling", "0xFF", "255"],
  ])("A value of Java is what is written: %s", (_name, written, value) => {
    expect(knownOf(written)).toBe(value);
  });
  it("A field that is counted up is a number", () => {
    expect(payloadOf(`this.n++; m.put("x", n);`, "int n = 1;")).toBe("{ x: ?:number }");
  });
  it.each(["|=", "^=", "&="])("A name that %s changes may be a flag or a number", (operator) => {
    expect(knownOf("f", "", `boolean f = true; f ${operator} flag;`)).toBe("?");
  });
});

describe("A map is no longer known where code that is broken may change it", () => {
  it.each([
    ["in a call without its last argument", "fill(m, );"],
    ["in brackets that do not end", "Object o = (m;"],
    ["in a call in another that is broken", "fill(fill(m, ), );"],
  ])("A map is no longer known where code that is broken may change it: %s", (_name, code) => {
    expect(payloadOf(`m.put("x", 1); ${code}`)).toBe("{ x: ?, … }");
  });
  it("A map is no longer known that a method of a field may change", () => {
    expect(
      payloadOf("given.forEach(this.k::put); m = k;", `Map<String, Object> k = Map.of("x", 1);`),
    ).toBe("{ x: ?, … }");
  });
  it("A method of a class changes no map", () => {
    expect(payloadOf(`m.put("x", 1); given.forEach(Map::put); ids.forEach(String::valueOf);`)).toBe(
      "{ x: 1 }",
    );
  });
});

describe("The parameter of a function is known by its name", () => {
  const sent = (fn: string) =>
    requestsIn(`WebClient.create("${v1}").post().uri(${fn}).bodyValue(Map.of("x", 1)).retrieve();`);
  it.each([
    ["alone", `u -> u.path("/payments/cancel").build()`],
    ["in brackets", `(u) -> u.path("/payments/cancel").build()`],
    ["with its type", `(UriBuilder u) -> u.path("/payments/cancel").build()`],
    ["with braces around what it does", `(u) -> { return u.path("/payments/cancel").build(); }`],
    ["behind a comment", `u -> /* the path */ u.path("/payments/cancel").build()`],
  ])("The parameter of a function is known by its name: %s", (_name, fn) => {
    expect(sent(fn)).toEqual(cancelled);
  });
  it("A function without a parameter has none", () => {
    expect(sent(`() -> URI.create("${cancel}")`)).toEqual(cancelled);
  });
});

describe("A condition of Java runs what it holds", () => {
  it.each([
    ["of a choice", `Object o = m.remove("x") != null ? 1 : 1;`],
    ["of a comparison", `boolean b = m.remove("x") == null;`],
    ["of a comparison of the other side", `boolean b = null != m.remove("x");`],
  ])("A condition of Java runs what it holds: %s", (_name, code) => {
    expect(payloadOf(`m.put("y", 1); m.put("x", 1); ${code}`)).toBe("{ y: 1 }");
  });
  it.each(["==", "!="])("A webhook is believed whose status is compared with %s", async (sign) => {
    const code = `if (body.get("status") ${sign} "paid") ${pay}`;
    expect(await webhooks(handler(code))).toEqual([expect.stringMatching(/ webhook\/unverified$/)]);
  });
  it.each(["<=", ">="])(
    "A webhook is not believed whose status is compared with %s",
    async (sign) => {
      expect(await webhooks(handler(`if (body.get("status") ${sign} "paid") ${pay}`))).toEqual([]);
    },
  );
});
