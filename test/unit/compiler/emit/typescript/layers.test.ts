import type { JSONSchema } from "json-schema-to-typescript";
import { describe, expect, it } from "vitest";
import { layersOf } from "../../../../../src/compiler/emit/typescript/layers.js";
import { textsByKey } from "../../../../../src/compiler/emit/typescript/schemaText.js";

const object = (keys: string, ...required: string[]): JSONSchema => ({
  ...{ type: "object", additionalProperties: false, required },
  properties: Object.fromEntries(keys.split(" ").map((key) => [key, { type: "string" }])),
});
const form = (suffix: string, schema: JSONSchema) => ({ name: `Address${suffix}`, suffix, schema });
const base = (keys: string) => ({ name: "Address", keys: textsByKey(object(keys)) });
/** Each layer by its name: its own keys, and what it adds them to. */
const shown = ({ layers }: ReturnType<typeof layersOf>) =>
  layers.map(({ name, schema, over }) => [name, Object.keys(schema.properties ?? {}), over]);

describe("The layers of an object", () => {
  const forms = [
    form("OnPc", object("city street")),
    form("OnMobile", object("city street", "city")),
  ];

  it("The layers of an object are one for what its forms have in common, and one each for what differs", () => {
    const wide = forms.map((one) => ({
      ...one,
      schema: { ...one.schema, properties: object("city street zip").properties },
    })) as typeof forms;
    const layers = layersOf(wide, "AddressCommon", undefined);
    expect(shown(layers)).toEqual([
      ["AddressCommon", ["street", "zip"], undefined],
      ["AddressOnPc", ["city"], "AddressCommon"],
      ["AddressOnMobile", ["city"], "AddressCommon"],
    ]);
    expect(layers.common?.name).toBe("AddressCommon");
  });

  it("The layers of an object are its forms where these have too little in common", () => {
    expect(shown(layersOf(forms, "AddressCommon", undefined))).toEqual([
      ["AddressOnPc", ["city", "street"], undefined],
      ["AddressOnMobile", ["city", "street"], undefined],
    ]);
  });

  it("The layers of an object take from the kind that is extended what it says the same of, in the fewest words", () => {
    const one = [form("", object("city street", "city"))];
    expect(shown(layersOf(one, "AddressCommon", base("city street")))).toEqual([
      ["Address", ["city", "street"], undefined],
    ]);
    const three = [form("", object("city street zip", "city"))];
    expect(shown(layersOf(three, "AddressCommon", base("city street zip")))).toEqual([
      ["Address", ["city"], 'Omit<base.Address, "city">'],
    ]);
    expect(shown(layersOf(three, "AddressCommon", base("street zip line1 line2 line3")))).toEqual([
      ["Address", ["city"], 'Pick<base.Address, "street" | "zip">'],
    ]);
    expect(shown(layersOf(three, "AddressCommon", base("street zip")))).toEqual([
      ["Address", ["city"], "base.Address"],
    ]);
  });

  it("The layers take nothing where an object may have any key, since the compiler would lose the names of those", () => {
    const open = { ...object("city street zip"), additionalProperties: true };
    expect(shown(layersOf([form("", open)], "AddressCommon", base("city street zip")))).toEqual([
      ["Address", ["city", "street", "zip"], undefined],
    ]);
  });
});
