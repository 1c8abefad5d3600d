import type { Api } from "../../extract/apis.js";
import type { Comparison } from "../../validator/compare.js";
import type { Severity, StoreContext, Text } from "../../validator/types.js";
import type {
  AlsoWrittenWords,
  AnswerText,
  FixRow,
  SumRow,
  Test,
  Tests,
  TextFault,
  VariantRow,
} from "./ruleTypes.js";
import type { KindRow, SourceDocument, Variants } from "./types.js";

/** The files of `schemas/` as they are written; each is explained beside its schema in `schemas/meta/`. */

/** Documents with sections, as in `guide-2025 §4`. */
export type Cites = string | readonly string[];

/** What a key's row can state, by the names that rules, severities and lifts call it. */
export const facts = [
  "required",
  "type",
  "enum",
  "maxLength",
  "minimum",
  "exclusiveMinimum",
  "format",
  "unsupported",
  "variants",
  "deprecated",
] as const;

export type KeyFact = (typeof facts)[number];

/** What a row of any layer says about a key. */
export interface KeyDescription {
  readonly ko?: string;
  readonly en?: string;
  readonly type?: string | readonly string[];
  readonly required?: true;
  readonly enum?: readonly unknown[];
  /** Column of the issuer table. */
  readonly enumFrom?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly deprecated?: true;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly spelling?: string;
  readonly open?: true;
  readonly variants?: Variants;
  readonly readBy?: readonly string[];
  readonly unsupported?: boolean;
  /** Where the source of each name is. */
  readonly alsoWritten?: Readonly<Record<string, Cites>>;
  readonly secret?: true;
  readonly fix?: "unsafe";
}

/** A row of `keys`. */
export interface WrittenKey extends KeyDescription {
  /** A row of `properties.yaml`. */
  readonly as?: string;
  readonly severity?: Readonly<Partial<Record<KeyFact, Severity>>>;
  readonly atGateways?: Readonly<Partial<Record<KeyFact, Severity>>>;
  readonly source?: Cites;
}

/** `keys.yaml`, and the `keys` of a gateway's table: what each key is, by pointer. */
export type WrittenKeys = Readonly<Record<string, WrittenKey>>;

/** A row of `rules`. */
export interface WrittenRow {
  readonly rule: string;
  readonly at?: string;
  readonly when?: Tests;
  readonly each?: string;
  readonly environment?: "pc" | "mobile";
  readonly store?: { readonly [Of in keyof StoreContext]?: StoreContext[Of] | "unknown" };
  readonly require?: string | readonly string[];
  readonly requireAny?: readonly (string | readonly string[])[];
  readonly atMostOne?: readonly string[];
  readonly exactlyOne?: readonly string[];
  readonly forbid?: string | readonly string[];
  readonly constrain?: Tests;
  readonly compare?: Comparison;
  readonly sum?: SumRow;
  readonly wrong?: Readonly<Record<string, unknown>>;
  readonly severity?: Severity;
  readonly atGateways?: Severity;
  /** Codes or companies for which the row does not hold. */
  readonly exceptAt?: readonly string[];
  /** The row says nothing where no gateway is known, or only there. */
  readonly onlyAt?: "gateways" | "no gateway";
  readonly message?: string | Text;
  readonly fix?: "none";
  readonly source?: Cites;
}

/** A row of `lifts`. */
export interface WrittenLift {
  readonly rule: string;
  readonly at?: string;
  /** Only rows that have a condition on this path. */
  readonly reads?: string;
  readonly source: Cites;
}

/** A row of `disagreements`. */
export interface WrittenDisagreement {
  readonly rule: string;
  readonly path?: string;
  readonly positions: readonly { readonly source: string; readonly says: Text }[];
  readonly counts: readonly string[];
  readonly because: Text;
}

