import { rankOf } from "../../validator/severity.js";
import type { FaultPlan, KindPlan } from "../plan/fault.js";
import { shapeAt } from "../tables/shapeAt.js";

/** How a gateway's kind differs from PortOne's own of the same name. */
interface Beyond {
  /** What it asks for in addition, or in another severity. */
  readonly added: readonly FaultPlan[];
  /** What PortOne's own asks for and it does not. */
  readonly lifted: readonly FaultPlan[];
  /** What both ask for, this one more mildly. */
  readonly milder: readonly FaultPlan[];
}

/** Compares what a gateway's kind finds with what PortOne's own does; everything is added where there is none. */
export function beyond(plan: KindPlan, base: KindPlan | undefined): Beyond {
  const others = base?.faults ?? [];
  const known = new Map(others.map((fault) => [keyOf(fault), fault]));
  const isOfOwnKey = ({ fault, from }: FaultPlan) =>
    from === null && (!base || shapeAt(base.tables.shape, fault.path) === undefined);
  const added = plan.faults.filter((one) => {
    if (isOfOwnKey(one)) return false;
    const other = known.get(keyOf(one));
    return !other || rankOf(other.fault.severity) < rankOf(one.fault.severity);
  });
  const ranks = new Map<string, number>();
  for (const { fault } of plan.faults) {
    const key = ruleAtPath(fault);
    ranks.set(key, Math.max(ranks.get(key) ?? -1, rankOf(fault.severity)));
  }
  const rankHere = ({ fault }: FaultPlan) => ranks.get(ruleAtPath(fault));
  return {
    added,
    lifted: others.filter((one) => rankHere(one) === undefined),
    milder: others.filter((one) => (rankHere(one) ?? Infinity) < rankOf(one.fault.severity)),
  };
}

const ruleAtPath = ({ rule, path }: FaultPlan["fault"]) => `${rule}\0${path}`;

/** Kept, because PortOne's own faults are compared with those of every gateway, in each language. */
const keys = new WeakMap<FaultPlan, string>();

function keyOf(plan: FaultPlan): string {
  const known = keys.get(plan) ?? writtenKey(plan);
  keys.set(plan, known);
  return known;
}

/** The same for the same requirement in two kinds, whatever its severity, words and sources. */
function writtenKey({ fault, context, from }: FaultPlan): string {
  const { message: _, source: __, severity: ___, wrong: ____, ...asked } = from ?? {};
  return [ruleAtPath(fault), fault.is, JSON.stringify([asked, context, fault.terms])].join();
}
