import { rules } from "../../generated/rules.js";
import type { Locale, Rule } from "../../runtime/types.js";
import { unknownName } from "../usageError.js";

/** `paylint rules [id]`: the rules a line each, or one explained. */
export function printRules(id: string | undefined, locale: Locale): string {
  if (id === undefined) {
    const width = Math.max(...rules.map((rule) => rule.id.length));
    const lines = rules.map(
      (rule) => `${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.name[locale]}`,
    );
    return `${lines.join("\n")}\n`;
  }
  const rule = rules.find((one) => one.id === id);
  if (!rule)
    throw unknownName(
      "rule",
      id,
      rules.map((one) => one.id),
    );
  return explain(rule, locale);
}

const explain = ({ id, severity, name, why, kinds, sources }: Rule, locale: Locale) =>
  [
    `${id} (${severity})`,
    name[locale],
    "",
    why[locale],
    "",
    `kinds: ${kinds.join(", ")}`,
    ...sources.map((source) => `source: ${source[locale]}`),
    "",
  ].join("\n");
