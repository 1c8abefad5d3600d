import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { issuerTables } from "../../../../dist/generated/issuerTables.js";
import type { Vector } from "../../../../src/compiler/examples/vectors.js";
import { shippedKinds } from "../../../support/payloads.js";

const vectorsOf = (kind: string): Vector[] =>
  JSON.parse(readFileSync(`dist/vectors/${kind}.json`, "utf8"));
const isInOrder = ({ expect: found }: Vector) =>
  found.every(({ severity }) => severity !== "error");

describe("Vectors", () => {
  it.each(["ksnet.v1.request-pay", "ksnet.v2.request-payment"] as const)(
    "The vectors of %s have a payload in order and one with a finding for each card company",
    (kind) => {
      const vectors = vectorsOf(kind).map((vector) => ({
        ...vector,
        text: JSON.stringify(vector.payload),
      }));
      const codes = issuerTables[kind]?.rows.map(({ code }) => code as string) ?? [];
      expect(codes.length).toBeGreaterThan(10);
      for (const code of codes) {
        const ofIssuer = vectors.filter(({ text }) => text.includes(`"${code}"`));
        expect(ofIssuer.some(isInOrder), code).toBe(true);
        expect(
          ofIssuer.some(({ expect: found }) => found.length > 0),
          code,
        ).toBe(true);
      }
    },
  );

  it("A vector breaks a rule of the bare shape at many keys in one payload, which are all of one severity", () => {
    const together = vectorsOf("portone.v1.request-pay").filter(({ name }) =>
      name.startsWith("shape/type: mistyped /"),
    );
    const [first] = together.map(({ expect: found }) => found);
    expect(first?.length).toBeGreaterThan(8);
    expect(new Set(first?.map(({ rule, severity }) => `${rule} ${severity}`)).size).toBe(1);
  });

  it.each(shippedKinds)("The vectors of %s ask no question twice", (kind) => {
    const vectors = vectorsOf(kind);
    const asked = vectors.map(({ options, payload }) => JSON.stringify([options, payload]));
    expect(new Set(asked).size).toBe(vectors.length);
  });
});
