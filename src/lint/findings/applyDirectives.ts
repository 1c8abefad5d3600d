import type { Positions, Span } from "../../text/positions.js";
import { type Directives, directiveNames } from "../suppression/directives.js";
import { suppress } from "../suppression/suppress.js";
import type { LintTables } from "../tables.js";
import type { LintOptions } from "../types.js";
import type { SpannedDiagnostic } from "./findings.js";
import { textDiagnostic, unusedSuppression } from "./textDiagnostics.js";

/** What the directives of a text are applied with. */
interface DirectiveContext {
  readonly directives: Directives;
  readonly positions: Positions;
  /** Where payloads and calls are that were not checked. */
  readonly unchecked: readonly Span[];
  /** False where nothing is paid: there a directive is an example in a text. */
  readonly tellsUnused: boolean;
}

/** The findings that a text's own directives leave, and what is wrong with the directives. */
export function applyDirectives(
  findings: readonly SpannedDiagnostic[],
  { directives, positions, unchecked, tellsUnused }: DirectiveContext,
  options: LintOptions,
  { textFaults }: Pick<LintTables, "textFaults">,
): readonly SpannedDiagnostic[] {
  const { rules = {} } = options;
  const lineOf = (offset: number) => positions.at(offset).line;
  const { remaining, unused } = suppress(
    directives.suppressions,
    findings,
    ({ diagnostic, span }) => ({ rule: diagnostic.rule, line: lineOf(span[0]) }),
    (rule) => rules[rule] === "off",
    unchecked.map(([start, end]): [number, number] => [lineOf(start), lineOf(end)]),
  );
  if (!tellsUnused) return remaining;
  const told = (diagnostic: SpannedDiagnostic["diagnostic"], span: Span): SpannedDiagnostic => ({
    diagnostic,
    span,
    kind: null,
  });
  return [
    ...remaining,
    ...unused.map(({ rules: named, span }) =>
      told(unusedSuppression(textFaults, options, named), span),
    ),
    ...directives.unknown.map(({ name, span }) => {
      const terms = { name, known: directiveNames.join(", ") };
      return told(textDiagnostic(textFaults.unknownDirective, terms, options), span);
    }),
  ];
}
