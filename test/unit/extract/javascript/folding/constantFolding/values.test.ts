import { describe, expect, it } from "vitest";
import { known, knownOf, knownPayload, read, valueAt } from "../../reading.js";

/** What is known of `a` in the body of a request, which is sent as JSON. */
const sent = (expression: string) =>
  known(
    (
      read(`axios.post("https://api.iamport.kr/payments/cancel", { a: ${expression} });`).calls[0]
        ?.payload?.value as { readonly a?: unknown } | undefined
    )?.a,
  );

describe("An expression is what it says", () => {
  it.each([
    ["1", "1"],
    ["1_000", "1000"],
    ["'a'", `"a"`],
    ["true", "true"],
    ["null", "null"],
    ["undefined", "undefined"],
    ["void 0", "undefined"],
    ["/a/", "?"],
    ["(1)", "1"],
    ["1 as any", "1"],
    ["1!", "1"],
    ["<any>1", "1"],
    ["1 satisfies number", "1"],
    ["-1", "-1"],
    ["- -1", "1"],
    ["+1", "1"],
    ["!1", "false"],
    ["!x", "?boolean"],
    ["typeof x", "?string"],
    ["1 > 2", "?boolean"],
    ["x instanceof Y", "?boolean"],
    ["this", "?"],
    ["class {}", "?"],
    ["() => 1", "?"],
    ["(1, 2)", "?"],
    ["x = 1", "?"],
    ["new Order()", "?"],
    ["x`a`", "?"],
    // Texts.
    ["`a`", `"a"`],
    ["`a${1}b`", `"a1b"`],
    ["`a${'b'}${true}`", `"abtrue"`],
    ["`a${x}b`", `?string "a…b"`],
    ["`${x}b`", `?string "…b"`],
    ["`a${x}`", `?string "a…"`],
    ["`${x}`", `?string "…"`],
    ["`a${null}`", `?string "a…"`],
    ["'a' + 1", `"a1"`],
    ["1 + 'a'", `"1a"`],
    ["1 + 2 + 'a'", `"3a"`],
    ["'a' + x", `?string "a…"`],
    ["x + 'a'", `?string "…a"`],
    ["'a' + x + 'b'", `?string "a…b"`],
    ["x + y", "?"],
    ["x + 1", "?"],
    ["'a' - 1", "?number"],
    ["'' + x.toFixed(2)", `?string "…"`],
    ["'{{ order.id }}'", `?string "…"`],
    ["'a<%= id %>'", `?string "a…"`],
    ["'a<?= id ?>b'", `?string "a…b"`],
    ["'a${id}'", `?string "a…"`],
    ["'a{{ b }}c{{ d }}e'", `?string "a…c…e"`],
    ["'a\ua66e\ua66eb\ua66ec'", `?string "a…b…c"`],
    ["`a\ua66e\ua66eb\ua66ec`", `?string "a…b…c"`],
    ["`a{{ b }}`", '"a{{ b }}"'],
    // Choices.
    ["x ? 1 : 1", "1"],
    ["x ? 1 : 2", "?number"],
    ["x ? 'a' : 2", "?string|number"],
    ["x ? 'a' : y", "?"],
    ["x ? { b: 1 } : { b: 1 }", "?object"],
    ["null ?? 1", "1"],
    ["0 ?? 1", "0"],
    ["0 || 1", "1"],
    ["0 && 1", "0"],
    ["x || 1", "?"],
    ["`${x}` || 1", "?string|number"],
    ["null ?? { b: 1 }", "{ b: 1 }"],
    ["[1] && { b: 1 }", "{ b: 1 }"],
    ["{ b: 1 } || x", "{ b: 1 }"],
    // Members.
    ["{ b: 1 }.b", "1"],
    ["{ b: 1 }['b']", "1"],
    ["{ b: { c: 2 } }.b.c", "2"],
    ["[5, 6]['1']", "6"],
    ["{ b: 1 }.c", "?"],
    ["{ b: 1 }[c]", "?"],
    ["{ b: 1, ...x }.b", "?"],
    ["{ ...x, b: 1 }.b", "1"],
    ["[1, 2].length", "?number"],
    ["x.y", "?"],
  ])("An expression is what it says: %s", (expression, expected) => {
    expect(knownOf(expression)).toBe(expected);
  });

  it("What is missing in a member has no known text", () => {
    expect(knownOf("`${o.b}`", "const o = { b: 'x' };")).toBe(`"x"`);
    expect(knownOf("`${o.c}`", "const o = { b: 'x' };")).toBe(`?string "…"`);
  });
  it("What a value is made of is followed forty deep", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(knownOf(nested(10))).toBe(nested(10));
    expect(knownOf(nested(60))).toContain("?");
  });
});

