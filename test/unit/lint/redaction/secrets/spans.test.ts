import { describe, expect, it } from "vitest";
import type { CallKind } from "../../../../../dist/extract/calls.js";
import { type Located, leaf } from "../../../../../dist/extract/located.js";
import type { Syntax } from "../../../../../dist/extract/reader.js";
import { secretSpans } from "../../../../../dist/lint/redaction/secrets.js";
import type { LoadedKinds } from "../../../../../dist/lint/tables.js";
import type { ShapeNode } from "../../../../../dist/validator/form.js";

const secret: ShapeNode = { "x-secret": true };
const text: ShapeNode = { type: "string" };
const open: ShapeNode = {};

const kindOf = (id: string): CallKind => ({ kind: id, gateway: "a", calls: [], names: {} });

/** What is at the keys of a value, and where everything in it is. */
type Places = Partial<Omit<Located, "children">> & { readonly children?: Record<string, Located> };
const at = (start: number, { children = {}, ...more }: Places = {}): Located => ({
  ...leaf("x", [start, start + 1]),
  children: new Map(Object.entries(children)),
  ...more,
});

const hidden = (
  payload: Located | undefined,
  shapes: readonly (ShapeNode | undefined)[],
  { syntax = "json", isCall = false }: { syntax?: Syntax; isCall?: boolean } = {},
) => {
  const ids = shapes.map((_, index) => `a.v1.k${index}`);
  const loaded: LoadedKinds = new Map(
    shapes.flatMap((shape, index) => (shape ? [[ids[index] as string, { shape } as never]] : [])),
  );
  const kinds = ids.map(kindOf) as [CallKind, ...CallKind[]];
  const judgement = { kinds, neutral: undefined, isAssumed: false, namesAnother: false };
  const call = {
    ...{ kinds, name: "pay", span: [0, 1] as const, payload, syntax, isForm: false, reads: [] },
  };
  const attributions = isCall
    ? { calls: [{ call, attribution: judgement }], payloads: [] }
    : {
        calls: [],
        payloads: payload ? [{ data: { payload, syntax }, kinds, attribution: judgement }] : [],
      };
  return secretSpans(attributions, loaded).map(([start]) => start);
};

