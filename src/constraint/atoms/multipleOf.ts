import { isMultiple } from "../../validator/values.js";
import { defineAtom } from "./atom.js";

/** A number is a multiple of another. */
export interface MultipleOf {
  readonly name: "multiple of";
  readonly step: number;
}

export const multipleOf = defineAtom<MultipleOf>({
  name: "multiple of",
  isOfValueAlone: true,
  test: (value, { step }) => isMultiple(value as number, step),
  testUnknown: ({ bounds }, { step }) => (bounds?.isWhole && step === 1 ? true : undefined),
  emit({ step }, site) {
    const times = step === 1 ? site.value : `${site.value} / ${step}`;
    const test = Number.isInteger(step)
      ? `Number.isInteger(${times})`
      : `${site.import("isMultiple", "values")}(${site.value}, ${step})`;
    return site.holds ? test : `!${test}`;
  },
  // Validators of JSON Schema divide, and find that 14.29 is no multiple of 0.01.
  toJsonSchema: ({ step }) =>
    Number.isInteger(step) ? { schema: { multipleOf: step }, about: "number" } : null,
});
