import { fits, type Unknown } from "../../validator/unknown.js";
import { lengthOf, typeOf } from "../abstractValue.js";
import { codePointLength } from "../codePointLength.js";
import { type AccessPath, literal } from "../formula.js";
import { defineAtom } from "./atom.js";

/** The value is one of a list of texts, numbers, truth values and null. */
export interface OneOf {
  readonly name: "one of";
  readonly values: readonly unknown[];
}

/** Sets of so few values are compared one by one. */
const fewValues = 4;

/** @throws where one of the values is an object: those are equal to nothing. */
export function isOneOf(path: AccessPath, values: readonly unknown[]) {
  if (values.some((value) => typeof value === "object" && value !== null)) {
    throw new Error(`no check can be written of ${path}: it is compared with an object`);
  }
  return literal<OneOf>(path, { name: "one of", values });
}

export const oneOf = defineAtom<OneOf>({
  name: "one of",
  test: (value, { values }) => values.includes(value),
  testUnknown: (value, { values }) =>
    values.some((candidate) => canBe(value, candidate)) ? undefined : false,
  emit({ values }, site) {
    const { value, holds } = site;
    if (values.length > fewValues) return `${site.isAmong(values)} ${holds ? "!==" : "==="} 0`;
    const tests = values.map(
      (candidate) => `${value} ${holds ? "===" : "!=="} ${JSON.stringify(candidate)}`,
    );
    if (tests.length === 1) return tests[0] as string;
    return `(${tests.join(holds ? " || " : " && ")})`;
  },
  toJsonSchema: ({ values }) => ({
    schema: values.length === 1 ? { const: values[0] } : { enum: [...values] },
  }),
  values: ({ values }) => ({ values }),
});

function canBe(unknown: Unknown, value: unknown): boolean {
  const type = typeOf(value);
  if (unknown.types && (type === undefined || !unknown.types.includes(type))) return false;
  if (typeof value !== "string") return true;
  const { min, max } = lengthOf(unknown);
  const length = codePointLength(value);
  if (length < min || length > max) return false;
  return unknown.text === undefined || fits(value, unknown.text);
}
