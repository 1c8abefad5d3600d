import { applyFixes } from "./edits/applyFixes.js";
import { isRepeatable } from "./findings/repeats.js";
import type { LintDiagnostic, LintResult } from "./types.js";

/** One fix can make room for another, but not without end. */
const mostRounds = 10;

/** How often a text is linted at most, which looking for the fixes that do harm may need. */
const mostAttempts = 40;

/** A text whose fixes are applied until none is left. */
interface FixedText {
  readonly text: string;
  /** What is found in the fixed text. */
  readonly result: LintResult;
  /** How many findings are gone. */
  readonly count: number;
}

type Lint = (text: string) => Promise<LintResult>;

interface Linted {
  readonly text: string;
  readonly result: LintResult;
}

/**
 * Applies the fixes of a text, lints it again, and goes on until no fix is left. A fix that makes the text unreadable, or after
 * which its payload has no fewer findings, is left out; the others are applied nevertheless.
 */
export async function fixText(
  text: string,
  first: LintResult,
  lint: Lint,
  unsafe: boolean,
): Promise<FixedText> {
  let best: Linted = { text, result: first };
  let attempts = 0;
  const counted: Lint = (of) => {
    attempts++;
    return lint(of);
  };
  const harmful = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const fixes = best.result.diagnostics.filter(
      ({ textFix, fingerprint }) =>
        textFix && (textFix.safe || unsafe) && !harmful.has(fingerprint),
    );
    const one = new Round(best, counted, () => attempts < mostAttempts);
    await one.add(fixes);
    for (const { fingerprint } of one.harmful) harmful.add(fingerprint);
    if (one.best === best) break;
    best = one.best;
  }
  return { ...best, count: first.diagnostics.length - best.result.diagnostics.length };
}

/** Applies all fixes of one text that do no harm. */
class Round {
  readonly harmful: LintDiagnostic[] = [];
  best: Linted;
  /** The fixes that are in the best text. */
  #kept: readonly LintDiagnostic[] = [];
  readonly #base: Linted;
  readonly #lint: Lint;
  readonly #mayGoOn: () => boolean;

  constructor(base: Linted, lint: Lint, mayGoOn: () => boolean) {
    this.best = base;
    this.#base = base;
    this.#lint = lint;
    this.#mayGoOn = mayGoOn;
  }

  /** Adds fixes to those that are kept. Where together they do harm, the ones that do are looked for. */
  async add(fixes: readonly LintDiagnostic[]): Promise<void> {
    if (fixes.length === 0 || !this.#mayGoOn()) return;
    const all = [...this.#kept, ...fixes];
    const { text, applied } = applyFixes(this.#base.text, all, { unsafe: true });
    // What touches a kept fix waits for the next round.
    if (applied.length <= this.#kept.length) return;
    const result = await this.#lint(text);
    const harmed = isAsReadable(result, this.#base.result)
      ? unimproved(applied, this.#base.result, result)
      : undefined;
    if (harmed?.size === 0) {
      this.best = { text, result };
      this.#kept = applied;
      return;
    }
    const suspects = harmed ? fixes.filter(({ report }) => harmed.has(report)) : fixes;
    if (suspects.length === fixes.length) return this.#addHalves(fixes);
    await this.add(fixes.filter(({ report }) => !harmed?.has(report)));
    await this.#addHalves(suspects);
  }

  async #addHalves(fixes: readonly LintDiagnostic[]): Promise<void> {
    if (fixes.length < 2) {
      this.harmful.push(...fixes);
      return;
    }
    const middle = fixes.length >> 1;
    await this.add(fixes.slice(0, middle));
    await this.add(fixes.slice(middle));
  }
}

/** Whether as much of a text is read and checked as before. */
const isAsReadable = (now: LintResult, before: LintResult): boolean =>
  now.errors.length <= before.errors.length &&
  now.unchecked.length <= before.unchecked.length &&
  now.calls === before.calls &&
  now.reports.length === before.reports.length;

/** The reports, among those with an applied fix, that have no fewer findings than before. */
function unimproved(
  applied: readonly LintDiagnostic[],
  before: LintResult,
  now: LintResult,
): Set<number | undefined> {
  const counts = countsByReport(before);
  const left = countsByReport(now);
  const reports = new Set(applied.map(({ report }) => report));
  return new Set(
    [...reports].filter((report) => (left.get(report) ?? 0) >= (counts.get(report) ?? 0)),
  );
}

function countsByReport({ diagnostics }: LintResult): Map<number | undefined, number> {
  const counts = new Map<number | undefined, number>();
  for (const diagnostic of diagnostics) {
    // What is said once for all payloads belongs to whichever comes first.
    if (isRepeatable(diagnostic)) continue;
    const { report } = diagnostic;
    counts.set(report, (counts.get(report) ?? 0) + 1);
  }
  return counts;
}
