import { remembered } from "../../validator/remembered.js";
import { matchesInPart } from "../partialMatch.js";
import { defineAtom } from "./atom.js";

/** A text matches a regular expression (with the `u` flag). */
export interface Pattern {
  readonly name: "pattern";
  readonly pattern: string;
}

/** The pattern of a text that is not blank. */
export const notBlank = "\\S";

const expressionOf = remembered((pattern) => new RegExp(pattern, "u"));

export const pattern = defineAtom<Pattern>({
  name: "pattern",
  isOfValueAlone: true,
  test: (value, atom) => typeof value === "string" && expressionOf(atom.pattern).test(value),
  testUnknown: ({ text }, atom) =>
    text === undefined ? undefined : matchesInPart(atom.pattern, text),
  emit({ pattern }, site) {
    const test =
      pattern === notBlank
        ? `${site.import("hasText", "values")}(${site.value})`
        : `${site.constant(String(new RegExp(pattern, "u")), "pattern")}.test(${site.value})`;
    return site.holds ? test : `!${test}`;
  },
  toJsonSchema: ({ pattern }) => ({ schema: { pattern }, about: "string" }),
});
