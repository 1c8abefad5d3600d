import { describe, expect, it } from "vitest";
import {
  asText,
  joinedText,
  negated,
  product,
  sum,
} from "../../../../dist/extract/program/arithmetic.js";
import { spansOf, type Value, writtenOf } from "../../../../dist/extract/program/values.js";
import { anyCharacter, hole, type JsonType, Unknown } from "../../../../dist/validator/unknown.js";

const value = (known: unknown, at = 0): Value => ({
  span: [at, at + 1],
  known,
  origins: { span: [at, at + 1] },
});

const unknown = (types?: readonly JsonType[], text?: string) => new Unknown("x", types, text);
const now = unknown(["number"], `${anyCharacter.repeat(10)}.${hole}`);

/** What is known of a value, so that it can be compared. */
const shown = ({ known }: Value) =>
  known instanceof Unknown
    ? `${known.types ?? "?"} ${known.text ?? ""} ${known.bounds?.least ?? ""}…${known.bounds?.most ?? ""} of ${known.source}`
    : known;

const resultOf = (operate: typeof sum, ...values: unknown[]) =>
  shown(
    operate(
      [0, 9],
      "a + b",
      values.map((known) => value(known)),
    ),
  );

describe("A sum adds numbers or joins texts", () => {
  it.each<[name: string, result: unknown, ...parts: unknown[]]>([
    ["numbers are added", 6, 1, 2, 3],
    ["a text and a number are joined", "a1", "a", 1],
    ["a text and null are joined", `string a${hole} … of a + b`, "a", null],
    [
      "a text of no known letters makes a text",
      `string ${hole}1 … of a + b`,
      unknown(["string"]),
      1,
    ],
    [
      "letters of no known type make a text",
      `string __1 … of a + b`.replaceAll("_", anyCharacter),
      unknown(undefined, anyCharacter.repeat(2)),
      1,
    ],
    ["what may be anything makes anything", "?  … of a + b", unknown(), 1],
    ["what may be a text makes anything", "?  … of a + b", unknown(["string", "number"]), 1],
    ["what may be a number makes anything", "?  … of a + b", unknown(["number", "null"]), 1],
    ["numbers that are not known make a number", "number  … of a + b", unknown(["number"]), 1],
    ["truths make anything", "?  … of a + b", true, 1],
  ])("In a sum, %s", (_name, result, ...parts) => {
    expect(resultOf(sum, ...parts)).toBe(result);
  });

  it("A sum of numbers within bounds is within those of both", () => {
    const bounded = (least: number, most: number) =>
      new Unknown("x", ["number"], undefined, { least, most, isWhole: true });
    expect(resultOf(sum, bounded(1, 2), 10)).toBe(
      "number __ 11…12 of a + b".replaceAll("_", anyCharacter),
    );
    expect(resultOf(sum, unknown(["number"]), bounded(1, 2))).toBe("number  … of a + b");
    expect(resultOf(sum, bounded(1, 2), unknown(["number"]))).toBe("number  … of a + b");
  });
});

describe("A time in seconds times 1,000 has three digits more", () => {
  const milliseconds = `number ${anyCharacter.repeat(13)}.${hole} … of a + b`;
  it.each([
    ["in either order", milliseconds, [now, 1000]],
    ["in the other order", milliseconds, [1000, now]],
    ["but not times another number", "number  … of a + b", [now, 100]],
    ["but not times another number first", "number  … of a + b", [100, now]],
    ["but not times more than that", "number  … of a + b", [now, 1000, 2]],
    ["but not without a fraction", "number  … of a + b", [unknown(["number"], "12"), 1000]],
    ["but not with a fraction", "number  … of a + b", [unknown(["number"], "12.5"), 1000]],
    ["but not without digits", "number  … of a + b", [unknown(["number"], `.${hole}`), 1000]],
    ["as a number times 1,000 is a number", 2000, [2, 1000]],
  ])("A time in seconds times 1,000 has three digits more, %s", (_name, result, values) => {
    expect(resultOf(product, ...values)).toBe(result);
  });
});

it("Numbers are negated, and of anything else only the type is known", () => {
  expect(negated([0, 2], "-a", value(5, 1))).toEqual({ ...value(-5, 1), span: [0, 2] });
  const text = negated([0, 2], "-a", value("5", 1));
  expect(shown(text)).toBe("number  … of -a");
  expect(text.span).toEqual([0, 2]);
});

it.each([
  [null, hole],
  [true, "true"],
  [1.5, "1.5"],
  [unknown(), hole],
  [now, now.text],
])("In a text, a value is its letters: %s", (known, text) => {
  expect(asText(known)).toBe(text);
});

describe("What is computed comes from its parts", () => {
  it.each([
    ["a sum of numbers", sum, [1, 2]],
    ["a sum that is not known", sum, [unknown(), 2]],
    ["a sum of texts", sum, ["a", 2]],
    ["a product", product, [unknown(), 2]],
    ["a text that is put together", joinedText, ["a", unknown()]],
  ])("What is computed comes from its parts: %s", (_name, operate, parts) => {
    const values = parts.map((known, index) => value(known, index * 5));
    const made = operate([0, 9], "", values);
    expect(spansOf(made.origins)).toEqual([
      [0, 1],
      [5, 6],
    ]);
    expect(made.span).toEqual([0, 9]);
  });

  it("What is computed of parts without a literal comes from none", () => {
    const parts = [1, 2].map((known): Value => ({ span: [0, 1], known }));
    expect(sum([0, 9], "", parts)).toEqual({ span: [0, 9], known: 3 });
    expect(joinedText([0, 9], "", parts)).not.toHaveProperty("origins");
  });

  it("The letters of a text are those of its parts", () => {
    const { letters } = joinedText([0, 9], "", [value(7, 3), value(unknown(), 5)]);
    expect(letters && writtenOf(letters)).toEqual({ text: `7${hole}`, offsets: [3, 3] });
  });
});
