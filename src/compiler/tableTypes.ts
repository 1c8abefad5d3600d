import type { Sdk } from "../extract/sdks.js";
import type { Comparison } from "../validator/compare.js";
import type { OutcomeFields } from "../validator/outcome.js";
import type { PredicateArguments, PredicateName } from "../validator/predicates/index.js";
import type { Context, Gateway, Severity, Source, Text } from "../validator/types.js";

/** The shapes of the files in `schemas/`; each is explained beside its schema in `schemas/meta/`. */

export interface SourceRef {
  document: string;
  section: string;
}

/** A document that facts are taken from. */
export interface SourceDocument {
  title: Text;
  /** Which edition was read; absent where there is no document. */
  edition?: Text;
  url?: string;
  /** What sections are called in each language. */
  sections?: Record<string, Text>;
}

export interface Predicate extends PredicateArguments {
  name: PredicateName;
  /** Of card numbers: those that are published for tests, or all others. */
  numbers?: "published" | "unpublished";
}

/** A bound that stands in the issuer table. */
export interface CellValue {
  issuer: string;
  of: string;
  otherwise: number;
}

export interface Test {
  const?: unknown;
  enum?: unknown[];
  type?: string;
  pattern?: string;
  minimum?: number | CellValue;
  maximum?: number | CellValue;
  multipleOf?: number;
  not?: Test;
  anyOf?: Test[];
  present?: true;
  issuer?: Record<string, string | number>;
  predicate?: Predicate;
  absentAs?: unknown;
}

export type Tests = Record<string, Test>;

/** What several documents say of one thing, and which of them counts. */
export interface Disagreement {
  kinds?: string[];
  path?: string;
  positions: (SourceRef & { says: Text })[];
  /** The documents that count. */
  counts: string[];
  because: Text;
}

export interface Case {
  /** In a file that several kinds read: those for which the case holds. */
  kinds?: string[];
  context?: Context;
  each?: string;
  when?: Tests;
  require?: string[];
  requireAny?: string[];
  forbid?: string[];
  constrain?: Tests;
  compare?: Comparison;
  wrong?: Record<string, unknown>;
  severity?: Severity;
  message?: Text;
  source?: SourceRef[];
}

/** Other words, and another fix, for some values that break a rule. */
export interface VariantRow {
  when: "absent" | "text" | "object";
  has?: string;
  /** The variant is only for a value that should have one of these types. */
  types?: string[];
  /** The variant is only for paths that end in this key. */
  key?: string;
  message: Text;
  fix?: FixRow;
}

export interface FixRow {
  title: Text;
  safe: boolean;
  remove?: true;
  add?: unknown;
  /** `integer` is what the compiler makes of `number` where a whole number is asked for. */
  replace?: "number" | "integer" | "format";
  take?: string;
}

/** How a shared rule speaks differently of some kinds, and further cases of it. */
export interface AddedRow {
  addsTo: string;
  kinds?: string[];
  severity?: Severity;
  message?: Text;
  variants?: VariantRow[];
  hint?: Text;
  disagreements?: Disagreement[];
  cases?: Case[];
}

export interface RuleRow {
  id: string;
  kinds?: string[];
  severity: Severity;
  title: Text;
  why: Text;
  message: Text;
  variants?: VariantRow[];
  /** With `x-unsupported`: what is said of a key that other gateways read. */
  elsewhere?: Text;
  hint?: Text;
  source: SourceRef[];
  fix?: FixRow;
  keywords?: ShapeKeyword[];
  finds?: "unknown-property" | "anywhere" | TextFault;
  /** What the rule is about, where no payload can show it. */
  text?: { language: string; code: string };
  test?: Test;
  /** For a row that finds keys, a key; for one that finds values, a value. */
  wrong?: string;
  disagreements?: Disagreement[];
  /** Kind and path at which the documents break the rule: `request-pay#/amount`. */
  shown?: string;
  cases: Case[];
}

/** What only the text of a file shows. */
export type TextFault =
  | "duplicate-key"
  | "script"
  | "unparsable"
  | "continuation"
  | "unused-suppression"
  | "unknown-directive";

export type ShapeKeyword =
  | "required"
  | "type"
  | "enum"
  | "pattern"
  | "maxLength"
  | "minimum"
  | "exclusiveMinimum"
  | "x-unsupported"
  | "deprecated";

