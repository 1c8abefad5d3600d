import type { Api } from "../../extract/apis.js";
import type { Service } from "../../extract/calls.js";
import type { Client } from "../../extract/program/clients/model.js";
import type { ServerLibrary } from "../../extract/program/webhooks/servers.js";
import type { Sdk } from "../../extract/sdks.js";
import type { SecretsInCode } from "../../extract/secrets.js";
import type { WebhookNames } from "../../extract/webhookWords.js";
import type { Mappings } from "../../migrate/mapping.js";
import type { OutcomeFields } from "../../validator/outcome.js";
import type { Gateway, Severity, Text } from "../../validator/types.js";
import type { AnswerText, RuleRow, SourceRef, ValuePredicate } from "./ruleTypes.js";

/** What the tables of `schemas/` come to when everything that they refer to is worked in. */

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
  /** Key of `formats.yaml`. */
  readonly "x-format"?: string;
  /** Where the facts are, if not where the kind says. */
  readonly "x-source"?: readonly SourceRef[];
  /** A text with this in front means the same as the text alone. */
  readonly "x-prefix"?: string;
  /** What is said of single keywords, where it is not what the rule and the key say. */
  readonly "x-says"?: Readonly<Record<string, Spoken>>;
  readonly examples?: readonly unknown[];
}

/** How a keyword of a shape is spoken of. */
export interface Spoken {
  readonly severity?: Severity;
  readonly message?: Text;
  readonly source?: readonly SourceRef[];
}

/** Forms of an object, told apart by the value of a key. */
export interface Variants {
  readonly key: string;
  readonly of: Readonly<Record<string, ObjectVariant>>;
}

/** One form of an object. */
export interface ObjectVariant {
  /** Keys that must be there in this form. */
  readonly required?: readonly string[];
  /** Keys that only this form, and others that list them, may have. */
  readonly keys?: readonly string[];
}

/** How a value is written: a `pattern` or a `maximum`, and what no keyword can say of it. */
export interface ValueFormat {
  /** Id of the rule that reports a value of another form. */
  readonly rule: string;
  /** A regular expression; that of the gateway codes where `codes` says so. */
  readonly pattern?: string;
  /** The codes of this version's gateways, each alone or followed by a full stop and an id. */
  readonly codes?: string;
  readonly maximum?: number;
  readonly predicate?: ValuePredicate;
  /** What messages say is expected. */
  readonly expected: Text;
  readonly fix?: "digits" | "seconds";
  readonly examples: readonly unknown[];
  /** Values of another form, as authors write them. */
  readonly wrong: readonly unknown[];
}

/** `formats.yaml`. */
export interface Formats {
  /** Names of the types, for messages. */
  readonly types: Readonly<Record<string, Text>>;
  /** Name of a type with a `minimum`: `{type}` and `{minimum}` are filled in. */
  readonly bounded: Text;
  /** Name of a type above 0: `{type}` is filled in. */
  readonly positive: Text;
  readonly formats: Readonly<Record<string, ValueFormat>>;
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
  /** The words that may be in it, or `number`. */
  readonly cells?: "number" | readonly string[];
}

/** The issuer table as a version sees it: a row a card company, a column a requirement. */
export interface IssuerTable {
  readonly columns: Readonly<Record<string, IssuerColumn>>;
  /** What the words of the cells are called in the documents. */
  readonly words: Readonly<Record<string, Text>>;
  readonly rows: readonly IssuerRow[];
}

/** A rule that holds of a kind and cannot be seen in a payload, with what it says. */
export interface RuleNote extends Text {
  readonly id: string;
  readonly title: Text;
  readonly severity: Severity;
  readonly source: readonly SourceRef[];
}

