import { type LintOptions, type LintResult, lintText as lint } from "paylint/lint";

/** Leaves out that `pg` is deprecated, since the texts of most tests name their gateway by it. */
export const quietAboutPg = { "shape/deprecated": "off" } as const;

/** Lints a text as a file with this ending, and leaves out that `pg` is deprecated. */
export const lintText = (
  ending: string,
  text: string,
  { rules, ...options }: Partial<LintOptions> = {},
): Promise<LintResult> =>
  lint(text, { filename: `a${ending}`, rules: { ...quietAboutPg, ...rules }, ...options });

/** The findings as `line:column rule path`. */
export const lines = ({ diagnostics }: LintResult): string[] =>
  diagnostics.map(({ range, rule, path }) => `${range.line}:${range.column} ${rule} ${path}`);

/** Why payloads were not checked. */
export const codes = ({ unchecked }: LintResult): string[] => unchecked.map(({ code }) => code);
