import { type LintOptions, type LintResult, lintText as lint } from "paylint/lint";

/** Lints a text as a file with this ending. */
export const lintText = (
  ending: string,
  text: string,
  options: Partial<LintOptions> = {},
): Promise<LintResult> => lint(text, { filename: `a${ending}`, ...options });

/** The findings as `line:column rule path`. */
export const lines = ({ diagnostics }: LintResult): string[] =>
  diagnostics.map(({ range, rule, path }) => `${range.line}:${range.column} ${rule} ${path}`);

/** Why payloads were not checked. */
export const codes = ({ unchecked }: LintResult): string[] => unchecked.map(({ code }) => code);
