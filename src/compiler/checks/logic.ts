import type { Comparison } from "../../validator/compare.js";
import type { Predicate } from "../tableTypes.js";
import type { Place } from "./place.js";

/** What a single test of the generated code asks of the value at a place. */
export type Question =
  | { readonly asks: "defined" }
  | { readonly asks: "type"; readonly type: string }
  | { readonly asks: "one of"; readonly values: readonly unknown[] }
  | { readonly asks: "pattern"; readonly pattern: string }
  | { readonly asks: "at least" | "at most" | "above" | "multiple of"; readonly number: number }
  | { readonly asks: "characters" | "items"; readonly number: number }
  | { readonly asks: "predicate"; readonly predicate: Predicate }
  | { readonly asks: "comparison"; readonly with: Place; readonly comparison: Comparison }
  | { readonly asks: "every" | "some"; readonly item: Place; readonly holds: Logic }
  /** Whether one of the conditions beside the payload is given, by its bit. */
  | { readonly asks: "context"; readonly bit: number };

/** A question with the answer that is looked for. */
export interface Literal {
  readonly place: Place;
  readonly question: Question;
  readonly answer: boolean;
  /** Equal for equal questions. */
  readonly id: string;
}

/** A sentence about a payload: literals joined by "and" and "or". */
export type Logic =
  | { readonly always: boolean }
  | { readonly literal: Literal }
  | { readonly all: readonly Logic[] }
  | { readonly any: readonly Logic[] };

export const yes: Logic = { always: true };
export const no: Logic = { always: false };

export function ask(place: Place, question: Question): Logic {
  return { literal: { place, question, answer: true, id: `${place.id} ${idOf(question)}` } };
}

function idOf(question: Question): string {
  if (question.asks === "every" || question.asks === "some") {
    return `${question.asks} ${question.item.id} ${keyOf(question.holds)}`;
  }
  if (question.asks === "comparison") {
    return `comparison ${question.with.id} ${JSON.stringify(question.comparison)}`;
  }
  return JSON.stringify(question);
}

/** Equal for equal sentences. */
export function keyOf(logic: Logic): string {
  if ("always" in logic) return String(logic.always);
  if ("literal" in logic) return `${logic.literal.answer ? "" : "!"}${logic.literal.id}`;
  const [join, parts] = "all" in logic ? [" & ", logic.all] : [" | ", logic.any];
  return `(${parts.map(keyOf).join(join)})`;
}

export function not(logic: Logic): Logic {
  if ("always" in logic) return { always: !logic.always };
  if ("literal" in logic) return { literal: opposite(logic.literal) };
  return "all" in logic ? any(logic.all.map(not)) : all(logic.any.map(not));
}

const opposite = (literal: Literal): Literal => ({ ...literal, answer: !literal.answer });

/** Every part holds. What one part says is not asked again in another. */
export function all(parts: readonly Logic[]): Logic {
  const flat = parts.flatMap((part) => ("all" in part ? part.all : [part]));
  const settled = settleParts(flat, true);
  if (settled.some((part) => "always" in part && !part.always)) return no;
  const open = settled.filter((part) => !("always" in part));
  return open.length === 1 ? (open[0] as Logic) : open.length === 0 ? yes : { all: open };
}

/** Some part holds. */
export function any(parts: readonly Logic[]): Logic {
  const flat = parts.flatMap((part) => ("any" in part ? part.any : [part]));
  const settled = settleParts(flat, false);
  if (settled.some((part) => "always" in part && part.always)) return yes;
  const open = settled.filter((part) => !("always" in part));
  return open.length === 1 ? (open[0] as Logic) : open.length === 0 ? no : { any: open };
}

/**
 * Takes out of each part what the other parts settle. In an "and" every other part may be assumed, in an "or" the opposite
 * of every other part.
 */
function settleParts(parts: readonly Logic[], assumed: boolean): Logic[] {
  const settled = [...parts];
  for (let index = 0; index < settled.length; index++) {
    const part = settled[index] as Logic;
    if (!("literal" in part)) continue;
    const fact = assumed ? part.literal : opposite(part.literal);
    for (let other = 0; other < settled.length; other++) {
      if (other === index) continue;
      settled[other] = assuming(settled[other] as Logic, fact);
    }
  }
  return settled.sort((left, right) => rankOf(left) - rankOf(right));
}

/** What is assumed of a value is asked first: a length only of what is a text. */
function rankOf(logic: Logic): number {
  if (!("literal" in logic)) return 2;
  return logic.literal.question.asks === "context" || isOnlyOfValues(logic.literal) ? 0 : 1;
}

/** What is left to ask once a literal is known to hold. */
export function assuming(logic: Logic, fact: Literal): Logic {
  if ("always" in logic) return logic;
  if ("literal" in logic) {
    if (implies(fact, logic.literal)) return yes;
    return implies(fact, opposite(logic.literal)) ? no : logic;
  }
  const parts = "all" in logic ? logic.all : logic.any;
  const left = parts.map((part) => assuming(part, fact));
  if (left.every((part, index) => part === parts[index])) return logic;
  return "all" in logic ? all(left) : any(left);
}

/** Whether a literal that holds makes another hold. May miss some, never claims too much. */
export function implies(fact: Literal, other: Literal): boolean {
  if (fact.id === other.id) return fact.answer === other.answer;
  if (fact.answer && other.answer) return holdsBecause(fact, other);
  if (!fact.answer && !other.answer) return holdsBecause(other, fact);
  return fact.answer && !other.answer && excludes(fact, other);
}

/** Whether one question answered by yes makes another be so. */
function holdsBecause(fact: Literal, other: Literal): boolean {
  const { question } = other;
  if (fact.place === other.place) {
    if (question.asks === "defined") return isOnlyOfValues(fact);
    const values = valuesOf(fact);
    if (!values) return false;
    if (question.asks === "type") return values.every((value) => isOfType(value, question.type));
    const asked = valuesOf(other);
    return asked !== undefined && values.every((value) => asked.includes(value));
  }
  const { parent } = fact.place;
  if (parent === undefined || !isOnlyOfValues(fact)) return false;
  // What is there has an object around it.
  return holdsBecause({ ...objectAt(parent), answer: true }, other) || isObjectAt(other, parent);
}

const isObjectAt = ({ place, question }: Literal, at: Place) =>
  place === at && question.asks === "type" && question.type === "object";

function objectAt(place: Place): Literal {
  const question: Question = { asks: "type", type: "object" };
  return { place, question, answer: true, id: `${place.id} ${idOf(question)}` };
}

const excludes = (fact: Literal, other: Literal): boolean => {
  if (fact.place !== other.place) return false;
  const [values, others] = [valuesOf(fact), valuesOf(other)];
  const { question } = other;
  if (values && others) return !values.some((value) => others.includes(value));
  return (
    values !== undefined &&
    question.asks === "type" &&
    !values.some((value) => isOfType(value, question.type))
  );
};

/** Whether a question can be answered by yes only of a value that is there. */
const isOnlyOfValues = ({ question }: Literal) =>
  question.asks === "defined" || question.asks === "type" || question.asks === "one of";

const valuesOf = ({ question }: Literal) =>
  question.asks === "one of" ? question.values : undefined;

function isOfType(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  return (value === null ? "null" : typeof value) === type;
}
