import { isWithin } from "../../validator/values.js";
import { lengthOf } from "../abstractValue.js";
import { defineAtom } from "./atom.js";

/** A text has at most so many code points. */
export interface MaxLength {
  readonly name: "max length";
  readonly most: number;
}

export const maxLength = defineAtom<MaxLength>({
  name: "max length",
  isOfValueAlone: true,
  test: (value, { most }) => typeof value === "string" && isWithin(value, most),
  testUnknown(value, { most }) {
    const { min, max } = lengthOf(value);
    if (min > most) return false;
    return max <= most ? true : undefined;
  },
  emit({ most }, site) {
    const test = `${site.import("isWithin", "values")}(${site.value}, ${most})`;
    return site.holds ? test : `!${test}`;
  },
  toJsonSchema: ({ most }) => ({ schema: { maxLength: most }, about: "string" }),
});