describe("A date is an object, a text in JSON, and a number where it is reckoned with", () => {
  it.each([
    ["new Date()", "?object", `?string "____-__-__T__:__:__.___Z"`],
    ["new Date(2030, 1)", "?object", `?string "____-__-__T__:__:__.___Z"`],
    ["new Other()", "?", "?"],
    ["+new Date()", "?number 1000000000000…9999999999999", "?number 1000000000000…9999999999999"],
    [
      "new Date() - 0",
      "?number 1000000000000…9999999999999",
      "?number 1000000000000…9999999999999",
    ],
    ["`${new Date()}`", `?string "…"`, `?string "…"`],
    ["'a' + new Date()", `?string "a…"`, `?string "a…"`],
    ["new Date() + 1", `?string "…1"`, `?string "…1"`],
    ["1 + new Date()", `?string "1…"`, `?string "1…"`],
    [
      "new Date().toISOString()",
      `?string "____-__-__T__:__:__.___Z"`,
      `?string "____-__-__T__:__:__.___Z"`,
    ],
  ])("A date is as it is handed over: %s", (expression, given, inJson) => {
    expect(knownOf(expression)).toBe(given);
    expect(sent(expression)).toBe(inJson);
  });
  it("A name of which its annotation says that it is a date is one", () => {
    expect(knownOf("d", "declare const d: Date;")).toBe("?object");
    expect(knownPayload("const f = (d: Date) => IMP.request_pay({ a: d });")).toBe(
      "{ a: ?object }",
    );
  });
});

describe("A name with a value that is not known is what its annotation says", () => {
  it.each([
    ["const a: string = load();", "?string"],
    ["const a: number = 'x' as any;", `"x"`],
    ["const a: string = `a${x}`;", `?string "a…"`],
    ["const a: string = Number(x);", "?number"],
    ["const a = load();", "?"],
    ["const a: Order = load();", "?"],
  ])("A name is what its annotation says: %s", (before, expected) => {
    expect(knownOf("a", before)).toBe(expected);
  });
});

describe("A value says where it is used and where it is written", () => {
  const place = (text: string, pointer = "/a") => {
    const { span, origin } = valueAt(text, pointer);
    return [text.slice(...span), ...(origin ? [text.slice(...origin)] : [])];
  };
  it.each([
    ["IMP.request_pay({ a: 1 });", ["1"]],
    ["const b = 1; IMP.request_pay({ a: b });", ["b", "1"]],
    ["const b = { c: 1 }; IMP.request_pay({ a: b.c });", ["b.c", "1"]],
    ["const b = { c: 1 }; IMP.request_pay({ a: b });", ["{ c: 1 }"]],
    ["const { c } = { c: 1 }; IMP.request_pay({ a: c });", ["c", "1"]],
    ["const f = () => 1; IMP.request_pay({ a: f() });", ["f()", "1"]],
    ["const f = () => ({ c: 1 }); IMP.request_pay({ a: f() });", ["{ c: 1 }"]],
    ["const f = (b) => b; IMP.request_pay({ a: f(1) });", ["f(1)", "1"]],
    ["IMP.request_pay({ a: x || 1 });", ["x || 1"]],
    ["IMP.request_pay({ a: null ?? 1 });", ["null ?? 1"]],
  ])("A value says where it is used and where it is written: %s", (text, expected) => {
    expect(place(text)).toEqual(expected);
  });
});
