import { fillCells, planCase } from "./caseFaults.js";
import { type Cite, citeSources } from "./citeSources.js";
import type { FaultPlan, KindPlan } from "./faultPlan.js";
import { planShape } from "./shapeFaults.js";
import type { KindTables, Tables } from "./tableTypes.js";

/** Lays out every fault of a payload kind. */
export function planKind(
  tables: KindTables,
  shared: Pick<Tables, "sources" | "formats">,
): KindPlan {
  const faults: FaultPlan[] = [];
  const cite: Cite = (refs) => citeSources(refs, shared.sources);
  for (const rule of tables.rules) {
    for (const written of rule.cases) {
      for (const one of fillCells(written, tables.issuers)) {
        planCase(rule, one, tables, cite, faults);
      }
    }
  }
  const { shape, diagnosing } = planShape(tables, shared.formats, cite, faults);
  return { tables, faults, shape, diagnosingShape: diagnosing };
}
