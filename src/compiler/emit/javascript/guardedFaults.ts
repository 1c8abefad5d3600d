import { isOfType } from "../../../constraint/atoms/type.js";
import type { FaultConstraint } from "../../../constraint/constraint.js";
import {
  type AccessPath,
  conjuncts,
  type Formula,
  formulaKey,
  type Literal,
} from "../../../constraint/formula.js";
import { all, any, implies, not, simplifyUnder } from "../../../constraint/simplify.js";

/** A fault, or faults of the items of a list, found where every condition holds. */
export interface GuardedFault {
  readonly conditions: readonly Formula[];
  readonly then: { readonly fault: number } | Loop;
}

/** Faults of each item of a list. */
export interface Loop {
  readonly list: AccessPath;
  readonly items: readonly GuardedFault[];
}

/** Constraints as what generated code finds, in the same order. Neighbours that are about one list share a loop. */
export function lowerFaults(constraints: readonly FaultConstraint[]): GuardedFault[] {
  const faults: GuardedFault[] = [];
  for (let index = 0; index < constraints.length; ) {
    const { fault, constraint } = constraints[index] as FaultConstraint;
    if ("holds" in constraint) {
      const conditions = conjuncts(all([constraint.when, not(constraint.holds)]));
      faults.push({ conditions, then: { fault } });
      index++;
      continue;
    }
    const { when, each } = constraint;
    const items: FaultConstraint[] = [];
    for (; index < constraints.length; index++) {
      const next = constraints[index] as FaultConstraint;
      const of = next.constraint;
      if ("holds" in of || of.each !== each || formulaKey(of.when) !== formulaKey(when)) break;
      items.push({ fault: next.fault, constraint: of.items });
    }
    const conditions = conjuncts(all([when, isOfType(each, "array")]));
    faults.push({ conditions, then: { list: each, items: lowerFaults(items) } });
  }
  return faults.filter(({ conditions }) => isPossible(conditions));
}

/** The same constraints, those that are about one list beside the first of them. */
export function besideTheirList(constraints: readonly FaultConstraint[]): FaultConstraint[] {
  const groups = new Map<unknown, FaultConstraint[]>();
  for (const one of constraints) {
    const { constraint } = one;
    const key = "each" in constraint ? `${constraint.each} ${formulaKey(constraint.when)}` : one;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flat();
}

/** Faults any of which is enough, so that none needs to be looked for where another is found. */
export function anyOf(faults: readonly GuardedFault[]): GuardedFault[] {
  const left = faults.map<GuardedFault>((fault) => ({
    ...fault,
    conditions: fault.conditions.filter(
      (one) => !isOptional(one) || !isFoundBeside(fault, conjuncts(not(one)), faults),
    ),
  }));
  // From the end, so that the first of equal faults is kept.
  for (let index = left.length - 1; index >= 0; index--) {
    const fault = left[index] as GuardedFault;
    if (!("fault" in fault.then)) continue;
    const alternatives = alternativesOf(fault).filter(
      (one) => !isFoundBeside(fault, conjuncts(one), left),
    );
    if (alternatives.length === 0) left.splice(index, 1);
    else left[index] = { ...fault, conditions: conjuncts(any(alternatives)) };
  }
  return left;
}

/** Whether a condition only says that a value is there, or has alternatives. Another one may need to know a type. */
const isOptional = (condition: Formula) =>
  "any" in condition || ("literal" in condition && condition.literal.atom.name === "defined");

/** Each of them is enough for the fault to be found. */
const alternativesOf = ({ conditions }: GuardedFault): readonly Formula[] => {
  const condition = all(conditions);
  return "any" in condition ? condition.any : [condition];
};

/** Whether another fault is found wherever some formulas hold. */
const isFoundBeside = (
  fault: GuardedFault,
  given: readonly Formula[],
  faults: readonly GuardedFault[],
): boolean =>
  faults.some(
    (other) =>
      other !== fault &&
      "fault" in other.then &&
      other.conditions.every((wanted) => given.some((one) => settles(one, wanted))),
  );

const settles = (given: Formula, wanted: Formula): boolean => {
  if ("literal" in given && "literal" in wanted) return implies(given.literal, wanted.literal);
  if ("any" in wanted && wanted.any.some((one) => settles(given, one))) return true;
  return formulaKey(given) === formulaKey(wanted);
};

/** What is found once a literal is known to hold. */
export function assume(faults: readonly GuardedFault[], fact: Literal): GuardedFault[] {
  return faults.flatMap((fault) => {
    const conditions = conjuncts(all(fault.conditions.map((one) => simplifyUnder(one, fact))));
    return isPossible(conditions) ? [{ ...fault, conditions }] : [];
  });
}

const isPossible = (conditions: readonly Formula[]) =>
  !conditions.some((one) => "always" in one && !one.always);
