import type { Range } from "../text/positions.js";
import { type Suppression, suppressionsIn } from "./directives.js";

/** What remains of the findings in a text once its comments are heard. */
export interface Suppressed<Finding> {
  readonly remaining: readonly Finding[];
  /** Comments that suppress nothing, each with the rules of which there was nothing. */
  readonly unused: readonly Suppression[];
}

/**
 * Leaves out what the comments of a text suppress. Of a rule that `isOff`, and where calls are that were not checked, there is
 * nothing to suppress, nor to complain.
 */
export function suppress<Finding>(
  text: string,
  findings: readonly Finding[],
  placeOf: (finding: Finding) => { readonly rule: string; readonly line: number },
  isOff: (rule: string) => boolean,
  unchecked: readonly Range[],
): Suppressed<Finding> {
  const suppressions = suppressionsIn(text);
  if (suppressions.length === 0) return { remaining: findings, unused: [] };
  const byLine = new Map<number, Suppression[]>();
  for (const one of suppressions) {
    const known = byLine.get(one.line);
    if (known) known.push(one);
    else byLine.set(one.line, [one]);
  }
  const used = new Map(suppressions.map((one) => [one, new Set<string>()]));
  const remaining = findings.filter((finding) => {
    const { rule, line } = placeOf(finding);
    const by = (byLine.get(line) ?? []).filter(
      ({ rules }) => rules.length === 0 || rules.includes(rule),
    );
    for (const one of by) used.get(one)?.add(rule);
    return by.length === 0;
  });
  const isUnchecked = (line: number) =>
    unchecked.some((range) => range.line <= line && line <= range.endLine);
  const unused = suppressions.flatMap((one): Suppression[] => {
    if (isUnchecked(one.line)) return [];
    const suppressed = used.get(one) as Set<string>;
    if (one.rules.length === 0) return suppressed.size > 0 ? [] : [one];
    const idle = one.rules.filter((rule) => !suppressed.has(rule) && !isOff(rule));
    return idle.length > 0 ? [{ ...one, rules: idle }] : [];
  });
  return { remaining, unused };
}
