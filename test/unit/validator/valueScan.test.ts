import { describe, expect, it } from "vitest";
import { anywhereTests, findAnywhere } from "../../../dist/validator/valueScan.js";

describe("A test on every value of a payload", () => {
  const [rule] = anywhereTests([
    {
      ...{
        rule: "r",
        severity: "warning",
        message: { en: "", ko: "" },
        sources: [],
      },
      ...{ pattern: "^[0-9 ]+$", predicate: "not-card-number", args: {} },
    },
  ]);
  const placesIn = (payload: unknown) =>
    [...findAnywhere(payload, rule ? [rule] : [])].map(({ path }) => path);
  it("A test on every value finds texts and whole numbers at any depth", () => {
    const payload = {
      a: ["4111111111111111", { "b/c": 4111111111111111 }],
      d: "4111111111111112",
      e: null,
      f: 4.5,
    };
    expect(placesIn(payload).sort()).toEqual(["/a/0", "/a/1/b~1c"]);
    expect(placesIn("4111111111111111")).toEqual([""]);
  });
  it("A test on every value looks once at an object that holds itself, and passes over what throws", () => {
    const loop: Record<string, unknown> = { card: "4111111111111111" };
    loop.self = loop;
    Object.defineProperty(loop, "bad", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    loop.closed = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
      },
    );
    expect(placesIn(loop)).toEqual(["/card"]);
  });
  it("A test on every value finds a value among many, and takes no number that cannot be exact for digits", () => {
    const many = ["4111111111111111", ...Array.from({ length: 5_000 }, (_, index) => index)];
    expect(placesIn({ many })).toEqual(["/many/0"]);
    expect(placesIn([6304000000000000000, 4111111111111111.5])).toEqual([]);
  });
  it("A test on every value asks a predicate only of what its pattern is about", () => {
    const [four] = anywhereTests([
      {
        ...{ rule: "r", severity: "warning", message: { en: "", ko: "" }, sources: [] },
        ...{ pattern: "^4", predicate: "not-card-number", args: {} },
      },
    ]);
    const texts = ["4111111111111111", "5555555555554444", "4111111111111112"];
    const found = [...findAnywhere(texts, four ? [four] : [])];
    expect(found.map(({ path }) => path)).toEqual(["/0"]);
  });
});
