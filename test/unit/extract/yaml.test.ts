import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAllDocuments, stringify } from "yaml";
import { type Located, leavesOf } from "../../../dist/extract/located.js";
import { tooDeep } from "../../../dist/extract/nesting.js";
import type { ReadOptions } from "../../../dist/extract/reader.js";
import { readYaml } from "../../../dist/extract/yaml.js";
import { lintText } from "../../../dist/lint/index.js";
import { Unknown } from "../../../dist/validator/unknown.js";
import { plain } from "../../support/payloads.js";

const read = (text: string) => readYaml(text, {} as ReadOptions);
const valuesOf = (text: string) => read(text).payloads.map(({ payload }) => payload.value);
const rootOf = (text: string) => read(text).payloads[0]?.payload as Located;
const written = (text: string, span: readonly [number, number] | undefined) =>
  span && text.slice(...span);

describe("Merge keys", () => {
  it.each([
    ["merge a map, and are no key", "<<: {a: 1}\nb: 2", { a: 1, b: 2 }],
    ["merge what an alias refers to", "x: &x {a: 1}\no:\n  <<: *x", { x: { a: 1 }, o: { a: 1 } }],
    ["give way to own keys before them", "a: 1\n<<: {a: 2}", { a: 1 }],
    ["give way to own keys behind them", "<<: {a: 2}\na: 1", { a: 1 }],
    ["give way to earlier maps", "<<: [{a: 1}, {a: 2, b: 3}]", { a: 1, b: 3 }],
    [
      "merge a list that an alias refers to",
      "l: &l [{a: 1}]\no: {<<: *l}",
      { l: [{ a: 1 }], o: { a: 1 } },
    ],
    [
      "merge what is merged already",
      "x: &x\n  <<: {a: 1}\n  b: 2\no: {<<: *x}",
      { x: { a: 1, b: 2 }, o: { a: 1, b: 2 } },
    ],
    ["are keys where they are in quotes", '"<<": {a: 1}', { "<<": { a: 1 } }],
  ])("A merge key in YAML counts as YAML says: %s", (_title, text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
    expect(parseAllDocuments(text, { merge: true })[0]?.toJS()).toEqual(expected);
  });

  it.each(["<<: 1", "<<:", "<<: [1]", "<<: [[{a: 1}]]", "<<: *none"])(
    "A merge key refuses what is no map: %s",
    (text) => {
      expect(read(text)).toMatchObject({
        payloads: [],
        errors: [{ message: { en: expect.stringMatching(/^broken YAML: /) } }],
      });
    },
  );

  it("Merge keys leave the merged values where they are written, which no fix may change", () => {
    const text = 'base: &b\n  amount: "1"\norder:\n  <<: *b\n  name: x\n';
    const order = rootOf(text).children.get("order");
    const amount = order?.children.get("amount");
    expect([written(text, amount?.property), amount?.isShared]).toEqual(['amount: "1"', true]);
    expect(order?.children.get("name")?.isShared).toBe(undefined);
  });

  it("Merge keys complete a payload, whose base is a key that nobody knows", async () => {
    const lines = Object.entries(plain).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`);
    const text = `base: &b\n${lines.join("\n")}\n<<: *b\n`;
    const { diagnostics } = await lintText(text, { filename: "a.request-pay.yaml" });
    expect(diagnostics.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      "shape/unknown-property /base",
    ]);
  });
});

describe("Tags", () => {
  it.each([
    ["!!float 64000", 64000],
    ["!!float '64000'", 64000],
    ["!!float -.5e3", -500],
    ["!!float .inf", Number.POSITIVE_INFINITY],
    ["!!float -.inf", Number.NEGATIVE_INFINITY],
    ["!!float +.INF", Number.POSITIVE_INFINITY],
    ["!!float .nan", Number.NaN],
    ["!!float .NaN", Number.NaN],
    ["!!float -2.5", -2.5],
    ["!!float 1e3", 1000],
    ["!!float 2E-1", 0.2],
    ["!!float 5.", 5],
    ["!!int -12", -12],
    ["!!int 0o17", 15],
    ["!!int 0b101", 5],
    ["!!int -0xA", -10],
    ["!!int '0'", 0],
    ["!!int 1_000", 1000],
    ["!!int 0x1F", 31],
    ["!!int +7", 7],
    ["!!str 123", "123"],
    ["!!str true", "true"],
    ["!!str ' x '", " x "],
    ["!!str", ""],
    ["! 12", "12"],
    ["!!bool yes", true],
    ["!!bool on", true],
    ["!!bool TRUE", true],
    ["!!bool no", false],
    ["!!bool Off", false],
    ["!!null", null],
    ["!!null NULL", null],
    ["!!binary aGk=", "aGk="],
    ["!!bool 'false'", false],
    ["!!null ~", null],
    ["!!timestamp 2024-01-01", "2024-01-01T00:00:00.000Z"],
    ["!<tag:yaml.org,2002:float> 3", 3],
  ])("A tag says the type of a value: %s", (text, expected) => {
    expect(valuesOf(`a: ${text}\n`)).toEqual([{ a: expected }]);
  });

  it.each([
    "!!int x",
    "!!int 1.5",
    "!!int 1x",
    "!!int x1",
    "!!float 1x",
    "!!float x1",
    "!!float .",
    "!!float .info",
    "!!float x.inf",
    "!!float .nano",
    "!!float x.nan",
    "!!bool truest",
    "!!bool xyes",
    "!!bool offs",
    "!!bool xno",
    "!!null xnull",
    "!!timestamp x",
    "!!float abc",
    "!!float",
    "!!bool 1",
    "!!null x",
  ])("A tag that does not fit its value is refused, as loaders refuse it: %s", (text) => {
    expect(read(`a: ${text}`).errors).toMatchObject([
      { message: { en: "broken YAML: this tag does not fit the value" } },
    ]);
  });

  it("A tag of a program's own says nothing of the value, which is unknown", () => {
    expect(rootOf("a: !env AMOUNT").children.get("a")?.value).toBeInstanceOf(Unknown);
  });
});

describe("Aliases", () => {
  it("An alias gives the value again, which is shared with what it refers to", () => {
    const root = rootOf("a: &x [1]\nb: *x\nc: &y 1\n");
    expect(root.value).toEqual({ a: [1], b: [1], c: 1 });
    expect(["a", "b", "c"].map((key) => root.children.get(key)?.isShared ?? false)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("An alias refers to the anchor last above it", () => {
    expect(valuesOf("a: &x 1\nb: *x\nc: &x 2\nd: *x")).toEqual([{ a: 1, b: 1, c: 2, d: 2 }]);
  });

  it.each(["a: &a [*a]", "a: &a {b: *a}", "a: &a {b: &b [*a], c: *b}", "a: &a\n  <<: *a", "a: *b"])(
    "An alias that holds itself or refers to nothing is refused: %s",
    (text) => expect(read(text).errors).toHaveLength(1),
  );

  it.each([
    ["a: &a [1, *a]", "*a", "this alias refers to the value that it is in", "별칭이 자신을"],
    ["a: 1\nb: *c", "*c", "no anchor above has the name of this alias", "앵커가 앞에 없습니다"],
    ["a: 1\nb:\n  <<: 1", "1", "a merge key needs a map or a list of maps", "병합 키(<<)"],
    ["a: 1\nb:\n  <<: [{c: 1}, [{d: 1}]]", "[{c", "a merge key needs a map", "병합 키(<<)"],
  ])("What is wrong with an alias or a merge key is told at it: %j", (text, at, en, ko) => {
    const [error, ...others] = read(text).errors;
    expect(others).toEqual([]);
    expect(text.slice(error?.span[0]).startsWith(at)).toBe(true);
    expect(error?.message.en).toContain(`broken YAML: ${en}`);
    expect(error?.message.ko).toContain("YAML");
    expect(error?.message.ko).toContain(ko);
  });

  it("What an alias brings is shared, and where its own anchor has it", () => {
    const text = "a: &x {b: 1, c: [2]}\nd: *x\ne:\n  <<: *x\n  f: 3";
    const root = rootOf(text);
    const shared = (...path: string[]) =>
      path.reduce<Located | undefined>((one, key) => one?.children.get(key), root)?.isShared ??
      false;
    expect(shared("d", "c", "0")).toBe(true);
    expect(shared("a", "b")).toBe(true);
    expect(shared("e", "b")).toBe(true);
    expect(shared("e", "f")).toBe(false);
    expect(shared("e")).toBe(false);
    expect(root.children.get("d")?.children.get("b")?.span).toEqual([10, 11]);
    expect(written(text, root.children.get("d")?.property)).toBe("d: *x");
  });

  it("A key that is given twice in what an alias brings is told once, at its anchor", () => {
    const root = rootOf("a: &x {b: 1, b: 2}\nc: *x");
    expect(root.children.get("a")?.duplicateKeys).toHaveLength(1);
    expect(root.children.get("c")?.duplicateKeys).toEqual([]);
  });

  it("A key can be an alias, or nothing", () => {
    expect(valuesOf("a: &x b\n*x : 1")).toEqual([{ a: "b", b: 1 }]);
    expect(valuesOf("? \n: 1")).toEqual([{ "": 1 }]);
    expect(valuesOf("null: 1")).toEqual([{ "": 1 }]);
  });

  it("A key without a value is null, at its end, and a merge key without one is refused", () => {
    const { value, children } = rootOf("{ a, b: 1 }");
    expect(value).toEqual({ a: null, b: 1 });
    expect(children.get("a")).toMatchObject({ span: [3, 3], key: [2, 3], property: [2, 3] });
    expect(read("{ << }").errors.map(({ span }) => span)).toEqual([[2, 3]]);
  });

  it("Values may be nested five hundred levels deep, and not more", () => {
    const nested = (depth: number) => read(`${"[".repeat(depth)}1${"]".repeat(depth)}`);
    expect(nested(500).errors).toEqual([]);
    expect(nested(501).errors).toEqual([{ span: [501, 502], message: tooDeep }]);
  });

  it("Aliases cannot make a short text a huge value, nor refuse a long list of merged payloads", () => {
    const layers = (open: string, close: string) =>
      [..."bcdefghijk"]
        .map((name, index) => {
          const before = `*${"abcdefghij"[index]}`;
          return `${name}: &${name} ${open}${Array(9).fill(before).join(", ")}${close}`;
        })
        .join("\n");
    for (const bomb of [
      `a: &a [x]\n${layers("[", "]")}`,
      `a: &a {x: 1}\n${layers("{<<: [", "]}")}`,
    ]) {
      const { errors } = read(bomb);
      expect(errors.map(({ message }) => message)).toEqual([
        { en: "broken YAML: the alias count is excessive", ko: "YAML 오류: 별칭이 너무 많습니다" },
      ]);
    }
    const list = `- &b { a: 1, b: 2, c: 3, d: 4 }\n${"- <<: *b\n  x: 1\n".repeat(3000)}`;
    expect(read(list)).toMatchObject({ errors: [] });
    expect(read(list).payloads).toHaveLength(3001);
  });

  it("Aliases of any arrangement end in time with a value or an error", () => {
    const names = ["a", "b", "c", "d"];
    const node = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom("1", ...names.map((name) => `*${name}`)),
        fc
          .tuple(
            fc.constantFrom("", "&a ", "&b ", "&c ", "&d "),
            fc.array(tie("node"), { maxLength: 4 }),
            fc.boolean(),
          )
          .map(
            ([anchor, items, isMap]) =>
              anchor +
              (isMap
                ? `{${items.map((item, index) => `${index % 2 ? "<<" : `k${index}`}: ${item}`).join(", ")}}`
                : `[${items.join(", ")}]`),
          ),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 8 }), (nodes) => {
        const text = nodes.map((one, index) => `t${index}: ${one}\n`).join("");
        const { payloads, errors } = read(text);
        expect(payloads.length + errors.length).toBe(1);
        for (const { payload } of payloads) expect([...leavesOf(payload)].length).toBeLessThan(1e5);
      }),
      { numRuns: 300 },
    );
  });
});

describe("Documents", () => {
  it.each([
    ["are each a payload", "a: 1\n---\na: 2\n...\n---\na: 3\n", [{ a: 1 }, { a: 2 }, { a: 3 }]],
    ["with nothing in them are none", "---\n---\na: 1\n---\n# said\n", [{ a: 1 }]],
    ["may be missing", "# said\n", []],
    ["may be null", "~\n", [null]],
    ["that are lists are a payload an item", "- a: 1\n- 2\n- [3]\n", [{ a: 1 }, 2, [3]]],
    ["may be an empty list", "[]\n", []],
    [
      "may have Windows line ends and a mark",
      "\ufeffa: 1\r\nb: |\r\n  x\r\n",
      [{ a: 1, b: "x\n" }],
    ],
    [
      "may have keys of any type",
      "1: a\ntrue: b\n? [x]\n: c\n",
      [{ 1: "a", true: "b", "[ x ]": "c" }],
    ],
    [
      "may have the keys of every object",
      "__proto__: 1\nconstructor: 2\n",
      [JSON.parse('{"__proto__":1,"constructor":2}')],
    ],
  ])("Documents of YAML %s", (_title, text, expected) => {
    const values = valuesOf(text);
    expect(values.length).toBe(expected.length);
    if (!text.includes("?")) expect(values).toEqual(expected);
  });

  it.each([
    ["a:\n\tb: 1\n", 3, "tabs cannot indent a line in YAML"],
    ["a: 'x\n", 5, /quote/],
    ["a: b: c\n", 3, /line end/],
    ["{a: 1\n", 6, /bracket/],
    ["ok: 1\n---\n- a\nb: 1\n", 14, /./],
  ])("A broken document of YAML is told by words and a place: %s", (text, start, message) => {
    const [error, ...others] = read(text).errors;
    expect(others).toEqual([]);
    expect(error?.message.en).toMatch(message);
    expect(Math.abs((error?.span[0] ?? -9) - (start as number))).toBeLessThanOrEqual(2);
  });

  it.each(["[", "{a: ", "- "])(
    "Documents of YAML are not read more than a fixed number of levels deep: %s",
    (open) => {
      const close = open === "[" ? "]" : open === "{a: " ? "}" : "";
      const nested = (levels: number) => `x:\n  ${open.repeat(levels)}1${close.repeat(levels)}\n`;
      expect(read(nested(300)).errors).toEqual([]);
      for (const levels of [600, 5000, 50_000]) {
        expect(read(nested(levels)).errors).toMatchObject([
          { message: { en: "nested too deeply to be read" } },
        ]);
      }
    },
  );

  it("Documents of YAML give any plain value back, with places that hold it", () => {
    const plainValue = fc.object({
      // Without quotes `<<` is no key but a merge.
      key: fc.string({ minLength: 1 }).filter((key) => key !== "<<"),
      values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)],
      withBigInt: false,
    });
    fc.assert(
      fc.property(
        plainValue,
        fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE"),
        (value, type) => {
          const text = stringify(value, { defaultStringType: type as "PLAIN", merge: true });
          const root = rootOf(text);
          expect(JSON.stringify(root.value, sorted)).toBe(JSON.stringify(value, sorted));
          for (const { located } of leavesOf(root)) {
            if (typeof located.value !== "number") continue;
            expect(written(text, located.span)).toBe(String(located.value));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Objects with their keys in order. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}
