import type { Fault } from "../validator/compiled.js";
import type { Context } from "../validator/types.js";
import type { JsonSchema } from "./jsonSchema.js";
import type { Case, KindTables, RuleRow } from "./tableTypes.js";

/** One way to be wrong, in the forms that the artifacts are written from. */
export interface FaultPlan {
  readonly fault: Fault;
  readonly rule: RuleRow;
  readonly context: Context | null;
  /** Where the fault shows, with `*` for items of lists. */
  readonly path: string;
  /** The case of the table it comes from, cells of the issuer table filled in; null for the shape's own faults. */
  readonly from: Case | null;
  /** Holds for the whole payload exactly when it is free of this fault; null where the shape's schema says it. */
  readonly schema: JsonSchema | null;
  /** The same, with a `diagnose` keyword at the place to be named. */
  readonly diagnosing: JsonSchema | null;
  /** What a plain JSON Schema can say of it; null for nothing. */
  readonly expressed: JsonSchema | null;
  /** True when `expressed` is the whole of it. */
  readonly wholly: boolean;
}

export interface KindPlan {
  readonly tables: KindTables;
  /** In order of precedence: the index is the fault's number. */
  readonly faults: readonly FaultPlan[];
  /** The shape as a plain schema with descriptions; predicates under `x-predicate`. */
  readonly shape: JsonSchema;
  /** The shape with a `diagnose` keyword at every place. */
  readonly diagnosingShape: JsonSchema;
}
