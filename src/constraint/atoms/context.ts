import { literal, root } from "../formula.js";
import { defineAtom } from "./atom.js";

/** A condition beside the payload is given, by its bit; see `ContextGroup`. */
export interface ContextAtom {
  readonly name: "context";
  readonly bit: number;
}

export const isGiven = (bit: number) => literal<ContextAtom>(root, { name: "context", bit });

export const context = defineAtom<ContextAtom>({
  name: "context",
  test: (_, { bit }, { contextBits }) => (contextBits & bit) !== 0,
  testUnknown: (_, { bit }, { contextBits }) => (contextBits & bit) !== 0,
  emit: ({ bit }, { holds }) => `(contextBits & ${bit}) ${holds ? "!==" : "==="} 0`,
  toJsonSchema: () => null,
});
