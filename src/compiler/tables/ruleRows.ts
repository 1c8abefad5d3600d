import type { Text } from "../../validator/types.js";
import type { TableFiles } from "./files.js";
import { keywordOf } from "./keys.js";
import type { LayeredTable } from "./layers.js";
import type { Case, RuleRow, SourceRef } from "./ruleTypes.js";
import { refsOf } from "./sources.js";
import type { WrittenRule } from "./written.js";

/** The rules of a kind: those of the bare shape and those that no path can say, then those of its rows, in their order. */
export function rulesOf(
  table: LayeredTable,
  { rules: words }: Pick<TableFiles, "rules">,
  name: string,
  usual: readonly SourceRef[],
): RuleRow[] {
  const ofRows = new Map<string, Case[]>();
  for (const { rule, one } of table.cases) {
    ofRows.set(rule, [...(ofRows.get(rule) ?? []), one]);
  }
  const everywhere = [...words].flatMap(([id, { content }]) =>
    (content.keywords || content.finds) && (content.kinds?.includes(name) ?? true) ? [id] : [],
  );
  const ids = new Set([...everywhere, ...ofRows.keys()]);
  return [...ids].flatMap((id): RuleRow[] => {
    const rule = words.get(id)?.content;
    const cases = ofRows.get(id) ?? [];
    // If a rule is a note elsewhere, each row with a requirement has its own words.
    const message = rule?.message ?? cases.find((one) => one.message)?.message;
    if (!rule || !message) return [];
    const disagreements = table.disagreements.get(id);
    return [ruleRow({ id, rule, message, cases, table, name, usual, disagreements })];
  });
}

interface RuleParts {
  readonly id: string;
  readonly rule: WrittenRule;
  readonly message: Text;
  readonly cases: readonly Case[];
  readonly table: LayeredTable;
  readonly name: string;
  readonly usual: readonly SourceRef[];
  readonly disagreements: RuleRow["disagreements"];
}

function ruleRow({
  id,
  rule,
  message,
  cases,
  table,
  name,
  usual,
  disagreements,
}: RuleParts): RuleRow {
  const said = table.said.get(id);
  const {
    severity,
    title,
    why,
    elsewhere,
    hint,
    alsoWritten,
    fix,
    keywords,
    finds,
    text,
    test,
    shown,
  } = rule;
  // Another message says something else of every value.
  const variants = said?.message
    ? []
    : (rule.variants ?? []).filter(({ kinds }) => kinds?.includes(name) ?? true);
  return {
    ...{ id, title, why, cases },
    severity: said?.severity ?? severity,
    message: said?.message ?? message,
    source: said?.source ?? (rule.source ? refsOf(rule.source) : (sourcesOf(cases) ?? usual)),
    ...(variants.length > 0 && { variants: variants.map(({ kinds: _, ...one }) => one) }),
    ...(elsewhere && { elsewhere }),
    ...(hint && { hint }),
    ...(alsoWritten && { alsoWritten }),
    ...(fix && { fix }),
    ...(keywords && { keywords: keywords.map(keywordOf) as NonNullable<RuleRow["keywords"]> }),
    ...(finds && { finds }),
    ...(text && { text }),
    ...(test && { test }),
    ...(rule.example !== undefined && { wrong: rule.example }),
    ...(shown !== undefined && { shown }),
    ...(disagreements && { disagreements }),
  };
}

/** The sources of all rows, each once. */
function sourcesOf(cases: readonly Case[]): readonly SourceRef[] | undefined {
  const all = cases.flatMap(({ source = [] }) => source);
  const once = new Map(all.map((ref) => [`${ref.document} ${ref.section}`, ref]));
  return once.size > 0 ? [...once.values()] : undefined;
}
