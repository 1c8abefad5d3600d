import type { Locale, Rule } from "../../validator/types.js";
import { citeSources } from "../plan/citeSources.js";
import type { KindPlan } from "../plan/fault.js";
import type { Disagreement, RuleRow } from "../tables/ruleTypes.js";
import type { Tables } from "../tables/types.js";

/** The rules of every kind; one that several kinds share is listed once. */
export function ruleMetadata(plans: readonly KindPlan[], sources: Tables["sources"]): Rule[] {
  const byId = new Map<string, Rule & { kinds: string[]; disagreements: Settled[] }>();
  for (const { tables, faults } of plans) {
    const speaking = new Set(faults.map(({ rule }) => rule.id));
    for (const rule of tables.rules) {
      const { id, severity, title, why, source } = rule;
      if (!rule.finds && !speaking.has(id)) continue;
      const sourcesCited = source.map((one) => citeSources([one], sources));
      const known = byId.get(id) ?? {
        ...{ id, severity, kinds: [], name: title, why },
        ...{ sources: sourcesCited, inText: isInText(rule), disagreements: [] },
      };
      known.kinds.push(tables.row.kind);
      for (const one of rule.disagreements ?? []) {
        const settled = settledDisagreement(one, sources);
        const isSame = (other: Settled) => JSON.stringify(other) === JSON.stringify(settled);
        if (!known.disagreements.some(isSame)) known.disagreements.push(settled);
      }
      byId.set(id, known);
    }
  }
  return [...byId.values()];
}

const isInText = ({ finds }: RuleRow) =>
  finds !== undefined && finds !== "anywhere" && finds !== "unknown-property";

type Settled = Rule["disagreements"][number];

function settledDisagreement(
  { kinds, path, positions, counts, because }: Disagreement,
  sources: Tables["sources"],
): Settled {
  const titles = (locale: Locale) =>
    counts
      .map((document) => sources[document] as Tables["sources"][string])
      .map(({ title, edition }) => `${title[locale]} (${edition})`)
      .join("; ");
  return {
    ...(kinds && { kinds }),
    ...(path !== undefined && { path }),
    positions: positions.map(({ says, ...ref }) => ({ source: citeSources([ref], sources), says })),
    counts: { en: titles("en"), ko: titles("ko") },
    because,
  };
}
