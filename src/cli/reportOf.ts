import { type Hidden, maskSource } from "./maskSource.js";
import type { FileReport, LocatedDiagnostic } from "./report.js";

/** What was found in a text that begins in the file's line `firstLine`, ready to be shown: with its secrets masked. */
export const reportOf = (
  file: string,
  text: string,
  found: { readonly hidden: readonly Hidden[]; readonly diagnostics: readonly LocatedDiagnostic[] },
  firstLine = 1,
): FileReport => ({
  file,
  // Most files hold nothing to be shown.
  text: found.diagnostics.length > 0 ? maskSource(text, found.hidden) : "",
  firstLine,
  diagnostics: found.diagnostics,
});
