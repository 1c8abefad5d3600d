import { applyEdits } from "../text/textEdit.js";
import type { LintDiagnostic } from "./types.js";

/** What applying fixes to a text gives. */
export interface AppliedFixes {
  readonly text: string;
  /** The diagnostics whose fix is in the text now. */
  readonly applied: readonly LintDiagnostic[];
  /** The others, as they were given: their places are those in the text before. */
  readonly remaining: readonly LintDiagnostic[];
}

/**
 * Applies the fixes of diagnostics to the text that they were found in: the safe ones, or all of them with `unsafe`. Of fixes that
 * touch each other the first in the text is applied; lint the result again for the other.
 * @example
 * const { diagnostics } = await lintText(text, { filename: "pay.js" });
 * const { text: fixed } = applyFixes(text, diagnostics);
 */
export function applyFixes(
  text: string,
  diagnostics: readonly LintDiagnostic[],
  { unsafe = false }: { readonly unsafe?: boolean } = {},
): AppliedFixes {
  const groups = diagnostics.map(({ textFix }) =>
    textFix && (textFix.safe || unsafe)
      ? textFix.edits.map(({ range, text: put }) => ({
          start: range.start,
          end: range.end,
          text: put,
        }))
      : [],
  );
  const { text: fixed, applied } = applyEdits(text, groups);
  return {
    text: fixed,
    applied: diagnostics.filter((_, index) => applied[index]),
    remaining: diagnostics.filter((_, index) => !applied[index]),
  };
}
