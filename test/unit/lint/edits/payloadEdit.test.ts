import { describe, expect, it } from "vitest";
import { readJson } from "../../../../dist/extract/json.js";
import type { DuplicateKey, Located } from "../../../../dist/extract/located.js";
import { editsOfPayload, removalOfEarlier } from "../../../../dist/lint/edits/payloadEdit.js";
import { applyEdits, type TextEdit } from "../../../../dist/text/textEdit.js";
import type { Edit } from "../../../../dist/validator/types.js";

/** The payload of a text that is JSON with comments; read as JavaScript where its rules are the same. */
const located = (text: string): Located => {
  const payload = readJson(text, {} as never).payloads[0]?.payload;
  if (!payload) throw new Error(`no JSON: ${text}`);
  return payload;
};

type Syntax = "json" | "javascript" | "form" | "java";

const applied = (text: string, edits: TextEdit[] | undefined) =>
  edits && applyEdits(text, [edits]).text;

function edited(text: string, edit: Edit, syntax: Syntax = "json", payload = located(text)) {
  return applied(text, editsOfPayload(edit, { payload, syntax }, text));
}

const without = (text: string, path: string, syntax?: Syntax) =>
  edited(text, { op: "remove", path }, syntax);

const withKey = (text: string, path = "/new", syntax?: Syntax) =>
  edited(text, { op: "add", path, value: 0 }, syntax);

