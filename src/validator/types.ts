/** A text in English and in Korean. */
export interface Text {
  readonly en: string;
  readonly ko: string;
}

/** The language of messages: English or Korean. */
export type Locale = keyof Text;

/**
 * How bad a fault is. `error`: PortOne or the gateway refuses the request. `warning`: the request passes but does not do what
 * was meant. `info`: worth knowing.
 */
export type Severity = "error" | "warning" | "info";

/** Where the payload is used. With `any` it must be right on PC and on mobile. */
export type Environment = "pc" | "mobile" | "any";

/**
 * What is known about the shop and is not in the payload. Where a fact is left out, rules that depend on it are not applied or
 * only warn.
 */
export interface StoreContext {
  /** What the shop's contract allows it to sell, as in the PortOne console. */
  readonly productType?: "real" | "digital";
  /** How the contract of the shop's id at the gateway says that sales are taxed. */
  readonly taxation?: "mixed" | "taxable" | "exempt";
}

/** How a payload is checked. */
export interface CheckOptions {
  /** Where the payload is used. Default `any`: on PC and on mobile. */
  readonly environment?: Environment;
  /** What is known about the shop. */
  readonly store?: StoreContext;
  /** Language of the messages. Default `en`. */
  readonly locale?: Locale;
  /**
   * The current time, as a `Date` or as ISO 8601 text. Rules that compare a value with it apply only where it is given, so that
   * the same payload otherwise gives the same diagnostics tomorrow.
   */
  readonly now?: Date | string;
}

/** A document that a fact is taken from. */
export interface Source {
  /** Title, edition and section of the document. */
  readonly title: Text;
  /** Address of the document, where it is published. */
  readonly url?: string;
}

/** One change to a payload: an operation of JSON Patch (RFC 6902). */
export interface Edit {
  readonly op: "add" | "replace" | "remove";
  /** JSON Pointer of the value. */
  readonly path: string;
  /** The new value. Absent for `remove`. */
  readonly value?: unknown;
}

/** A change that removes the fault of a diagnostic. */
export interface Fix {
  /** What the change does, in one sentence. */
  readonly title: string;
  /** True when the fix cannot change what the author meant. */
  readonly safe: boolean;
  /** The changes, to be made in this order. */
  readonly edits: Edit[];
}

/** One fault of a payload. No two diagnostics of a payload have the same `rule` and the same `path`. */
export interface BareDiagnostic {
  /** Id of the rule, such as `issuer/store-details`. */
  readonly rule: string;
  readonly severity: Severity;
  /** JSON Pointer of the value that is wrong or missing. */
  readonly path: string;
}

/** One fault of a payload, with a message, its sources and, where there is one, a fix. */
export interface Diagnostic extends BareDiagnostic {
  /** What was found, what is needed and why, and what to do. Secret values such as card numbers are masked. */
  readonly message: string;
  /** The document, edition and section that the fact is taken from: the title of the first of `sources`. */
  readonly source: string;
  /** Every document that the fact is taken from. */
  readonly sources: readonly { readonly title: string; readonly url?: string }[];
  readonly fix?: Fix;
}

/** What a check returns. */
export interface CheckResult<Of extends BareDiagnostic = Diagnostic> {
  /** True when no diagnostic has the severity `error`. */
  readonly ok: boolean;
  /** The faults, in the order of the payload's keys. A missing key comes where the object begins that lacks it. */
  readonly diagnostics: Of[];
}

/** The conditions beside the payload under which a part of the rules holds. */
export interface Context {
  readonly environment?: "pc" | "mobile";
  /** `unknown` stands for what nobody has said about the shop. */
  readonly store?: {
    readonly [Fact in keyof StoreContext]?: StoreContext[Fact] | "unknown";
  };
  /** The current time is given. */
  readonly now?: true;
}

/** A gateway's code in one version of PortOne's API. */
export interface Gateway {
  /** In V1 the value of `pg` up to the first full stop; in V2 the gateway's key under `bypass`. */
  readonly code: string;
  /** `v1` or `v2`. */
  readonly version: string;
  /** Short name of the company, the same for all its codes. */
  readonly company: string;
  /** Name as people read it. */
  readonly name: Text;
  /** Keys under `/bypass` that only this code has in its version. */
  readonly bypass: readonly string[];
  /** The code of the same company and version that replaces this one. */
  readonly supersededBy?: string;
}

/** A rule that payloads or code must respect, with its reason and its sources. */
export interface Rule {
  /** Id, such as `issuer/store-details`. */
  readonly id: string;
  /** The highest of the severities in `kinds`. */
  readonly severity: Severity;
  /** The payload kinds that the rule is applied to, each with the usual severity of its diagnostics there. */
  readonly kinds: Readonly<Record<string, Severity>>;
  /** What the rule asks for, in one sentence. */
  readonly name: Text;
  /** Why it does. */
  readonly why: Text;
  /** The documents that the rule is taken from. */
  readonly sources: readonly Source[];
  /** True for a rule about the text of a file. Only the linter can find it; a validator cannot. */
  readonly inText: boolean;
  /** True for a rule that no payload can show. It is in the documents, and nothing reports it. */
  readonly note: boolean;
  /** Where the sources contradict each other, and which of them paylint follows. */
  readonly disagreements: readonly {
    /** Names of the kinds it is about, within their version; all that the rule speaks of without it. */
    readonly kinds?: readonly string[];
    /** JSON Pointer of the value it is about. */
    readonly path?: string;
    readonly positions: readonly { readonly source: Source; readonly says: Text }[];
    /** The position that paylint follows. */
    readonly counts: Text;
    /** Why it follows that one. */
    readonly because: Text;
  }[];
}
