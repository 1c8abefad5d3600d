import type { Fault, FaultFacts, KindFacts, RuleFacts } from "../../validator/compiled.js";
import { frontCoded, pointersIn } from "../../validator/frontCoding.js";
import { faultForms, type PackedFacts, type PackedWords, pathsOf } from "../../validator/packed.js";
import type { PackedDocument, PackedSource } from "../../validator/packedSource.js";
import type { Source } from "../../validator/types.js";
import { startOf } from "../plan/citeSources.js";
import type { KindTables, Sources, Tables } from "../tables/types.js";
import { mostNamed, otherReaders } from "./facts.js";
import { Interned } from "./interned.js";
import { runsOf } from "./patchOf.js";

/** The parts of a kind's module that are about its faults. */
interface PackedKind {
  readonly facts: PackedFacts;
  readonly words: PackedWords;
}

/** Facts as a kind's module holds them; by the numbers of a base, where the kind has one. */
export function packKind(
  facts: KindFacts,
  shared: Parameters<typeof packWords>[1],
  base?: PackedKind,
): PackedKind {
  const paths = new Interned(base && pointersIn(base.facts.paths));
  const packed = packFacts(facts, paths, base?.facts);
  const words = packWords(facts, shared, paths, base?.words);
  return { facts: { ...packed, paths: packPaths(paths, base?.facts.paths) }, words };
}

/** Paths as a module holds them; those of a base, whose numbers they keep, are one text there and here. */
export function packPaths(paths: Interned<string>, ofBase: readonly string[] = []): string[] {
  const added = paths.all.slice(pointersIn(ofBase).length);
  return added.length > 0 ? [...ofBase, frontCoded(added)] : [...ofBase];
}

/** What tells a kind's faults apart. */
function packFacts(
  facts: KindFacts,
  paths: Interned<string>,
  base?: PackedFacts,
): Omit<PackedFacts, "paths"> {
  const rules = new Interned(base?.rules);
  const more = new Interned<PackedFacts["more"][number]>(base?.more ?? [{}]);
  const runsAt = (wildcards: readonly string[]) =>
    runsOf(wildcards.map((wildcard) => paths.indexOf(wildcard)));
  const known = runsAt(pathsOf(facts.known));
  const { faults } = facts;
  // Numbers come before texts, so that each compresses well.
  return {
    formOf: faults.map(
      (fault) =>
        8 * more.indexOf(moreOf(fault)) +
        2 * faultForms.indexOf(fault.is) +
        (fault.ofShape ? 1 : 0),
    ),
    known,
    ruleOf: faults.map(({ rule, severity }) =>
      rules.indexOf(severity === "error" ? [rule] : [rule, severity]),
    ),
    elsewhere: runsAt(Object.keys(facts.elsewhere.keys)),
    secrets: runsAt(Object.keys(facts.secrets)),
    pathSteps: faults.map(({ path }, fault) => {
      const before = faults[fault - 1];
      return paths.indexOf(path) - (before ? paths.indexOf(before.path) : 0);
    }),
    unknownProperty: ruleOf(facts.unknownProperty),
    anywhere: facts.anywhere.map(({ pattern, predicate, args, ...fault }) => ({
      ...ruleOf(fault),
      ...{ pattern, predicate, args },
    })),
    ofElsewhere: ruleOf(facts.elsewhere),
    ...{ rules: rules.all, more: more.all },
  };
}

/** What few faults have. */
const moreOf = ({ tooLong, scope, reads }: FaultFacts): PackedFacts["more"][number] => ({
  ...(tooLong && { tooLong }),
  ...(scope !== undefined && { scope }),
  ...(reads && { reads }),
});

const ruleOf = ({ rule, severity }: RuleFacts): RuleFacts => ({ rule, severity });

/** What is said of a kind's faults, packed alike; `elsewhere` are the gateways that read the keys of others. */
function packWords(
  facts: KindFacts,
  { sources, elsewhere: readersOf }: Pick<Tables, "sources"> & Pick<KindTables, "elsewhere">,
  paths: Interned<string>,
  base?: PackedWords,
): PackedWords {
  const documents = new Interned(base?.documents);
  const byTitle = new Map<string, PackedSource>();
  const packedOnce = (source: Source): PackedSource => {
    const key = JSON.stringify(source);
    const packed = byTitle.get(key) ?? packSource(source, sources, documents);
    byTitle.set(key, packed);
    return packed;
  };
  const packed = (all: readonly Source[]) => all.map(packedOnce);
  const said = ({ message, sources: own }: Pick<Fault, "message" | "sources">) => ({
    message,
    sources: packed(own),
  });
  const sayings = new Interned(base?.sayings);
  const allSources = new Interned(base?.sources);
  const terms = new Interned<PackedWords["terms"][number] | null>(base?.terms ?? [null]);
  const gateways = new Interned(base?.gateways);
  const { faults, unknownProperty, elsewhere, anywhere, gateway, issuer, labels } = facts;
  const { hint, alsoWritten } = unknownProperty;
  // Numbers come before texts, so that each compresses well.
  return {
    labelled: runsOf(Object.keys(labels).map((path) => paths.indexOf(path))),
    readers: [...readersOf.values()].map((names) => [
      ...names.slice(0, mostNamed).map((name) => gateways.indexOf(name)),
      ...(names.length > mostNamed ? [-1] : []),
    ]),
    sourcesOf: faults.map((fault) => allSources.indexOf(packed(fault.sources))),
    sayingOf: faults.map(({ message, variants, fix }) =>
      sayings.indexOf({ message, ...(variants && { variants }), ...(fix && { fix }) }),
    ),
    termsOf: faults.map((fault) => terms.indexOf(fault.terms ?? null)),
    elsewhere: said(elsewhere),
    sayings: sayings.all,
    gateway,
    anywhere: anywhere.map(said),
    labels: Object.values(labels),
    unknownProperty: {
      ...{ ...said(unknownProperty), hint },
      ...(alsoWritten && { alsoWritten }),
    },
    ...{ others: otherReaders, issuer, documents: documents.all },
    ...{ terms: terms.all, gateways: gateways.all, sources: allSources.all },
  };
}

/** @throws for a source that `citeSources` did not write. */
function packSource(
  { title, url }: Source,
  sources: Sources,
  documents: Interned<PackedDocument>,
): PackedSource {
  for (const [document, { url: published }] of Object.entries(sources)) {
    const { en, ko } = startOf(document, sources);
    if (published !== url || !title.en.startsWith(en) || !title.ko.startsWith(ko)) continue;
    const index = documents.indexOf(url === undefined ? [en, ko] : [en, ko, url]);
    const [inEnglish, inKorean] = [title.en.slice(en.length), title.ko.slice(ko.length)];
    return inEnglish === inKorean ? [index, inEnglish] : [index, inEnglish, inKorean];
  }
  throw new Error(`no document is called as in "${title.en}"`);
}