describe("an added key", () => {
  it.each([
    ["is in the line of a one-line object", `{ "a": 1 }`, `{ "a": 1, "new": 0 }`],
    ["is as tight as the keys around it", `{"a":1,"b":2}`, `{"a":1,"b":2,"new":0}`],
    [
      "has a line of its own where the last key has",
      `{\n  "a": 1\n}`,
      `{\n  "a": 1,\n  "new": 0\n}`,
    ],
    ["keeps tabs and Windows line ends", `{\r\n\t"a": 1\r\n}`, `{\r\n\t"a": 1,\r\n\t"new": 0\r\n}`],
    [
      "is indented by a tab more than an object without keys that is indented by tabs",
      `{\n\t"a": 1, "o": {\n\t}\n}`,
      `{\n\t"a": 1, "o": {\n\t\t"new": 0\n\t}\n}`,
      "/o/new",
    ],
    [
      "is indented by two spaces more than an object without keys that is indented by spaces",
      `{\n   "a": 1, "o": {\n   }\n}`,
      `{\n   "a": 1, "o": {\n     "new": 0\n   }\n}`,
      "/o/new",
    ],
    [
      "is indented as the comments of an object without keys",
      `{ // the order\n    // nothing yet\n}`,
      `{ // the order\n    "new": 0\n    // nothing yet\n}`,
    ],
    [
      "stays on the line of its object, whatever follows that line",
      `{ "a": 1 /* about a */ }\n\n`,
      `{ "a": 1 /* about a */, "new": 0 }\n\n`,
    ],
    [
      "has no space behind the comma where the last key has none",
      `{ "a": 1,"b": 2 }`,
      `{ "a": 1,"b": 2,"new": 0 }`,
    ],
    [
      "has the line end of its object, whatever others its text has",
      `\n{\r\n\t"a": 1\r\n}`,
      `\n{\r\n\t"a": 1,\r\n\t"new": 0\r\n}`,
    ],
    ["keeps the trailing comma of a one-line object", `{ "a": 1, }`, `{ "a": 1, "new": 0, }`],
    [
      "stays on the line of the last key, though the closing brace is below",
      `{ "a": 1\n}`,
      `{ "a": 1, "new": 0\n}`,
    ],
    ["keeps a trailing comma", `{\n  "a": 1,\n}`, `{\n  "a": 1,\n  "new": 0,\n}`],
    [
      "leaves the comment behind the last key to that key",
      `{\n  "a": 1 // about a\n}`,
      `{\n  "a": 1, // about a\n  "new": 0\n}`,
    ],
    [
      "leaves a comment behind a trailing comma to the key before",
      `{\n  "a": 1, // about a\n}`,
      `{\n  "a": 1, // about a\n  "new": 0,\n}`,
    ],
    [
      "leaves the comment at the end of a line with several keys where it is",
      `{\n  "a": 1, "b": 2 // about b\n}`,
      `{\n  "a": 1, "b": 2, // about b\n  "new": 0\n}`,
    ],
    [
      "leaves a block comment in a one-line object to the key before",
      `{ "a": 1 /* about a */ }`,
      `{ "a": 1 /* about a */, "new": 0 }`,
    ],
    [
      "moves the comma behind a block comment that would come to be before it",
      `{ "a": 1, /* about a */ }`,
      `{ "a": 1 /* about a */, "new": 0, }`,
    ],
    [
      "is before a comment on a line of its own at the end of the object",
      `{\n  "a": 1\n  // more to come\n}`,
      `{\n  "a": 1,\n  "new": 0\n  // more to come\n}`,
    ],
    ["fills an empty object", `{}`, `{ "new": 0 }`],
    ["fills an empty object of two lines", `{\n}`, `{\n  "new": 0\n}`],
    [
      "follows the comment of a one-line object without keys",
      `{ /* none */ }`,
      `{ /* none */ "new": 0 }`,
    ],
    [
      "is before comments on lines of their own in an object without keys",
      `{ // the order\n  // nothing yet\n}`,
      `{ // the order\n  "new": 0\n  // nothing yet\n}`,
    ],
  ])("An added key %s", (_title, before, after, path = "/new") => {
    expect(withKey(before, path)).toBe(after);
  });
  it("An added key is refused where it is there already", () => {
    expect(withKey(`{ "a": 1 }`, "/a")).toBeUndefined();
    expect(withKey(`{ "b": { "a": 1 } }`, "/b/a")).toBeUndefined();
    expect(withKey(`{ "b": { "a": 1 } }`, "/a")).toBe(`{ "b": { "a": 1 }, "a": 0 }`);
  });
  it("An added key goes into an object below the payload", () => {
    expect(withKey(`{ "a": { "b": 1 } }`, "/a/new")).toBe(`{ "a": { "b": 1, "new": 0 } }`);
  });
  it("An added key is not put into a body in double quotes of a shell, which its own quotes would end", () => {
    const text = `"{}"`;
    const payload = { value: {}, span: [1, 3] as const, children: new Map(), duplicateKeys: [] };
    const add: Edit = { op: "add", path: "/new", value: 0 };
    expect(edited(text, add, "json", payload)).toBeUndefined();
    // In JavaScript it needs none.
    expect(edited(text, add, "javascript", payload)).toBe(`"{ new: 0 }"`);
  });
  it("An added key is not put into an object in such a body either, whose key has an escaped quote before it", () => {
    const text = `"{\\"b\\":{}}"`;
    const none = { children: new Map<string, Located>(), duplicateKeys: [] };
    const below = { value: {}, span: [8, 10] as const, key: [3, 5] as const, ...none };
    const children = new Map([["b", below]]);
    const payload = { value: { b: {} }, span: [1, 11] as const, ...none, children };
    const add: Edit = { op: "add", path: "/b/new", value: 0 };
    expect(edited(text, add, "json", payload)).toBeUndefined();
    // The quote of the shell need not be right before the body.
    const [behind, move] = [`"body=${text.slice(1)}`, 5];
    const moved = {
      ...below,
      span: [8 + move, 10 + move] as const,
      key: [3 + move, 5 + move] as const,
    };
    const whole = {
      ...payload,
      span: [1 + move, 11 + move] as const,
      children: new Map([["b", moved]]),
    };
    expect(edited(behind, add, "json", whole)).toBeUndefined();
  });
  it("An added key is refused where its value would need escaping", () => {
    expect(edited(`{ "a": 1 }`, { op: "add", path: "/b", value: `it's "x"` })).toBeUndefined();
  });
});

