import type { Diagnostic, Locale } from "../runtime/types.js";
import type { Range } from "./inputs/input.js";

/** A diagnostic with its place in a file. */
export interface LocatedDiagnostic extends Diagnostic, Range {
  /** Relative to the working folder, with forward slashes. */
  readonly file: string;
  readonly kind: string;
}

/** What was found in one file. */
export interface FileReport {
  readonly file: string;
  /** The file's text, secrets masked; empty when nothing was found in it. */
  readonly text: string;
  readonly payloads: number;
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Counts over a run. */
export interface Totals {
  readonly files: number;
  readonly payloads: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Writes a run's findings in one format. A new format is one file that exports one of these. */
export interface Output {
  write(reports: readonly FileReport[], totals: Totals, locale: Locale): string;
}
