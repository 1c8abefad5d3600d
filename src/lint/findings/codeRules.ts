import type { Call } from "../../extract/calls.js";
import { locatedAt } from "../../extract/located.js";
import { plainName } from "../../extract/program/clients/model.js";
import type { CodeFact, Extraction } from "../../extract/reader.js";
import type { Sdk } from "../../extract/sdks.js";
import type { FaultAnywhere } from "../../validator/compiled.js";
import { hole, textOf, Unknown } from "../../validator/unknown.js";
import type { LintOptions } from "../types.js";
import type { SpannedDiagnostic } from "./findings.js";
import { textDiagnostic } from "./textDiagnostics.js";

/** What is wrong with something that code does around a payment; made from the tables. */
export interface CodeRule extends FaultAnywhere {
  /** The fact that it speaks of. */
  readonly finds: string;
  /** Of a text in a payload: its key, as a JSON Pointer. */
  readonly at?: string;
  /** Of the facts with a value those that it speaks of. */
  readonly pattern?: string;
  /** Names of files that it does not speak of: those that match. */
  readonly notIn?: string;
  /** Whether it speaks of samples in documents, too. */
  readonly inSamples: boolean;
}

/** What is wrong with what a text does around its payments. */
export function findingsOfCode(
  extraction: Extraction,
  rules: readonly CodeRule[],
  sdks: readonly Sdk[],
  options: LintOptions,
): SpannedDiagnostic[] {
  const facts = [
    ...extraction.facts,
    ...otherScripts(extraction, sdks),
    ...usesAboveScript(extraction, sdks),
  ];
  return rules.flatMap((rule) => {
    if (rule.notIn !== undefined && new RegExp(rule.notIn, "iu").test(options.filename)) return [];
    const own =
      rule.at === undefined
        ? facts
        : rule.finds === "payload-name"
          ? namesAt(extraction, rule.at)
          : [
              ...textsAt(extraction, rule.at, options),
              ...facts.filter(({ path }) => path === rule.at),
            ];
    return own
      .filter((fact) => speaksOf(rule, fact))
      .map(({ span, path = "", terms = {} }): SpannedDiagnostic => {
        return { diagnostic: textDiagnostic(rule, terms, options, path), span, kind: null };
      });
  });
}

/** Tells the findings of payloads that rules about code have better words for. */
export function repeating(
  ofCode: readonly SpannedDiagnostic[],
): (one: SpannedDiagnostic) => boolean {
  const keyOf = ({ diagnostic: { rule, path }, span: [start] }: SpannedDiagnostic) =>
    `${rule} ${path} ${start}`;
  const told = new Set(ofCode.map(keyOf));
  return (one) => told.has(keyOf(one));
}

function speaksOf({ finds, pattern, inSamples }: CodeRule, fact: CodeFact): boolean {
  if (finds !== fact.what || (fact.isSample && !inSamples)) return false;
  return pattern === undefined || new RegExp(pattern, "iu").test(fact.value ?? "");
}

/** The texts that payloads in code have at a key, as far as they are known. */
const textsAt = ({ calls }: Extraction, path: string, { filename }: LintOptions): CodeFact[] =>
  calls.flatMap(({ payload, syntax }): CodeFact[] => {
    const located = syntax === "javascript" && payload ? locatedAt(payload, path) : undefined;
    const text = located && textOf(located.value);
    if (!located || text === undefined) return [];
    const { span } = located;
    const isSample = /\.(?:md|mdx|markdown)$/i.test(filename);
    return [{ what: "payload", value: text.replaceAll(hole, "…"), path, span, isSample }];
  });

const nameAtEnd = /(?:^|\.)(?:get_?)?(\w+)(?:\(\))?[!?]?$/i;

/** The names of the variables, members and getters that payloads in code have at a key, in lower case without separators. */
const namesAt = ({ calls }: Extraction, path: string): CodeFact[] =>
  calls.flatMap(({ payload }): CodeFact[] => {
    const located = payload && locatedAt(payload, path);
    const source = located?.value instanceof Unknown ? located.value.source : undefined;
    const [, name] = (source !== undefined && nameAtEnd.exec(source)) || [];
    if (!located || name === undefined) return [];
    const { span } = located;
    return [
      {
        what: "payload-name",
        value: plainName(name),
        path,
        span,
        terms: { name },
        isSample: false,
      },
    ];
  });

/** The first call of a version whose script a page does not load, though it loads another version's. */
function otherScripts({ calls, addresses, facts }: Extraction, sdks: readonly Sdk[]): CodeFact[] {
  const isLoaded = ({ scripts }: Sdk) => {
    const own = scripts === undefined ? undefined : new RegExp(scripts, "u");
    return own !== undefined && addresses.some(({ text }) => own.test(text));
  };
  const loaded = sdks.filter(isLoaded);
  if (loaded.length === 0 || facts.some(({ what }) => what === "import")) return [];
  return sdks.flatMap((sdk): CodeFact[] => {
    if (sdk.scripts === undefined || loaded.includes(sdk)) return [];
    const call = calls.find((one) => isOf(one, sdk));
    const { version: value } = sdk;
    return call ? [{ what: "other-script", value, span: call.span, isSample: false }] : [];
  });
}

/** The first use of an SDK's object that is above the only script that puts it into the page. */
const usesAboveScript = ({ facts, addresses }: Extraction, sdks: readonly Sdk[]): CodeFact[] =>
  sdks.flatMap(({ version, scripts }): CodeFact[] => {
    if (scripts === undefined) return [];
    const own = new RegExp(scripts, "u");
    const loaded = addresses.filter(({ text }) => own.test(text)).map(({ span: [start] }) => start);
    const use = facts.find(({ what, value }) => what === "use-at-once" && value === version);
    const isAbove = use && loaded.length > 0 && loaded.every((start) => start > use.span[0]);
    return isAbove ? [{ ...use, what: "use-above-script" }] : [];
  });

/** Whether a call is of a function that the SDK's script puts into the page. */
const isOf = ({ name, kinds }: Call, { version, functions = [] }: Sdk): boolean =>
  functions.some((one) => one.name === name) &&
  kinds.some(({ kind }) => kind.split(".")[1] === version);
