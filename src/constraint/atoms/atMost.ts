import { defineAtom } from "./atom.js";

/** A number is at most so large. */
export interface AtMost {
  readonly name: "at most";
  readonly bound: number;
}

export const atMost = defineAtom<AtMost>({
  name: "at most",
  test: (value, { bound }) => typeof value === "number" && value <= bound,
  emit: ({ bound }, { value, holds }) => `${value} ${holds ? "<=" : ">"} ${bound}`,
  toJsonSchema: ({ bound }) => ({ schema: { maximum: bound }, about: "number" }),
});
