import { describe, expect, it } from "vitest";
import { noTables } from "../../../../src/extract/calls.js";
import { readObjectLiteral } from "../../../../src/extract/javascript/objectLiteral.js";
import { parse } from "../../../../src/extract/javascript/syntax/parse.js";
import { locatedAt } from "../../../../src/extract/located.js";
import { known } from "./reading.js";

const read = (text: string) =>
  readObjectLiteral(text, { ...noTables, ending: ".json5", parser: parse });

describe("An object by itself is read as code would have it", () => {
  it.each([
    ["{ a: 1 }", ["{ a: 1 }"]],
    ["{ a: 1 };", ["{ a: 1 }"]],
    ["{ a: 1 } ; \n", ["{ a: 1 }"]],
    ["{ 'a': 1, b: +2, c: .5, }", ["{ a: 1, b: 2, c: 0.5 }"]],
    ["// of the shop\n{ a: 1 } // done", ["{ a: 1 }"]],
    ["{ a: order.amount, ...rest }", ["{ a: ?, … }"]],
    ["[{ a: 1 }, { b: 2 }]", ["{ a: 1 }", "{ b: 2 }"]],
  ])("An object by itself is read: %j", (text, expected) => {
    const { payloads, errors } = read(text);
    expect(errors).toEqual([]);
    expect(payloads.map(({ payload }) => known(payload.value))).toEqual(expected);
  });
  it("The places are those of the text", () => {
    const text = `{ a: 1, b: "x" };`;
    const payload = read(text).payloads[0]?.payload;
    expect(payload && text.slice(...payload.span)).toBe(`{ a: 1, b: "x" }`);
    const b = payload && locatedAt(payload, "/b");
    expect(b && text.slice(...b.span)).toBe(`"x"`);
  });
  it.each([
    ["{ a: 1 b: 2 }", 7],
    ["{ a: 1", 6],
    ["", 0],
    ["{ a: 1 }; { b: 2 }", 8],
    ["a; b", 1],
  ])("What is no object is told at the fault: %j", (text, at) => {
    const { payloads, errors } = read(text);
    expect(payloads).toEqual([]);
    expect(errors).toHaveLength(1);
    const [start = -1, end = -1] = errors[0]?.span ?? [];
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(text.length);
    expect([start, end]).toEqual([at, Math.min(at + 1, text.length)]);
  });
});
