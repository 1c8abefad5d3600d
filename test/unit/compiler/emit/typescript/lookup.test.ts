import { expect, it } from "vitest";
import { CodeUnions } from "../../../../../src/compiler/emit/typescript/codeUnions.js";
import { declareLookup } from "../../../../../src/compiler/emit/typescript/lookup.js";
import type { Lookup, PayloadType } from "../../../../../src/compiler/emit/typescript/variants.js";

it("Codes with the same types are one group, and an environment is not written out twice", () => {
  const variant = (name: string, ...codes: string[]): PayloadType => ({ name, schema: {}, codes });
  const [none, few, other] = [variant("Without"), variant("With", "1"), variant("Other", "1")];
  const many = variant("WithMore", "2", "3", "4");
  const entries = [
    { key: "none", variants: [none] },
    { key: "1", variants: [few, other] },
    ...many.codes.map((key) => ({ key, variants: [many] })),
  ];
  const lookup: Lookup = new Map([
    ["any", entries],
    ["pc", [{ key: "none", variants: [none] }]],
    ["mobile", entries],
  ]);
  const unions = new CodeUnions(["1", "2", "3", "4"]);
  expect(declareLookup("ByEnvironment", lookup, unions)).toEqual([
    "export interface ByEnvironment {",
    '  any: { none: Without } & { [Code in "1"]: With<Code> | Other<Code> } & { [Code in WithMoreCode]: WithMore<Code> };',
    "  pc: { none: Without };",
    '  mobile: ByEnvironment["any"];',
    "}",
  ]);
  expect(unions.texts).toEqual(['type WithMoreCode = "2" | "3" | "4";\n']);
});
