import { expect, it } from "vitest";
import { codePointLength } from "../../../src/constraint/codePointLength.js";

it.each([
  ["", 0],
  ["a가😀", 3],
  ["😀😀", 2],
  // Half of a pair is a code point of its own.
  ["\ud83d\ud83d", 2],
])("The length of %j is %i code points", (text, length) => {
  expect(codePointLength(text)).toBe(length);
});