describe("a removed key", () => {
  it.each([
    ["goes with the comma behind it", `{ "a": 1, "x": 2, "b": 3 }`, `{ "a": 1, "b": 3 }`],
    ["goes with the comma before it where it is the last", `{ "a": 1, "x": 2 }`, `{ "a": 1 }`],
    [
      "takes the comment behind its comma along, and leaves the comma of the key before",
      `{ "a": 1, "x": 2, /* about x */\n}`,
      `{ "a": 1,\n}`,
    ],
    ["leaves no space before a closing brace that had none", `{"a":1,"x":2}`, `{"a":1}`],
    [
      "leaves no space at the end of a line",
      `{\n  "a": 1, "x": 2,\n  "b": 3\n}`,
      `{\n  "a": 1,\n  "b": 3\n}`,
    ],
    ["goes with its line", `{\n  "a": 1,\n  "x": 2,\n  "b": 3\n}`, `{\n  "a": 1,\n  "b": 3\n}`],
    ["goes with a Windows line", `{\r\n  "a": 1,\r\n  "x": 2\r\n}`, `{\r\n  "a": 1\r\n}`],
    [
      "takes the comment on its line along",
      `{\n  "a": 1,\n  "x": 2, // about x\n  "b": 3\n}`,
      `{\n  "a": 1,\n  "b": 3\n}`,
    ],
    [
      "takes the comment lines directly above it along",
      `{\n  "a": 1,\n  // about x,\n  // and more\n  "x": 2,\n  "b": 3\n}`,
      `{\n  "a": 1,\n  "b": 3\n}`,
    ],
    [
      "leaves a comment that a blank line parts from it",
      `{\n  // the order\n\n  "x": 2,\n  "b": 3\n}`,
      `{\n  // the order\n\n  "b": 3\n}`,
    ],
    [
      "leaves the comment on the line of the opening brace",
      `{ // the order\n  "x": 2,\n  "b": 3\n}`,
      `{ // the order\n  "b": 3\n}`,
    ],
    [
      "leaves the comments of the keys around it",
      `{ "a": 1 /* a */, "x": 2 /* x */, /* b */ "b": 3 }`,
      `{ "a": 1 /* a */, /* b */ "b": 3 }`,
    ],
    [
      "leaves the comment of the key before it, whose comma goes",
      `{\n  "a": 1, // about a\n  "x": 2 // about x\n}`,
      `{\n  "a": 1 // about a\n}`,
    ],
    [
      "leaves a comment that says the gateway of all calls below",
      `{\n  // paylint: ksnet\n  "x": 2,\n  "b": 3\n}`,
      `{\n  // paylint: ksnet\n  "b": 3\n}`,
    ],
    [
      "leaves a comment behind it that says the gateway of all calls below",
      `{\n  "x": 2, // paylint: ksnet\n  "b": 3\n}`,
      `{\n  // paylint: ksnet\n  "b": 3\n}`,
    ],
    [
      "leaves a directive for several lines behind it",
      `{\n  "x": 2, // paylint-disable shape/type\n  "b": 3\n}`,
      `{\n  // paylint-disable shape/type\n  "b": 3\n}`,
    ],
    [
      "takes the directive for its own line along",
      `{\n  "x": 2, // paylint-disable-line shape/type\n  "b": 3\n}`,
      `{\n  "b": 3\n}`,
    ],
    [
      "leaves a comment before the comma of the key before it, also on a line of its own",
      `{ "a": 1\n  /* a */, "x": 2 }`,
      `{ "a": 1\n  /* a */ }`,
    ],
    [
      "leaves a comment before the comma of the key before it, also where another key follows",
      `{ "a": 1\n  /* a */, "x": 2, "b": 3 }`,
      `{ "a": 1\n  /* a */, "b": 3 }`,
    ],
    [
      "leaves the closing brace below the line comment of the key before it",
      `{\n  "a": 1, // about a\n  "x": 2 }`,
      `{\n  "a": 1 // about a\n  }`,
    ],
    [
      "brings the closing brace up where no line comment is before it",
      `{\n  "a": 1,\n  "x": 2 }`,
      `{\n  "a": 1 }`,
    ],
    [
      "takes the directive along that speaks for it alone",
      `{\n  // paylint-disable-next-line shape/type\n  "x": 2,\n  "b": 3\n}`,
      `{\n  "b": 3\n}`,
    ],
    ["leaves an empty object where it was the only one", `{ "x": 2 /* x */ }`, `{}`],
    [
      "leaves a comment of nobody in an object that is empty without it",
      `{\n  "x": 2\n  // later\n}`,
      `{\n  // later\n}`,
    ],
  ])("A removed key %s", (_title, before, after) => {
    expect(without(before, "/x")).toBe(after);
  });
  it("A removed key takes the object along that held nothing else, and that object's comment", () => {
    const text = `{\n  "a": 1,\n  // how the window looks\n  "display": { "x": 2 },\n  "b": 3\n}`;
    expect(without(text, "/display/x")).toBe(`{\n  "a": 1,\n  "b": 3\n}`);
  });
  it("A removed key leaves the object around it where that has a comment of its own", () => {
    const text = `{ "a": 1, "display": { /* kept */\n "x": 2 } }`;
    expect(without(text, "/display/x")).toBe(`{ "a": 1, "display": { /* kept */ } }`);
  });
  it("A removed key leaves the object around it empty where the kind asks for that object", () => {
    const text = `{ "a": 1, "display": { "x": 2 } }`;
    const shape = { required: ["display"], properties: { display: { properties: { x: {} } } } };
    const edits = editsOfPayload(
      { op: "remove", path: "/display/x" },
      { payload: located(text), syntax: "json", shape },
      text,
    );
    expect(applied(text, edits)).toBe(`{ "a": 1, "display": {} }`);
  });
  it("A removed key takes the object along that the kind asks for as no object", () => {
    const text = `{ "a": 1, "display": { "x": 2 } }`;
    for (const display of [{ type: "string" }, undefined]) {
      const shape = { required: ["display"], properties: display ? { display } : {} };
      const edit: Edit = { op: "remove", path: "/display/x" };
      const edits = editsOfPayload(edit, { payload: located(text), syntax: "json", shape }, text);
      expect(applied(text, edits)).toBe(`{ "a": 1 }`);
    }
  });
  it("A removed key takes all objects along that held nothing else, up to one that the kind asks for", () => {
    const text = `{ "a": { "b": { "c": { "x": 1 } } }, "z": 1 }`;
    const removed = (required: string | undefined) => {
      const level = (key: string, below: object): object => ({
        properties: { [key]: below },
        ...(key === required && { required: [key] }),
      });
      const shape = level("a", level("b", level("c", { properties: { x: {} } })));
      const edit: Edit = { op: "remove", path: "/a/b/c/x" };
      const edits = editsOfPayload(edit, { payload: located(text), syntax: "json", shape }, text);
      return applied(text, edits);
    };
    expect(removed(undefined)).toBe(`{ "z": 1 }`);
    expect(removed("a")).toBe(`{ "a": {}, "z": 1 }`);
    expect(removed("b")).toBe(`{ "a": { "b": {} }, "z": 1 }`);
    expect(removed("c")).toBe(`{ "a": { "b": { "c": {} } }, "z": 1 }`);
  });
  it("A removed key takes the object along of whose place the kind says nothing", () => {
    const text = `{ "a": { "b": { "x": 1 } }, "l": [{ "o": { "x": 2 }, "p": 3 }] }`;
    const removed = (path: string, shape: object) => {
      const edit: Edit = { op: "remove", path };
      return applied(
        text,
        editsOfPayload(edit, { payload: located(text), syntax: "json", shape }, text),
      );
    };
    for (const shape of [{}, { properties: {} }, { properties: { a: {}, l: {} } }]) {
      expect(removed("/a/b/x", shape)).toBe(`{ "l": [{ "o": { "x": 2 }, "p": 3 }] }`);
      expect(removed("/l/0/o/x", shape)).toBe(`{ "a": { "b": { "x": 1 } }, "l": [{ "p": 3 }] }`);
    }
    const required = { required: ["a"], properties: { a: { required: ["b"] } } };
    expect(removed("/a/b/x", required)).toBe(`{ "l": [{ "o": { "x": 2 }, "p": 3 }] }`);
  });
  it("A removed key stays where a comment of nobody is before its comma", () => {
    expect(without(`{ "x": 1 // paylint: ksnet\n, "b": 2 }`, "/x")).toBeUndefined();
  });
  it("A removed key leaves the object of an item empty where the kind asks for that object", () => {
    const text = `{ "l": [{ "a": 1, "o": { "x": 2 } }] }`;
    const item = { required: ["o"], properties: { o: { properties: { x: {} } } } };
    const edits = editsOfPayload(
      { op: "remove", path: "/l/0/o/x" },
      { payload: located(text), syntax: "json", shape: { properties: { l: { items: item } } } },
      text,
    );
    expect(applied(text, edits)).toBe(`{ "l": [{ "a": 1, "o": {} }] }`);
  });
  it("A key stays while the same key is before it, whose value would come back", () => {
    expect(without(`{ "x": 1, "a": 1, "x": 2 }`, "/x")).toBeUndefined();
  });
  it("A key is not taken out of a form or of Java, and none is put in", () => {
    for (const syntax of ["form", "java"] as const) {
      expect(without(`{ "x": 1, "a": 1 }`, "/x", syntax)).toBeUndefined();
      expect(withKey(`{ "x": 1, "a": 1 }`, "/new", syntax)).toBeUndefined();
    }
  });
});

