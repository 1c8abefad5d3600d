import { describe, expect, it } from "vitest";
import { type BraceSyntax, layoutOf } from "../../../../dist/lint/edits/objectLayout.js";

const read = (text: string, syntax: BraceSyntax = "javascript") =>
  layoutOf(text, [0, text.length], syntax);

/** The members of an object as they are written; undefined where it is refused. */
const members = (text: string, syntax?: BraceSyntax) =>
  read(text, syntax)?.members.map(({ start, end }) => text.slice(start, end));

describe("The members of an object in JavaScript are", () => {
  it.each([
    ["none", "{}", []],
    ["none between comments", "{ /* a */ }", []],
    [
      "what commas part",
      "{ a: 1, b, [c]: 2, d() { x, y } }",
      ["a: 1", "b", "[c]: 2", "d() { x, y }"],
    ],
    ["on lines of their own", "{\n\ta: 1,\r\n\tb: 2,\n}", ["a: 1", "b: 2"]],
    [
      "lists, objects and calls as a whole",
      "{ a: [1, { b: 2 }], c: f(1, 2) }",
      ["a: [1, { b: 2 }]", "c: f(1, 2)"],
    ],
    [
      "texts as a whole",
      String.raw`{ a: "x, } \" '", b: 'y, " \'', c: 1 }`,
      [String.raw`a: "x, } \" '"`, String.raw`b: 'y, " \''`, "c: 1"],
    ],
    [
      "templates as a whole",
      '{ a: `x, } \\` " $ {`, b: `${{ c: [1, 2], d: `}${e}` }}, "`, f: 1 }',
      ['a: `x, } \\` " $ {`', 'b: `${{ c: [1, 2], d: `}${e}` }}, "`', "f: 1"],
    ],
    [
      "templates with comments and divisions in them",
      "{ a: `${x / 2 /* } */}, ${y / 2}`, b: 1 }",
      ["a: `${x / 2 /* } */}, ${y / 2}`", "b: 1"],
    ],
    [
      "templates with expressions of slashes in them",
      "{ a: `${/[}]/.test(x)}`, b: 1 }",
      ["a: `${/[}]/.test(x)}`", "b: 1"],
    ],
    [
      "regular expressions as a whole",
      String.raw`{ a: /[/,}"]\/,'/g, b: x.map(/,/), c: 1 }`,
      [String.raw`a: /[/,}"]\/,'/g`, "b: x.map(/,/)", "c: 1"],
    ],
    [
      "regular expressions behind words",
      `{ a() { return /,"/; }, b: typeof /'/, c: 1 }`,
      [`a() { return /,"/; }`, "b: typeof /'/", "c: 1"],
    ],
    [
      "divisions, which begin no regular expression",
      `{ a: x / 2, b: (y) / 3, c: z[0] / 4, d: "5" / 6, e: 'f' }`,
      ["a: x / 2", "b: (y) / 3", "c: z[0] / 4", `d: "5" / 6`, "e: 'f'"],
    ],
    ["comparisons, which begin no element", "{ a: x < 1, b: y > 2 }", ["a: x < 1", "b: y > 2"]],
    [
      "without the comments beside them",
      "{ /* a */ a: 1 /* , */, // b: 2\n c: 3 // }\n}",
      ["a: 1", "c: 3"],
    ],
    ["with the comments in them", "{ a: /* one */ 1, b: 2 }", ["a: /* one */ 1", "b: 2"]],
  ])("The members of an object in JavaScript are: %s", (_name, text, expected) => {
    expect(members(text)).toEqual(expected);
  });

  it.each([
    ["no object", "[a: 1]"],
    ["without an end", "{ a: 1 "],
    ["without what is before a comma", "{ , a: 1 }"],
    ["with two commas", "{ a: 1,, b: 2 }"],
    ["with a bracket that opens nothing", "{ a: 1) }"],
    ["with a bracket that is not closed", "{ a: [1 }"],
    ["with a brace too many", "{ a: 1 } }"],
    ["with a text without an end", '{ a: "x\n }'],
    ["with a text that ends behind the object", '{ a: "x }'],
    ["with a template without an end", "{ a: `x }"],
    ["with a template whose expression has no end", "{ a: `${x }"],
    ["with a template whose expression is none", "{ a: `${\\}`, b: 1 }"],
    ["with a regular expression without an end", "{ a: /x }"],
    ["with a regular expression that a line end cuts", "{ a: /x\n/ }"],
    ["with an element of JSX", "{ a: <b>it's</b> }"],
    ["with a backslash", "{ a: \\u0041 }"],
  ])("refused in what is %s", (_name, text) => {
    expect(read(text)).toBe(undefined);
  });
});

