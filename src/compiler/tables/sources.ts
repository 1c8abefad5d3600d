import type { Text } from "../../validator/types.js";
import type { Problems } from "./problems.js";
import type { SourceRef } from "./ruleTypes.js";
import type { Sources } from "./types.js";
import type { Cites, WrittenSources } from "./written.js";

/** A row of a file, for what is wrong with it. */
export interface At {
  readonly file: string;
  readonly row: string;
}

/** Citations as references to documents: `guide-2025 §4` is section `§4` of the document `guide-2025`. */
export const refsOf = (cites: Cites = []): readonly SourceRef[] =>
  [cites].flat().map((cite) => {
    const end = cite.indexOf(" ");
    return { document: cite.slice(0, end), section: cite.slice(end + 1) };
  });

/** The documents of several files together; one that two of them declare is noted. */
export function joinSources(
  files: readonly { readonly file: string; readonly sources: WrittenSources }[],
  problems: Problems,
): Sources {
  const all = new Map<string, Sources[string]>();
  for (const { file, sources } of files) {
    for (const [name, { edition, ...document }] of Object.entries(sources)) {
      if (all.has(name)) problems.add(file, name, "this document is declared twice");
      all.set(name, { ...document, ...(edition !== undefined && { edition: inBoth(edition) }) });
    }
  }
  return Object.fromEntries(all);
}

const inBoth = (text: string | Text): Text =>
  typeof text === "string" ? { en: text, ko: text } : text;

/** Notes documents that are not declared, and Korean headings without an English name. */
export function checkRefs(
  refs: readonly SourceRef[],
  sources: Sources,
  { file, row }: At,
  problems: Problems,
): void {
  for (const { document, section } of refs) {
    const known = sources[document];
    if (!known) {
      problems.add(file, row, `unknown document "${document}"`);
    } else if (/\p{Script=Hangul}/u.test(section) && !known.sections?.[section]) {
      const reason = `"${section}" has no English name among the sections of ${document}`;
      problems.add(file, row, reason);
    }
  }
}
