import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../support/system.js";
import { type Typed, typeVectors } from "./typed.js";

describe("types", () => {
  const typed = typeVectors();
  const errorsOf = ({ vector }: Typed) =>
    vector.expect.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  it("The types refuse what the validator refuses, but for what their document says they cannot", () => {
    const document = readFileSync(join(repository, "docs/types.md"), "utf8");
    const listed = [...document.matchAll(/^\| `([a-z/-]+)`/gm)].map(([, rule]) => rule);
    const letThrough = typed
      .filter(({ isTyped, isValid }) => isTyped && !isValid)
      .flatMap(errorsOf);
    expect([...new Set(letThrough)].sort()).toEqual(listed.sort());
    expect(typed.filter(({ isTyped }) => !isTyped).length).toBeGreaterThan(300);
  });
  it("The types refuse no payload that is in order, but for what their document says", () => {
    const tooMuch = typed.filter(({ isTyped, isValid }) => !isTyped && isValid);
    const found = tooMuch.flatMap(({ vector }) => vector.expect.map(({ rule }) => rule));
    expect(new Set(found)).toEqual(
      new Set(["issuer/direct-unsupported", "shape/unknown-property"]),
    );
    expect(tooMuch.every(({ vector }) => vector.expect.length > 0)).toBe(true);
  });
});
