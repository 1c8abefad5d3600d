import { applyEdits } from "../../text/textEdit.js";
import type { LintDiagnostic } from "../types.js";

/** The result of applying fixes to a text. */
export interface AppliedFixes {
  /** The fixed text. It holds everything that the text held, secrets too. */
  readonly text: string;
  /** The diagnostics whose fix is in the fixed text. */
  readonly applied: readonly LintDiagnostic[];
  /** The other diagnostics, as they were given. Their places are those in the text before it was fixed. */
  readonly remaining: readonly LintDiagnostic[];
}

/**
 * Applies the fixes of diagnostics to the text that they were found in. Of fixes that overlap, the first in the text is applied;
 * lint the fixed text again for the others.
 * @param text The text that was linted.
 * @param diagnostics The diagnostics, or some of them.
 * @param options `unsafe: true` applies fixes that may change what the author meant. Default: safe fixes only.
 * @returns The fixed text, and the diagnostics with and without an applied fix.
 * @example
 * ```ts
 * import { applyFixes, lintText } from "paylint/lint";
 *
 * const text = '{ "merchant_uid": "cup-1", "amount": "18000" }';
 * const { diagnostics } = await lintText(text, { filename: "order.prepare.json" });
 * console.log(applyFixes(text, diagnostics).text);
 * ```
 *
 * ```text
 * { "merchant_uid": "cup-1", "amount": 18000 }
 * ```
 */
export function applyFixes(
  text: string,
  diagnostics: readonly LintDiagnostic[],
  options: { readonly unsafe?: boolean } = {},
): AppliedFixes {
  const { unsafe = false } = options;
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
