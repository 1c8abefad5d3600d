import { defineAtom } from "./atom.js";

/** A number is at least so large. */
export interface AtLeast {
  readonly name: "at least";
  readonly bound: number;
}

export const atLeast = defineAtom<AtLeast>({
  name: "at least",
  isOfValueAlone: true,
  test: (value, { bound }) => typeof value === "number" && value >= bound,
  testUnknown({ bounds }, { bound }) {
    if (!bounds) return undefined;
    if (bounds.most < bound) return false;
    return bounds.least >= bound ? true : undefined;
  },
  emit: ({ bound }, { value, holds }) => `${value} ${holds ? ">=" : "<"} ${bound}`,
  toJsonSchema: ({ bound }) => ({ schema: { minimum: bound }, about: "number" }),
});
