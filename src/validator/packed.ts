import type {
  AnywhereFault,
  CheckFacts,
  Fault,
  FaultFacts,
  KindFacts,
  KnownKeys,
  UnknownPropertyFault,
} from "./compiled.js";
import { parsePointer, pointerTo } from "./pointer.js";
import type { Severity, Source, Text } from "./types.js";

/** The facts of a kind as its module holds them: what many faults share is written once, lists of texts as lines. */
export interface PackedFacts extends Omit<CheckFacts, "faults" | "known" | "elsewhere"> {
  /** Patterns, a line each; first those of the keys that documents list. */
  readonly paths: string;
  /** How many of the paths are of keys that documents list. */
  readonly known: number;
  /** Errors have no severity here. */
  readonly rules: readonly (readonly [id: string, severity?: Severity])[];
  readonly faults: readonly PackedFault[];
  /** Patterns of the keys, a line each. */
  readonly elsewhere: Omit<CheckFacts["elsewhere"], "keys"> & { readonly keys: string };
}

/**
 * A fault: the indexes of its rule and its path, twice the index of what is wrong in `faultForms` and 1 more for a fault of
 * the bare shape, and what few faults have.
 */
export type PackedFault = readonly [
  rule: number,
  path: number,
  form: number,
  more?: Pick<FaultFacts, "tooLong" | "scope" | "reads">,
];

/** What can be wrong. */
export const faultForms: readonly FaultFacts["is"][] = [
  "missing",
  "forbidden",
  "mistyped",
  "wrong",
];

/** What is said of a kind's faults, packed alike. */
export interface PackedWords {
  readonly documents: readonly PackedDocument[];
  readonly sayings: readonly Pick<Fault, "message" | "variants" | "fix">[];
  readonly sources: readonly (readonly PackedSource[])[];
  readonly terms: readonly NonNullable<Fault["terms"]>[];
  /** For each fault the indexes of what it says, of its sources and, where it has them, of its terms. */
  readonly faults: readonly (readonly [saying: number, sources: number, terms?: number])[];
  readonly unknownProperty: Packed<Omit<UnknownPropertyFault, "rule" | "severity">>;
  /** Beside the words, the names of the gateways in the order of the keys. */
  readonly elsewhere: Packed<Pick<Fault, "message" | "sources">> & {
    readonly gateways: readonly Text[];
  };
  readonly anywhere: readonly Packed<Pick<AnywhereFault, "message" | "sources">>[];
  readonly gateway: Text;
  readonly issuer: KindFacts["issuer"];
  /** Korean names of the keys that documents list, a line each, empty where there is none. */
  readonly labels: string;
}

/** A document's titles, and where it is published. */
export type PackedDocument = readonly [en: string, ko: string, url?: string];

/** A source: the index of its document, and the section, once where both languages call it the same. */
export type PackedSource = readonly [document: number, en: string, ko?: string];

type Packed<Of> = Omit<Of, "sources"> & { readonly sources: readonly PackedSource[] };

/** Writes out what tells faults apart. */
export function unpackFacts(packed: PackedFacts): CheckFacts {
  const { paths, known, rules, faults, elsewhere, ...facts } = packed;
  const pathAt = linesOf(paths);
  return {
    ...{ ...facts, known: knownKeys(pathAt.slice(0, known)) },
    elsewhere: {
      ...elsewhere,
      keys: Object.fromEntries(linesOf(elsewhere.keys).map((key) => [key, true])),
    },
    faults: faults.map(([rule, path, form, more]) => {
      const [id, severity = "error"] = rules[rule] as PackedFacts["rules"][number];
      return {
        ...{ rule: id, severity, path: pathAt[path] as string },
        is: faultForms[form >> 1] as FaultFacts["is"],
        ofShape: (form & 1) === 1,
        ...more,
      };
    }),
  };
}

const linesOf = (text: string): string[] => (text === "" ? [] : text.split("\n"));

/** The keys at paths, of which each comes after the one that it is below. */
function knownKeys(paths: readonly string[]): KnownKeys {
  const root: Record<string, KnownKeys> = {};
  for (const path of paths) {
    const keys = parsePointer(path);
    const last = keys.pop() as string;
    let at = root;
    for (const key of keys) {
      if (at[key] === true) at[key] = {};
      at = at[key] as Record<string, KnownKeys>;
    }
    at[last] = true;
  }
  return paths.length > 0 ? root : true;
}

/** The facts with what is said of them. */
export function unpackWords(facts: CheckFacts, words: PackedWords): KindFacts {
  const unpacked = (sources: readonly PackedSource[]) =>
    sources.map((source) => unpackSource(source, words.documents));
  const said = <Of extends { readonly sources: readonly PackedSource[] }>(packed: Of) => ({
    ...packed,
    sources: unpacked(packed.sources),
  });
  const allSources = words.sources.map(unpacked);
  const { gateways, ...elsewhere } = words.elsewhere;
  const readers = Object.keys(facts.elsewhere.keys).map((key, index) => [key, gateways[index]]);
  return {
    ...facts,
    faults: words.faults.map(([saying, sources, terms], index) => ({
      ...(facts.faults[index] as FaultFacts),
      ...(words.sayings[saying] as PackedWords["sayings"][number]),
      sources: allSources[sources] as Source[],
      ...(terms !== undefined && { terms: words.terms[terms] as NonNullable<Fault["terms"]> }),
    })),
    unknownProperty: { ...facts.unknownProperty, ...said(words.unknownProperty) },
    elsewhere: {
      ...{ ...facts.elsewhere, ...said(elsewhere) },
      keys: Object.fromEntries(readers),
    },
    anywhere: facts.anywhere.map((fault, index) => ({
      ...fault,
      ...said(words.anywhere[index] as PackedWords["anywhere"][number]),
    })),
    gateway: words.gateway,
    issuer: words.issuer,
    labels: labelsOf(facts.known, linesOf(words.labels)),
  };
}

/** Names of keys by their patterns, in the order of `pathsOf`. */
function labelsOf(known: KnownKeys, labels: readonly string[]): Record<string, string> {
  const named = pathsOf(known).map((path, index) => [path, labels[index]] as const);
  return Object.fromEntries(named.filter((one): one is [string, string] => Boolean(one[1])));
}

/** Patterns of keys, each before those below it. */
export function pathsOf(known: KnownKeys, at = ""): string[] {
  if (known === true) return [];
  return Object.entries(known).flatMap(([key, below]) => {
    const path = at + pointerTo([key]);
    return [path, ...pathsOf(below, path)];
  });
}

function unpackSource(
  [document, en, ko = en]: PackedSource,
  documents: readonly PackedDocument[],
): Source {
  const [inEnglish, inKorean, url] = documents[document] as PackedDocument;
  return {
    title: { en: `${inEnglish}, ${en}`, ko: `${inKorean}, ${ko}` },
    ...(url !== undefined && { url }),
  };
}
