import { topSeverity } from "../../validator/severity.js";
import type { Locale, Rule, Severity } from "../../validator/types.js";
import { kindNames } from "../kindNames.js";
import { citeSources, titleOf } from "../plan/citeSources.js";
import type { FaultPlan, KindPlan } from "../plan/fault.js";
import type { Disagreement, RuleRow, SourceRef } from "../tables/ruleTypes.js";
import type { CodeRuleRow, Tables } from "../tables/types.js";

/** A rule as the kinds so far have it. */
interface Gathered {
  readonly rule: Pick<RuleRow, "title" | "why"> & {
    readonly inText: boolean;
    readonly note: boolean;
  };
  readonly kinds: Record<string, Severity>;
  readonly sources: SourceRef[];
  readonly disagreements: { readonly kind: string; readonly one: Disagreement }[];
}

/** The rules of every kind; one that several kinds share is listed once. */
export function ruleMetadata(plans: readonly KindPlan[], sources: Tables["sources"]): Rule[] {
  const byId = new Map<string, Gathered>();
  const gathered = (id: string, rule: Gathered["rule"]): Gathered => {
    const known = byId.get(id) ?? { rule, kinds: {}, sources: [], disagreements: [] };
    byId.set(id, known);
    return known;
  };
  // A rule may ask for something in some kinds, and be a note in others. It is listed with the former.
  const asking = new Set(plans.flatMap(({ tables }) => tables.rules.map(({ id }) => id)));
  for (const { tables, faults } of plans) {
    const { kind, notes = [] } = tables.row;
    for (const rule of tables.rules) {
      const spoken = faults.filter((one) => one.rule.id === rule.id);
      const isOpen =
        rule.finds === "unknown-property" && tables.shape.additionalProperties === true;
      if (isOpen || (!rule.finds && spoken.length === 0)) continue;
      const known = gathered(rule.id, { ...rule, inText: isInText(rule), note: false });
      known.kinds[kind] = usualSeverity(rule, spoken);
      known.sources.push(...rule.source);
      known.disagreements.push(...(rule.disagreements ?? []).map((one) => ({ kind, one })));
    }
    for (const { id, title, severity, source, en, ko } of notes) {
      if (asking.has(id)) continue;
      const known = gathered(id, { title, why: { en, ko }, inText: false, note: true });
      known.kinds[kind] = severity;
      known.sources.push(...source);
    }
  }
  return [...byId].map(([id, { rule, kinds, sources: refs, disagreements }]) => ({
    id,
    severity: topSeverity(Object.values(kinds)),
    ...{ name: rule.title, why: rule.why, inText: rule.inText, note: rule.note, kinds },
    sources: unique(citeSources(refs, sources)),
    disagreements: together(disagreements, Object.keys(kinds), sources),
  }));
}

/** Single cases may differ from the rule; a rule of nothing but such cases is as severe as the most severe. */
function usualSeverity(rule: RuleRow, spoken: readonly FaultPlan[]): Severity {
  const severities = spoken.map(({ fault }) => fault.severity);
  const isUsual = rule.finds !== undefined || severities.includes(rule.severity);
  return isUsual ? rule.severity : topSeverity(severities);
}

const isInText = ({ finds }: RuleRow) =>
  finds !== undefined && finds !== "anywhere" && finds !== "unknown-property";

type Settled = Rule["disagreements"][number];

/** Equal values once. */
const unique = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** Disagreements of one rule, each once, with the names of the kinds that it is about where those are not all of the rule's. */
function together(
  found: Gathered["disagreements"],
  kinds: readonly string[],
  sources: Tables["sources"],
): readonly Settled[] {
  const names = (ids: readonly string[]) => unique(ids.map((id) => kindNames(id).file));
  return unique(found.map(({ one }) => one)).map((one) => {
    const about = names(
      found.flatMap(({ kind, one: other }) => {
        return JSON.stringify(other) === JSON.stringify(one) ? [kind] : [];
      }),
    );
    const isAboutAll = about.length === names(kinds).length;
    return { ...(!isAboutAll && { kinds: about }), ...settledDisagreement(one, sources) };
  });
}

/**
 * The same with the rules about the code around a payment; those that no kind has speak of none. What is a note of kinds is
 * found in code then.
 */
export function withCodeRules(rules: readonly Rule[], { codeRules, sources }: Tables): Rule[] {
  const known = new Set(rules.map(({ id }) => id));
  const inCode = new Set(codeRules.map(({ id }) => id));
  const added = [...inCode].filter((id) => !known.has(id));
  return [
    ...rules.map((rule) =>
      rule.note && inCode.has(rule.id) ? { ...rule, note: false, inText: true } : rule,
    ),
    ...added.map((id): Rule => {
      const rows = codeRules.filter((row) => row.id === id);
      const [{ title, why }] = rows as [CodeRuleRow, ...CodeRuleRow[]];
      return {
        id,
        severity: topSeverity(rows.map(({ severity }) => severity)),
        ...{ name: title, why, inText: true, note: false, kinds: {} },
        sources: unique(
          citeSources(
            rows.flatMap(({ source }) => source),
            sources,
          ),
        ),
        disagreements: [],
      };
    }),
  ];
}

function settledDisagreement(
  { path, positions, counts, because }: Disagreement,
  sources: Tables["sources"],
): Settled {
  const titles = (locale: Locale) =>
    counts.map((document) => titleOf(document, sources)[locale]).join("; ");
  return {
    ...(path !== undefined && { path }),
    positions: positions.flatMap(({ says, ...ref }) =>
      citeSources([ref], sources).map((source) => ({ source, says })),
    ),
    counts: { en: titles("en"), ko: titles("ko") },
    because,
  };
}
