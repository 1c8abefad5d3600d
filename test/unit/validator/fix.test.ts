import { describe, expect, it, test } from "vitest";
import { fixOf } from "../../../dist/validator/fix.js";

describe("A fix", () => {
  const words = { secrets: { "/secret": true } } as const;
  const title = { en: "t", ko: "t" };
  const fixed = (edit: Parameters<typeof fixOf>[0]["edit"], value: unknown, path = "/a") =>
    fixOf({ title, safe: true, edit }, path, { [path.slice(1)]: value }, words, () => "t")?.edits;
  it("adds and removes a value", () => {
    expect(fixed({ add: 0 }, undefined)).toEqual([{ op: "add", path: "/a", value: 0 }]);
    expect(fixed({ remove: true }, 1)).toEqual([{ op: "remove", path: "/a" }]);
  });
  test.each([
    ["number", "12000", 12000],
    ["number", " 12.5 ", 12.5],
    ["number", "1.2345", 1.2345],
    ["number", "1.23456", undefined],
    ["number", "x1", undefined],
    ["number", "1x", undefined],
    ["number", "1.a", undefined],
    ["number", "1234567890123456", undefined],
    ["number", 1, undefined],
    ["integer", "12", 12],
    ["integer", "12.5", undefined],
    ["digits", "123-45 67", "1234567"],
    ["digits", "x123", undefined],
    ["digits", "123x", undefined],
    ["digits", "4111-1111-1111-1111", undefined],
    ["seconds", 1893456000000, 1893456000],
    ["seconds", 1893456000, undefined],
    ["seconds", 18934560000000, undefined],
    ["seconds", "1893456000000", undefined],
  ] as const)("to %s changes %j to %j", (replace, value, result) => {
    const expected =
      result === undefined ? undefined : [{ op: "replace", path: "/a", value: result }];
    expect(fixed({ replace }, value)).toEqual(expected);
  });
  it("is not offered where it would show a secret", () =>
    expect(fixed({ replace: "digits" }, "1-2", "/secret")).toBe(undefined));
});
