import type { Suppression } from "./directives.js";

/** What is left of the findings in a text once its comments are heard. */
interface Suppressed<Finding> {
  readonly remaining: readonly Finding[];
  /** Comments that suppress nothing, each with the rules that it names in vain; none where it names no rule. */
  readonly unused: readonly Suppression[];
}

/** What a suppression needs to know of a finding. */
interface Suppressible {
  readonly rule: string;
  readonly line: number;
}

/**
 * Leaves out what suppressions cover. A suppression is not called unused where a rule of it `isOff`, or where lines that it covers
 * hold something that was not checked.
 */
export function suppress<Finding>(
  suppressions: readonly Suppression[],
  findings: readonly Finding[],
  of: (finding: Finding) => Suppressible,
  isOff: (rule: string) => boolean,
  uncheckedLines: readonly (readonly [first: number, last: number])[],
): Suppressed<Finding> {
  if (suppressions.length === 0) return { remaining: findings, unused: [] };
  const used = new Map(suppressions.map((one) => [one, new Set<string>()]));
  const byLine = new SuppressionsByLine(suppressions);
  const remaining = findings.filter((finding) => {
    const { rule, line } = of(finding);
    const by = byLine.at(line).filter(({ rules }) => rules.length === 0 || rules.includes(rule));
    for (const one of by) used.get(one)?.add(rule);
    return by.length === 0;
  });
  const unused = suppressions.flatMap((one): Suppression[] => {
    const [first, last] = one.lines;
    if (uncheckedLines.some(([from, to]) => from <= last && first <= to)) return [];
    const suppressed = used.get(one) as Set<string>;
    if (one.rules.length === 0) return suppressed.size > 0 ? [] : [one];
    const idle = one.rules.filter((rule) => !suppressed.has(rule) && !isOff(rule));
    return idle.length > 0 ? [{ ...one, rules: idle }] : [];
  });
  return { remaining, unused };
}

/** Suppressions by the line that they cover: those of one line by a map, the few that cover more one by one. */
class SuppressionsByLine {
  readonly #ofLine = new Map<number, Suppression[]>();
  readonly #wide: Suppression[] = [];

  constructor(suppressions: readonly Suppression[]) {
    for (const one of suppressions) {
      const [first, last] = one.lines;
      if (first !== last) {
        this.#wide.push(one);
        continue;
      }
      const ofLine = this.#ofLine.get(first) ?? [];
      ofLine.push(one);
      this.#ofLine.set(first, ofLine);
    }
  }

  at(line: number): Suppression[] {
    const wide = this.#wide.filter(({ lines: [first, last] }) => first <= line && line <= last);
    return [...(this.#ofLine.get(line) ?? []), ...wide];
  }
}
