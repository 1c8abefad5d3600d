import { isDefined } from "../../src/constraint/atoms/defined.js";
import { isOneOf } from "../../src/constraint/atoms/oneOf.js";
import type { PredicateAtom } from "../../src/constraint/atoms/predicate.js";
import { isOfType } from "../../src/constraint/atoms/type.js";
import {
  compares,
  hasAtLeastItems,
  hasAtMostCharacters,
  isAbove,
  isAtLeast,
  isAtMost,
  isMultipleOf,
  isOfSomeType,
  matches,
  someItem,
} from "../../src/constraint/build.js";
import { type Constraint, under } from "../../src/constraint/constraint.js";
import { childOf, type Formula, literal, root, yes } from "../../src/constraint/formula.js";
import type { JsonSchema } from "../../src/constraint/jsonSchema.js";
import { all, any, implication, not } from "../../src/constraint/simplify.js";
import type { TypeName } from "../../src/constraint/valueSet.js";
import type { Comparison } from "../../src/validator/compare.js";
import { parsePointer } from "../../src/validator/pointer.js";
import type { PredicateName } from "../../src/validator/predicates/index.js";

/** A schema as the formula that says the same, so that ajv, which reads the schema, can judge what is made of the formula. */
export function formulaOfSchema(schema: JsonSchema, path = root): Formula {
  return all(Object.keys(schema).map((keyword) => ofKeyword(keyword, schema, path)));
}

function ofKeyword(keyword: string, schema: JsonSchema, path: string): Formula {
  const operand = schema[keyword] as never;
  const below = (inner: JsonSchema, at = path) => formulaOfSchema(inner, at);
  switch (keyword) {
    case "allOf":
      return all((operand as JsonSchema[]).map((one) => below(one)));
    case "anyOf":
      return any((operand as JsonSchema[]).map((one) => below(one)));
    case "not":
      return not(below(operand));
    case "if":
      return implication(below(operand), below((schema.then ?? {}) as JsonSchema));
    case "then":
      return yes;
    case "type":
      return isOfSomeType(path, [operand].flat() as TypeName[]);
    case "const":
      return isOneOf(path, [operand]);
    case "enum":
      return isOneOf(path, operand);
    case "required":
      return any([
        not(isOfType(path, "object")),
        all((operand as string[]).map((key) => isDefined(childOf(path, key)))),
      ]);
    case "properties":
      return all(
        Object.entries(operand as Record<string, JsonSchema>).map(([key, inner]) => {
          const child = childOf(path, key);
          return any([not(isDefined(child)), below(inner, child)]);
        }),
      );
    case "items":
      return everyItem(path, below(operand, root));
    case "contains":
      return any([not(isOfType(path, "array")), someItem(path, below(operand, root))]);
    case "minItems":
      return hasAtLeastItems(path, operand);
    case "pattern":
      return matches(path, operand);
    case "maxLength":
      return hasAtMostCharacters(path, operand);
    case "minimum":
      return isAtLeast(path, operand);
    case "maximum":
      return isAtMost(path, operand);
    case "exclusiveMinimum":
      return isAbove(path, operand);
    case "multipleOf":
      return isMultipleOf(path, operand);
    case "x-predicate": {
      const { name, ...given } = operand as { name: PredicateName };
      return literal<PredicateAtom>(path, {
        ...{ name: "predicate", predicate: name, arguments: given },
      });
    }
    case "x-compare": {
      const { path: left, to, ...how } = operand as Comparison;
      const [at, other] = [left, to].map((pointer) =>
        parsePointer(pointer).reduce((found, key) => childOf(found, key), path),
      ) as [string, string];
      return compares(at, { with: other, how });
    }
    default:
      throw new Error(`no formula says ${keyword}`);
  }
}

/** `item` is about each item of the list, and its paths begin there. */
export const everyItem = (path: string, item: Formula): Formula => not(someItem(path, not(item)));

/** The constraints of a schema with `diagnose: [{ fault, of }]` keywords at places and under conditions, by fault. */
export function constraintsOfSchema(
  schema: JsonSchema,
): { fault: number; constraint: Constraint }[] {
  return [...constraintsAt(schema, root, yes)];
}

function* constraintsAt(
  schema: JsonSchema,
  path: string,
  when: Formula,
): Generator<{ fault: number; constraint: Constraint }> {
  for (const { fault, of } of (schema.diagnose ?? []) as { fault: number; of: JsonSchema }[]) {
    yield { fault, constraint: { when, holds: formulaOfSchema(of, path) } };
  }
  for (const [key, below] of Object.entries(
    (schema.properties ?? {}) as Record<string, JsonSchema>,
  )) {
    const child = childOf(path, key);
    yield* constraintsAt(below, child, all([when, isDefined(child)]));
  }
  if (schema.items) {
    for (const { fault, constraint } of constraintsAt(schema.items as JsonSchema, root, yes)) {
      const isList = isOfType(path, "array");
      yield {
        fault,
        constraint: { when: all([when, isList]), each: path, items: constraint },
      };
    }
  }
  for (const one of schema.allOf ?? []) yield* constraintsAt(one, path, when);
  if (schema.if) {
    const condition = formulaOfSchema(schema.if as JsonSchema, path);
    const inner = constraintsAt((schema.then ?? {}) as JsonSchema, path, when);
    for (const { fault, constraint } of inner)
      yield { fault, constraint: under(condition, constraint) };
  }
}