export interface Shape {
  type?: string | string[];
  description?: string;
  "x-ko"?: string;
  required?: string[];
  properties?: Record<string, Shape>;
  items?: Shape;
  additionalProperties?: true;
  enum?: unknown[];
  "x-enum-from"?: { issuers: string };
  minimum?: number;
  exclusiveMinimum?: number;
  maxLength?: number;
  default?: unknown;
  deprecated?: true;
  "x-unsupported"?: true;
  /** `unsafe`: whoever gives the value asks for something, so that no fix may quietly take it out. */
  "x-fix"?: "unsafe";
  /** No output shows the value. */
  "x-secret"?: true;
  "x-format"?: string;
  "x-source"?: SourceRef[];
  examples?: unknown[];
}

export interface Format {
  rule: string;
  pattern?: string;
  maximum?: number;
  predicate?: Predicate;
  expected: Text;
  fix?: "digits" | "seconds";
  examples: unknown[];
  wrong: unknown[];
}

export interface Formats {
  types: Record<string, Text>;
  bounded: Text;
  positive: Text;
  formats: Record<string, Format>;
}

export type IssuerRow = Record<string, string | number> & { code: string; en: string; ko: string };

export interface IssuerColumn extends Text {
  source: SourceRef[];
  identifies?: true;
  cells?: "number" | string[];
}

export interface IssuerTable {
  columns: Record<string, IssuerColumn>;
  /** What the cells say, for people. */
  words: Record<string, Text>;
  rows: IssuerRow[];
}

export interface KindRow {
  kind: string;
  title: Text;
  what: Text;
  /** Where the facts of the shape stand. */
  source: SourceRef[];
  /** `response` for what comes back; without it, a request. */
  direction?: "response";
  /** Method and path of the REST calls that take the payload. */
  calls?: string[];
  /** What holds of the request and cannot be seen in the payload. */
  notes?: (Text & { source: SourceRef[] })[];
  issuer?: { path: string; column: string };
  outcome?: OutcomeFields;
  /** The SDK's function that takes the payload, and the kind of what its callback is given. */
  function?: string;
  callback?: string;
  /** Of a callback's kind: the fields that are sure to arrive and say how the payment went. */
  arriving?: string[];
  /** Where the payload names its gateway and its channel, and the object with keys of a gateway's own. */
  names?: { gateway?: string; channel?: string; bypass?: string };
  sample: Record<string, unknown>;
}

/** One payload kind with everything its rules refer to. */
export interface KindTables {
  row: KindRow;
  shape: Shape;
  issuers: IssuerTable;
  /** Shared rules and the kind's own, `addsTo` rows merged in, in the order of the files. */
  rules: RuleRow[];
}

/** Keys that other gateways read. */
export interface OtherGateways {
  names: Record<string, Text>;
  /** Names of gateways by kind and pointer. */
  keys: Record<string, Record<string, string[]>>;
  source: SourceRef[];
}

/** What is secret, and what only looks like it. */
export interface SecretsTable {
  testCardNumbers: string[];
  plainNames: string[];
}

/** A gateway code of one API version. */
export interface GatewayRow extends Gateway {
  source: SourceRef[];
}

export interface Tables {
  secrets: SecretsTable;
  otherGateways: OtherGateways;
  sources: Record<string, SourceDocument>;
  gateways: GatewayRow[];
  formats: Formats;
  /** PortOne's REST API by version: `v1`. */
  services: Record<string, ServiceRow>;
  /** By what code hands payloads over. */
  sdks: Sdk[];
  /** Rules about the code around a payment; the first row of an id has the words of the rule. */
  codeRules: CodeRuleRow[];
  kinds: KindTables[];
}

/** A rule about the code around a payment. */
export interface CodeRuleRow {
  id: string;
  severity: Severity;
  finds: string;
  pattern?: string;
  inSamples: boolean;
  title?: Text;
  why?: Text;
  message: Text;
  source: Source[];
  /** A text that the row speaks of, and one that it does not. */
  wrong: string;
  right: string;
}

/** Where a version of PortOne's REST API is found in source code. */
export interface ServiceRow {
  host: string;
  /** Words by which code names the service. */
  names: string[];
  /** Beginnings of paths that no other service has. */
  ownPaths: string[];
}
