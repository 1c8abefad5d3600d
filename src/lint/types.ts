import type { Range } from "../text/positions.js";
import type { CheckOptions, Diagnostic, Severity } from "../validator/types.js";

export type { Range } from "../text/positions.js";

/** How a text is to be linted. */
export interface LintOptions extends CheckOptions {
  /** Name of the file; its ending says the language. A name without an ending lets paylint guess. */
  readonly filename: string;
  /** The kind of every payload that is in the text by itself, such as `ksnet.v1.request-pay`. */
  readonly kind?: string;
  /** The same for payloads that do not say theirs by `$schema`. */
  readonly fallbackKind?: string;
  /** Severities by rule id; `off` leaves the rule's findings out. */
  readonly rules?: Readonly<Record<string, "off" | Severity>>;
  /** Gateway of the calls that do not say their own. */
  readonly gateway?: string;
  /** Every call is taken for this gateway's: what would break if the shop moved? */
  readonly assume?: string;
  /** The gateways that the shop has contracts with. */
  readonly gateways?: readonly string[];
  /** Gateway by channel key, by `env:NAME` for a key that an environment variable holds, or by `const:NAME`. */
  readonly channels?: Readonly<Record<string, string>>;
  /** What other files say. */
  readonly project?: ProjectFacts;
}

/** What other files of the project say about a text. */
export interface ProjectFacts {
  /** Addresses of the scripts of pages that load this file, or that belong to the same package. */
  readonly scripts?: readonly ProjectScript[];
  /**
   * The module that a file imports by a relative path: of the linted file where `from` is absent, else of the file that an
   * earlier answer named. Undefined where there is none that can be read.
   */
  module?(specifier: string, from?: string): ProjectModule | undefined;
}

/** Another file of the project. */
export interface ProjectModule {
  /** Its path, as it is shown; given back as `from` for what it imports itself. */
  readonly file: string;
  readonly text: string;
}

/** A script that another file loads. */
export interface ProjectScript {
  readonly address: string;
  readonly file: string;
  /** Line of the file in which the address is; from 1. */
  readonly line?: number;
}

/** One change of a text. */
export interface RangeEdit {
  readonly range: Range;
  readonly text: string;
}

/** A fix as edits of the text. */
export interface TextFix {
  readonly title: string;
  /** True when the fix cannot change what the author meant. */
  readonly safe: boolean;
  readonly edits: readonly RangeEdit[];
}

/** A diagnostic with its place in the text. */
export interface LintDiagnostic extends Diagnostic {
  /** Kind of the payload; null for what is said of the text itself. */
  readonly kind: string | null;
  readonly range: Range;
  /** Number of the report in `reports` that the finding belongs to. */
  readonly report?: number;
  /** The same for the same finding in another version of the file, where lines have moved; holds no secret. */
  readonly fingerprint: string;
  /** What explains the rule: an address where the package names its repository, else a path in the package. */
  readonly docs: string;
  /** Present exactly where applying it changes the text. */
  readonly textFix?: TextFix;
  /** For an info that holds at several places and is reported at the first of them: how many places these are. */
  readonly places?: number;
}

/** A payload that was checked, and as what. */
export interface LintReport {
  readonly kind: string | null;
  /** Null: checked as PortOne's own, by what holds at any gateway, or by what holds at all of `gateways`. */
  readonly gateway: string | null;
  /** The gateways, where the payload was checked by what holds at all of several. */
  readonly gateways?: readonly string[];
  /** What is called, for a payload that is in a call: `request_pay`, `POST /payments/cancel`. */
  readonly call?: string;
  readonly range: Range;
}

/** Why a payload was not checked. */
export type UncheckedCode =
  | "gateway-other"
  | "gateway-unsaid"
  | "gateway-unknown"
  | "gateway-conflict"
  | "gateways-several"
  | "payload-elsewhere"
  | "kind-unknown"
  | "unparsable"
  | "not-loaded";

/** A payload or a call that was not checked. */
export interface Unchecked {
  readonly code: UncheckedCode;
  readonly why: string;
  /** What to do so that it is checked. */
  readonly advice: string;
  readonly range: Range;
}

/** Why a payload was not checked as one might expect. */
export type NoteCode = Extract<UncheckedCode, "gateway-other" | "gateway-conflict">;

/** Something to know about a payload that was checked. */
export interface Note extends Unchecked {
  readonly code: NoteCode;
}

/** What of a text could not be read. The message quotes nothing of the text. */
export interface LintError {
  readonly message: string;
  readonly range?: Range;
}

/** What linting a text gives. */
export interface LintResult {
  /** In the order of the text. */
  readonly diagnostics: readonly LintDiagnostic[];
  readonly reports: readonly LintReport[];
  readonly unchecked: readonly Unchecked[];
  readonly notes: readonly Note[];
  readonly errors: readonly LintError[];
  /** Payment calls in the text, checked or not. */
  readonly calls: number;
  /** The text with what is secret hidden, equal in length. */
  readonly redacted: string;
}