describe("a replaced value", () => {
  const number = (text: string, syntax?: Syntax) =>
    edited(text, { op: "replace", path: "/a", value: 80000 }, syntax);
  it("A replaced value becomes a number without quotes", () => {
    expect(number(`{ "a": "80000" /* won */ }`)).toBe(`{ "a": 80000 /* won */ }`);
  });
  it("A replacement of a value is refused where the text has an escape", () => {
    expect(number(`{ "a": "8\\u0030000" }`)).toBeUndefined();
  });
  it("A replaced value stays where it has a dollar sign, which may mean something else", () => {
    expect(number(`{ "a": "1$2" }`)).toBeUndefined();
  });
  it("A replaced value keeps its quotes as a text", () => {
    expect(edited(`{ "a": "1-2" }`, { op: "replace", path: "/a", value: "12" })).toBe(
      `{ "a": "12" }`,
    );
  });
});

describe("what is not there", () => {
  const text = `{ "a": "1" }`;
  it.each<Edit>([
    { op: "replace", path: "/b", value: 1 },
    { op: "replace", path: "/a/b", value: 1 },
    { op: "remove", path: "/b" },
    { op: "remove", path: "/a/b" },
    { op: "add", path: "/b/c", value: 1 },
    { op: "add", path: "/a/b", value: 1 },
  ])("What is not there is not edited, and neither is what is around it: %j", (edit) => {
    expect(edited(text, edit)).toBeUndefined();
  });
});

