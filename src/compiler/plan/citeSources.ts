import type { Locale, Source, Text } from "../../validator/types.js";
import type { SourceRef } from "../tables/ruleTypes.js";
import type { Tables } from "../tables/types.js";

/** Writes sources out. */
export type Cite = (refs: readonly SourceRef[]) => readonly Source[];

/** `document (edition), section` of every source, and where it is published. */
export function citeSources(refs: readonly SourceRef[], sources: Tables["sources"]): Source[] {
  return refs.map(({ document, section }) => {
    const { sections, url } = sources[document] as Tables["sources"][string];
    const name = sections?.[section] ?? { en: section, ko: section };
    const titleIn = (locale: Locale) => startOf(document, sources)[locale] + name[locale];
    return { title: { en: titleIn("en"), ko: titleIn("ko") }, ...(url && { url }) };
  });
}

/** How the titles of a document's sections begin. */
export function startOf(document: string, sources: Tables["sources"]): Text {
  const { en, ko } = titleOf(document, sources);
  return { en: `${en}, `, ko: `${ko}, ` };
}

/** A document's title with the edition that was read. */
export function titleOf(document: string, sources: Tables["sources"]): Text {
  const { title, edition } = sources[document] as Tables["sources"][string];
  const titleIn = (locale: Locale) =>
    edition ? `${title[locale]} (${edition[locale]})` : title[locale];
  return { en: titleIn("en"), ko: titleIn("ko") };
}
