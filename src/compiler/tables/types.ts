import type { Service } from "../../extract/calls.js";
import type { OutcomeFields } from "../../validator/outcome.js";
import type { Gateway, Text } from "../../validator/types.js";
import type { Predicate, RuleRow, SourceRef } from "./ruleTypes.js";

/** The shapes of the other files in `schemas/`; each is explained beside its schema in `schemas/meta/`. */

/** A document that facts are taken from. */
export interface SourceDocument {
  readonly title: Text;
  /** Which edition was read; absent where there is no document. */
  readonly edition?: Text;
  /** Where the document is published. */
  readonly url?: string;
  /** What sections are called in each language. */
  readonly sections?: Readonly<Record<string, Text>>;
}

/** The documents that facts are taken from, by the key that a `SourceRef` names. */
export type Sources = Readonly<Record<string, SourceDocument>>;

/** The keys of a payload: a part of JSON Schema 2020-12, and keys of our own that begin with `x-`. */
export interface Shape {
  readonly type?: string | readonly string[];
  /** English; becomes the doc comment of the type. */
  readonly description?: string;
  /** The Korean name that the guide gives the key. */
  readonly "x-ko"?: string;
  /** Keys that must be there; a text must not be blank, a list not empty. */
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  /** Any key is right. */
  readonly additionalProperties?: true;
  readonly enum?: readonly unknown[];
  /** Forms of an object that the value of one key tells apart. */
  readonly "x-variants"?: Variants;
  /** The values of a column of the issuer table. */
  readonly "x-enum-from"?: { readonly issuers: string };
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  /** In code points. */
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly deprecated?: true;
  /** The gateway ignores it. */
  readonly "x-unsupported"?: true;
  /** `unsafe`: whoever gives the value asks for something, so no fix may quietly take it out. */
  readonly "x-fix"?: "unsafe";
  /** No output shows the value. */
  readonly "x-secret"?: true;
  /** Key of `formats.json`. */
  readonly "x-format"?: string;
  /** Where the fact stands, if not where `kind.json` says. */
  readonly "x-source"?: readonly SourceRef[];
  readonly examples?: readonly unknown[];
}

/** Forms of an object, told apart by the value of a key. */
export interface Variants {
  readonly key: string;
  readonly of: Readonly<Record<string, Variant>>;
}

/** One form of an object. */
export interface Variant {
  /** Keys that must be there in this form. */
  readonly required?: readonly string[];
  /** Keys that only this form, and others that list them, may have. */
  readonly keys?: readonly string[];
}

/** How a value is written: a `pattern` or a `maximum`, and what no keyword can say of it. */
export interface Format {
  /** Id of the rule that reports a value of another form. */
  readonly rule: string;
  readonly pattern?: string;
  readonly maximum?: number;
  readonly predicate?: Predicate;
  /** What messages say is expected. */
  readonly expected: Text;
  readonly fix?: "digits" | "seconds";
  readonly examples: readonly unknown[];
  /** Values of another form, as authors write them. */
  readonly wrong: readonly unknown[];
}

/** `formats.json`. */
export interface Formats {
  /** Names of the types, for messages. */
  readonly types: Readonly<Record<string, Text>>;
  /** Name of a type with a `minimum`: `{type}` and `{minimum}` are filled in. */
  readonly bounded: Text;
  /** Name of a type above 0: `{type}` is filled in. */
  readonly positive: Text;
  readonly formats: Readonly<Record<string, Format>>;
}

/** A cell, or a cell for each version of the gateway where they differ. */
export type IssuerCell = string | number | Readonly<Record<string, string | number>>;

/** A card company as `issuers.json` has it. */
export type WrittenIssuerRow = Readonly<Record<string, IssuerCell>> & {
  readonly code: string;
  readonly en: string;
  readonly ko: string;
};

/** `issuers.json` as it is written. */
export interface WrittenIssuerTable extends Omit<IssuerTable, "rows"> {
  readonly rows: readonly WrittenIssuerRow[];
}

