import { defineAtom } from "./atom.js";

/** A number is larger than another. */
export interface Above {
  readonly name: "above";
  readonly bound: number;
}

export const above = defineAtom<Above>({
  name: "above",
  isOfValueAlone: true,
  test: (value, { bound }) => typeof value === "number" && value > bound,
  testUnknown({ bounds }, { bound }) {
    if (!bounds) return undefined;
    if (bounds.most <= bound) return false;
    return bounds.least > bound ? true : undefined;
  },
  emit: ({ bound }, { value, holds }) => `${value} ${holds ? ">" : "<="} ${bound}`,
  toJsonSchema: ({ bound }) => ({ schema: { exclusiveMinimum: bound }, about: "number" }),
});
