import { readFile } from "node:fs/promises";
import { kinds, loadValidator } from "paylint";
import { expect, it } from "vitest";
import { withoutProse } from "../../../src/compiler/emit/jsonSchema/subschemas.js";
import { wholeSchema } from "../../../src/project/wholeSchema.js";

const read = async (kind: string) =>
  JSON.parse(await readFile(`dist/schemas/${kind}.json`, "utf8"));

it("A published schema, made whole, refuses what the validator's own does: every kind", async () => {
  for (const kind of kinds) {
    const whole = await wholeSchema(kind, read);
    const { schema } = await loadValidator(kind);
    expect(withoutProse(whole), kind).toEqual(schema);
  }
});

it("A part of another kind's schema is written in the place of the reference", async () => {
  const schemas: Record<string, object> = {
    base: { $defs: { "a/b": { type: "string" } } },
    own: { properties: { c: { $ref: "urn:paylint:base#/$defs/a~1b" }, d: { $ref: "#/$defs/e" } } },
  };
  expect(await wholeSchema("own", async (kind) => ({ ...schemas[kind] }))).toEqual({
    properties: { c: { type: "string" }, d: { $ref: "#/$defs/e" } },
  });
});

it("What only people read is taken from schemas, and never from the names of keys", () => {
  const schema = {
    title: "Order",
    properties: { title: { description: "Its title", type: "string" }, description: {} },
    allOf: [{ $comment: "a/rule", required: ["title"] }],
  };
  expect(withoutProse(schema)).toEqual({
    properties: { title: { type: "string" }, description: {} },
    allOf: [{ required: ["title"] }],
  });
});
