import { describe, expect, it } from "vitest";
import { type FileFormat, formatOf } from "../../../../../dist/extract/formats.js";
import { parse } from "../../../../../dist/extract/javascript/syntax/parse.js";
import type { Located } from "../../../../../dist/extract/located.js";
import type { ReadOptions } from "../../../../../dist/extract/reader.js";
import { editsOfPayload, removalOfEarlier } from "../../../../../dist/lint/edits/payloadEdit.js";
import { callTables, tables } from "../../../../../dist/lint/tables.js";
import { applyEdits } from "../../../../../dist/text/textEdit.js";
import type { Edit } from "../../../../../dist/validator/types.js";

const read = await (formatOf(".js") as FileFormat).load();
const options = { ...callTables(tables), ending: ".js", parser: parse } as ReadOptions;

/** The payload of a call that is given what is written. */
function payloadIn(written: string, before = "") {
  const [start, end] = [`${before}IMP.request_pay(`, ");"];
  const text = start + written + end;
  const payload = read(text, options).calls[0]?.payload;
  if (!payload) throw new Error(`no payload: ${text}`);
  return { text, payload, inCall: (of: string) => of.slice(start.length, -end.length) };
}

/** What is written in the call once it is edited; undefined where that is refused. */
function edited(written: string, edit: Edit, before = ""): string | undefined {
  const { text, payload, inCall } = payloadIn(written, before);
  const edits = editsOfPayload(edit, { payload, syntax: "javascript" }, text);
  return edits && inCall(applyEdits(text, [edits]).text);
}
const withKey = (written: string, path = "/new") => edited(written, { op: "add", path, value: 0 });
const without = (written: string, path = "/x") => edited(written, { op: "remove", path });
const put = (written: string, value: unknown = 7) =>
  edited(written, { op: "replace", path: "/a", value });

describe("An added key of JavaScript", () => {
  it.each([
    ["has no space behind its colon where the last key has none", "{a:1,b:2}", "{a:1,b:2,new:0}"],
    [
      "has a space behind its colon where only another key than the last has none",
      "{a:1, b: 2}",
      "{a:1, b: 2, new: 0}",
    ],
    ["has a space behind its colon behind a spread", "{a:1,...b}", "{a:1,...b,new: 0}"],
    ["has a space behind its colon behind a short key", "{a:1,b}", "{a:1,b,new: 0}"],
    ["has a space behind its comma where it is the second", "{ a: 1 }", "{ a: 1, new: 0 }"],
    ["has no space behind its comma where the first has none", "{a:1}", "{a:1,new:0}"],
    ["has the quotes of the last key", `{ "a": 1, 'b': 2 }`, `{ "a": 1, 'b': 2, 'new': 0 }`],
    ["has no quotes where the last key has none", `{ "a": 1, b: 2 }`, `{ "a": 1, b: 2, new: 0 }`],
    [
      "has the quotes of the last key before a spread",
      "{ 'a': 1, ...b }",
      "{ 'a': 1, ...b, 'new': 0 }",
    ],
    ["has no quotes beside a computed key", "{ [a]: 1 }", "{ [a]: 1, new: 0 }"],
    ["has no quotes in an empty object", "{}", "{ new: 0 }"],
  ])("An added key of JavaScript %s", (_title, before, after) => {
    expect(withKey(before)).toBe(after);
  });

  it("An added key of JavaScript is refused where it needs quotes that no other key has", () => {
    expect(withKey("{ a: 1 }", "/new-key")).toBeUndefined();
    expect(withKey("{ a: 1 }", "/1a")).toBeUndefined();
    expect(withKey("{ a: 1 }", "/$1")).toBe("{ a: 1, $1: 0 }");
    expect(withKey(`{ "a": 1 }`, "/new-key")).toBe(`{ "a": 1, "new-key": 0 }`);
  });
});

describe("A removed key of JavaScript", () => {
  it.each<[string, string, string | undefined]>([
    ["goes where a spread is behind it", "{ a: 1, x: 2, ...b }", "{ a: 1, ...b }"],
    ["stays where a spread before it may have it", "{ ...b, a: 1, x: 2 }", undefined],
    ["goes with the object that held nothing else", "{ a: 1, o: { x: 2 } }", "{ a: 1 }"],
    [
      "goes out of an object that holds a spread",
      "{ a: 1, o: { x: 2, ...b } }",
      "{ a: 1, o: { ...b } }",
    ],
    ["stays in an object behind a spread of its own", "{ a: 1, o: { ...b, x: 2 } }", undefined],
    [
      "goes alone out of an object that a spread may give again",
      "{ ...b, o: { x: 2 } }",
      "{ ...b, o: {} }",
    ],
    ["stays where its value is a short one", "{ a: 1, o: x }", undefined],
    ["goes where it is a short key", "{ a: 1, x }", "{ a: 1 }"],
    ["stays where it is given twice", "{ x: 1, a: 1, x: 2 }", undefined],
    ["goes where another one is given twice", "{ a: 1, a: 2, x: 2 }", "{ a: 1, a: 2 }"],
  ])("A removed key of JavaScript %s", (_title, before, after) => {
    expect(
      without(before, before.includes("o: {") || before.includes("o: x") ? "/o/x" : "/x"),
    ).toBe(after);
  });

  it.each([
    ["above", "const o = { x: 2 };\nIMP.request_pay({ a: 1, o });"],
    ["below", "function pay() { IMP.request_pay({ a: 1, o }); }\nconst o = { x: 2 };"],
  ])(
    "A removed key of JavaScript goes out of an object that is written %s its payload, and leaves it empty",
    (_where, text) => {
      const payload = read(text, options).calls[0]?.payload as Located;
      const edit: Edit = { op: "remove", path: "/o/x" };
      const edits = editsOfPayload(edit, { payload, syntax: "javascript" }, text);
      expect(edits && applyEdits(text, [edits]).text).toBe(text.replace("{ x: 2 }", "{}"));
    },
  );

  it("A key that a spread writes out is not taken for a member", () => {
    expect(without("{ a: 1, ...{ x: 2 } }")).toBeUndefined();
    expect(withKey("{ a: 1, ...{ x: 2 } }")).toBe("{ a: 1, ...{ x: 2 }, new: 0 }");
  });
});

