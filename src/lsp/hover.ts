import type { Locale, Rule } from "../validator/types.js";

/** What rules are about, as Markdown: the name, why there is such a rule, and where it is written. */
export async function hoverText(ids: readonly string[], locale: Locale): Promise<string> {
  const { rules } = await import("../generated/rules.js");
  return ids
    .flatMap((id) => rules.find((rule) => rule.id === id) ?? [])
    .map((rule) => explained(rule, locale))
    .join("\n\n---\n\n");
}

const explained = ({ id, name, why, sources }: Rule, locale: Locale): string =>
  [
    `**${name[locale]}** (\`${id}\`)`,
    why[locale],
    sources
      .map(({ title, url }) => (url ? `[${title[locale]}](${url})` : title[locale]))
      .map((source) => `- ${source}`)
      .join("\n"),
  ].join("\n\n");
