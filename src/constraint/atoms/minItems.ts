import { isOpen } from "../../validator/unknown.js";
import { defineAtom } from "./atom.js";

/** A list has at least so many items. */
export interface MinItems {
  readonly name: "min items";
  readonly least: number;
}

export const minItems = defineAtom<MinItems>({
  name: "min items",
  test(value, { least }) {
    if (!Array.isArray(value)) return false;
    return value.length >= least || (isOpen(value) ? undefined : false);
  },
  emit: ({ least }, { value, holds }) => `${value}.length ${holds ? ">=" : "<"} ${least}`,
  toJsonSchema: ({ least }) => ({ schema: { minItems: least }, about: "array" }),
});
