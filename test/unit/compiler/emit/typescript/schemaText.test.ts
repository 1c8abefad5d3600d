import { describe, expect, it } from "vitest";
import {
  schemaText,
  textsByKey,
  withKeys,
} from "../../../../../src/compiler/emit/typescript/schemaText.js";

const text = { type: "string" } as const;
const address = { properties: { city: text, street: text }, required: ["city", "street"] };

describe("The text of a schema", () => {
  it("The text of a schema is the same whatever the order of its keys, and what it says of itself as a key", () => {
    const other = {
      ...{ description: "Where it goes.", deprecated: true, required: ["street", "city"] },
      properties: { street: text, city: text },
    };
    expect(schemaText(other)).toBe(schemaText(address));
  });

  it("The text of a schema differs with what a key in it is", () => {
    const optional = { ...address, required: ["city"] };
    const explained = {
      ...address,
      properties: { ...address.properties, city: { ...text, description: "A city." } },
    };
    const texts = [address, optional, explained].map(schemaText);
    expect(new Set(texts).size).toBe(3);
  });
});

it("What a schema says of a key is its type, its words, and whether it is needed", () => {
  const schemas = [
    { properties: { city: text } },
    { properties: { city: text }, required: ["city"] },
    { properties: { city: { ...text, description: "A city." } } },
    { properties: { city: { ...text, deprecated: true } } },
  ];
  expect(new Set(schemas.map((schema) => textsByKey(schema).get("city"))).size).toBe(4);
});

it("A schema with some of its keys needs only those", () => {
  const part = withKeys(address, (key) => key === "city");
  expect(part).toEqual({ properties: { city: text }, required: ["city"] });
});
