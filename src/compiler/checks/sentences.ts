import type { Comparison } from "../../validator/compare.js";
import { parsePointer } from "../../validator/pointer.js";
import type { JsonSchema } from "../jsonSchema.js";
import type { Predicate } from "../tableTypes.js";
import { all, any, ask, type Logic, not, type Question, yes } from "./logic.js";
import { Place } from "./place.js";

/** A schema as a sentence about the value at a place. A keyword that speaks of one type holds for values of any other. */
export function sentence(schema: JsonSchema, place: Place): Logic {
  return all(Object.keys(schema).map((keyword) => ofKeyword(keyword, schema, place)));
}

function ofKeyword(keyword: string, schema: JsonSchema, place: Place): Logic {
  const operand = schema[keyword];
  const below = (inner: unknown, at = place) => sentence(inner as JsonSchema, at);
  const unless = (type: string, question: Question) =>
    any([not(isOfType(place, type)), ask(place, question)]);
  const ofNumber = (asks: "at least" | "at most" | "above" | "multiple of") =>
    unless("number", { asks, number: operand as number });
  switch (keyword) {
    case "allOf":
      return all((operand as unknown[]).map((one) => below(one)));
    case "anyOf":
      return any((operand as unknown[]).map((one) => below(one)));
    case "not":
      return not(below(operand));
    case "if":
      return any([not(below(operand)), below(schema.then ?? {})]);
    case "then":
      return yes;
    case "type":
      return any([operand as string | string[]].flat().map((type) => isOfType(place, type)));
    case "const":
      return isOneOf(place, [operand]);
    case "enum":
      return isOneOf(place, operand as unknown[]);
    case "required":
      return any([
        not(isOfType(place, "object")),
        all((operand as string[]).map((key) => isDefined(place.child(key)))),
      ]);
    case "properties":
      // The variable of a key is undefined where there is no object around it.
      return all(
        Object.entries(operand as Record<string, JsonSchema>).map(([key, inner]) => {
          const child = place.child(key);
          return any([not(isDefined(child)), below(inner, child)]);
        }),
      );
    case "items":
    case "contains": {
      const item = Place.root(`${place.id}/*`);
      const asks = keyword === "items" ? "every" : "some";
      return unless("array", { asks, item, holds: below(operand, item) });
    }
    case "minItems":
      return unless("array", { asks: "items", number: operand as number });
    case "pattern":
      return unless("string", { asks: "pattern", pattern: operand as string });
    case "maxLength":
      return unless("string", { asks: "characters", number: operand as number });
    case "minimum":
      return ofNumber("at least");
    case "maximum":
      return ofNumber("at most");
    case "exclusiveMinimum":
      return ofNumber("above");
    case "multipleOf":
      return ofNumber("multiple of");
    case "x-predicate":
      return ask(place, { asks: "predicate", predicate: operand as Predicate });
    case "x-compare": {
      const comparison = operand as Comparison;
      const [left, right] = [comparison.path, comparison.to].map((pointer) =>
        parsePointer(pointer).reduce((at, key) => at.child(key), place),
      ) as [Place, Place];
      return ask(left, { asks: "comparison", with: right, comparison });
    }
    default:
      throw new Error(`no check can be written of ${keyword}`);
  }
}

export const isDefined = (place: Place) => ask(place, { asks: "defined" });

export const isOfType = (place: Place, type: string) => ask(place, { asks: "type", type });

function isOneOf(place: Place, values: unknown[]): Logic {
  if (values.some((value) => typeof value === "object" && value !== null)) {
    throw new Error(`no check can be written of ${place.pointer}: it is compared with an object`);
  }
  return ask(place, { asks: "one of", values });
}
