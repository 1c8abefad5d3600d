import type { Context } from "../validator/types.js";
import type { FaultPlan, KindPlan } from "./faultPlan.js";
import type { JsonSchema } from "./jsonSchema.js";

/** What can be wrong under one context, as schemas that name the faults with a `diagnose` keyword. */
export interface UnitPlan {
  readonly context: Context | null;
  readonly errors: JsonSchema;
  /** Warnings and infos. */
  readonly advice: JsonSchema;
}

/** Groups a kind's faults by the context they hold under, the unconditional first. */
export function planUnits({ faults, diagnosingShape }: KindPlan): UnitPlan[] {
  const groups = new Map<string, FaultPlan[]>([["null", []]]);
  for (const fault of faults) {
    const key = JSON.stringify(fault.context);
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups].map(([key, group]) => {
    const ruled = group.filter(({ diagnosing }) => diagnosing !== null);
    const isError = ({ fault }: FaultPlan) => fault.severity === "error";
    const schemas = (plans: FaultPlan[]) => plans.map((plan) => plan.diagnosing as JsonSchema);
    return {
      context: JSON.parse(key) as Context | null,
      errors: all([
        ...(key === "null" ? [diagnosingShape] : []),
        ...schemas(ruled.filter(isError)),
      ]),
      advice: all(schemas(ruled.filter((fault) => !isError(fault)))),
    };
  });
}

const all = (schemas: JsonSchema[]): JsonSchema => (schemas.length > 0 ? { allOf: schemas } : {});

/** The conditions beside the payload that a kind's faults are found under. */
export const contextsOf = (units: readonly UnitPlan[]): Context[] =>
  units.flatMap(({ context }) => context ?? []);
