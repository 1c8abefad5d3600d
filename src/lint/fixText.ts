import { applyFixes } from "./applyFixes.js";
import type { LintResult } from "./types.js";

/** One fix can make room for another, but not without end. */
const mostRounds = 10;

/** A text whose fixes are applied until none is left. */
export interface FixedText {
  readonly text: string;
  /** What is found in the fixed text. */
  readonly result: LintResult;
  /** How many findings are gone. */
  readonly count: number;
}

/** Applies the fixes of a text, lints it again, and goes on until no fix is left. */
export async function fixText(
  text: string,
  first: LintResult,
  lint: (text: string) => Promise<LintResult>,
  unsafe: boolean,
): Promise<FixedText> {
  let best = { text, result: first };
  for (let round = 0; round < mostRounds; round++) {
    const { text: next, applied } = applyFixes(best.text, best.result.diagnostics, { unsafe });
    if (applied.length === 0) break;
    const result = await lint(next);
    // A fix that breaks the text, or leaves as much to be found as before, is not kept.
    const isBetter = result.diagnostics.length < best.result.diagnostics.length;
    if (!isBetter || result.errors.length > first.errors.length) break;
    best = { text: next, result };
  }
  return { ...best, count: first.diagnostics.length - best.result.diagnostics.length };
}
