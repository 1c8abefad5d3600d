import type { Span } from "../../text/positions.js";
import {
  anyCharacter,
  hole,
  isWholeText,
  type JsonType,
  textOf,
  Unknown,
} from "../../validator/unknown.js";
import { boundsOf, computed as computedBounds, digitsOf } from "../bounds.js";
import { comingFrom, lettersOf, typesOf, unknownValue, type Value } from "./values.js";

/** What operators make of values. `source` is how the operation is written. */

/** Texts and numbers one behind the other. */
export function joinedText(span: Span, source: string, values: readonly Value[]): Value {
  const text = values.map(({ known }) => asText(known)).join("");
  return {
    span,
    known: isWholeText(text) ? text : new Unknown(source, ["string"], text),
    letters: { parts: values.map(lettersOf) },
    ...comingFrom(...values),
  };
}

/** `a + b`, which adds numbers or joins texts. */
export function sum(span: Span, source: string, values: readonly Value[]): Value {
  if (values.some(({ known }) => isText(known))) return joinedText(span, source, values);
  return computed(span, source, values, (all, one) => all + one, "+");
}

/** `a * b` */
export const product = (span: Span, source: string, values: readonly Value[]): Value =>
  computed(span, source, values, (all, one) => all * one, "*", inThousandths(values));

/** `-a` */
export function negated(span: Span, source: string, value: Value): Value {
  if (typeof value.known === "number") return { ...value, span, known: -value.known };
  return { ...value, ...unknownValue(span, source, { types: ["number"] }) };
}

function computed(
  span: Span,
  source: string,
  values: readonly Value[],
  operate: (all: number, one: number) => number,
  operator: "+" | "*",
  text?: string,
): Value {
  const common = { span, ...comingFrom(...values) };
  if (values.every(({ known }) => typeof known === "number")) {
    const known = values.map((one) => one.known as number).reduce((all, one) => operate(all, one));
    return { ...common, known };
  }
  const isNumber = values.every(({ known }) => typesOf(known)?.join() === "number");
  const types: readonly JsonType[] | undefined = isNumber ? ["number"] : undefined;
  const [first, ...others] = values.map(({ known }) => boundsOf(known));
  const bounds = others.reduce(
    (all, one) => all && one && computedBounds(operator, all, one),
    first,
  );
  const digits = text ?? (bounds && digitsOf(bounds));
  return { ...unknownValue(span, source, { types, text: digits, bounds }), ...common };
}

/** The digits of a number of known length, such as the time in seconds, times 1,000. */
function inThousandths(values: readonly Value[]): string | undefined {
  const factor = values.find(({ known }) => known === 1000);
  const other = values.find((one) => one !== factor)?.known;
  const [whole, rest] = (other instanceof Unknown && other.text?.split(".")) || [];
  const isCounted = factor && values.length === 2 && whole && rest === hole;
  return isCounted ? `${whole}${anyCharacter.repeat(3)}.${hole}` : undefined;
}

/** What a value is in a text. */
export function asText(known: unknown): string {
  if (known instanceof Unknown) return known.text ?? hole;
  return known === null ? hole : String(known);
}

const isText = (known: unknown): boolean =>
  typeof known === "string" ||
  (known instanceof Unknown && known.types?.length === 1 && known.types[0] === "string") ||
  (known instanceof Unknown && known.types === undefined && textOf(known) !== undefined);
