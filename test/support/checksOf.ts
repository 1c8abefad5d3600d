import type { ContextGroup } from "../../src/compiler/plan/contexts.js";
import type { JsonSchema } from "../../src/constraint/jsonSchema.js";
import type { GeneratedChecks, NotedFault } from "../../src/validator/compiled.js";
import type { Context } from "../../src/validator/types.js";
import { constraintsOfSchema } from "./schemaFormula.js";

/** Schemas with `diagnose` keywords as the faults of one context. Fault 0 is that the payload is no object. */
export function groupOf(
  errors: JsonSchema,
  advice: JsonSchema = {},
  context: Context | null = null,
  bit = 0,
): ContextGroup {
  const planned = (schema: JsonSchema, severity: "error" | "warning") =>
    constraintsOfSchema(schema).map(({ fault, constraint }) => ({
      number: fault,
      fault: {
        ...{ rule: "shape/type", severity, path: "" },
        is: fault === 0 ? ("mistyped" as const) : ("wrong" as const),
      },
      constraint,
    }));
  return { context, bit, faults: [...planned(errors, "error"), ...planned(advice, "warning")] };
}

/** The faults that a `report` notes of a payload, and whether it says that every error is noted. */
export function notedBy(report: GeneratedChecks["report"], payload: unknown, on = 0) {
  const faults: NotedFault[] = [];
  let areErrorsNoted = false;
  report(payload, on, (fault) => {
    if (fault === undefined) areErrorsNoted = true;
    else faults.push(fault);
  });
  return { faults, areErrorsNoted };
}
