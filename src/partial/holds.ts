import { codePointLength } from "../validator/codePointLength.js";
import { type Comparison, compare } from "../validator/compare.js";
import { parsePointer } from "../validator/pointer.js";
import { type PredicateName, predicates } from "../validator/predicates/index.js";
import { anyCharacter, hole, isOpen, type JsonType, Unknown } from "../validator/unknown.js";

/** A JSON Schema of the keywords that the compiler writes. */
export interface CheckSchema {
  readonly [keyword: string]: unknown;
}

/** True, false, or undefined when that hangs on what only the running program knows. */
export type Verdict = boolean | undefined;

const negated = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);

function every(verdicts: Iterable<Verdict>): Verdict {
  let all: Verdict = true;
  for (const verdict of verdicts) {
    if (verdict === false) return false;
    if (verdict === undefined) all = undefined;
  }
  return all;
}

const some = (verdicts: readonly Verdict[]): Verdict => negated(every(verdicts.map(negated)));

/** Whether a value satisfies a schema, as far as it is known. */
export function holds(schema: CheckSchema, value: unknown): Verdict {
  return every(Object.keys(schema).map((keyword) => holdsKeyword(keyword, schema, value)));
}

function holdsKeyword(keyword: string, schema: CheckSchema, value: unknown): Verdict {
  const operand = schema[keyword];
  switch (keyword) {
    case "allOf":
      return every((operand as CheckSchema[]).map((one) => holds(one, value)));
    case "anyOf":
      return some((operand as CheckSchema[]).map((one) => holds(one, value)));
    case "not":
      return negated(holds(operand as CheckSchema, value));
    case "if":
      return some([
        negated(holds(operand as CheckSchema, value)),
        holds((schema.then ?? {}) as CheckSchema, value),
      ]);
    case "type":
      return isOfType([operand].flat() as string[], value);
    case "enum":
      return isOneOf(operand as unknown[], value);
    case "const":
      return isOneOf([operand], value);
    case "required":
      return ofObject(value, (object) =>
        every((operand as string[]).map((key) => hasKey(object, key))),
      );
    case "properties":
      return ofObject(value, (object) =>
        every(
          Object.entries(operand as Record<string, CheckSchema>).map(([key, below]) =>
            whereGiven(object, key, below),
          ),
        ),
      );
    case "items":
    case "contains":
      return ofType("array", value, (list) => holdsItems(keyword, operand as CheckSchema, list));
    case "minItems":
      return ofType("array", value, (list) => {
        const { length } = list as unknown[];
        return length >= (operand as number) || (isOpen(list as object) ? undefined : false);
      });
    case "pattern":
      return ofType("string", value, (text) =>
        new RegExp(operand as string, "u").test(text as string),
      );
    case "maxLength":
      return isNotLonger(operand as number, value);
    case "minimum":
      return isWithin(value, { least: operand as number });
    case "maximum":
      return isWithin(value, { most: operand as number });
    case "exclusiveMinimum":
      return ofType("number", value, (number) => (number as number) > (operand as number));
    case "multipleOf":
      return ofType("number", value, (number) =>
        Number.isInteger((number as number) / (operand as number)),
      );
    case "x-predicate": {
      const { name, ...args } = operand as { name: PredicateName };
      return value instanceof Unknown ? undefined : predicates[name](value, args);
    }
    case "x-compare":
      return comparison(operand as Comparison, value);
    // `then` is read with `if`; the rest are words for people.
    default:
      return true;
  }
}

const typeOf = (value: unknown): JsonType | undefined => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  if (type === "number") return Number.isFinite(value) ? "number" : undefined;
  return type === "string" || type === "boolean" || type === "object" ? type : undefined;
};

function isOfType(types: readonly string[], value: unknown): Verdict {
  if (value instanceof Unknown) {
    if (!value.types) return undefined;
    return some(types.map((type) => anyOfTypes(value.types as readonly JsonType[], type)));
  }
  const type = typeOf(value);
  return types.some(
    (one) => one === type || (one === "integer" && type === "number" && Number.isInteger(value)),
  );
}

