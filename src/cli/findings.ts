import type { Skipped } from "../lint/checkCalls.js";
import type { Range } from "../text/positions.js";
import type { Splice } from "../text/textEdit.js";
import type { Diagnostic } from "../validator/types.js";
import type { Hidden } from "./maskSource.js";

/** A diagnostic with its place in a text. */
export interface Found {
  readonly diagnostic: Diagnostic;
  readonly range: Range;
  /** Null of what is said of a text, not of a payload. */
  readonly kind: string | null;
  /** Works out the diagnostic's fix as edits of the text; undefined where the text cannot be edited so. */
  splices?(): readonly Splice[] | undefined;
}

/** What was found in a text. */
export interface Findings {
  readonly found: readonly Found[];
  /** Payloads that were checked. */
  readonly payloads: number;
  /** Payment calls in source code. */
  readonly calls: number;
  /** For each call that was not checked why. */
  readonly skipped: readonly Skipped[];
  /** Where those stand. */
  readonly unchecked: readonly Range[];
  readonly hidden: readonly Hidden[];
  /** What of the text could not be read. */
  readonly troubles: readonly string[];
  /** True where the rest was not looked at. */
  readonly isHopeless: boolean;
}
