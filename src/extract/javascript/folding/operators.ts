import { type JsonType, Unknown } from "../../../validator/unknown.js";
import { boundsOf, computed, digitsOf } from "../../bounds.js";

/** What an operator makes of values, as far as they are known. `source` is the expression as it is written. */

const yieldingBoolean = /^(?:[=!]==?|[<>]=?|in|instanceof)$/;

export function unary(operator: string, value: unknown, source: string): unknown {
  switch (operator) {
    case "!":
      return value instanceof Unknown ? new Unknown(source, ["boolean"]) : !value;
    case "-":
      return typeof value === "number" ? -value : new Unknown(source, ["number"]);
    case "+":
      return typeof value === "number"
        ? value
        : new Unknown(source, ["number"], undefined, boundsOf(value));
    case "void":
      return undefined;
    case "typeof":
      return new Unknown(source, ["string"]);
    default:
      return new Unknown(source);
  }
}

/** All operators with two sides but `+` of texts, which is a text. */
export function binary(operator: string, left: unknown, right: unknown, source: string): unknown {
  if (yieldingBoolean.test(operator)) return new Unknown(source, ["boolean"]);
  if (typeof left === "number" && typeof right === "number") {
    const value = arithmetic[operator]?.(left, right);
    return value ?? new Unknown(source, ["number"]);
  }
  if (operator === "+" && !(isNumber(left) && isNumber(right))) return new Unknown(source);
  const [one, other] = [boundsOf(left), boundsOf(right)];
  const bounds = one && other && computed(operator, one, other);
  return new Unknown(source, ["number"], undefined, bounds);
}

const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "%": (left, right) => left % right,
};

/** `||`, `&&` and `??`; `right` is asked for only where it has a say. */
export function logical(
  operator: string,
  left: unknown,
  right: () => unknown,
  source: string,
): unknown {
  if (!(left instanceof Unknown)) {
    const isLeft =
      operator === "??" ? (left ?? null) !== null : Boolean(left) === (operator === "||");
    return isLeft ? left : right();
  }
  const types = operator === "&&" ? left.types : left.types?.filter((type) => type !== "null");
  return types ? either([new Unknown(source, types), right()], source) : new Unknown(source);
}

/** One of several values: known where they agree, else what their types have in common. */
export function either(values: readonly unknown[], source: string): unknown {
  const [first] = values;
  const isScalar = typeof first !== "object" || first === null;
  if (isScalar && values.every((value) => value === first)) return first;
  const types = values.map(typesOf);
  return types.every((one) => one !== undefined)
    ? new Unknown(source, [...new Set(types.flat())])
    : new Unknown(source);
}

/** A value as a text, where it is sure to be one; `isText` tells of the values that make `+` one. */
export const isText = (value: unknown): boolean => isOfType("string", value);
const isNumber = (value: unknown): boolean => isOfType("number", value);

/** Whether a value is sure to be of a type. */
function isOfType(type: "string" | "number", value: unknown): boolean {
  if (!(value instanceof Unknown)) return typeof value === type;
  return value.types?.length === 1 && value.types[0] === type;
}

/** What a value is as a part of a text; undefined where nothing of that is known. */
export function writtenAs(value: unknown): string | undefined {
  if (value instanceof Unknown) return value.text ?? (value.bounds && digitsOf(value.bounds));
  return /^(?:string|number|boolean)$/.test(typeof value) ? String(value) : undefined;
}

function typesOf(value: unknown): readonly JsonType[] | undefined {
  if (value instanceof Unknown) return value.types;
  if (value === null) return ["null"];
  if (Array.isArray(value)) return ["array"];
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" || type === "object"
    ? [type]
    : undefined;
}
