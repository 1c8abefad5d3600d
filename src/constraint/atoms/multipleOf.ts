import { defineAtom } from "./atom.js";

/** A number is a multiple of another. */
export interface MultipleOf {
  readonly name: "multiple of";
  readonly step: number;
}

export const multipleOf = defineAtom<MultipleOf>({
  name: "multiple of",
  test: (value, { step }) => Number.isInteger((value as number) / step),
  testUnknown: ({ bounds }, { step }) => (bounds?.isWhole && step === 1 ? true : undefined),
  emit: ({ step }, { value, holds }) =>
    `${holds ? "" : "!"}Number.isInteger(${step === 1 ? value : `${value} / ${step}`})`,
  toJsonSchema: ({ step }) => ({ schema: { multipleOf: step }, about: "number" }),
});
