/** A text in the two languages that paylint speaks. */
export interface Text {
  readonly en: string;
  readonly ko: string;
}

/** The language of messages. */
export type Locale = keyof Text;

/** `error`: the request is refused. `warning`: it passes but does not do what was meant. `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

/** Where the payload is used. `any` means that it must serve PC and mobile both. */
export type Environment = "pc" | "mobile" | "any";

/** What is known about the shop beside the payload. */
export interface StoreContext {
  /** What the shop is contracted to sell, as it is in the PortOne console. */
  readonly productType?: "real" | "digital";
  /** How the shop's id at the gateway is contracted to be taxed. */
  readonly taxation?: "mixed" | "taxable" | "exempt";
}

/** How a payload is to be checked. */
export interface CheckOptions {
  /** Default `any`. */
  readonly environment?: Environment;
  readonly store?: StoreContext;
  /** Language of the messages. Default `en`. */
  readonly locale?: Locale;
  /**
   * The present, as a `Date` or, as conformance vectors hold it, ISO 8601 text. Rules about time speak only where it is given, so
   * that the same payload gives the same diagnostics tomorrow.
   */
  readonly now?: Date | string;
}

/** Where a fact is written. */
export interface Source {
  /** Document, edition and section. */
  readonly title: Text;
  /** Where the document is published, if anywhere. */
  readonly url?: string;
}

/** One change to a payload; `path` is a JSON Pointer. */
export interface Edit {
  readonly op: "add" | "replace" | "remove";
  readonly path: string;
  readonly value?: unknown;
}

/** A way out of a diagnostic. */
export interface Fix {
  readonly title: string;
  /** True when the fix cannot change what the author meant. */
  readonly safe: boolean;
  readonly edits: Edit[];
}

/** One fault of a payload, told apart by `rule` and `path`. */
export interface BareDiagnostic {
  /** Id of the rule, such as `issuer/store-details`. */
  readonly rule: string;
  readonly severity: Severity;
  /** JSON Pointer of the offending or the missing value. */
  readonly path: string;
}

/** The same, with what is said of it. */
export interface Diagnostic extends BareDiagnostic {
  /** What was found, what is needed and why, and what to do; card numbers are masked. */
  readonly message: string;
  /** Where the fact is written: document, edition and section. The title of the first of `sources`. */
  readonly source: string;
  /** Every document that the fact is taken from. */
  readonly sources: readonly { readonly title: string; readonly url?: string }[];
  readonly fix?: Fix;
}

/** What a check returns. `ok` is true when no diagnostic is an error. */
export interface CheckResult<Of extends BareDiagnostic = Diagnostic> {
  readonly ok: boolean;
  readonly diagnostics: Of[];
}

/** The conditions beside the payload under which a part of the rules holds. */
export interface Context {
  readonly environment?: "pc" | "mobile";
  /** `unknown` stands for what nobody said of the shop. */
  readonly store?: {
    readonly [Fact in keyof StoreContext]?: StoreContext[Fact] | "unknown";
  };
  /** The present is given. */
  readonly now?: true;
}

/** A gateway code of one API version. */
export interface Gateway {
  /** In V1 what `pg` holds before the first full stop, in V2 the gateway's key under `bypass`. */
  readonly code: string;
  readonly version: string;
  /** Short name of the company, the same for all its codes. */
  readonly company: string;
  readonly name: Text;
  /** Keys under `/bypass` that only this code has in its version. */
  readonly bypass: readonly string[];
  /** The code of the same company and version that replaces this one. */
  readonly supersededBy?: string;
}

/** A rule of the compiled table. */
export interface Rule {
  readonly id: string;
  /** The loudest of the severities in `kinds`. */
  readonly severity: Severity;
  /** The payload kinds it speaks of, each with the usual severity of its diagnostics there. */
  readonly kinds: Readonly<Record<string, Severity>>;
  readonly name: Text;
  readonly why: Text;
  readonly sources: readonly Source[];
  /** True for what only the text of a file shows, so that only the command line and ESLint find it. */
  readonly inText: boolean;
  /** True for what no payload shows: it is documented, and never found. */
  readonly note: boolean;
  /** Where the sources contradict each other, and which of them counts. */
  readonly disagreements: readonly {
    /** Names of the kinds it is about, within their version; all that the rule speaks of without it. */
    readonly kinds?: readonly string[];
    /** JSON Pointer of the value it is about. */
    readonly path?: string;
    readonly positions: readonly { readonly source: Source; readonly says: Text }[];
    readonly counts: Text;
    readonly because: Text;
  }[];
}
