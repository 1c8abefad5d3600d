import { describe, expect, it } from "vitest";
import { inDocumentOrder } from "../../../dist/validator/documentOrder.js";

describe("Findings", () => {
  const ordered = (payload: unknown, ...paths: string[]) =>
    inDocumentOrder(
      paths.map((path) => ({ path })),
      payload,
    ).map(({ path }) => path);
  it("Findings come in the order of the document, what is missing where its object begins", () => {
    const payload = { b: { y: 1, x: 2 }, a: [1, 2], c: null };
    expect(ordered(payload, "/a/1", "/b/x", "/a/0", "/b/y", "/b", "")).toEqual([
      "",
      "/b",
      "/b/y",
      "/b/x",
      "/a/0",
      "/a/1",
    ]);
    expect(ordered(payload, "/b/x", "/b/missing", "/missing")).toEqual([
      "/missing",
      "/b/missing",
      "/b/x",
    ]);
    expect(ordered(payload, "/c/x", "/a/x/y", "/c")).toEqual(["/a/x/y", "/c/x", "/c"]);
    expect(ordered(payload, "/a", "/b")).toEqual(["/b", "/a"]);
    expect(ordered("text", "/b", "/a")).toEqual(["/b", "/a"]);
    expect(ordered(payload, "/a")).toEqual(["/a"]);
  });
  it("Findings come in the order of the document, however many keys it has", () => {
    for (const count of [63, 64, 65, 500]) {
      const keys = Array.from({ length: count }, (_, index) => `k${(index * 7) % count}`);
      const payload = Object.fromEntries(keys.map((key) => [key, 1]));
      const paths = Object.keys(payload).map((key) => `/${key}`);
      expect(ordered(payload, ...paths.toReversed(), "/absent")).toEqual(["/absent", ...paths]);
    }
  });
});
