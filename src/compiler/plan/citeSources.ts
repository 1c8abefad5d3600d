import type { Text } from "../../validator/types.js";
import type { SourceRef } from "../tables/ruleTypes.js";
import type { Tables } from "../tables/types.js";

/** Writes sources out. */
export type Cite = (refs: readonly SourceRef[]) => Text;

/** `document, section` of every source, as diagnostics and documents cite them. */
export function citeSources(refs: readonly SourceRef[], sources: Tables["sources"]): Text {
  const cite = (locale: keyof Text) =>
    refs
      .map(({ document, section }) => {
        const source = sources[document] as Tables["sources"][string];
        return `${source.title[locale]} (${source.edition}), ${section}`;
      })
      .join("; ");
  return { en: cite("en"), ko: cite("ko") };
}