describe("A replaced value of JavaScript", () => {
  it.each<[string, string, unknown, string | undefined]>([
    ["becomes another number", "{ a: 5 }", 7, "{ a: 7 }"],
    ["becomes another number than one with a separator", "{ a: 5_000 }", 7, "{ a: 7 }"],
    ["becomes another number than one with a fraction", "{ a: 5.5 }", 7, "{ a: 7 }"],
    ["stays where a number would become a text", "{ a: 5 }", "x", undefined],
    ["stays where a number is written otherwise", "{ a: 0x5 }", 7, undefined],
    ["stays where a number is put together", "{ a: 2 + 3 }", 7, undefined],
    ["becomes a number", `{ a: "5" }`, 7, "{ a: 7 }"],
    ["keeps its double quotes", `{ a: "5" }`, "x", `{ a: "x" }`],
    ["keeps its single quotes", "{ a: '5' }", "x", "{ a: 'x' }"],
    ["keeps its backticks", "{ a: `5` }", "x", "{ a: `x` }"],
    ["stays where a template has a hole", "{ a: `${1}5` }", 7, undefined],
    ["stays where it is put together", `{ a: "1" + "2" }`, 7, undefined],
    ["stays where it has an escape", `{ a: "\\x35" }`, 7, undefined],
    ["stays where a text needs escaping", `{ a: "5" }`, "it's", undefined],
    ["stays where a text has a line end", `{ a: "5" }`, "a\nb", undefined],
    ["takes a text of all plain letters", `{ a: "5" }`, "a .,:/@+-_9", `{ a: "a .,:/@+-_9" }`],
    ["takes an empty text", `{ a: "5" }`, "", `{ a: "" }`],
    ["stays where it would be no number", `{ a: "5" }`, Number.NaN, undefined],
    ["stays where it would be an object", `{ a: "5" }`, {}, undefined],
    ["stays where it would be true", `{ a: "5" }`, true, undefined],
    ["goes in brackets with blanks", "{ a: ( 5 ) }", 7, "{ a: ( 7 ) }"],
    ["stays where a cast says what it is", "{ a: 5 as number }", 7, undefined],
    ["stays where a number is written in octal digits", "{ a: 010 }", 7, undefined],
    ["goes in brackets", `{ a: ("5") }`, 7, "{ a: (7) }"],
    ["stays where it is a name's", "{ a }", 7, undefined],
    ["stays where it is true", "{ a: true }", 7, undefined],
    ["stays where it is an object", "{ a: {} }", 7, undefined],
  ])("A replaced value of JavaScript %s", (_title, before, value, after) => {
    expect(put(before, value)).toBe(after);
  });

  it("A replaced value of JavaScript stays where it is written elsewhere", () => {
    expect(
      edited("{ a }", { op: "replace", path: "/a", value: 7 }, `const a = "5";\n`),
    ).toBeUndefined();
  });

  it("A replaced value of JavaScript has its place in the payload, not the payload itself", () => {
    expect(edited("{ a: 5 }", { op: "replace", path: "", value: 7 })).toBeUndefined();
  });
});

describe("The earlier of two equal keys of JavaScript", () => {
  const earlierOut = (written: string) => {
    const { text, payload, inCall } = payloadIn(written);
    const earlier = payload.duplicateKeys[0]?.earlier;
    if (!earlier) throw new Error(`no key is given twice: ${written}`);
    const at = { payload, syntax: "javascript" as const };
    const edits = removalOfEarlier([...earlier], ["x"], at, text);
    return edits && inCall(applyEdits(text, [edits]).text);
  };
  it.each<[string, string, string | undefined]>([
    ["goes", "{ x: 1, x: 2 }", "{ x: 2 }"],
    ["goes where its value is put together", "{ x: a + 1, x: 2 }", "{ x: 2 }"],
    ["goes where its value is a template", "{ x: `a`, x: 2 }", "{ x: 2 }"],
    ["goes where its value compares", "{ x: a === b, x: 2 }", "{ x: 2 }"],
    ["goes where its value compares by order", "{ x: a <= b || a >= b, x: 2 }", "{ x: 2 }"],
    ["goes where its value is unequal", "{ x: a != b, x: 2 }", "{ x: 2 }"],
    [
      "goes where its value is a function without arguments' brackets",
      "{ x: a => b, x: 2 }",
      "{ x: 2 }",
    ],
    ["stays where its value calls", "{ x: f(), x: 2 }", undefined],
    ["stays where its value calls by a template", "{ x: f`a`, x: 2 }", undefined],
    ["stays where its value assigns", "{ x: a = 1, x: 2 }", undefined],
    ["stays where its value assigns in a short way", "{ x: a+=1, x: 2 }", undefined],
    ["stays where its value counts up", "{ x: a++, x: 2 }", undefined],
    ["stays where its value counts down", "{ x: --a, x: 2 }", undefined],
    ["stays where a template in its value calls", "{ x: `${f()}`, x: 2 }", undefined],
  ])("The earlier of two equal keys of JavaScript %s", (_title, before, after) => {
    expect(earlierOut(before)).toBe(after);
  });
});
