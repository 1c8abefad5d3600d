import type { Range } from "../text/positions.js";
import type { CheckOptions, Diagnostic, Severity } from "../validator/types.js";

export type { Range } from "../text/positions.js";

/** How a text is linted. */
export interface LintOptions extends CheckOptions {
  /** Name of the file. Its ending gives the language; without an ending, paylint guesses it from the text. */
  readonly filename: string;
  /** Kind of every payload that is in the text as data and not in a call, such as `ksnet.v1.request-pay`. */
  readonly kind?: string;
  /** Kind of such payloads that do not name theirs by `$schema`. */
  readonly fallbackKind?: string;
  /** Severities by rule id. `off` leaves the rule's diagnostics out. */
  readonly rules?: Readonly<Record<string, "off" | Severity>>;
  /** Gateway of the calls that do not name one, by company (`inicis`) or code (`html5_inicis`). */
  readonly gateway?: string;
  /** Check every call as one of this gateway, to see what would break if the shop moved there. Calls that name another gateway get no fixes. */
  readonly assume?: string;
  /** The gateways that the shop has contracts with. A call whose gateway is not known is checked by what holds at all of them. */
  readonly gateways?: readonly string[];
  /** Gateway by channel key, by `env:NAME` for a key that an environment variable holds, or by `const:NAME` for a constant. */
  readonly channels?: Readonly<Record<string, string>>;
  /** What other files of the project contain. */
  readonly project?: ProjectFacts;
}

/** What a linter can ask of the other files of a project. */
export interface ProjectFacts {
  /** Addresses of the scripts of pages that load this file, or that belong to the same package. */
  readonly scripts?: readonly ProjectScript[];
  /**
   * Gives the module that a file imports by a relative path. The file is the linted one where `from` is absent, else the
   * `file` of an earlier answer. Returns undefined where there is no such module, or it cannot be read.
   */
  module?(specifier: string, from?: string): ProjectModule | undefined;
}

/** Another file of the project. */
export interface ProjectModule {
  /** Path of the file, as messages show it. It is given back as `from` for what the file itself imports. */
  readonly file: string;
  /** Text of the file. */
  readonly text: string;
}

/** A script that another file loads. */
export interface ProjectScript {
  /** Address of the script. */
  readonly address: string;
  /** Path of the file that loads it. */
  readonly file: string;
  /** Line of that file that has the address. The first line is 1. */
  readonly line?: number;
}

/** One change of a text. */
export interface RangeEdit {
  /** What is replaced. An empty range inserts. */
  readonly range: Range;
  /** What replaces it. */
  readonly text: string;
}

/** A fix as changes of the text. */
export interface TextFix {
  /** What the fix does, in one sentence. */
  readonly title: string;
  /** True when the fix cannot change what the author meant. */
  readonly safe: boolean;
  /** The changes. They do not overlap; their ranges are all those of the text before the fix. */
  readonly edits: readonly RangeEdit[];
}

/** A diagnostic with its place in the text. */
export interface LintDiagnostic extends Diagnostic {
  /** Kind of the payload. Null for a diagnostic about the text itself. */
  readonly kind: string | null;
  /** Where the fault is in the text. */
  readonly range: Range;
  /** Index of the payload in `reports`. */
  readonly report?: number;
  /** A text that stays the same for the same fault when lines of the file move. It holds no secret. */
  readonly fingerprint: string;
  /** Where the rule is explained: an address, or a path in the repository where the package does not name it. */
  readonly docs: string;
  /** The fix as changes of the text. It is there exactly when applying it changes the text. */
  readonly textFix?: TextFix;
  /** For an info that is true of several places and is reported at the first: the number of places. */
  readonly places?: number;
}

/** A payload that was checked. */
export interface LintReport {
  /** Kind that it was checked as. */
  readonly kind: string | null;
  /** Gateway that it was checked for. Null where only the rules that hold at any gateway, or at all of `gateways`, were applied. */
  readonly gateway: string | null;
  /** The gateways, if the payload was checked by what holds at all of them. */
  readonly gateways?: readonly string[];
  /** What is called, for a payload in a call: `request_pay`, `POST /payments/cancel`. */
  readonly call?: string;
  /** Where the payload is in the text. */
  readonly range: Range;
}

/**
 * Why a payload or a call was not checked. The codes are stable.
 * - `payload-elsewhere`: the payload is built where paylint cannot follow it.
 * - `kind-unknown`: the kind of the payload is not known.
 * - `unparsable`: the text could not be parsed.
 * - `not-loaded`: the linter was made without what the text needs.
 */
export type UncheckedCode = "payload-elsewhere" | "kind-unknown" | "unparsable" | "not-loaded";

/** A payload or a call that was not checked. */
export interface Unchecked {
  readonly code: UncheckedCode;
  /** The reason, in the language of the options. */
  readonly why: string;
  /** What to do so that it is checked. */
  readonly advice: string;
  /** Where it is in the text. */
  readonly range: Range;
}

/**
 * Why a payload was checked by PortOne's own rules alone, without those of a gateway. The codes are stable.
 * - `gateway-other`: paylint has no rules for the gateway that the payload names or that was asked for.
 * - `gateway-conflict`: the payload names two gateways.
 */
export type NoteCode = "gateway-other" | "gateway-conflict";

/** Something to know about how a payload was checked. */
export interface Note extends Omit<Unchecked, "code"> {
  readonly code: NoteCode;
}

/** A part of a text that could not be read. */
export interface LintError {
  /** The reason. It quotes nothing of the text. */
  readonly message: string;
  /** Where the part is, if that is known. */
  readonly range?: Range;
}

/** The result of linting a text. */
export interface LintResult {
  /** The faults, in the order of the text. */
  readonly diagnostics: readonly LintDiagnostic[];
  /** The payloads that were checked. */
  readonly reports: readonly LintReport[];
  /** The payloads and calls that were not checked. */
  readonly unchecked: readonly Unchecked[];
  /** What to know about the payloads that were checked. */
  readonly notes: readonly Note[];
  /** What could not be read. */
  readonly errors: readonly LintError[];
  /** Number of payment calls in the text, checked or not. */
  readonly calls: number;
  /** The text with its secrets hidden, equal in length. Print this text, not the original. */
  readonly redacted: string;
}
