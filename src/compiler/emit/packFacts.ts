import type { Fault, FaultFacts, KindFacts, RuleFacts } from "../../validator/compiled.js";
import {
  faultForms,
  type PackedDocument,
  type PackedFacts,
  type PackedFault,
  type PackedSource,
  type PackedWords,
  pathsOf,
} from "../../validator/packed.js";
import type { Source } from "../../validator/types.js";
import { titleOf } from "../plan/citeSources.js";
import type { Sources } from "../tables/types.js";

/** What tells a kind's faults apart, as its module holds it. */
export function packFacts(facts: KindFacts): PackedFacts {
  const rules = new Interned<PackedFacts["rules"][number]>();
  const paths = new Interned<string>();
  const listed = pathsOf(facts.known);
  for (const path of listed) paths.indexOf(path);
  const faults = facts.faults.map((fault): PackedFault => {
    const { rule, severity, path, is, ofShape } = fault;
    const packed = [
      rules.indexOf(severity === "error" ? [rule] : [rule, severity]),
      paths.indexOf(path),
      2 * faultForms.indexOf(is) + (ofShape ? 1 : 0),
    ] as const;
    const more = moreOf(fault);
    return Object.keys(more).length > 0 ? [...packed, more] : packed;
  });
  return {
    ...{ paths: lines(paths.all), known: listed.length, rules: rules.all, faults },
    unknownProperty: ruleOf(facts.unknownProperty),
    elsewhere: { ...ruleOf(facts.elsewhere), keys: lines(Object.keys(facts.elsewhere.keys)) },
    anywhere: facts.anywhere.map(({ pattern, predicate, args, ...fault }) => ({
      ...ruleOf(fault),
      ...{ pattern, predicate, args },
    })),
    secrets: facts.secrets,
  };
}

/** What few faults have. */
const moreOf = ({ tooLong, scope, reads }: FaultFacts): NonNullable<PackedFault[3]> => ({
  ...(tooLong && { tooLong }),
  ...(scope !== undefined && { scope }),
  ...(reads && { reads }),
});

/** @throws for a text of several lines. */
function lines(texts: readonly string[]): string {
  const broken = texts.find((text) => text.includes("\n"));
  if (broken !== undefined) throw new Error(`cannot be written as a line: ${broken}`);
  return texts.join("\n");
}

const ruleOf = ({ rule, severity }: RuleFacts): RuleFacts => ({ rule, severity });

/** What is said of a kind's faults, as its module holds it. */
export function packWords(facts: KindFacts, sources: Sources): PackedWords {
  const documents = new Interned<PackedDocument>();
  const packed = (all: readonly Source[]) => all.map((one) => packSource(one, sources, documents));
  const said = ({ message, sources: own }: Pick<Fault, "message" | "sources">) => ({
    message,
    sources: packed(own),
  });
  const sayings = new Interned<PackedWords["sayings"][number]>();
  const allSources = new Interned<readonly PackedSource[]>();
  const allTerms = new Interned<NonNullable<Fault["terms"]>>();
  const faults = facts.faults.map(({ message, variants, fix, sources: own, terms }) => {
    const saying = { message, ...(variants && { variants }), ...(fix && { fix }) };
    const indexes = [sayings.indexOf(saying), allSources.indexOf(packed(own))] as const;
    return terms ? ([...indexes, allTerms.indexOf(terms)] as const) : indexes;
  });
  const { unknownProperty, elsewhere, anywhere, gateway, issuer, labels } = facts;
  return {
    ...{ faults, sayings: sayings.all, sources: allSources.all, terms: allTerms.all },
    unknownProperty: { ...said(unknownProperty), hint: unknownProperty.hint },
    elsewhere: { ...said(elsewhere), gateways: Object.values(elsewhere.keys) },
    anywhere: anywhere.map(said),
    ...{ documents: documents.all, gateway, issuer },
    labels: lines(pathsOf(facts.known).map((path) => labels[path] ?? "")),
  };
}

/** @throws for a source that `citeSources` did not write. */
function packSource(
  { title, url }: Source,
  sources: Sources,
  documents: Interned<PackedDocument>,
): PackedSource {
  for (const [document, { url: published }] of Object.entries(sources)) {
    const { en, ko } = titleOf(document, sources);
    if (published !== url || !title.en.startsWith(`${en}, `) || !title.ko.startsWith(`${ko}, `)) {
      continue;
    }
    const index = documents.indexOf(url === undefined ? [en, ko] : [en, ko, url]);
    const [inEnglish, inKorean] = [title.en.slice(en.length + 2), title.ko.slice(ko.length + 2)];
    return inEnglish === inKorean ? [index, inEnglish] : [index, inEnglish, inKorean];
  }
  throw new Error(`no document is called as in "${title.en}"`);
}

/** Values by number, each once. */
class Interned<Of> {
  readonly #indexes = new Map<string, number>();
  readonly all: Of[] = [];

  indexOf(value: Of): number {
    const key = JSON.stringify(value);
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = this.all.push(value) - 1;
      this.#indexes.set(key, index);
    }
    return index;
  }
}
