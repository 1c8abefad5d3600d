import { notCardNumber } from "./cardNumber.js";
import type { PredicateArguments } from "./index.js";

/** A predicate that is asked of every text of a payload. */
interface AnywherePredicate {
  readonly holds: (value: unknown, args: PredicateArguments) => boolean;
  /** Length of the shortest text that does not meet it. */
  readonly shortestFailing: number;
}

/** What rules about texts at any depth may use: few of the predicates, as every bundle with a `check` holds all of these. */
export const anywherePredicates = {
  "not-card-number": { holds: notCardNumber, shortestFailing: 13 },
} satisfies Record<string, AnywherePredicate>;

/** Name of such a predicate. */
export type AnywherePredicateName = keyof typeof anywherePredicates;
