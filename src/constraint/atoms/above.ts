import { defineAtom } from "./atom.js";

/** A number is larger than another. */
export interface Above {
  readonly name: "above";
  readonly bound: number;
}

export const above = defineAtom<Above>({
  name: "above",
  test: (value, { bound }) => typeof value === "number" && value > bound,
  emit: ({ bound }, { value, holds }) => `${value} ${holds ? ">" : "<="} ${bound}`,
  toJsonSchema: ({ bound }) => ({ schema: { exclusiveMinimum: bound }, about: "number" }),
});
