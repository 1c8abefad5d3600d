import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyPartialKind } from "../../dist/generated/everyPartialKind.js";
import { readFiles } from "../../src/compiler/tables/files.js";
import { Problems } from "../../src/compiler/tables/problems.js";
import { findingsOf } from "../../src/constraint/checkPartial.js";
import { wildcardPath } from "../../src/validator/pointer.js";
import type { CheckOptions } from "../../src/validator/types.js";
import { validOf } from "../support/arbitraries.js";

/** Kinds of gateways, each with the faults of PortOne's kind that it lifts, as `rule` or `rule at`. */
const kinds = readFiles("schemas", new Problems()).gateways.map(
  ({ code, version, name, table }) => ({
    own: `${code}.${version}.${name}`,
    neutral: `portone.${version}.${name}`,
    lifted: new Set((table.content.lifts ?? []).map(({ rule, at = "" }) => `${rule} ${at}`)),
  }),
);

/** What a kind finds, before one finding gives way to another. */
const found = (kind: string, payload: unknown, options: CheckOptions) =>
  findingsOf(everyPartialKind[kind] as never, payload, options).map(({ rule, path }) => ({
    rule,
    path,
  }));

interface Vector {
  readonly payload: unknown;
  readonly options: CheckOptions;
  /** What PortOne's kind finds in it: worked out once, not for each gateway. */
  readonly ofNeutral: ReturnType<typeof found>;
}

const vectors = new Map<string, readonly Vector[]>();
const vectorsOf = (kind: string): readonly Vector[] => {
  const known = vectors.get(kind) ?? readVectors(kind);
  vectors.set(kind, known);
  return known;
};
const readVectors = (kind: string): Vector[] =>
  JSON.parse(readFileSync(`dist/vectors/${kind}.json`, "utf8")).map(
    ({ payload }: { payload: unknown }, index: number) => {
      const options: CheckOptions = { environment: index % 2 === 0 ? "any" : "pc" };
      return { payload, options, ofNeutral: found(kind, payload, options) };
    },
  );

describe.each(kinds)("$own", ({ own, neutral, lifted }) => {
  /** What PortOne's kind finds, this one does not find, and does not lift. */
  const lost = (
    payload: unknown,
    options: CheckOptions,
    ofNeutral = found(neutral, payload, options),
  ) => {
    const mine = new Set(found(own, payload, options).map(({ rule, path }) => `${rule} ${path}`));
    return ofNeutral
      .filter(({ rule, path }) => !mine.has(`${rule} ${path}`))
      .filter(
        ({ rule, path }) => !lifted.has(`${rule} `) && !lifted.has(`${rule} ${wildcardPath(path)}`),
      );
  };
  const options: fc.Arbitrary<CheckOptions> = fc.record({
    environment: fc.constantFrom("any", "pc", "mobile"),
    store: fc.constantFrom({}, { taxation: "mixed" }, { productType: "digital" }),
  });

  it("The gateway finds what PortOne's kind finds, less what it lifts, in every vector of PortOne's", () => {
    for (const { payload, options, ofNeutral } of vectorsOf(neutral)) {
      expect(lost(payload, options, ofNeutral), JSON.stringify(payload)).toEqual([]);
    }
  });

  it("The gateway finds what PortOne's kind finds, less what it lifts, in any payload", () => {
    const payloads = fc.oneof(validOf(own), validOf(neutral), fc.object());
    fc.assert(
      fc.property(payloads, options, (payload, given) => {
        expect(lost(payload, given)).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });
});
