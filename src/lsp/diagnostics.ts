import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import type {
  LintDiagnostic,
  LintResult,
  Note,
  Range,
  RangeEdit,
  Unchecked,
} from "../lint/types.js";

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** A range as the protocol has it: lines and characters count from 0. */
export const rangeOf = ({ line, column, endLine, endColumn }: Range) => ({
  start: { line: line - 1, character: column - 1 },
  end: { line: endLine - 1, character: endColumn - 1 },
});

export const editOf = ({ range, text }: RangeEdit) => ({ range: rangeOf(range), newText: text });

/** The findings of a document, and as hints the calls that were not checked. What cannot be read is the language's own matter. */
export const diagnosticsOf = ({ diagnostics, unchecked, notes }: LintResult): Diagnostic[] => [
  ...diagnostics.map(ofFinding),
  ...[...unchecked, ...notes].filter(({ code }) => code !== "kind-unknown").map(ofUnchecked),
];

const ofFinding = ({ range, severity, rule, message, docs }: LintDiagnostic): Diagnostic => ({
  range: rangeOf(range),
  severity: severities[severity],
  source: "paylint",
  code: rule,
  ...(docs.startsWith("https://") && { codeDescription: { href: docs } }),
  message,
  ...(rule === deprecated && { tags: [DiagnosticTag.Deprecated] }),
});

/** The rule of keys that will be withdrawn, which editors strike through. */
const deprecated = "shape/deprecated";

/** Only the first line of a call is marked. */
const ofUnchecked = ({ range, code, why, advice }: Unchecked | Note): Diagnostic => {
  const { start, end } = rangeOf(range);
  return {
    range: { start, end: end.line === start.line ? end : { line: start.line + 1, character: 0 } },
    severity: DiagnosticSeverity.Hint,
    source: "paylint",
    code,
    message: `${why} ${advice}`,
  };
};
