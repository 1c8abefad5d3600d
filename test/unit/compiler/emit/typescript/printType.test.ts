import type { JSONSchema } from "json-schema-to-typescript";
import { expect, it } from "vitest";
import { printType } from "../../../../../src/compiler/emit/typescript/printType.js";

const closed: JSONSchema = { type: "object", additionalProperties: false };

it("A type is laid out by its objects, with comments of one line where they fit", async () => {
  const long = "What it is, at length. ".repeat(8).trim();
  const schema: JSONSchema = {
    ...{ ...closed, description: "A payload.", required: ["id"] },
    properties: {
      id: { type: "string", description: "Its id.", deprecated: true },
      names: {
        ...{ type: "array", description: "Its names." },
        items: { type: "string", description: "A name." },
      },
      more: { ...closed, description: long, properties: { on: { type: "boolean" } } },
      none: closed,
    },
  };
  expect(await printType("Payload", schema)).toBe(`/** A payload. */
export interface Payload {
  /** @deprecated Its id. */
  id: string;
  /** Its names. Items: A name. */
  names?: string[];
  /**
   * ${long}
   */
  more?: {
    on?: boolean;
  };
  none?: {};
}
`);
});
