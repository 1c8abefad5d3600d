import type { FaultPlan } from "../plan/fault.js";
import type { KindRow } from "../tables/types.js";

/** What a requirement is about; a page has a table for each. */
export const topics = ["general", "method", "company", "installment"] as const;

type Topic = (typeof topics)[number];

/** Groups of rules about installments. */
const ofInstallments = /^(?:installment|interest-free)\//;

/** The topic of a requirement: installments by its rule, the others by what its condition reads. */
export function topicOf(
  { fault, from }: Pick<FaultPlan, "fault" | "from">,
  { method, issuer }: Pick<KindRow, "method" | "issuer">,
): Topic {
  if (ofInstallments.test(fault.rule)) return "installment";
  const read = Object.keys(from?.when ?? {});
  if (issuer && (read.includes(issuer.path) || fault.path === issuer.path)) return "company";
  return method !== undefined && read.includes(method) ? "method" : "general";
}
