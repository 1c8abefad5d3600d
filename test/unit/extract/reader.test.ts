import { describe, expect, it } from "vitest";
import type { Call } from "../../../src/extract/calls.js";
import { type Located, leaf } from "../../../src/extract/located.js";
import { type Extraction, moved, nothing, shifted, together } from "../../../src/extract/reader.js";

const inner: Located = {
  ...leaf("x", [5, 6]),
  origin: [6, 7],
  origins: [
    [7, 8],
    [8, 9],
  ],
  property: [4, 6],
  key: [4, 5],
};
const payload: Located = {
  ...leaf({ a: "x", b: "x" }, [3, 9]),
  children: new Map([
    ["a", inner],
    ["b", inner],
  ]),
  duplicateKeys: [
    { key: "a", span: [4, 5], earlier: [2, 3] },
    { key: "b", span: [5, 6] },
  ],
};
const call: Call = {
  kinds: [],
  name: "pay",
  span: [1, 2],
  payload,
  syntax: "json",
  isForm: false,
  reads: [{ name: "r", span: [2, 3] }],
};
const whole: Extraction = {
  calls: [call, { ...call, payload: undefined }],
  payloads: [{ payload: inner, syntax: "yaml" }],
  facts: [{ what: "a", span: [1, 3], isSample: false }],
  addresses: [{ text: "//a", span: [2, 4] }],
  unparsable: [{ span: [3, 5], reason: { en: "e", ko: "k" } }],
  brokenContinuations: [{ span: [4, 6], edits: [{ start: 4, end: 5, text: "t" }] }],
  errors: [{ span: [5, 7], message: { en: "e", ko: "k" } }],
  secrets: [[6, 8]],
};

describe("What a part of a text holds has its places in the whole", () => {
  it("Every place is shifted by where the part begins", () => {
    const result = shifted(whole, 10);
    const movedInner = {
      ...inner,
      span: [15, 16],
      origin: [16, 17],
      origins: [
        [17, 18],
        [18, 19],
      ],
      property: [14, 16],
      key: [14, 15],
    };
    const [first, second] = result.calls;
    expect(first).toMatchObject({
      name: "pay",
      span: [11, 12],
      reads: [{ name: "r", span: [12, 13] }],
    });
    expect(first?.payload?.span).toEqual([13, 19]);
    expect(first?.payload?.children.get("a")).toEqual(movedInner);
    expect(first?.payload?.duplicateKeys).toEqual([
      { key: "a", span: [14, 15], earlier: [12, 13] },
      { key: "b", span: [15, 16], earlier: undefined },
    ]);
    expect(second?.payload).toBeUndefined();
    expect(result.payloads).toEqual([{ payload: movedInner, syntax: "yaml" }]);
    expect(result).toMatchObject({
      facts: [{ what: "a", span: [11, 13] }],
      addresses: [{ text: "//a", span: [12, 14] }],
      unparsable: [{ span: [13, 15], reason: { en: "e" } }],
      brokenContinuations: [{ span: [14, 16], edits: [{ start: 14, end: 15, text: "t" }] }],
      errors: [{ span: [15, 17], message: { en: "e" } }],
      secrets: [[16, 18]],
    });
  });

  it("A value that is in two places is moved once, and one without further places gets none", () => {
    const [first] = moved(whole, ([start, end]) => [start * 2, end * 2]).calls;
    const children = first?.payload?.children;
    expect(children?.get("a")).toBe(children?.get("b"));
    expect(children?.get("a")?.span).toEqual([10, 12]);
    const bare = { ...nothing, payloads: [{ payload: leaf(1, [1, 2]), syntax: "json" as const }] };
    expect(shifted(bare, 1).payloads[0]?.payload).not.toHaveProperty("origins");
  });

  it("A part at the beginning is as it is", () => {
    expect(shifted(whole, 0)).toBe(whole);
  });
});

it("What the parts of a text hold is held by the whole, one behind the other", () => {
  const both = together([whole, shifted(whole, 10)]);
  for (const key of Object.keys(nothing) as (keyof typeof nothing)[]) {
    expect([key, (both[key] as readonly unknown[]).length]).toEqual([key, key === "calls" ? 4 : 2]);
  }
  expect(both.secrets).toEqual([
    [6, 8],
    [16, 18],
  ]);
  expect(together([])).toEqual(nothing);
});
