import type { Locale, Rule, Severity } from "../validator/types.js";
import { citeSources, titleOf } from "./citeSources.js";
import type { KindPlan } from "./faultPlan.js";
import { TableError } from "./tableError.js";
import type { CodeRuleRow, Disagreement, RuleRow, Tables } from "./tableTypes.js";

const severities: readonly Severity[] = ["error", "warning", "info"];

const loudest = (all: readonly Severity[]): Severity =>
  severities.find((severity) => all.includes(severity)) as Severity;

/** The rules of every kind; one that several kinds share is listed once. */
export function ruleMetadata(plans: readonly KindPlan[], sources: Tables["sources"]): Rule[] {
  const byId = new Map<string, Omit<Rule, "severity"> & { kinds: Record<string, Severity> }>();
  for (const { tables, faults } of plans) {
    for (const rule of tables.rules) {
      const { id, title, why, source } = rule;
      const spoken = faults.filter((one) => one.rule.id === id).map(({ fault }) => fault.severity);
      if (!rule.finds && spoken.length === 0) continue;
      const known = byId.get(id);
      // Single cases may differ from the rule; a rule of nothing but such cases is as loud as the loudest.
      const isUsual = rule.finds !== undefined || spoken.includes(rule.severity);
      const severity = isUsual ? rule.severity : loudest(spoken);
      byId.set(id, {
        ...(known ?? { id, name: title, why, sources: citeSources(source, sources) }),
        inText: isInText(rule),
        kinds: { ...known?.kinds, [tables.row.kind]: severity },
        disagreements: together(known?.disagreements ?? [], rule.disagreements ?? [], sources),
      });
    }
  }
  return [...byId.values()].map(({ id, ...rule }) => ({
    id,
    severity: loudest(Object.values(rule.kinds)),
    ...rule,
  }));
}

/** The rules about the code around a payment; they speak of no kind. */
export function codeRuleMetadata(rows: readonly CodeRuleRow[]): Rule[] {
  return [...new Set(rows.map(({ id }) => id))].map((id) => {
    const own = rows.filter((row) => row.id === id);
    const [{ title, why, source } = own[0] as CodeRuleRow] = own;
    if (!title || !why)
      throw new TableError("codeRules.json", id, "the first row has no title or why");
    return {
      id,
      severity: loudest(own.map(({ severity }) => severity)),
      kinds: {},
      name: title,
      why,
      sources: source,
      inText: true,
      disagreements: [],
    };
  });
}

const isInText = ({ finds }: RuleRow) =>
  finds !== undefined && finds !== "anywhere" && finds !== "unknown-property";

type Settled = Rule["disagreements"][number];

/** Disagreements of one rule in several kinds, each once. */
function together(
  known: readonly Settled[],
  more: readonly Disagreement[],
  sources: Tables["sources"],
): readonly Settled[] {
  const all = [...known, ...more.map((one) => settledDisagreement(one, sources))];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function settledDisagreement(
  { kinds, path, positions, counts, because }: Disagreement,
  sources: Tables["sources"],
): Settled {
  const titles = (locale: Locale) =>
    counts.map((document) => titleOf(document, sources)[locale]).join("; ");
  return {
    ...(kinds && { kinds }),
    ...(path !== undefined && { path }),
    positions: positions.flatMap(({ says, ...ref }) =>
      citeSources([ref], sources).map((source) => ({ source, says })),
    ),
    counts: { en: titles("en"), ko: titles("ko") },
    because,
  };
}
