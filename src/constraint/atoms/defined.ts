import type { Unknown } from "../../validator/unknown.js";
import { type AccessPath, literal } from "../formula.js";
import { defineAtom } from "./atom.js";

/** The value is present. */
export interface Defined {
  readonly name: "defined";
}

const atom: Defined = { name: "defined" };

export const isDefined = (path: AccessPath) => literal(path, atom);

export const defined = defineAtom<Defined>({
  name: "defined",
  test: (value) => value !== undefined,
  // Without a type it may be absent.
  testUnknown: ({ types }: Unknown) => (types ? true : undefined),
  emit: (_, { value, holds }) => `${value} ${holds ? "!==" : "==="} undefined`,
  toJsonSchema: () => ({ schema: {} }),
  values: () => ({ any: true }),
});