/** Whether a value of these types is of another. */
function anyOfTypes(known: readonly JsonType[], type: string): Verdict {
  if (type === "integer") return known.includes("number") ? undefined : false;
  if (!known.includes(type as JsonType)) return false;
  return known.length === 1 ? true : undefined;
}

function isOneOf(values: readonly unknown[], value: unknown): Verdict {
  if (!(value instanceof Unknown)) return values.includes(value);
  const { types, text } = value;
  const possible = values.some((one) => {
    if (types && !types.includes(typeOf(one) as JsonType)) return false;
    return text === undefined || typeof one !== "string" || fits(one, text);
  });
  return possible ? undefined : false;
}

/** Whether a text can be what a text with holes turns out to be. */
export function fits(text: string, withHoles: string): boolean {
  const parts = withHoles
    .split(hole)
    .map((part) =>
      part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(anyCharacter, "[\\s\\S]"),
    );
  return new RegExp(`^${parts.join("[\\s\\S]*")}$`, "u").test(text);
}

function isNotLonger(most: number, value: unknown): Verdict {
  if (value instanceof Unknown && value.text !== undefined) {
    return codePointLength(value.text.replaceAll(hole, "")) > most ? false : undefined;
  }
  return ofType("string", value, (text) => codePointLength(text as string) <= most);
}

/** Whether a number is within bounds, of which one may be left out. */
function isWithin(
  value: unknown,
  { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY },
): Verdict {
  const known = value instanceof Unknown ? value.bounds : undefined;
  if (known && (known.most < least || known.least > most)) return false;
  if (known && known.least >= least && known.most <= most) return true;
  return ofType("number", value, (number) => {
    return (number as number) >= least && (number as number) <= most;
  });
}

/** A keyword that speaks of one type holds for every value of another. */
function ofType(type: JsonType, value: unknown, test: (value: unknown) => Verdict): Verdict {
  if (!(value instanceof Unknown)) return typeOf(value) === type ? test(value) : true;
  return value.types && !value.types.includes(type) ? true : undefined;
}

const ofObject = (value: unknown, test: (object: Record<string, unknown>) => Verdict): Verdict =>
  ofType("object", value, (object) => test(object as Record<string, unknown>));

const isMaybeAbsent = (value: unknown) => value instanceof Unknown && !value.types;

function hasKey(object: Record<string, unknown>, key: string): Verdict {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  if (value === undefined) return isOpen(object) ? undefined : false;
  return isMaybeAbsent(value) ? undefined : true;
}

function whereGiven(object: Record<string, unknown>, key: string, schema: CheckSchema): Verdict {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  if (value !== undefined) {
    const verdict = holds(schema, value);
    return isMaybeAbsent(value) && verdict === false ? undefined : verdict;
  }
  // What may be there may be right.
  return !isOpen(object) || Object.keys(schema).length === 0 ? true : undefined;
}

function holdsItems(keyword: "items" | "contains", schema: CheckSchema, list: unknown): Verdict {
  const items = list as unknown[];
  const verdicts = items.map((item) => holds(schema, item));
  const unseen: Verdict[] = isOpen(items) ? [undefined] : [];
  return keyword === "items" ? every([...verdicts, ...unseen]) : some([...verdicts, ...unseen]);
}

function comparison(one: Comparison, payload: unknown): Verdict {
  const isKnown = [one.path, one.to].every((path) => isKnownAt(payload, path));
  return isKnown ? compare(payload, one) : undefined;
}

function isKnownAt(payload: unknown, path: string): boolean {
  let value = payload;
  for (const key of parsePointer(path)) {
    if (value instanceof Unknown) return false;
    if (typeof value !== "object" || value === null) return true;
    if (!Object.hasOwn(value, key)) return !isOpen(value);
    value = (value as Record<string, unknown>)[key];
  }
  return !(value instanceof Unknown);
}
