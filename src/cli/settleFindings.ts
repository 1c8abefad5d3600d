import { textFaults } from "../generated/textFaults.js";
import { suppress } from "../lint/suppress.js";
import { unusedSuppression } from "../lint/textDiagnostics.js";
import type { Target } from "./files/discover.js";
import type { Findings, Found } from "./findings.js";
import type { LintOptions } from "./options.js";
import type { LocatedDiagnostic } from "./report.js";

/** What remains of a text's findings once its own comments and the severities asked for are heard, in order. */
export function settleFindings(
  text: string,
  {
    found,
    payloads,
    calls,
    unchecked,
  }: Pick<Findings, "found" | "payloads" | "calls" | "unchecked">,
  { file }: Pick<Target, "file">,
  { severities, locale }: Pick<LintOptions, "severities" | "locale">,
): LocatedDiagnostic[] {
  const { remaining, unused } = suppress(
    text,
    found,
    ({ diagnostic, range }) => ({ rule: diagnostic.rule, line: range.line }),
    (rule) => severities.get(rule) === "off",
    unchecked,
  );
  // Where nothing is paid, such a comment is an example in a text.
  const told = payloads + calls > 0 ? unused : [];
  return [
    ...remaining,
    ...told.map(({ rules, range }): Found => {
      const diagnostic = unusedSuppression(textFaults, { locale }, rules);
      return { diagnostic, range, kind: null };
    }),
  ]
    .sort(
      ({ range: left }, { range: right }) => left.line - right.line || left.column - right.column,
    )
    .flatMap(({ diagnostic, range, kind, splices }) => {
      const severity = severities.get(diagnostic.rule) ?? diagnostic.severity;
      if (severity === "off") return [];
      return [{ ...diagnostic, severity, ...range, file, kind, ...(splices && { splices }) }];
    });
}
