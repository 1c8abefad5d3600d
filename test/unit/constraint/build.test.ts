import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOneOf } from "../../../src/constraint/atoms/oneOf.js";
import { present } from "../../../src/constraint/build.js";
import { evaluate } from "../../../src/constraint/evaluate.js";
import type { Formula } from "../../../src/constraint/formula.js";
import { not } from "../../../src/constraint/simplify.js";
import { formulaOfSchema } from "../../support/schemaFormula.js";
import { payload, schema } from "../../support/schemas.js";

const isOne = (path: string): Formula => isOneOf(path, [1]);
/** Nothing at the pointer is otherwise. */
const wherePresent = (pointer: string, leaf: (path: string) => Formula, base?: string): Formula =>
  not(present(pointer, (path) => not(leaf(path)), base));

describe("What is said of a pointer", () => {
  it.each<[pointer: string, payload: unknown, isPresent: boolean, isWhere: boolean]>([
    ["/a", { a: 1 }, true, true],
    ["/a", { a: 2 }, false, false],
    ["/a", {}, false, true],
    ["/a/b", { a: { b: 1 } }, true, true],
    ["/a/b", { a: 1 }, false, true],
    ["/odd~1key", { "odd/key": 1 }, true, true],
    ["/odd~1key", { "odd/key": 2 }, false, false],
    // Some item, or every item.
    ["/a/*", { a: [2, 1] }, true, false],
    ["/a/*", { a: [1, 1] }, true, true],
    ["/a/*", { a: [2] }, false, false],
    ["/a/*", { a: [] }, false, true],
    ["/a/*", { a: { "*": 1 } }, false, true],
    ["/a/*", {}, false, true],
    ["/a/*/b", { a: [{ b: 1 }, { b: 2 }] }, true, false],
    ["/a/*/b", { a: [{ b: 1 }, {}] }, true, true],
    ["/a/*/b", { a: [{}, 1] }, false, true],
    ["/a/*/odd~1key/~0", { a: [{ "odd/key": { "~": 2 } }] }, false, false],
    ["/a/*/odd~1key/~0", { a: [{ "odd/key": { "~": 1 } }] }, true, true],
    ["/a/*/*", { a: [[2], [2, 1]] }, true, false],
    ["/a/*/*", { a: [[1], []] }, true, true],
    ["/a/*/b/*/c", { a: [{ b: [{ c: 2 }] }, { b: [{}, { c: 1 }] }] }, true, false],
    ["/a/*/b/*/c", { a: [{ b: [{ c: 1 }] }, {}] }, true, true],
  ])("The value at %s in %j is there and 1: %j, where it is there it is 1: %j", (...row) => {
    const [pointer, payload, isPresent, isWhere] = row;
    expect(evaluate(present(pointer, isOne), payload)).toBe(isPresent);
    expect(evaluate(wherePresent(pointer, isOne), payload)).toBe(isWhere);
  });

  it("What is said of a pointer begins where it is told to", () => {
    for (const build of [present, wherePresent]) {
      expect(evaluate(build("/b", isOne, "/a"), { a: { b: 1 }, b: 2 })).toBe(true);
      expect(evaluate(build("/b/*/c", isOne, "/a"), { a: { b: [{ c: 2 }] } })).toBe(false);
    }
  });

  it("What is said of a pointer is no more than that it is there where nothing is asked of it", () => {
    expect(evaluate(present("/a"), { a: null })).toBe(true);
    expect(evaluate(present("/a/*/b"), { a: [{}, { b: 0 }] })).toBe(true);
    expect(evaluate(present("/a/*/b"), { a: [{}] })).toBe(false);
  });

  it("What is said of a pointer counts an item that is undefined, of which JSON makes null", () => {
    const withHole = { a: [undefined] };
    expect(evaluate(wherePresent("/a/*", isOne), withHole)).toBe(false);
    expect(
      evaluate(
        present("/a/*", (path) => not(isOne(path))),
        withHole,
      ),
    ).toBe(true);
  });
});

/**
 * A schema that says of each list with `contains` that it has an item, which follows. In a loop over items ajv takes an empty
 * list for one that contains what the list before it did.
 */
const withFullLists = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (_, part) =>
    part?.contains === undefined ? part : { ...part, minItems: Math.max(1, part.minItems ?? 0) },
  );

it("A formula made of a schema holds of what ajv accepts by the schema", () => {
  const ajv = new Ajv2020({ strict: false, meta: false, validateSchema: false });
  const isPlain = (one: object) => !JSON.stringify(one).includes('"x-');
  const payloads = fc.array(payload, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(schema.filter(isPlain), payloads, (one, some) => {
      const [validate, formula] = [ajv.compile(withFullLists(one)), formulaOfSchema(one)];
      for (const text of some.map((value) => JSON.stringify(value))) {
        if (text === undefined) continue;
        expect(evaluate(formula, JSON.parse(text))).toBe(validate(JSON.parse(text)));
      }
    }),
    {
      numRuns: 500,
      examples: [[{ items: { contains: { type: "object" } } }, [[[{}], []]]]],
    },
  );
});
