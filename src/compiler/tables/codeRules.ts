import type { TableFiles } from "./files.js";
import type { Problems } from "./problems.js";
import { checkRefs, refsOf } from "./sources.js";
import type { CodeRuleRow } from "./types.js";

/** The rows of `codeRules.yaml` with the words of their rules; notes rules and messages that are not there. */
export function codeRuleRows(
  { codeRules: { file, content }, rules, sources }: TableFiles,
  problems: Problems,
): CodeRuleRow[] {
  return content.rules.flatMap((row): CodeRuleRow[] => {
    const at = { file, row: row.rule };
    const rule = rules.get(row.rule)?.content;
    const message = row.message === undefined ? rule?.message : rule?.messages?.[row.message];
    const source = refsOf(row.source ?? rule?.source);
    checkRefs(refsOf(row.source), sources, at, problems);
    if (rule && message && source.length > 0) {
      const { severity, title, why } = rule;
      const { rule: id, finds, at: key, pattern, notIn, wrong, right } = row;
      const { language = "js", inSamples = false } = row;
      return [
        {
          ...{ id, title, why, message, source, finds, inSamples, wrong, right, language },
          severity: row.severity ?? severity,
          ...(key !== undefined && { at: key }),
          ...(pattern !== undefined && { pattern }),
          ...(notIn !== undefined && { notIn }),
        },
      ];
    }
    if (!rule) problems.add(file, row.rule, "no file below rules/ has its words");
    else if (!message) problems.add(file, row.rule, `no message ${row.message ?? "of its own"}`);
    else problems.add(file, row.rule, "neither the row nor the rule says a source");
    return [];
  });
}