/** What a kind is. */
export interface KindRow {
  /** `<owner>.<version>.<name>`. */
  readonly kind: string;
  readonly title: Text;
  readonly what: Text;
  /** Where the facts of the shape are. */
  readonly source: readonly SourceRef[];
  /** `response` for what comes back; without it, a request. */
  readonly direction?: "response";
  /** Method and path of the REST calls that take the payload. */
  readonly calls?: readonly string[];
  /** What holds of the request and cannot be seen in the payload. */
  readonly notes?: readonly RuleNote[];
  /** Where the payload names an issuer, and by which column of the issuer table. */
  readonly issuer?: { readonly path: string; readonly column: string };
  readonly outcome?: OutcomeFields;
  /** Where the payload names the method of payment. */
  readonly method?: string;
  /** The SDK's function that takes the payload. */
  readonly function?: string;
  /** Name of the kind of what that function's callback is given. */
  readonly callback?: string;
  /** Of a callback's kind: the fields that are sure to arrive and say how the payment went. */
  readonly arriving?: readonly string[];
  /** Code of the one gateway that takes the payload. */
  readonly soleGateway?: string;
  /** Where the payload names its gateway and its channel, and the object with keys of a gateway's own. */
  readonly names?: {
    readonly gateway?: string;
    readonly channel?: string;
    readonly bypass?: string;
  };
  /** A small payload without a finding. */
  readonly sample: Readonly<Record<string, unknown>>;
  /** Name of PortOne's kind of the same version whose keys and rules this one takes over. */
  readonly extends?: string;
  /** The package holds its vectors, and its JSON Schema refers to no other file. */
  readonly whole?: true;
  /** Its checks are written out as functions of their own: several times faster and larger. */
  readonly fast?: true;
}

/** One payload kind with everything its rules refer to. */
export interface KindTables {
  readonly row: KindRow;
  readonly shape: Shape;
  readonly issuers: IssuerTable;
  /** The rules of the bare shape, then those of PortOne's rows, then the gateway's. */
  readonly rules: readonly RuleRow[];
  /** Ids of the rules that are notes. */
  readonly notes: readonly string[];
  /** Name of the gateway; PortOne's own for what holds at any. */
  readonly gateway: Text;
  /** Keys that other gateways read: by pointer, the names of those. */
  readonly elsewhere: ReadonlyMap<string, readonly Text[]>;
  /** Pointers of keys that pages write otherwise: by what they write, what PortOne does. */
  readonly alsoWritten: ReadonlyMap<string, string>;
}

/** `secrets.yaml`: what is secret, and what only looks like it. */
export interface SecretsTable {
  /** Card numbers that are published for tests, digits only. */
  readonly testCardNumbers: readonly string[];
  /** Names that look like a secret's and are none. */
  readonly plainNames: readonly string[];
  readonly inCode: SecretsInCode;
}

/** A gateway code of one API version. */
export interface GatewayRow extends Gateway {
  readonly source: readonly SourceRef[];
}

/** A library by which server code receives requests, with where the row was taken from. */
export interface ServerRow extends ServerLibrary {
  /** The release that it was taken from. */
  readonly edition: string;
  readonly url: string;
}

/** A package that calls PortOne's REST API, with where the row was taken from. */
export interface ClientRow extends Client {
  /** The release that it was taken from. */
  readonly edition: string;
  readonly url: string;
}

/** What is wrong with something that code does around a payment, with the words of the rule. */
export interface CodeRuleRow {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Text;
  readonly why: Text;
  readonly message: Text;
  readonly source: readonly SourceRef[];
  /** The fact that it speaks of. */
  readonly finds: string;
  /** Of a text in a payload: its key. */
  readonly at?: string;
  /** The values of the fact that it speaks of. */
  readonly pattern?: string;
  readonly notIn?: string;
  readonly inSamples: boolean;
  /** A text that the row speaks of, and one that it does not. */
  readonly wrong: string;
  readonly right: string;
  readonly language: string;
}

/** What all kinds share. */
export interface SharedTables {
  readonly sources: Sources;
  readonly formats: Formats;
  readonly secrets: SecretsTable;
  /** PortOne's REST API by version: `v1`. */
  readonly services: Readonly<Record<string, Service>>;
  /** Packages that call the API, by name. */
  readonly clients: Readonly<Record<string, ClientRow>>;
  /** Libraries by which server code receives requests, by name. */
  readonly servers: Readonly<Record<string, ServerRow>>;
  /** By what code hands payloads over. */
  readonly sdks: readonly Sdk[];
  readonly codeRules: readonly CodeRuleRow[];
  /** What ways to pay are called, by the names that payloads give them, in lower case. */
  readonly methodNames: Readonly<Record<string, Text>>;
  /** By what names code tells what it does with a webhook. */
  readonly webhookNames: WebhookNames;
  /** PortOne's REST API by version, with all of its paths. */
  readonly apis: readonly Api[];
  readonly gateways: readonly GatewayRow[];
  readonly migration: Mappings;
  /** What is answered where a rule is broken, by the rule's id. */
  readonly answers: Readonly<Record<string, readonly AnswerText[]>>;
}

/** All that `schemas/` says. */
export interface Tables extends SharedTables {
  readonly kinds: readonly KindTables[];
}