/** A gateway's table of a kind. */
export interface WrittenTable {
  readonly source?: Cites;
  readonly keys?: WrittenKeys;
  readonly lifts?: readonly WrittenLift[];
  readonly rules?: readonly WrittenRow[];
  readonly disagreements?: readonly WrittenDisagreement[];
  readonly sample?: Readonly<Record<string, unknown>>;
  readonly fast?: true;
}

/** `rules.yaml` of PortOne's kind. */
export type WrittenRows = Pick<WrittenTable, "lifts" | "rules" | "disagreements">;

/** `kind.yaml`. */
export interface WrittenKind extends Omit<KindRow, "kind" | "source" | "notes"> {
  readonly source: Cites;
}

/** `paths.yaml` of a version. */
export interface WrittenPaths extends Omit<Api, "version"> {
  readonly source: Cites;
}

/** A row of `codeRules.yaml`. */
export interface WrittenCodeRule {
  readonly rule: string;
  readonly finds: string;
  /** With `payload`: the key. */
  readonly at?: string;
  readonly pattern?: string;
  readonly severity?: Severity;
  /** Name of one of the rule's messages. */
  readonly message?: string;
  readonly source?: Cites;
  /** Matches names of files that the row does not speak of. */
  readonly notIn?: string;
  readonly inSamples?: true;
  readonly language?: string;
  readonly wrong: string;
  readonly right: string;
}

/** The words of a rule. */
export interface WrittenRule {
  readonly severity: Severity;
  readonly title: Text;
  readonly why: Text;
  /** Absent for a note. */
  readonly message?: Text;
  readonly messages?: Readonly<Record<string, Text>>;
  readonly variants?: readonly (VariantRow & { readonly kinds?: readonly string[] })[];
  readonly hint?: Text;
  readonly alsoWritten?: AlsoWrittenWords;
  readonly elsewhere?: Text;
  readonly fix?: FixRow;
  /** What is answered where the rule is broken. */
  readonly answers?: readonly AnswerText[];
  /** Files below `test/cases`. */
  readonly wrong?: string;
  readonly right?: string;
  readonly source?: Cites;
  readonly keywords?: readonly KeyFact[];
  readonly finds?: "unknown-property" | "anywhere" | TextFault;
  readonly kinds?: readonly string[];
  readonly test?: Test;
  readonly example?: string;
  readonly text?: { readonly language: string; readonly code: string };
  readonly shown?: string;
}

/** A code of a gateway company in one version. */
export interface WrittenCode extends Text {
  readonly bypass?: readonly string[];
  readonly supersededBy?: string;
  readonly source: Cites;
}

/** `gateway.yaml`. */
export interface WrittenGateway {
  readonly name: Text;
  readonly whole?: true;
  /** By version, and there by code. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, WrittenCode>>>>;
  readonly sources?: WrittenSources;
}

/** `sources.yaml`. */
export type WrittenSources = Readonly<Record<string, WrittenSource>>;

/** A document; its edition is a text where it is the same in both languages. */
export interface WrittenSource extends Omit<SourceDocument, "edition"> {
  readonly edition?: string | Text;
}

/** A cell, or a cell for each version where they differ. */
export type WrittenCell = string | number | Readonly<Record<string, string | number>>;

/** A row of `issuers.yaml`. */
export type WrittenIssuer = Readonly<Record<string, WrittenCell>> & {
  readonly code: string;
  readonly ko: string;
};

/** `issuers.yaml`. */
export interface WrittenIssuers {
  readonly columns: Readonly<Record<string, WrittenColumn>>;
  readonly words?: Readonly<Record<string, Text>>;
  readonly rows: readonly WrittenIssuer[];
}

/** A column of the issuer table, under its heading. */
export interface WrittenColumn extends Text {
  readonly source: Cites;
  readonly identifies?: true;
  readonly cells?: "number" | readonly string[];
}

/** `spellings.yaml`. */
export type WrittenSpellings = Readonly<
  Record<string, { readonly prefix: string; readonly source: Cites }>
>;
