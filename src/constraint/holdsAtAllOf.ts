import { diagnosticsOf } from "../validator/diagnostics.js";
import type { Words } from "../validator/message.js";
import { localeOf } from "../validator/options.js";
import { type Finding, withoutImplied } from "../validator/precedence.js";
import { rankOf, severities } from "../validator/severity.js";
import type { CheckOptions, Diagnostic, Severity } from "../validator/types.js";
import { findingsOf, type PartialKind } from "./checkPartial.js";

type Kind = Omit<PartialKind, "shape">;

/**
 * What is wrong with a payload at each of several gateways: a fault counts where each of their kinds finds one of the same
 * sort at the same path. It is told in the words of `base`, where that finds it, else in those of the first kind, with the
 * quietest severity of the kinds. Nothing is found where no kind is given.
 */
export function holdsAtAllOf(
  kinds: readonly Kind[],
  base: Kind | undefined,
  payload: unknown,
  options?: CheckOptions,
): Diagnostic[] {
  const findingsAt = (kind: Kind) =>
    mostSevereByKey(withoutImplied(findingsOf(kind, payload, options)));
  const [first, ...others] = kinds.map(findingsAt);
  if (!first) return [];
  const ofBase = base ? findingsAt(base) : new Map<string, Finding>();
  const common = [...first].flatMap(([key, finding]): Finding[] => {
    const found = [finding, ...others.flatMap((other) => other.get(key) ?? [])];
    if (found.length < kinds.length) return [];
    return [{ ...(ofBase.get(key) ?? finding), severity: leastSevere(found) }];
  });
  return diagnosticsOf(
    common,
    payload,
    wordsOf(base ? [base, ...kinds] : kinds),
    localeOf(options),
  );
}

/** Names of all kinds, the first one's before the others'; what is secret for one of them is hidden. */
function wordsOf(kinds: readonly Kind[]): Words {
  const facts = kinds.map((kind) => kind.facts);
  return {
    gateway: facts[0]?.gateway ?? { en: "", ko: "" },
    issuer: facts.find(({ issuer }) => issuer !== null)?.issuer ?? null,
    labels: Object.assign({}, ...facts.toReversed().map(({ labels }) => labels)),
    secrets: Object.assign({}, ...facts.map(({ secrets }) => secrets)),
  };
}

/** Findings by path and sort. Of several that a kind has there, the most severe tells what the kind thinks of the value. */
function mostSevereByKey(findings: readonly Finding[]): Map<string, Finding> {
  const byKey = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.path} ${sortOf(finding)}`;
    const known = byKey.get(key);
    if (!known || rankOf(finding.severity) > rankOf(known.severity)) byKey.set(key, finding);
  }
  return byKey;
}

/** What is wrong, whatever rule says so: two gateways may have rules of their own for it. */
function sortOf({ fault, rule }: Finding): string {
  // An unknown key, or a text that should be nowhere: every kind has the same rule for it.
  if (!fault) return rule;
  return fault.tooLong ? "too long" : fault.is;
}

const leastSevere = (findings: readonly Finding[]): Severity =>
  severities[Math.min(...findings.map(({ severity }) => rankOf(severity)))] as Severity;