describe("What is hidden of a payload", () => {
  it.each<[string, Located, ShapeNode, number[]]>([
    [
      "is the value of a secret key alone",
      at(0, { children: { birth: at(1), name: at(2) } }),
      { properties: { birth: secret, name: text } },
      [1],
    ],
    [
      "is the value of a key that a kind with secrets does not know",
      at(0, { children: { zzz: at(1), name: at(2) } }),
      { properties: { birth: secret, name: text } },
      [1],
    ],
    [
      "is nothing of a kind without secrets",
      at(0, { children: { zzz: at(1), name: at(2) } }),
      { properties: { name: text } },
      [],
    ],
    [
      "is a value in an object of a kind whose secrets are elsewhere",
      at(0, { children: { card: at(1, { children: { zzz: at(2) } }) } }),
      { properties: { birth: secret, card: { properties: { name: text } } } },
      [2],
    ],
    [
      "is a secret in an object",
      at(0, { children: { card: at(1, { children: { birth: at(2), name: at(3) } }) } }),
      { properties: { card: { properties: { birth: secret, name: text } } } },
      [2],
    ],
    [
      "is a secret in the items of a list",
      at(0, {
        children: {
          l: at(1, { children: { 0: at(2, { children: { birth: at(3) } }), 1: at(4) } }),
        },
      }),
      { properties: { l: { items: { properties: { birth: secret } } } } },
      [3],
    ],
    [
      "is the value of an unknown key of a kind whose secrets are in the items of a list",
      at(0, { children: { zzz: at(1) } }),
      { properties: { l: { items: { properties: { birth: secret } } } } },
      [1],
    ],
    [
      "is each item of a list of secrets",
      at(0, { children: { l: at(1, { children: { 0: at(2), 1: at(3) } }) } }),
      { properties: { l: { items: secret } } },
      [2, 3],
    ],
    [
      "is each value in an object that is secret as a whole",
      at(0, { children: { birth: at(1, { children: { a: at(2), b: at(3) } }) } }),
      { properties: { birth: secret } },
      [2, 3],
    ],
    [
      "is each value in an object where a text belongs",
      at(0, { children: { name: at(1, { children: { a: at(2) } }) } }),
      { properties: { birth: secret, name: text } },
      [2],
    ],
    [
      "is nothing in an object where an object may be",
      at(0, { children: { custom: at(1, { children: { a: at(2) } }) } }),
      { properties: { birth: secret, custom: { type: ["string", "object"] } } },
      [],
    ],
    [
      "is nothing in a list where a list may be",
      at(0, { children: { custom: at(1, { children: { 0: at(2) } }) } }),
      { properties: { birth: secret, custom: { type: ["array", "string"] } } },
      [],
    ],
    [
      "is nothing in an object where anything may be",
      at(0, { children: { custom: at(1, { children: { a: at(2) } }) } }),
      { properties: { birth: secret, custom: open } },
      [],
    ],
    [
      "is nothing of a payload whose kind lists no keys",
      at(0, { children: { zzz: at(1) } }),
      secret,
      [],
    ],
    [
      "is where a value is written, too",
      at(0, { children: { birth: at(1, { origin: [7, 8] }) } }),
      { properties: { birth: secret } },
      [1, 7],
    ],
    [
      "is each place that a value may come from, too",
      at(0, {
        children: {
          birth: at(1, {
            origins: [
              [5, 6],
              [7, 8],
            ],
          }),
        },
      }),
      { properties: { birth: secret } },
      [5, 7, 1],
    ],
    [
      "is each place that an object may come from",
      at(0, { children: { birth: at(1, { origins: [[5, 6]], children: { a: at(2) } }) } }),
      { properties: { birth: secret } },
      [5, 2],
    ],
    [
      "is no name of a value that another file holds",
      at(0, {
        children: { birth: at(1, { origin: [7, 8], elsewhere: { file: "a.js", line: 1 } }) },
      }),
      { properties: { birth: secret } },
      [],
    ],
    [
      "is the earlier of two values of a secret key",
      at(0, { duplicateKeys: [{ key: "birth", span: [3, 4], earlier: [5, 6] }] }),
      { properties: { birth: secret, name: text } },
      [5],
    ],
    [
      "is the earlier of two values of a key that no kind with secrets knows",
      at(0, { duplicateKeys: [{ key: "zzz", span: [3, 4], earlier: [5, 6] }] }),
      { properties: { birth: secret } },
      [5],
    ],
    [
      "is nothing of the earlier of two values of a key that is no secret",
      at(0, { duplicateKeys: [{ key: "name", span: [3, 4], earlier: [5, 6] }] }),
      { properties: { birth: secret, name: text } },
      [],
    ],
    [
      "is nothing of the earlier of two values of an unknown key of a kind without secrets",
      at(0, { duplicateKeys: [{ key: "zzz", span: [3, 4], earlier: [5, 6] }] }),
      { properties: { name: text } },
      [],
    ],
    [
      "is no earlier value that has no place",
      at(0, { duplicateKeys: [{ key: "birth", span: [3, 4] }] }),
      { properties: { birth: secret } },
      [],
    ],
  ])("What is hidden of a payload %s", (_what, payload, shape, expected) => {
    expect(hidden(payload, [shape])).toEqual(expected);
    expect(hidden(payload, [shape], { isCall: true })).toEqual(expected);
  });

  it("What is hidden of a payload is what any of its kinds hides, as far as they are loaded", () => {
    const payload = at(0, { children: { a: at(1), b: at(2) } });
    const ofA = { properties: { a: secret, b: text } };
    const ofB = { properties: { a: text, b: secret } };
    expect(hidden(payload, [ofA, ofB])).toEqual([1, 2]);
    expect(hidden(payload, [undefined, ofB])).toEqual([2]);
  });

  it("What is hidden of a payload that is not there is nothing", () => {
    expect(hidden(undefined, [{ properties: { a: secret } }], { isCall: true })).toEqual([]);
  });
});

it.each<[Syntax, boolean]>([
  ["yaml", true],
  ["form", true],
  ["json", false],
  ["javascript", false],
  ["java", false],
  ["python", false],
])("All of a secret value is hidden in %s or only its literals: %s", (syntax, isWhole) => {
  const payload = at(0, { children: { birth: at(1) } });
  const kind = kindOf("a.v1.k");
  const attribution = {
    ...{ kinds: [kind] as const, neutral: undefined, isAssumed: false, namesAnother: false },
  };
  const loaded: LoadedKinds = new Map([
    ["a.v1.k", { shape: { properties: { birth: secret } } } as never],
  ]);
  const payloads = [{ data: { payload, syntax }, kinds: [kind], attribution }];
  expect(secretSpans({ calls: [], payloads }, loaded)).toEqual([[1, 2, isWhole]]);
});
