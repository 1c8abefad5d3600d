import type { JSONSchema } from "json-schema-to-typescript";
import { describe, expect, it } from "vitest";
import {
  type Declared,
  NestedTypes,
} from "../../../../../src/compiler/emit/typescript/nestedTypes.js";

const text = { type: "string" } as const;
const object = (properties: Record<string, JSONSchema>): JSONSchema => ({
  ...{ type: "object", additionalProperties: false, required: [], properties },
});
const address = object({ city: { ...text, description: "The city." }, zip: text });
const countries = { ...text, enum: Array.from({ length: 60 }, (_, index) => `C${index}`) };

/** The declarations of what is nested in payloads, and the payloads' types in their place. */
async function nestedIn(payloads: Record<string, JSONSchema>, base?: Declared) {
  const nested = new NestedTypes("Order", ["Order"], base);
  const layers = Object.entries(payloads).map(([suffix, schema]) => ({
    ...{ name: `Order${suffix}`, suffix, schema, over: undefined },
  }));
  const named = await nested.nameBelow(layers, "");
  const types = named.map(({ schema }) =>
    Object.entries(schema.properties ?? {}).map(([key, { tsType, items }]) => [
      key,
      tsType ?? (items as JSONSchema | undefined)?.tsType,
    ]),
  );
  return { declarations: nested.texts.join("\n"), types, held: nested.held() };
}

describe("What is nested in payloads", () => {
  it("A nested type is declared once, and named after the key where it is first", async () => {
    const order = object({ from: address, to: address, stops: { type: "array", items: address } });
    const { declarations, types } = await nestedIn({ "": order });
    expect(declarations).toBe(
      "type OrderFrom = {\n  /** The city. */\n  city?: string;\n  zip?: string;\n}\n",
    );
    expect(types).toEqual([
      [
        ["from", "OrderFrom"],
        ["to", "OrderFrom"],
        ["stops", "OrderFrom"],
      ],
    ]);
  });

  it("A nested type has a name where it is a long list of values, and is in place where it is a short one", async () => {
    const order = object({ country: countries, size: { ...text, enum: ["S", "M"] } });
    const { declarations, types } = await nestedIn({ "": order });
    expect(declarations).toContain('type OrderCountry = ("C0" | "C1" |');
    expect(types).toEqual([
      [
        ["country", "OrderCountry"],
        ["size", undefined],
      ],
    ]);
  });

  it("What several payloads nest has a type for what all say of it, and one for each that says more", async () => {
    const wide = { ...address.properties, street: text } as Record<string, JSONSchema>;
    const { declarations, types } = await nestedIn({
      OnPc: object({ to: object(wide) }),
      OnMobile: object({ to: { ...object(wide), required: ["zip"] } }),
    });
    expect(declarations).toBe(`type OrderToCommon = {
  /** The city. */
  city?: string;
  street?: string;
}

type OrderToOnPc = (OrderToCommon & {
  zip?: string;
})

type OrderToOnMobile = (OrderToCommon & {
  zip: string;
})
`);
    expect(types).toEqual([[["to", "OrderToOnPc"]], [["to", "OrderToOnMobile"]]]);
  });

  it("A nested type is taken from the kind that is extended, as a whole or but for some keys", async () => {
    const { held } = await nestedIn({ "": object({ from: address, country: countries }) });
    expect(held.text).toContain(
      "export interface OrderNested {\n  From: OrderFrom;\n  Country: OrderCountry;\n}\n",
    );
    const more = object({ ...(address.properties as object), street: text });
    const { declarations, types } = await nestedIn(
      { "": object({ to: address, from: more, country: countries }) },
      held.declared,
    );
    expect(declarations).toBe(
      'type OrderFrom = (base.OrderNested["From"] & {\n  street?: string;\n})\n',
    );
    expect(types).toEqual([
      [
        ["to", 'base.OrderNested["From"]'],
        ["from", "OrderFrom"],
        ["country", 'base.OrderNested["Country"]'],
      ],
    ]);
  });

  it("A nested type is left as it is where a type is written in its place", async () => {
    const forbidden = { ...address, tsType: "never" };
    const { declarations, types } = await nestedIn({ "": object({ to: forbidden }) });
    expect(declarations).toBe("");
    expect(types).toEqual([[["to", "never"]]]);
  });
});
