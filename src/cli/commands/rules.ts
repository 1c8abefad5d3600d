import { rules } from "../../generated/rules.js";
import type { Locale, Rule } from "../../validator/types.js";
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

const words = {
  en: { disagree: "the sources disagree", counts: "what counts" },
  ko: { disagree: "출처가 서로 다릅니다", counts: "적용" },
};

const explain = (
  { id, severity, name, why, kinds, sources, disagreements }: Rule,
  locale: Locale,
) =>
  [
    `${id} (${severity})`,
    name[locale],
    "",
    why[locale],
    "",
    `kinds: ${Object.keys(kinds).join(", ")}`,
    ...sources.map(({ title, url }) => `source: ${title[locale]}${url ? ` ${url}` : ""}`),
    ...disagreements.flatMap(({ kinds: about, path, positions, counts, because }) => [
      "",
      `${words[locale].disagree}${[...(about ?? []), ...(path ? [path] : [])].map((one) => ` ${one}`).join("")}:`,
      ...positions.map(({ source, says }) => `  ${source.title[locale]}: ${says[locale]}`),
      `  ${words[locale].counts}: ${counts[locale]}. ${because[locale]}`,
    ]),
    "",
  ].join("\n");
