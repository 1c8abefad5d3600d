import type { FaultConstraint } from "../../constraint/constraint.js";
import type { KindContext } from "../../validator/compiled.js";
import {
  adviceIn,
  type ContextGroup,
  contextsOf,
  errorsIn,
  groupByContext,
} from "../plan/contexts.js";
import type { FaultPlan, KindPlan } from "../plan/fault.js";

/** A kind's faults with the numbers that its modules give them: in the order in which they are looked for. */
interface KindChecks {
  readonly faults: readonly FaultPlan[];
  readonly groups: readonly ContextGroup[];
  /** By number of the fault; the errors come first. */
  readonly constraints: readonly FaultConstraint[];
  readonly contexts: readonly KindContext[];
  /** How many of the faults are errors. */
  readonly errors: number;
}

/** Numbers a kind's faults by the order of its checks; `base` are the contexts of the kind that it extends. */
export function inCheckOrder(plan: KindPlan, base?: readonly KindContext[]): KindChecks {
  const planned = groupByContext(plan, base);
  const errors = errorsIn(planned);
  const ordered = [...errors, ...adviceIn(planned)];
  const numbers = new Map(ordered.map(({ fault }, number) => [fault, number]));
  const numberOf = (fault: number) => numbers.get(fault) as number;
  return {
    faults: ordered.map(({ fault }, number) => ({
      ...(plan.faults[fault] as FaultPlan),
      number,
    })),
    groups: planned.map(({ faults, ...group }) => ({
      ...group,
      faults: faults.map((fault) => ({ ...fault, number: numberOf(fault.number) })),
    })),
    constraints: ordered.map(({ constraint }, fault) => ({ fault, constraint })),
    contexts: contextsOf(planned),
    errors: errors.length,
  };
}
