import { valueAt } from "./abstractValue.js";
import { isDefined } from "./atoms/defined.js";
import { evaluate } from "./evaluate.js";
import { type AccessPath, type Formula, root, yes } from "./formula.js";
import { all } from "./simplify.js";

/**
 * What must hold of a payload, so that a fault is not found: where `when` holds, `holds` must, of the payload or of each
 * item of the list at `each`. Paths in `items` begin at the item.
 */
export type Constraint =
  | { readonly when: Formula; readonly holds: Formula }
  | { readonly when: Formula; readonly each: AccessPath; readonly items: Constraint };

/** A constraint of a fault, by the fault's number. */
export interface FaultConstraint {
  readonly fault: number;
  readonly constraint: Constraint;
}

/** A constraint on the value at a pointer, or on each where the pointer has stars: it is asked only where there is a value. */
export function constraintAt(
  pointer: string,
  holds: (path: AccessPath) => Formula,
  when: Formula = yes,
): Constraint {
  const star = /\/\*(?=\/|$)/.exec(pointer);
  if (!star) {
    if (pointer === root) return { when, holds: holds(root) };
    return { when: all([when, isDefined(pointer)]), holds: holds(pointer) };
  }
  const below = pointer.slice(star.index + 2);
  return { when, each: pointer.slice(0, star.index), items: constraintAt(below, holds) };
}

/** A constraint on each item of lists, given as one pointer that ends with a star; "" is the payload itself. */
export function withinEach(pointer: string, constraint: Constraint): Constraint {
  const star = /\/\*(?=\/|$)/.exec(pointer);
  if (!star) return constraint;
  const below = withinEach(pointer.slice(star.index + 2), constraint);
  return { when: yes, each: pointer.slice(0, star.index), items: below };
}

/** The constraint where a further condition holds. */
export const under = (condition: Formula, constraint: Constraint): Constraint => ({
  ...constraint,
  when: all([condition, constraint.when]),
});

/** For each access path at which a payload breaks a constraint for sure, the indexes of the items that lead there. */
export function* violations(
  constraint: Constraint,
  value: unknown,
  contextBits = 0,
): Generator<readonly number[]> {
  if (evaluate(constraint.when, value, contextBits) !== true) return;
  if ("holds" in constraint) {
    if (evaluate(constraint.holds, value, contextBits) === false) yield [];
    return;
  }
  const list = valueAt(value, constraint.each);
  if (!Array.isArray(list)) return;
  for (const [index, item] of list.entries()) {
    for (const indexes of violations(constraint.items, item, contextBits))
      yield [index, ...indexes];
  }
}
