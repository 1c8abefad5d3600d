import { textFaults } from "../generated/textFaults.js";
import { textDiagnostic } from "../source/judge.js";
import { type Suppression, suppressionsIn } from "./comments.js";
import type { Findings, Found } from "./findings.js";
import type { LintOptions } from "./options.js";
import type { LocatedDiagnostic } from "./report.js";
import type { Target } from "./targets.js";

/** What remains of a text's findings once its own comments and the severities asked for are heard, in order. */
export function settleFindings(
  text: string,
  { found, payloads, calls }: Pick<Findings, "found" | "payloads" | "calls">,
  { file }: Pick<Target, "file">,
  { severities, locale }: Pick<LintOptions, "severities" | "locale">,
): LocatedDiagnostic[] {
  const suppressions = suppressionsIn(text);
  const used = new Set<string>();
  const remaining = found.filter(({ diagnostic: { rule }, range }) => {
    const by = suppressions.filter((one) => one.line === range.line && speaksOf(one, rule));
    for (const one of by) used.add(useOf(one, one.rules.length > 0 ? rule : ""));
    return by.length === 0;
  });
  // Where nothing is paid, such a comment is an example in a text.
  const unused = payloads + calls > 0 ? suppressions.flatMap((one) => unusedOf(one, used)) : [];
  const told: Found[] = unused.map(({ rules, range }) => ({
    diagnostic: textDiagnostic(
      textFaults.unusedSuppression,
      { rules: rules.join(", ") || "*" },
      { locale },
    ),
    range,
    kind: null,
  }));
  return [...remaining, ...told]
    .sort(
      ({ range: left }, { range: right }) => left.line - right.line || left.column - right.column,
    )
    .flatMap(({ diagnostic, range, kind, splices }) => {
      const severity = severities.get(diagnostic.rule) ?? diagnostic.severity;
      return severity === "off" ? [] : [{ ...diagnostic, severity, ...range, file, kind, splices }];
    });

  function unusedOf(one: Suppression, usedRules: ReadonlySet<string>): Suppression[] {
    // A rule that is switched off finds nothing to suppress.
    const idle = one.rules.filter(
      (rule) => !usedRules.has(useOf(one, rule)) && severities.get(rule) !== "off",
    );
    if (one.rules.length === 0) return usedRules.has(useOf(one, "")) ? [] : [one];
    return idle.length > 0 ? [{ ...one, rules: idle }] : [];
  }
}

const speaksOf = ({ rules }: Suppression, rule: string) =>
  rules.length === 0 || rules.includes(rule);

const useOf = ({ range }: Suppression, rule: string) => `${range.line}:${range.column} ${rule}`;
