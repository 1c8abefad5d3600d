import { describe, expect, it, test } from "vitest";
import { fixOf } from "../../../dist/validator/fix.js";

describe("A fix", () => {
  const words = { secrets: { "/secret": true } } as const;
  const title = { en: "t", ko: "t" };
  const fixed = (edit: Parameters<typeof fixOf>[0]["edit"], value: unknown, path = "/a") =>
    fixOf({ title, safe: true, edit }, path, { [path.slice(1)]: value }, words, () => "t")?.edits;
  it("A fix adds and removes a value", () => {
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
    ["number", "-1", undefined],
    ["number", "1,000", undefined],
    ["number", "", undefined],
    ["number", "4111111111111111", undefined],
    ["integer", "12", 12],
    ["integer", "12.5", undefined],
    ["integer", "-12", undefined],
    ["integer", "123456789012345", 123456789012345],
    ["integer", "1234567890123456", undefined],
    ["digits", "123-45 67", "1234567"],
    ["digits", "x123", undefined],
    ["digits", "123x", undefined],
    ["digits", "4111-1111-1111-1111", undefined],
    ["seconds", 1893456000000, 1893456000],
    ["seconds", 1893456000999, 1893456000],
    ["seconds", 1893456000001, 1893456000],
    ["seconds", 1893456000, undefined],
    ["seconds", 18934560000000, undefined],
    ["seconds", 189345600000, undefined],
    ["seconds", "1893456000000", undefined],
  ] as const)("A fix to %s changes %j to %j", (replace, value, result) => {
    const expected =
      result === undefined ? undefined : [{ op: "replace", path: "/a", value: result }];
    expect(fixed({ replace }, value)).toEqual(expected);
  });
  it.each([
    [{ total: 9900 }, 9900],
    [{ total: 0 }, 0],
    [{ total: 9900, vat: 1 }, undefined],
    [{ total: -1 }, undefined],
    [{ total: Number.NaN }, undefined],
    [{ total: Number.POSITIVE_INFINITY }, undefined],
    [{ total: "9900" }, undefined],
    [{ total: 4111111111111111 }, undefined],
    [{ value: 9900 }, undefined],
    [{}, undefined],
    [null, undefined],
    [9900, undefined],
  ])("A fix takes the number out of %j: %j", (value, result) => {
    const expected = result !== undefined && [{ op: "replace", path: "/a", value: result }];
    expect(fixed({ take: "total" }, value)).toEqual(expected || undefined);
  });
  it("A fix is as safe as its recipe, and has its title", () => {
    for (const safe of [true, false]) {
      const recipe = { title: { en: "t", ko: "t" }, safe, edit: { add: 1 } };
      expect(fixOf(recipe, "/a", {}, words, ({ en }) => `${en}!`)).toEqual({
        ...{ title: "t!", safe, edits: [{ op: "add", path: "/a", value: 1 }] },
      });
    }
  });
  it("A fix is not offered where it would show a secret, in an item of a list neither", () => {
    expect(fixed({ replace: "digits" }, "1-2", "/secret")).toBe(undefined);
    expect(fixed({ take: "total" }, { total: 1 }, "/secret")).toBe(undefined);
    const payload = { list: [{}, { secret: "1-2", open: "1-2" }] };
    const [secret, open] = ["/list/1/secret", "/list/1/open"].map((path) =>
      fixOf(
        { title, safe: true, edit: { replace: "digits" } },
        ...([path, payload, { secrets: { "/list/*/secret": true } }, () => "t"] as const),
      ),
    );
    expect(secret).toBe(undefined);
    expect(open?.edits).toEqual([{ op: "replace", path: "/list/1/open", value: "12" }]);
  });
});
