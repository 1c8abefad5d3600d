import type { Call } from "../extract/calls.js";
import type { CodeFact, Extraction } from "../extract/reader.js";
import type { Sdk } from "../extract/sdks.js";
import type { FaultAnywhere } from "../validator/compiled.js";
import { pointerTo } from "../validator/pointer.js";
import type { CheckOptions } from "../validator/types.js";
import type { Finding } from "./findings.js";
import { textDiagnostic } from "./textDiagnostics.js";

/** What is wrong with something that code does around a payment; made from the tables. */
export interface CodeRule extends FaultAnywhere {
  /** The fact that it speaks of. */
  readonly finds: string;
  /** Of the facts with a value those that it speaks of. */
  readonly pattern?: string;
  /** Whether it speaks of samples in documents, too. */
  readonly inSamples: boolean;
}

/** What is wrong with what a text does around its payments. */
export function findingsOfCode(
  extraction: Extraction,
  rules: readonly CodeRule[],
  sdks: readonly Sdk[],
  options: CheckOptions,
): Finding[] {
  const facts = [...extraction.facts, ...otherScripts(extraction, sdks)];
  return facts.flatMap((fact) =>
    rules
      .filter((rule) => speaksOf(rule, fact))
      .map((rule): Finding => {
        const isKey = rule.pattern === undefined && fact.value !== undefined;
        const path = isKey ? pointerTo([fact.value]) : "";
        return { diagnostic: textDiagnostic(rule, {}, options, path), span: fact.span, kind: null };
      }),
  );
}

function speaksOf({ finds, pattern, inSamples }: CodeRule, fact: CodeFact): boolean {
  if (finds !== fact.what || (fact.isSample && !inSamples)) return false;
  return pattern === undefined || new RegExp(pattern, "u").test(fact.value ?? "");
}

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

/** Whether a call is of a function that the SDK's script puts into the page. */
const isOf = ({ name, kinds }: Call, { version, functions = [] }: Sdk): boolean =>
  functions.some((one) => one.name === name) &&
  kinds.some(({ kind }) => kind.split(".")[1] === version);
