import { expect, it } from "vitest";
import { rulePage } from "../../../../dist/lint/findings/rulePage.js";

it("The page of a rule is in the language asked for, at the anchor of its heading", () => {
  expect(rulePage("shape/unknown-property", "en")).toMatch(/rules\.md#shapeunknown-property$/);
  expect(rulePage("shape/type", "ko")).toMatch(/#shapetype$/);
  expect(rulePage("shape/type", "ko")).not.toBe(rulePage("shape/type", "en"));
});
