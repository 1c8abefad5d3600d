import type {
  AnywhereFault,
  CheckFacts,
  Fault,
  FaultFacts,
  KindFacts,
  KnownKeys,
  RuleFacts,
  UnknownPropertyFault,
} from "./compiled.js";
import { pointersIn } from "./frontCoding.js";
import { type PackedDocument, type PackedSource, unpackSource } from "./packedSource.js";
import { itemsIn, type Runs } from "./patch.js";
import { parsePointer, pointerTo } from "./pointer.js";
import type { Locale, Severity, Source, Text } from "./types.js";

/** The facts of a kind as its module holds them: what many faults share is written once. */
export interface PackedFacts {
  /** Patterns that the other columns name by their indexes, front-coded: those of a base, and what is added to them. */
  readonly paths: readonly string[];
  /** The paths of the keys that documents list. */
  readonly known: Runs;
  /** The paths of the keys that only other gateways read. */
  readonly elsewhere: Runs;
  /** The paths of what no output shows. */
  readonly secrets: Runs;
  /** Errors have no severity here. */
  readonly rules: readonly (readonly [id: string, severity?: Severity])[];
  /** What few faults have; the first is nothing. */
  readonly more: readonly Pick<FaultFacts, "tooLong" | "scope" | "reads">[];
  /** For each fault, in the order in which they are looked for, the index of its rule. */
  readonly ruleOf: readonly number[];
  /** The index of its path, less that of the fault before. */
  readonly pathSteps: readonly number[];
  /** The index of its `more`, of what is wrong in `faultForms`, and 1 for a fault of the bare shape, as digits of base 8, 4 and 2. */
  readonly formOf: readonly number[];
  readonly unknownProperty: RuleFacts;
  readonly ofElsewhere: RuleFacts;
  readonly anywhere: CheckFacts["anywhere"];
}

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
  readonly terms: readonly (NonNullable<Fault["terms"]> | null)[];
  /** For each fault the index of what it says. */
  readonly sayingOf: readonly number[];
  /** The index of its sources. */
  readonly sourcesOf: readonly number[];
  /** The index of its terms; the first is for none. */
  readonly termsOf: readonly number[];
  readonly unknownProperty: Packed<Omit<UnknownPropertyFault, "rule" | "severity">>;
  readonly elsewhere: Packed<Pick<Fault, "message" | "sources">>;
  readonly gateways: readonly Text[];
  /** What follows the names where more gateways read a key. */
  readonly others: Text;
  /** For each key that other gateways read the indexes of some, and -1 where there are more. */
  readonly readers: readonly (readonly number[])[];
  readonly anywhere: readonly Packed<Pick<AnywhereFault, "message" | "sources">>[];
  readonly gateway: Text;
  readonly issuer: KindFacts["issuer"];
  /** The paths that have a name in Korean. */
  readonly labelled: Runs;
  readonly labels: readonly string[];
}

type Packed<Of> = Omit<Of, "sources"> & { readonly sources: readonly PackedSource[] };

/** Writes out what tells faults apart. */
export function unpackFacts(packed: PackedFacts): CheckFacts {
  const { rules, more, unknownProperty, anywhere } = packed;
  const paths = pointersIn(packed.paths);
  const listed = <Value>(runs: Runs, value: Value) =>
    Object.fromEntries(itemsIn(paths, runs).map((path) => [path, value]));
  let path = 0;
  return {
    ...{ unknownProperty, anywhere },
    known: knownKeys(itemsIn(paths, packed.known)),
    elsewhere: { ...packed.ofElsewhere, keys: listed(packed.elsewhere, true) },
    secrets: listed(packed.secrets, true),
    faults: packed.ruleOf.map((index, fault) => {
      path += packed.pathSteps[fault] as number;
      const [rule, severity = "error"] = rules[index] as PackedFacts["rules"][number];
      const form = packed.formOf[fault] as number;
      return {
        ...{ rule, severity, path: paths[path] as string },
        is: faultForms[(form >> 1) & 3] as FaultFacts["is"],
        ofShape: (form & 1) === 1,
        ...more[form >> 3],
      };
    }),
  };
}

type Keys = Record<string, KnownKeys>;

/** The keys at paths. Each comes after its parent. */
function knownKeys(paths: readonly string[]): KnownKeys {
  const root: Keys = {};
  for (const path of paths) {
    const keys = parsePointer(path);
    const last = keys.pop() as string;
    let at = root;
    for (const key of keys) {
      if (at[key] === true) at[key] = {};
      at = at[key] as Keys;
    }
    at[last] = true;
  }
  return paths.length > 0 ? root : true;
}

/** Writes out the facts of a kind with what is said of its faults. */
export function unpackWords(packed: PackedFacts, words: PackedWords): KindFacts {
  const facts = unpackFacts(packed);
  const labelled = itemsIn(pointersIn(packed.paths), words.labelled);
  const unpacked = (sources: readonly PackedSource[]) =>
    sources.map((source) => unpackSource(source, words.documents));
  const said = <Of extends { readonly sources: readonly PackedSource[] }>(of: Of) => ({
    ...of,
    sources: unpacked(of.sources),
  });
  const allSources = words.sources.map(unpacked);
  const readersOf = (indexes: readonly number[]) =>
    listedNames(
      indexes.flatMap((one) => words.gateways[one] ?? []),
      indexes.includes(-1) ? words.others : undefined,
    );
  const readers = Object.keys(facts.elsewhere.keys).map((key, index) => [
    key,
    readersOf(words.readers[index] ?? []),
  ]);
  return {
    ...facts,
    faults: facts.faults.map((fault, number) => {
      const terms = words.terms[words.termsOf[number] as number];
      return {
        ...fault,
        ...(words.sayings[words.sayingOf[number] as number] as PackedWords["sayings"][number]),
        sources: allSources[words.sourcesOf[number] as number] as Source[],
        ...(terms && { terms }),
      };
    }),
    unknownProperty: { ...facts.unknownProperty, ...said(words.unknownProperty) },
    elsewhere: {
      ...{ ...facts.elsewhere, ...said(words.elsewhere) },
      keys: Object.fromEntries(readers),
    },
    anywhere: facts.anywhere.map((fault, index) => ({
      ...fault,
      ...said(words.anywhere[index] as PackedWords["anywhere"][number]),
    })),
    gateway: words.gateway,
    issuer: words.issuer,
    labels: Object.fromEntries(labelled.map((path, index) => [path, words.labels[index] ?? ""])),
  };
}

/** Names as a message lists them, with what follows them. */
export function listedNames(names: readonly Text[], behind?: Text): Text {
  const listed = (locale: Locale) =>
    names.map((name) => name[locale]).join(", ") + (behind?.[locale] ?? "");
  return { en: listed("en"), ko: listed("ko") };
}

/** Patterns of keys, each before those below it. */
export function pathsOf(known: KnownKeys, at = ""): string[] {
  if (known === true) return [];
  return Object.entries(known).flatMap(([key, below]) => {
    const path = at + pointerTo([key]);
    return [path, ...pathsOf(below, path)];
  });
}
