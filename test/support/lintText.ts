import { type LintOptions, type LintResult, lintText as lint } from "paylint/lint";

/** Leaves out what the texts of most tests do: they name their gateway by `pg`, which is deprecated, their order numbers are constants, and requests lack their headers. */
export const quietAboutSamples = {
  "shape/deprecated": "off",
  "order/constant": "off",
  "rest/authorization": "off",
  "rest/body": "off",
  "sdk/not-awaited": "off",
} as const;

/** Lints a text as a file with this ending, and leaves out what most of them do. */
export const lintText = (
  ending: string,
  text: string,
  { rules, ...options }: Partial<LintOptions> = {},
): Promise<LintResult> =>
  lint(text, { filename: `a${ending}`, rules: { ...quietAboutSamples, ...rules }, ...options });

/** The findings as `line:column rule path`. */
export const lines = ({ diagnostics }: LintResult): string[] =>
  diagnostics.map(({ range, rule, path }) => `${range.line}:${range.column} ${rule} ${path}`);

/** Why payloads were not checked. */
export const codes = ({ unchecked }: LintResult): string[] => unchecked.map(({ code }) => code);
