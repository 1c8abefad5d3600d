import type { PackedRule, PackedRules } from "../../validator/packedRules.js";
import type { PackedDocument, PackedSource } from "../../validator/packedSource.js";
import type { Rule, Severity, Source } from "../../validator/types.js";
import { runsOf } from "./patchOf.js";

/** Packs rules; `kinds` are all that they speak of, in the order in which each rule has its own. */
export function packRules(rules: readonly Rule[], kinds: readonly string[]): PackedRules {
  const { documents, pack } = packerFor(rules.flatMap(sourcesOf));
  return {
    kinds,
    documents,
    rules: rules.map(({ inText, note, sources, disagreements, ...rule }): PackedRule => {
      const runs = runsBySeverity(rule.kinds, kinds);
      return {
        ...{ id: rule.id, severity: rule.severity, name: rule.name, why: rule.why },
        ...(inText && { inText }),
        ...(note && { note }),
        ...(Object.keys(runs).length > 0 && { kinds: runs }),
        ...(sources.length > 0 && { sources: sources.map(pack) }),
        ...(disagreements.length > 0 && {
          disagreements: disagreements.map((one) => ({
            ...one,
            positions: one.positions.map((position) => ({
              ...position,
              source: pack(position.source),
            })),
          })),
        }),
      };
    }),
  };
}

const sourcesOf = ({ sources, disagreements }: Rule): readonly Source[] => [
  ...sources,
  ...disagreements.flatMap(({ positions }) => positions.map(({ source }) => source)),
];

function runsBySeverity(
  severities: Rule["kinds"],
  kinds: readonly string[],
): PackedRule["kinds"] & object {
  const numbers = new Map<Severity, number[]>();
  for (const [kind, severity] of Object.entries(severities)) {
    numbers.set(severity, [...(numbers.get(severity) ?? []), kinds.indexOf(kind)]);
  }
  return Object.fromEntries([...numbers].map(([severity, of]) => [severity, runsOf(of)]));
}

/** How sources are packed: those of one address, as a rule sections of one document, by how their titles begin. */
function packerFor(sources: readonly Source[]): {
  readonly documents: readonly PackedDocument[];
  readonly pack: (source: Source) => PackedSource;
} {
  const byAddress = new Map<string | undefined, Source[]>();
  for (const source of sources) {
    byAddress.set(source.url, [...(byAddress.get(source.url) ?? []), source]);
  }
  const addresses = [...byAddress.keys()];
  const documents = [...byAddress].map(([url, of]): PackedDocument => {
    const en = sharedStart(of.map(({ title }) => title.en));
    const ko = sharedStart(of.map(({ title }) => title.ko));
    return url === undefined ? [en, ko] : [en, ko, url];
  });
  const pack = ({ title, url }: Source): PackedSource => {
    const number = addresses.indexOf(url);
    const [enStart, koStart] = documents[number] as PackedDocument;
    const [en, ko] = [title.en.slice(enStart.length), title.ko.slice(koStart.length)];
    return en === ko ? [number, en] : [number, en, ko];
  };
  return { documents, pack };
}

/** The longest prefix that all texts share. */
function sharedStart(texts: readonly string[]): string {
  let [start = ""] = texts;
  for (const text of texts) while (!text.startsWith(start)) start = start.slice(0, -1);
  return start;
}
