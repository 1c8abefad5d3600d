import type { Positions } from "../../text/positions.js";
import { localeOf } from "../../validator/options.js";
import type { LoadedKinds } from "../tables.js";
import type { LintDiagnostic, LintOptions } from "../types.js";
import { eachOnce, type SpannedDiagnostic } from "./findings.js";
import { fingerprints } from "./fingerprints.js";
import { withoutRepeats } from "./repeats.js";
import { rulePage } from "./rulePage.js";
import { textEditsFor } from "./textFix.js";

/** The text that was linted, with its places and the kinds of its payloads. */
interface Linted {
  readonly text: string;
  /** The text without its secrets. */
  readonly redacted: string;
  readonly positions: Positions;
  readonly kinds: LoadedKinds;
}

/** Findings as they are told: each once, as loud as the options say, in the order of the text. */
export function diagnosticsOf(
  findings: readonly SpannedDiagnostic[],
  { text, redacted, positions, kinds }: Linted,
  options: LintOptions,
): LintDiagnostic[] {
  const { rules = {} } = options;
  const locale = localeOf(options);
  const shown = eachOnce(findings)
    .flatMap((finding) => {
      const own = Object.hasOwn(rules, finding.diagnostic.rule)
        ? rules[finding.diagnostic.rule]
        : undefined;
      const severity = own ?? finding.diagnostic.severity;
      return severity === "off"
        ? []
        : [{ ...finding, diagnostic: { ...finding.diagnostic, severity } }];
    })
    .sort((left, right) => left.span[0] - right.span[0]);
  const prints = fingerprints(shown, redacted, positions);
  const diagnostics = shown.map((finding, index): LintDiagnostic => {
    const { diagnostic, span, kind, report } = finding;
    const shape = kind === null ? undefined : kinds.get(kind)?.shape;
    const edits = textEditsFor(finding, text, shape);
    const fix = diagnostic.fix;
    return {
      ...diagnostic,
      kind,
      range: positions.range(span),
      ...(report !== undefined && { report }),
      fingerprint: prints[index] as string,
      docs: rulePage(diagnostic.rule, locale),
      ...(edits &&
        fix && {
          textFix: {
            title: fix.title,
            safe: fix.safe,
            edits: edits.map(({ start, end, text: instead }) => ({
              range: positions.range([start, end]),
              text: instead,
            })),
          },
        }),
    };
  });
  return withoutRepeats(diagnostics);
}
