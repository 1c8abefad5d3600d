import type { Constraint } from "../../constraint/constraint.js";
import type { Fault } from "../../validator/compiled.js";
import type { Context } from "../../validator/types.js";
import type { Case, RuleRow } from "../tables/ruleTypes.js";
import type { KindTables, Shape } from "../tables/types.js";

/** A fault before it has its number. */
export interface UnnumberedFault {
  readonly fault: Fault;
  readonly rule: RuleRow;
  readonly context: Context | null;
  /** The case of the table it comes from, cells of the issuer table filled in; null for the shape's own faults. */
  readonly from: Case | null;
  /** What a payload free of the fault meets. */
  readonly constraint: Constraint;
}

/** One way in which a payload can be wrong. */
export interface FaultPlan extends UnnumberedFault {
  /** Its index among the kind's faults. */
  readonly number: number;
}

/** A payload kind with every fault that it can have. */
export interface KindPlan {
  readonly tables: KindTables;
  /** The shape without the keywords whose breach is no error: what schemas and types may refuse. */
  readonly errorShape: Shape;
  /** By number; those of rules that say why come before those of the bare shape. */
  readonly faults: readonly FaultPlan[];
}
