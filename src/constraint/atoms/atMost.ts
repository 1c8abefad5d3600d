import { defineAtom } from "./atom.js";

/** A number is at most so large. */
export interface AtMost {
  readonly name: "at most";
  readonly bound: number;
}

export const atMost = defineAtom<AtMost>({
  name: "at most",
  isOfValueAlone: true,
  test: (value, { bound }) => typeof value === "number" && value <= bound,
  testUnknown({ bounds }, { bound }) {
    if (!bounds) return undefined;
    if (bounds.least > bound) return false;
    return bounds.most <= bound ? true : undefined;
  },
  emit: ({ bound }, { value, holds }) => `${value} ${holds ? "<=" : ">"} ${bound}`,
  toJsonSchema: ({ bound }) => ({ schema: { maximum: bound }, about: "number" }),
});
