import type { Evaluation } from "./atoms/atom.js";
import { definitionOf } from "./atoms/index.js";
import { isOfType } from "./atoms/type.js";
import {
  conjuncts,
  type Formula,
  formulaKey,
  type Literal,
  literalKey,
  no,
  opposite,
  parentOf,
  yes,
} from "./formula.js";
import { isDisjoint, isSubset, type ValueSet } from "./valueSet.js";

/** Negation; it is pushed down to the literals. */
export function not(formula: Formula): Formula {
  if ("always" in formula) return { always: !formula.always };
  if ("literal" in formula) return { literal: opposite(formula.literal) };
  return "all" in formula ? any(formula.all.map(not)) : all(formula.any.map(not));
}

/** Every part holds. What one part says is not asked again in another. */
export function all(parts: readonly Formula[]): Formula {
  const flat = parts.flatMap((part) => ("all" in part ? part.all : [part]));
  const absorbed = absorb(flat, true);
  if (absorbed.some((part) => "always" in part && !part.always)) return no;
  const open = absorbed.filter((part) => !("always" in part));
  return open.length === 1 ? (open[0] as Formula) : open.length === 0 ? yes : { all: open };
}

/** Some part holds. */
export function any(parts: readonly Formula[]): Formula {
  const flat = parts.flatMap((part) => ("any" in part ? part.any : [part]));
  const absorbed = absorb(flat, false);
  if (absorbed.some((part) => "always" in part && part.always)) return yes;
  const open = absorbed.filter((part) => !("always" in part));
  if (open.length === 0) return no;
  return open.length === 1 ? (open[0] as Formula) : (withoutShared(open) ?? { any: open });
}

/** Factors out a literal that every alternative asks for; undefined where there is none. */
function withoutShared(parts: readonly Formula[]): Formula | undefined {
  const [first, ...others] = parts.map(conjuncts);
  const isAsked = (part: Formula) =>
    "literal" in part &&
    others.every((other) => other.some((one) => "literal" in one && isSame(one, part)));
  const shared = first?.find(isAsked);
  if (!shared || !("literal" in shared)) return undefined;
  const left = parts.map((part) => simplifyUnder(part, shared.literal));
  return all([shared, any(left)]);
}

/** Where a condition holds, a formula does. */
export const implication = (condition: Formula, formula: Formula): Formula =>
  any([not(condition), formula]);

/**
 * Takes out of each part what the other parts settle. In an "and" every other part may be assumed, in an "or" the opposite
 * of every other part.
 */
function absorb(parts: readonly Formula[], assumed: boolean): Formula[] {
  const absorbed = [...parts];
  for (let index = 0; index < absorbed.length; index++) {
    const part = absorbed[index] as Formula;
    if (!("literal" in part)) continue;
    const fact = assumed ? part.literal : opposite(part.literal);
    for (let other = 0; other < absorbed.length; other++) {
      if (other !== index) absorbed[other] = simplifyUnder(absorbed[other] as Formula, fact);
    }
  }
  return absorbed.sort((left, right) => rankOf(left) - rankOf(right));
}

/** What is assumed of a value is asked first: a length only of what is a text, and a comparison only of what can be compared. */
function rankOf(formula: Formula): number {
  if (!("literal" in formula)) return 2;
  const { name } = formula.literal.atom;
  if (name === "context" || valuesOf(formula.literal)) return 0;
  return name === "comparison" ? 3 : 1;
}

/** What is left to ask once a literal is known to hold; the formula itself where that settles nothing. */
export function simplifyUnder(formula: Formula, fact: Literal): Formula {
  if ("always" in formula) return formula;
  if ("literal" in formula) {
    if (implies(fact, formula.literal)) return yes;
    return implies(fact, opposite(formula.literal)) ? no : formula;
  }
  const parts = "all" in formula ? formula.all : formula.any;
  const left = parts.map((part) => simplifyUnder(part, fact));
  if (left.every((part, index) => part === parts[index])) return formula;
  return "all" in formula ? all(left) : any(left);
}

/** Whether a literal that holds makes another hold. May miss some, never claims too much. */
export function implies(fact: Literal, other: Literal): boolean {
  if (fact.holds && other.holds) return holdsBecause(fact, other);
  if (!fact.holds && !other.holds) return holdsBecause(other, fact);
  return fact.holds && excludes(fact, other);
}

/** Whether one atom that holds makes another hold, whatever the literals' own signs. */
function holdsBecause(fact: Literal, other: Literal): boolean {
  if (fact.path === other.path) {
    if (literalKey(fact) === literalKey(other)) return true;
    const [inner, outer] = [valuesOf(fact), valuesOf(other)];
    if (inner === undefined) return false;
    return outer !== undefined ? isSubset(inner, outer) : everyValue(inner, other, true);
  }
  const around = objectAround(fact);
  return around !== undefined && holdsBecause(around, other);
}

/** Whether one atom that holds keeps another from holding, whatever the literals' own signs. */
function excludes(fact: Literal, other: Literal): boolean {
  const [left, right] = [valuesOf(fact), valuesOf(other)];
  if (fact.path === other.path) {
    if (left === undefined) return right !== undefined && everyValue(right, fact, false);
    return right !== undefined ? isDisjoint(left, right) : everyValue(left, other, false);
  }
  const around = objectAround(fact);
  if (around && other.path.length < fact.path.length && excludes(around, other)) return true;
  // What is not an object contains nothing either.
  const aroundOther = objectAround(other);
  return (
    aroundOther !== undefined && fact.path.length < other.path.length && excludes(fact, aroundOther)
  );
}

/** Whether the values are listed, and an atom that looks at nothing else has one verdict on each. */
function everyValue(set: ValueSet, { atom }: Literal, verdict: boolean): boolean {
  const { isOfValueAlone, test } = definitionOf(atom);
  return (
    isOfValueAlone === true &&
    "values" in set &&
    set.values.every((value) => test(value, atom, valueAlone) === verdict)
  );
}

/** What an atom that looks at the value alone can ask. */
const valueAlone: Evaluation = {
  contextBits: 0,
  valueAt: () => undefined,
  holdsOf: () => undefined,
};

/** A present value lies in an object. */
function objectAround(fact: Literal): Literal | undefined {
  const parent = valuesOf(fact) && parentOf(fact.path);
  if (parent === undefined) return undefined;
  const isObject = isOfType(parent, "object");
  return "literal" in isObject ? isObject.literal : undefined;
}

/** The values of which an atom holds, if it does not hold of an absent one. */
const valuesOf = ({ atom }: Literal): ValueSet | undefined => definitionOf(atom).values?.(atom);

/** Whether two formulas are written alike. */
const isSame = (left: Formula, right: Formula): boolean => formulaKey(left) === formulaKey(right);
