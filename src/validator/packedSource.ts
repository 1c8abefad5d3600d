import type { Source } from "./types.js";

/** How the titles of a document's sources begin, and where it is published. */
export type PackedDocument = readonly [en: string, ko: string, url?: string];

/** A source: the index of its document, and how its title ends, once where both languages end alike. */
export type PackedSource = readonly [document: number, en: string, ko?: string];

export function unpackSource(
  [document, en, ko = en]: PackedSource,
  documents: readonly PackedDocument[],
): Source {
  const [enStart, koStart, url] = documents[document] as PackedDocument;
  return { title: { en: enStart + en, ko: koStart + ko }, ...(url !== undefined && { url }) };
}
