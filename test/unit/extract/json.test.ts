import { describe, expect, it } from "vitest";
import { readJson } from "../../../dist/extract/json.js";
import { readNdjson } from "../../../dist/extract/ndjson.js";
import type { ReadOptions } from "../../../dist/extract/reader.js";
import { lintText } from "../../../dist/lint/index.js";
import { plain } from "../../support/payloads.js";

const options = {} as ReadOptions;
const read = (text: string) => readJson(text, options);

describe("JSON", () => {
  it.each([
    ["one payload", '{"a":1}', [{ a: 1 }]],
    ["a list of payloads", '[{"a":1},2,[3],null]', [{ a: 1 }, 2, [3], null]],
    ["an empty list, which is nothing", "[]", []],
    ["comments and a last comma", '// x\n{"a":1, /* y */}', [{ a: 1 }]],
    ["a byte order mark", '\ufeff{"a":1}', [{ a: 1 }]],
    ["a key given twice, of which the later counts", '{"a":1,"a":2}', [{ a: 2 }]],
  ])("JSON is read: %s", (_title, text, expected) => {
    const { payloads, errors } = read(text);
    expect(errors).toEqual([]);
    expect(payloads.map(({ payload }) => payload.value)).toEqual(expected);
  });

  it.each([
    ["", 0, "a value is expected here"],
    ["{a:1}", 1, "this is not a JSON value; strings and keys need double quotes"],
    ['{"a":1 "b":2 "c":3}', 7, "a comma is expected here"],
    ['{"a" 1}', 5, "a colon is expected here"],
    ['{"a":}', 5, "a value is expected here"],
    ['{"a":1', 6, "a closing } is expected here"],
    ["[1", 2, "a closing ] is expected here"],
    ['{"a":1}}', 7, "nothing may follow the value"],
    ['{"a":"x', 5, "this string is not closed"],
    ['{"a":1} /* x', 8, "this comment is not closed"],
    ['{"a":"\\x"}', 5, "this character cannot follow a backslash"],
    ['{"a":"\\u12"}', 5, "\\u must be followed by four hexadecimal digits"],
  ])("JSON that is broken is told once, in words and at its place: %s", (text, at, message) => {
    const { payloads, errors } = read(text);
    expect(payloads).toEqual([]);
    expect(errors.map(({ span, message }) => [span[0], message.en])).toEqual([
      [at, `broken JSON: ${message}`],
    ]);
  });

  it.each(["[", '{"a":'])(
    "JSON is not read more than a fixed number of levels deep: %s",
    (open) => {
      const nested = (levels: number) =>
        `${open.repeat(levels)}1${(open === "[" ? "]" : "}").repeat(levels)}`;
      expect(read(nested(400)).errors).toEqual([]);
      for (const levels of [600, 5000, 100_000]) {
        expect(read(nested(levels)).errors.map(({ message }) => message.en)).toEqual([
          "nested too deeply to be read",
        ]);
      }
    },
  );
});

describe("The items of a list", () => {
  const bad = { ...plain, amount: "1" };
  it.each([
    ["a.json", JSON.stringify([plain, bad, 1], null, 2)],
    ["a.yaml", `- ${JSON.stringify(plain)}\n- ${JSON.stringify(bad)}\n- 1\n`],
  ])(
    "The items of a list are each checked as a payload, with paths within the item: %s",
    async (filename, text) => {
      const result = await lintText(text, { filename, kind: "ksnet.v1.request-pay" });
      expect(result.reports).toHaveLength(3);
      expect(result.diagnostics.map(({ rule, path, report }) => [rule, path, report])).toEqual([
        ["shape/type", "/amount", 1],
        ["shape/type", "", 2],
      ]);
    },
  );
});

describe("A line of NDJSON", () => {
  it("A broken line of NDJSON is told with its place, and the others are read", () => {
    const { payloads, errors } = readNdjson('{"a":1}\n{"a"\n\n{"a":3}', options);
    expect(payloads.map(({ payload }) => payload.value)).toEqual([{ a: 1 }, { a: 3 }]);
    expect(errors).toMatchObject([
      { span: [12, 12], message: { en: "broken JSON: a colon is expected here" } },
    ]);
  });
});
