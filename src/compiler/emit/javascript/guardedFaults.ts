import { isOfType } from "../../../constraint/atoms/type.js";
import type { FaultConstraint } from "../../../constraint/constraint.js";
import {
  type AccessPath,
  conjuncts,
  type Formula,
  formulaKey,
  type Literal,
} from "../../../constraint/formula.js";
import { all, implies, not, simplifyUnder } from "../../../constraint/simplify.js";

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

/** Faults without those that come only with another: where one is enough, they need not be looked for. */
export function withoutFollowers(faults: readonly GuardedFault[]): GuardedFault[] {
  return faults.filter(
    (fault, index) =>
      !faults.some(
        (other, at) =>
          at !== index && comesWith(fault, other) && !(index < at && comesWith(other, fault)),
      ),
  );
}

/** Whether one fault is found wherever another is. */
const comesWith = (fault: GuardedFault, other: GuardedFault): boolean =>
  "fault" in fault.then &&
  "fault" in other.then &&
  other.conditions.every((wanted) => fault.conditions.some((given) => settles(given, wanted)));

const settles = (given: Formula, wanted: Formula): boolean =>
  "literal" in given && "literal" in wanted
    ? implies(given.literal, wanted.literal)
    : formulaKey(given) === formulaKey(wanted);

/** What is found once a literal is known to hold. */
export function assume(faults: readonly GuardedFault[], fact: Literal): GuardedFault[] {
  return faults.flatMap((fault) => {
    const conditions = conjuncts(all(fault.conditions.map((one) => simplifyUnder(one, fact))));
    return isPossible(conditions) ? [{ ...fault, conditions }] : [];
  });
}

const isPossible = (conditions: readonly Formula[]) =>
  !conditions.some((one) => "always" in one && !one.always);
