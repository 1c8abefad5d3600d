import type { LintDiagnostic, LintReport, LintResult, Note, Unchecked } from "../lint/types.js";
import type { Locale } from "../validator/types.js";

/** Lines and columns count from 1; `endColumn` is the column behind the last character. */
export interface Lines {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A diagnostic with its place in a file. */
export interface LocatedDiagnostic extends Omit<LintDiagnostic, "range">, Lines {
  /** Relative to the working folder, with forward slashes. */
  readonly file: string;
}

/** A call or a payload that was not checked, with its place in a file. */
export interface LocatedUnchecked extends Omit<Unchecked | Note, "range">, Lines {
  readonly file: string;
}

/** A payload that was checked, with its place in a file. */
export interface LocatedReport extends Omit<LintReport, "range">, Lines {}

/** What was found in one file, or in a part of one that is read in parts. */
export interface FileReport {
  readonly file: string;
  /** The text, with what is secret hidden; empty when nothing of it is to be shown. */
  readonly text: string;
  /** Number of the text's first line in the file. */
  readonly firstLine: number;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** What was checked, by the numbers that the diagnostics have in `report`. */
  readonly reports: readonly LocatedReport[];
  readonly unchecked: readonly LocatedUnchecked[];
  readonly notes: readonly LocatedUnchecked[];
}

/** The report of a file, or of a part of one, in which there is nothing to be told. */
export const emptyReport = (file: string, firstLine = 1): FileReport => ({
  ...{ file, text: "", firstLine },
  ...{ diagnostics: [], reports: [], unchecked: [], notes: [] },
});

/** What the linter says of a text that begins in the file's line `firstLine`, ready to be shown. */
export function reportOf(file: string, result: LintResult, firstLine = 1): FileReport {
  const before = firstLine - 1;
  const linesOf = ({ line, column, endLine, endColumn }: LintDiagnostic["range"]): Lines => ({
    line: line + before,
    column,
    endLine: endLine + before,
    endColumn,
  });
  const { diagnostics, reports, unchecked, notes, redacted } = result;
  const located = ({ range, ...one }: Unchecked | Note): LocatedUnchecked => ({
    ...one,
    file,
    ...linesOf(range),
  });
  return {
    file,
    text: diagnostics.length > 0 ? redacted : "",
    firstLine,
    diagnostics: diagnostics.map(({ range, textFix, ...diagnostic }) => ({
      ...diagnostic,
      file,
      ...linesOf(range),
      ...(textFix && {
        textFix: {
          ...textFix,
          edits: textFix.edits.map((edit) => ({
            ...edit,
            range: { ...edit.range, ...linesOf(edit.range) },
          })),
        },
      }),
    })),
    reports: reports.map(({ range, ...one }) => ({ ...one, ...linesOf(range) })),
    unchecked: unchecked.map(located),
    notes: notes.map(located),
  };
}

/** Whether a payload was checked as PortOne's own. */
export const isNeutralReport = ({
  gateway,
  gateways,
}: Pick<LintReport, "gateway" | "gateways">): boolean => gateway === null && gateways === undefined;

/** Counts over a run. */
export interface Totals {
  /** Files that were looked at. */
  readonly visited: number;
  /** Files that the user named, or that hold a payload or a payment call. */
  readonly files: number;
  /** Payloads that were checked. */
  readonly payloads: number;
  /** Payment calls in source code. */
  readonly calls: number;
  /** Payloads that were checked as PortOne's own. */
  readonly neutral: number;
  /** How many calls were checked as which gateway's: its code, several parted by commas, or none for PortOne's own. */
  readonly judged: ReadonlyMap<string, number>;
  /** Payloads and calls that were not checked. */
  readonly unchecked: number;
  readonly fixed: number;
  /** Findings that are not shown, since they are known already, as by the baseline. */
  readonly known: number;
  /** Findings that `--fix` would fix, and those that only `--unsafe-fixes` would. */
  readonly fixable: { readonly safe: number; readonly unsafe: number };
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Writes a run's findings in one format. A new format is one file that exports one of these. */
export interface Output {
  start(style: Style): Writing;
}

/** How a run's output is to look. */
export interface Style {
  readonly locale: Locale;
  readonly isColored: boolean;
  /** Whether the terminal opens links. */
  readonly hasLinks: boolean;
  /** Columns of the terminal; undefined where lines may be of any length. */
  readonly width: number | undefined;
  readonly isVerbose: boolean;
}

/** A run's output as it grows. Each gives what can be printed by then. */
export interface Writing {
  report(report: FileReport): string;
  end(totals: Totals): string;
}