describe("a number", () => {
  it.each([
    ["5", "7"],
    ["5.25", "7"],
    ["1e3", undefined],
    ["-5", undefined],
  ])("A number is replaced where it is written plainly: %s", (written, expected) => {
    expect(edited(`{ "a": ${written} }`, { op: "replace", path: "/a", value: 7 })).toBe(
      expected && `{ "a": ${expected} }`,
    );
  });
  it("A number is not replaced by a text", () => {
    expect(edited(`{ "a": 5 }`, { op: "replace", path: "/a", value: "7" })).toBeUndefined();
  });
});

describe("a form", () => {
  it("A form takes another value only where neither the old nor the new one is encoded", () => {
    const form = (value: string, written: string, more = {}): string | undefined => {
      const at = { value, span: [2, 2 + written.length] as const, ...more };
      const none = { children: new Map(), duplicateKeys: [] };
      const children = new Map([["a", { ...at, ...none }]]);
      const payload = {
        value: { a: value },
        span: [0, 2 + written.length] as const,
        ...none,
        children,
      };
      const edit: Edit = { op: "replace", path: "/a", value: 1754060400 };
      return edited(`a=${written}`, edit, "form", payload);
    };
    expect(form("1754060400000", "1754060400000")).toBe("a=1754060400");
    expect(form("1754060400000", "1754060400000", { origin: [0, 1] })).toBeUndefined();
    expect(form("1754 60400000", "1754+60400000")).toBeUndefined();
    expect(form("1754*60400000", "1754*60400000")).toBeUndefined();
  });
});

describe("What the reader and the text say of an object", () => {
  const text = `  { "a": 1, ...{ "b": 2 }, ...{ "c": 3 } }  `;
  /** Adds a key where the reader has the member `a` at a stretch of the text. */
  const addedWith = (property: readonly [number, number] | undefined) => {
    const none = { children: new Map<string, Located>(), duplicateKeys: [] };
    const leaf = (value: number, at: typeof property): Located => ({
      ...{ value, span: at ?? [0, 0], ...none },
      ...(at && { property: at, key: at }),
    });
    const at = (written: string): [number, number] => {
      const start = text.indexOf(written);
      return [start, start + written.length];
    };
    const children = new Map([
      ["a", leaf(1, property)],
      ["b", leaf(2, at(`"b": 2`))],
      ["c", leaf(3, at(`"c": 3`))],
    ]);
    const payload = {
      value: { a: 1, b: 2, c: 3 },
      span: [2, text.length - 2] as const,
      ...none,
      children,
    };
    return edited(text, { op: "add", path: "/new", value: 0 }, "javascript", payload);
  };
  const whole = `  { "a": 1, ...{ "b": 2 }, ...{ "c": 3 }, "new": 0 }  `;
  it.each<[where: string, property: [number, number] | undefined, expected: string | undefined]>([
    ["at the member", [4, 10], whole],
    ["nowhere", undefined, whole],
    ["before the object", [0, 1], whole],
    ["behind the object", [42, 43], whole],
    ["at the member, but shorter", [4, 9], undefined],
    ["within the member", [5, 10], undefined],
    ["from the member into a spread", [5, 20], undefined],
    ["from a spread to behind it", [17, 30], undefined],
  ])(
    "An object is edited only where both say the same: a key that is read %s",
    (_where, property, expected) => {
      expect(addedWith(property)).toBe(expected);
    },
  );
});