describe("A member may act", () => {
  it.each([
    "f()",
    "new F()",
    "x = 1",
    "x += 1",
    "x ??= 1",
    "i++",
    "--i",
    "tag`x`",
    "(1)",
    "f?.(x)",
    "`${f()}`",
  ])("where it calls or assigns: %s", (value) => {
    expect(read(`{ a: ${value}, b: 1 }`)?.members.map(({ mayAct }) => mayAct)).toEqual([
      true,
      false,
    ]);
  });
  it.each([
    "x == 1",
    "x === y",
    "x != y",
    "x <= 1",
    "x >= 1",
    "x + 1 - -y",
    "`x ${y}`",
    '"f() = 1"',
    "/(x)/",
    "[x]",
    "{ b: 1 }",
    "y => y",
  ])("A member may act, but not where it only gives a value: %s", (value) => {
    expect(read(`{ a: ${value}, b: f() }`)?.members.map(({ mayAct }) => mayAct)).toEqual([
      false,
      true,
    ]);
  });
});

describe("The layout of an object says", () => {
  it("where its commas are", () => {
    const text = "{ a: 1 , b: [2, 3], c: 4 }";
    expect(read(text)?.members.map(({ comma }) => comma)).toEqual([7, 18, undefined]);
  });

  it("The layout of an object says which members are spreads, and which is the first", () => {
    const layout = read("{ a: [...x], ...b, c: 1, ...d }");
    expect(layout?.members.map(({ isSpread }) => isSpread)).toEqual([false, true, false, true]);
    expect(layout?.firstSpread).toBe(1);
    expect(read("{ a: 1 }")?.firstSpread).toBe(-1);
  });

  it("The layout of an object says which member starts at a place", () => {
    expect([...(read("{ a: 1, b: 2 }")?.indexes ?? [])]).toEqual([
      [2, 0],
      [8, 1],
    ]);
  });

  it("The layout of an object says which comments are before, between and behind its members", () => {
    const text = "{ /* a */ // b\r\n a: 1 /* c */ /* d */, /* e */ b: 2 // f\n}";
    const layout = read(text);
    expect(layout?.gaps.map((gap) => gap.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ["/* a */", "// b"],
      ["/* c */", "/* d */", "/* e */"],
      ["// f"],
    ]);
    expect(layout?.gaps.flat().map(({ isLine }) => isLine)).toEqual([
      false,
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it("where the object is in its text", () => {
    const text = "f({ a: 1 })";
    expect(layoutOf(text, [2, 10], "javascript")?.span).toEqual([2, 10]);
  });
});

describe("In JSON the members of an object are", () => {
  it.each([
    [
      "texts, numbers, words and what is in brackets",
      '{ "a": -1.5e+3, "b": [true, null], "c": { "d": "x, }" } }',
      ['"a": -1.5e+3', '"b": [true, null]', '"c": { "d": "x, }" }'],
    ],
    ["keys without quotes", "{ a: 1, $b: x.y, ...c }", ["a: 1", "$b: x.y", "...c"]],
    ["without comments", '{ "a": 1, // b\n /* c */ "d": 2 }', ['"a": 1', '"d": 2']],
  ])("In JSON the members of an object are: %s", (_name, text, expected) => {
    expect(members(text, "json")).toEqual(expected);
  });
  it.each([
    "{ 'a': 1 }",
    '{ "a": (1) }',
    '{ "a": `x` }',
    '{ \\"a\\": 1 }',
    '{ "a": /x/ }',
    '{ "a": 1; }',
  ])("refused in what is none: %s", (text) => {
    expect(read(text, "json")).toBe(undefined);
  });
  it("In JSON the members of an object are, and none of them may act", () => {
    expect(read('{ "a": 1 }', "json")?.members[0]?.mayAct).toBe(false);
  });
});

describe("In Python the members of a dict are", () => {
  it.each([
    ["texts in any quotes", `{ "a": 'x, }', 'b': "it's" }`, [`"a": 'x, }'`, `'b': "it's"`]],
    [
      "texts of several lines",
      `{ "a": """x, " }\n""", "b": '''\n'}''' }`,
      [`"a": """x, " }\n"""`, `"b": '''\n'}'''`],
    ],
    ["without comments", `{ "a": 1, # it's, }\n "b": 2 # c\n}`, [`"a": 1`, `"b": 2`]],
    ["with divisions", `{ "a": 7 // 2, "b": x / "y" }`, [`"a": 7 // 2`, `"b": x / "y"`]],
  ])("In Python the members of a dict are: %s", (_name, text, expected) => {
    expect(members(text, "python")).toEqual(expected);
  });
  it("In Python the members of a dict are spreads where two stars are, and three dots are none", () => {
    const layout = read('{ **a, "b": ..., "c": 2 ** 3 }', "python");
    expect(layout?.members.map(({ isSpread }) => isSpread)).toEqual([true, false, false]);
  });
  it.each([
    ["f(x)", true],
    ["(y := 1)", true],
    ["[y := 1]", true],
    ["x == 1", false],
    ["d['a':b]", false],
  ])("In Python the members of a dict are such that %s may act: %s", (value, expected) => {
    expect(read(`{ "a": ${value} }`, "python")?.members[0]?.mayAct).toBe(expected);
  });
  it.each(['{ "a": """x" }', `{ "a": 'x\n' }`, '{ "a": 1 \\\n }', '{ "a": """x }"""'])(
    "refused in what is none: %j",
    (text) => {
      expect(read(text, "python")).toBe(undefined);
    },
  );
});
