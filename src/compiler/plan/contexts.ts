import { isGiven } from "../../constraint/atoms/context.js";
import { type Constraint, type FaultConstraint, under } from "../../constraint/constraint.js";
import type { Fault, KindContext } from "../../validator/compiled.js";
import { bitsOfContexts } from "../../validator/currentTime.js";
import type { Context } from "../../validator/types.js";
import type { KindPlan } from "./fault.js";

/** A fault as the generated checks and the evaluation of half-known payloads find it. */
export interface PlannedConstraint {
  readonly number: number;
  readonly fault: Pick<Fault, "rule" | "severity" | "is" | "path">;
  readonly constraint: Constraint;
}

/** The faults of one context. */
export interface ContextGroup {
  /** Null for what holds whatever the context. */
  readonly context: Context | null;
  /** The bit of `on` that says whether the context is given; 0 where there is no context. */
  readonly bit: number;
  /** In the order in which they are looked for: the bare shape first, then the rules. */
  readonly faults: readonly PlannedConstraint[];
}

/**
 * Groups a kind's faults by the context they hold under, the unconditional first. The contexts of a `base` come before
 * others and keep their bits.
 */
export function groupByContext(
  { faults }: Pick<KindPlan, "faults">,
  base: readonly KindContext[] = [],
): ContextGroup[] {
  const groups = new Map<string, ContextGroup & { faults: PlannedConstraint[] }>();
  const groupOf = (context: Context | null) => {
    const key = JSON.stringify(context);
    const bit = context ? 1 << (groups.size - 1) : 0;
    const group = groups.get(key) ?? { context, bit, faults: [] };
    groups.set(key, group);
    return group;
  };
  groupOf(null);
  for (const { bit: _, ...context } of base) groupOf(context);
  const shape = faults.filter(({ from }) => from === null);
  const rules = faults.filter(({ from }) => from !== null);
  for (const { number, fault, context, constraint } of [...shape, ...rules]) {
    groupOf(context).faults.push({ number, fault, constraint });
  }
  if (groups.size - 1 > bitsOfContexts) throw new Error("a kind has too many contexts");
  return [...groups.values()];
}

const isError = ({ fault }: PlannedConstraint) => fault.severity === "error";

/** The constraints of the errors, each under its context. */
export const errorsIn = (groups: readonly ContextGroup[]): FaultConstraint[] =>
  constraintsOf(groups, isError);

/** The constraints of warnings and infos, each under its context. */
export const adviceIn = (groups: readonly ContextGroup[]): FaultConstraint[] =>
  constraintsOf(groups, (fault) => !isError(fault));

const constraintsOf = (
  groups: readonly ContextGroup[],
  isMeant: (fault: PlannedConstraint) => boolean,
): FaultConstraint[] =>
  groups.flatMap(({ bit, faults }) =>
    faults.filter(isMeant).map(({ number, constraint }) => ({
      fault: number,
      constraint: bit === 0 ? constraint : under(isGiven(bit), constraint),
    })),
  );

/** The conditions beside the payload that a kind's faults are found under, each with its bit. */
export const contextsOf = (groups: readonly ContextGroup[]): KindContext[] =>
  groups.flatMap(({ context, bit }) => (context ? { bit, ...context } : []));