describe("what is shared", () => {
  const text = `{ "a": { "b": "1", "x": 2 } }`;
  const sharedAt = (key: string | undefined): Located => {
    const root = located(text);
    if (key === undefined) return { ...root, isShared: true };
    const mark = (at: Located, name: string): Located => ({
      ...at,
      isShared: name === key,
      children: new Map([...at.children].map(([below, child]) => [below, mark(child, below)])),
    });
    return mark(root, "");
  };
  it.each([
    ["the payload", undefined],
    ["an object on the way", "a"],
    ["the value", "b"],
  ])("No fix edits a value where %s is shared", (_title, key) => {
    const edit: Edit = { op: "replace", path: "/a/b", value: 1 };
    expect(edited(text, edit, "json", sharedAt(key))).toBeUndefined();
    const removal: Edit = { op: "remove", path: "/a/b" };
    expect(edited(text, removal, "json", sharedAt(key))).toBeUndefined();
  });
  it("No fix adds a key to a shared object, and each may beside one", () => {
    const add = (path: string): Edit => ({ op: "add", path, value: 0 });
    expect(edited(text, add("/a/new"), "json", sharedAt("a"))).toBeUndefined();
    expect(edited(text, add("/new"), "json", sharedAt("a"))).toContain(`"new": 0`);
  });
});

describe("the earlier of two equal keys", () => {
  const earlierOut = (text: string, syntax: "json" | "javascript" = "json") => {
    const payload = located(text);
    const [{ earlier }] = payload.duplicateKeys as readonly [DuplicateKey];
    return applied(
      text,
      removalOfEarlier(earlier as [number, number], ["x"], { payload, syntax }, text),
    );
  };
  it("The earlier of two equal keys goes with its own comment", () => {
    expect(earlierOut(`{\n  "x": 1, // old\n  // new\n  "x": 2\n}`)).toBe(
      `{\n  // new\n  "x": 2\n}`,
    );
  });
  it("The earlier of two equal keys stays in a form and in Java, and where something else is there", () => {
    const text = `{ "x": 1, "x": 2 }`;
    const payload = located(text);
    const [{ earlier }] = payload.duplicateKeys as readonly [DuplicateKey];
    const span = earlier as [number, number];
    const out = (syntax: "json" | "form" | "java", [start, end]: [number, number] = span) =>
      removalOfEarlier([start, end], ["x"], { payload, syntax }, text);
    expect(out("json")).toHaveLength(1);
    expect(out("form")).toBeUndefined();
    expect(out("java")).toBeUndefined();
    expect(out("json", [span[0], span[1] + 1])).toBeUndefined();
    expect(out("json", [span[0] + 1, span[1]])).toBeUndefined();
    const shared = { payload: { ...payload, isShared: true }, syntax: "json" as const };
    expect(removalOfEarlier(span, ["x"], shared, text)).toBeUndefined();
    const elsewhere = { payload, syntax: "json" as const };
    expect(removalOfEarlier(span, ["a", "x"], elsewhere, text)).toBeUndefined();
  });
  it("The earlier of two equal keys stays where its value may do more than be a value", () => {
    const text = `{ x: f(), x: 2 }`;
    const none = { children: new Map<string, Located>(), duplicateKeys: [] };
    const payload = { value: { x: 2 }, span: [0, 16] as const, ...none };
    const at = { payload, syntax: "javascript" as const };
    expect(removalOfEarlier([2, 8], ["x"], at, text)).toBeUndefined();
    expect(removalOfEarlier([10, 14], ["x"], at, text)).toHaveLength(1);
  });
  it("The earlier of two equal keys goes out of an object with thousands of them at no more cost for each", () => {
    const size = 20_000;
    const text = `{${`"x":1,`.repeat(size)}"x":2}`;
    const payload = located(text);
    // Reading the object again for each key takes minutes.
    for (const { earlier } of payload.duplicateKeys) {
      const span = earlier as [number, number];
      expect(removalOfEarlier(span, ["x"], { payload, syntax: "json" }, text)).toHaveLength(1);
    }
  });
});
