import { expect, it } from "vitest";
import { CodeUnions } from "../../../../../src/compiler/emit/typescript/codeUnions.js";

it("The same codes are written out once, whatever their order", () => {
  const unions = new CodeUnions(["1", "2", "3", "4"]);
  expect(unions.of(["1", "2", "3"], "Some")).toBe("Some");
  expect(unions.of(["3", "1", "2"], "Others")).toBe("Some");
  expect(unions.texts).toEqual(['type Some = "1" | "2" | "3";\n']);
});

it("All codes and few codes need no name", () => {
  const unions = new CodeUnions(["1", "2", "3", "4"]);
  expect(unions.of(["4", "3", "2", "1"], "All")).toBe("IssuerCode");
  expect(unions.of(["4", "1"], "Two")).toBe('"1" | "4"');
  expect(unions.texts).toEqual([]);
});
