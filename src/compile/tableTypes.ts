import type { Comparison } from "../runtime/compare.js";
import type { PredicateArguments, PredicateName } from "../runtime/predicates/index.js";
import type { Context, Severity, Text } from "../runtime/types.js";

/** The shapes of the files in `schemas/`; each is explained beside its schema in `schemas/meta/`. */

export interface SourceRef {
  document: string;
  section: string;
}

export interface Predicate extends PredicateArguments {
  name: PredicateName;
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

export interface Case {
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

export interface FixRow {
  title: Text;
  safe: boolean;
  remove?: true;
  add?: unknown;
  replace?: "number" | "format";
}

export interface RuleRow {
  id: string;
  severity: Severity;
  title: Text;
  why: Text;
  message: Text;
  hint?: Text;
  source: SourceRef[];
  fix?: FixRow;
  keywords?: ShapeKeyword[];
  finds?: "unknown-property" | "anywhere" | "duplicate-key";
  test?: Test;
  /** For a row that finds keys, a key; for one that finds values, a value. */
  wrong?: string;
  /** The path at which the documents break the rule. */
  shown?: string;
  cases: Case[];
}

export type ShapeKeyword = "required" | "type" | "enum" | "pattern" | "maxLength" | "minimum";

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
  maxLength?: number;
  "x-format"?: string;
  examples?: unknown[];
}

export interface Format {
  rule: string;
  pattern: string;
  predicate?: Predicate;
  expected: Text;
  fix?: "digits";
  examples: unknown[];
  wrong: unknown[];
}

export interface Formats {
  types: Record<string, Text>;
  bounded: Text;
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
  issuer?: { path: string; column: string };
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

export interface Tables {
  sources: Record<string, { title: Text; edition: string }>;
  formats: Formats;
  kinds: KindTables[];
}
