import type { Skipped } from "../lint/checkCalls.js";
import type { Range } from "../text/positions.js";
import type { Splice } from "../text/textEdit.js";
import type { Diagnostic, Locale } from "../validator/types.js";

/** A diagnostic with its place in a file. */
export interface LocatedDiagnostic extends Diagnostic, Range {
  /** Relative to the working folder, with forward slashes. */
  readonly file: string;
  /** Null of what is said of a text, not of a payload. */
  readonly kind: string | null;
  /** Works out the fix as edits of the file's text; undefined where there is none. */
  splices?(): readonly Splice[] | undefined;
  /** The same for the same finding in a text that is changed elsewhere. */
  readonly fingerprint?: string;
}

/** A payment call that was not checked. */
export interface Unchecked extends Range {
  /** Stable name of the reason. */
  readonly code: string;
  /** The reason, in the locale. */
  readonly why: string;
  /** What would let it be checked, in the locale. */
  readonly advice: string;
}

/** What was found in one file, or in a part of one that is read in parts. */
export interface FileReport {
  readonly file: string;
  /** The text, secrets masked; empty when nothing was found in it. */
  readonly text: string;
  /** Number of the text's first line in the file. */
  readonly firstLine: number;
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly unchecked?: readonly Unchecked[];
}

/** Counts over a run. */
export interface Totals {
  /** Files that were looked at. */
  readonly looked: number;
  /** Files that the user named, or that hold a payload or a payment call. */
  readonly files: number;
  /** Payloads that were checked. */
  readonly payloads: number;
  /** Payment calls in source code. */
  readonly calls: number;
  /** Calls that were not checked, by the reason. */
  readonly skipped: Readonly<Partial<Record<Skipped, number>>>;
  /** Payment calls that were checked as PortOne's own, by what holds at any gateway. */
  readonly neutral?: number;
  readonly fixed: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Writes a run's findings in one format. A new format is one file that exports one of these. */
export interface Output {
  start(locale: Locale, isColored?: boolean): Writing;
}

/** A run's output as it grows. Each gives what can be printed by then. */
export interface Writing {
  report(report: FileReport): string;
  end(totals: Totals): string;
}