/** A card company as a version sees it, its cells by column. `code` is what the kind's payloads call it. */
export type IssuerRow = Readonly<Record<string, string | number>> & {
  readonly code: string;
  readonly en: string;
  readonly ko: string;
};

/** A column of the issuer table; its names are its heading. */
export interface IssuerColumn extends Text {
  readonly source: readonly SourceRef[];
  /** True for a column that names the issuer. */
  readonly identifies?: true;
  /** The words that may stand in it, or `number`. */
  readonly cells?: "number" | readonly string[];
}

/** The issuer table as a version sees it: a row a card company, a column a requirement. */
export interface IssuerTable {
  readonly columns: Readonly<Record<string, IssuerColumn>>;
  /** What the words of the cells are called in the documents. */
  readonly words: Readonly<Record<string, Text>>;
  readonly rows: readonly IssuerRow[];
}

/** `kind.json`. */
export interface KindRow {
  /** `<gateway>.<version>.<name>`. */
  readonly kind: string;
  readonly title: Text;
  readonly what: Text;
  /** Id of the kind whose shape and rules this one takes over. */
  readonly extends?: string;
  /** Where the facts of the shape stand. */
  readonly source: readonly SourceRef[];
  /** `response` for what comes back; without it, a request. */
  readonly direction?: "response";
  /** Method and path of the REST calls that take the payload. */
  readonly calls?: readonly string[];
  /** What holds of the request and cannot be seen in the payload. */
  readonly notes?: readonly (Text & { readonly source: readonly SourceRef[] })[];
  /** Where the payload names an issuer, and by which column of the issuer table. */
  readonly issuer?: { readonly path: string; readonly column: string };
  readonly outcome?: OutcomeFields;
  /** The SDK's function that takes the payload. */
  readonly function?: string;
  /** Name of the kind of what that function's callback is given. */
  readonly callback?: string;
  /** Of a callback's kind: the fields that are sure to arrive and say how the payment went. */
  readonly arriving?: readonly string[];
  /** Where the payload names its gateway and its channel, and the object with keys of a gateway's own. */
  readonly names?: {
    readonly gateway?: string;
    readonly channel?: string;
    readonly bypass?: string;
  };
  /** A small payload without a finding. */
  readonly sample: Readonly<Record<string, unknown>>;
}

/** One payload kind with everything its rules refer to. */
export interface KindTables {
  readonly row: KindRow;
  readonly shape: Shape;
  readonly issuers: IssuerTable;
  /** Shared rules and the kind's own, `addsTo` rows merged in, in the order of the files. */
  readonly rules: readonly RuleRow[];
}

/** `otherGateways.json`: keys that other gateways read. */
export interface OtherGateways {
  /** Names of those gateways. */
  readonly names: Readonly<Record<string, Text>>;
  /** Keys of `names` by kind and pointer. */
  readonly keys: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly source: readonly SourceRef[];
}

/** `secrets.json`: what is secret, and what only looks like it. */
export interface SecretsTable {
  /** Card numbers that are published for tests, digits only. */
  readonly testCardNumbers: readonly string[];
  /** Names that look like a secret's and are none. */
  readonly plainNames: readonly string[];
}

/** A row of `gateways.json`: a gateway code of one API version. */
export interface GatewayRow extends Gateway {
  readonly source: readonly SourceRef[];
}

/** What all kinds share. */
export interface SharedTables {
  readonly sources: Sources;
  readonly formats: Formats;
  readonly secrets: SecretsTable;
  readonly otherGateways: OtherGateways;
  /** PortOne's REST API by version: `v1`. */
  readonly services: Readonly<Record<string, Service>>;
  readonly gateways: readonly GatewayRow[];
}

/** All that `schemas/` says. */
export interface Tables extends SharedTables {
  readonly kinds: readonly KindTables[];
}
