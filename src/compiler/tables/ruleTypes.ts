import type { Comparison } from "../../validator/compare.js";
import type { Ahead } from "../../validator/currentTime.js";
import type { PredicateArguments, PredicateName } from "../../validator/predicates/index.js";
import type { SumRelation } from "../../validator/sum.js";
import type { Context, Severity, Text } from "../../validator/types.js";

/** The rules of a kind, its rows and their words put together; each key is explained in `schemas/meta/`. */

/** Where a fact is. */
export interface SourceRef {
  /** Key of `sources.yaml`. */
  readonly document: string;
  /** Heading or part of the document. */
  readonly section: string;
}

/** A test that no keyword of JSON Schema can say. */
export interface ValuePredicate extends PredicateArguments {
  readonly name: PredicateName;
  /** Of card numbers: those that are published for tests, or all others. */
  readonly numbers?: "published" | "unpublished";
}

/** A bound that is in the issuer table: the cell of the issuer whose code is at `of`. */
export interface CellValue {
  /** Column of the table. */
  readonly issuer: string;
  /** Path of the issuer's code. */
  readonly of: string;
  /** The bound where no issuer is named. */
  readonly otherwise: number;
  /** Codes with this in front mean the same. */
  readonly prefix?: string;
}

/** A bound that another value of the payload decides, such as a currency. */
export interface ValueBound {
  /** Path of the other value. */
  readonly by: string;
  /** The bounds by that value. */
  readonly values: Readonly<Record<string, number>>;
  /** What an absent value counts as. */
  readonly absentAs?: string;
  /** The bound for any other value; without it, there is none. */
  readonly otherwise?: number;
}

/** A bound of a number. */
export type Bound = number | CellValue | ValueBound;

/** A sum of values compared with another. */
export interface SumRow {
  /** Where the diagnostic is. */
  readonly path: string;
  /**
   * The terms; a path with a star stands for all items of a list, a pair of paths for the product of the two values. Absent
   * ones count as nothing.
   */
  readonly of: readonly (string | readonly [string, string])[];
  readonly is: SumRelation;
  readonly to: string;
}

/** A test of one value; all of its keys must hold. */
export interface Test {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: Bound;
  readonly maximum?: Bound;
  readonly multipleOf?: number;
  readonly maxItems?: number;
  /** The value is a list, and one of its items meets this. */
  readonly contains?: Test;
  readonly not?: Test;
  readonly anyOf?: readonly Test[];
  /** The value is present. Needed beside `not`, so that an absent value does not count. */
  readonly present?: true;
  /** The value is the code of an issuer with these cells, by column. */
  readonly issuer?: Readonly<Record<string, string | number>>;
  /** With `issuer`: codes with this in front mean the same. */
  readonly prefix?: string;
  readonly predicate?: ValuePredicate;
  /** The value is a time so far ahead of the current time. */
  readonly ahead?: Ahead;
  /** What an absent value counts as. */
  readonly absentAs?: unknown;
  /** As a condition, the test holds of an absent value, too. No table says so: the compiler does of a bound by value. */
  readonly orAbsent?: true;
}

/** Tests by path. */
export type Tests = Readonly<Record<string, Test>>;

/** What several documents say of one thing, and which of them counts. */
export interface Disagreement {
  readonly path?: string;
  readonly positions: readonly (SourceRef & { readonly says: Text })[];
  /** Keys of the documents that count. */
  readonly counts: readonly string[];
  readonly because: Text;
}

/** When a rule speaks, and what it asks for. A case has exactly one of the requirements from `require` on. */
export interface Case {
  /** What must be known beside the payload. */
  readonly context?: Context;
  /** A list; the paths of the case begin at each of its items. */
  readonly each?: string;
  /** All must hold. */
  readonly when?: Tests;
  /** Paths that must be there, one diagnostic each. */
  readonly require?: readonly string[];
  /** Paths, one of which must be present, or groups of paths, one of which must be complete. The diagnostic is at the first. */
  readonly requireAny?: readonly (string | readonly string[])[];
  /** Keys of an object, at most one of which may be present. The diagnostic is at the object. */
  readonly atMostOne?: readonly string[];
  /** Keys of an object, exactly one of which must be present. The diagnostic is at the object. */
  readonly exactlyOne?: readonly string[];
  /** Paths that must not be there. */
  readonly forbid?: readonly string[];
  /** Tests of values that are there. */
  readonly constrain?: Tests;
  readonly compare?: Comparison;
  readonly sum?: SumRow;
  /** Values, by path, that break a `constrain`, `compare` or `sum`; examples are made of them. */
  readonly wrong?: Readonly<Record<string, unknown>>;
  /** What is different from the rule's own. */
  readonly severity?: Severity;
  readonly message?: Text;
  readonly source?: readonly SourceRef[];
  /** The rule's way out is none here. */
  readonly fix?: "none";
}

/** Other words, and another fix, for some values that break a rule. */
export interface VariantRow {
  readonly when: "absent" | "text" | "object";
  /** With `object`: a key that the object has. */
  readonly has?: string;
  /** The variant is only for a value that should have one of these types. */
  readonly types?: readonly string[];
  /** The variant is only for paths that end in this key. */
  readonly key?: string;
  readonly message: Text;
  readonly fix?: FixRow;
}

/** A way out that a tool can take: one of `remove`, `add`, `replace` and `take`. */
export interface FixRow {
  readonly title: Text;
  /** True when it cannot change what the author meant. */
  readonly safe: boolean;
  readonly remove?: true;
  /** The value to add. */
  readonly add?: unknown;
  /** `integer` is what the compiler makes of `number` where a whole number is asked for. */
  readonly replace?: "number" | "integer" | "format";
  /** The value's only key, whose number takes the value's place. */
  readonly take?: string;
}

/** What is said of a key that pages write otherwise, where the right one may be given and where it may not. */
export interface AlsoWrittenWords {
  readonly read: Text;
  readonly unread: Text;
}

/** A rule; it has `keywords`, `finds` or `cases`. */
export interface RuleRow {
  /** `group/name`; users write it, so it does not change. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: Text;
  readonly why: Text;
  /** With placeholders such as `{path}`. */
  readonly message: Text;
  /** The first that fits a value takes the place of the message. */
  readonly variants?: readonly VariantRow[];
  /** With `x-unsupported`: the message for a key that other gateways read. */
  readonly elsewhere?: Text;
  /** For a rule that finds unknown keys: what is added where a known key is near. */
  readonly hint?: Text;
  /** The same, for a key that pages write otherwise than PortOne. */
  readonly alsoWritten?: AlsoWrittenWords;
  readonly source: readonly SourceRef[];
  readonly fix?: FixRow;
  /** The keywords of the shape whose faults the rule reports. */
  readonly keywords?: readonly ShapeKeyword[];
  /** What no path can say. */
  readonly finds?: "unknown-property" | "anywhere" | TextFault;
  /** What the rule is about, where no payload can show it. */
  readonly text?: { readonly language: string; readonly code: string };
  /** For a rule that finds values: which it finds. */
  readonly test?: Test;
  /** For a rule that finds keys, a key; for one that finds values, a value. */
  readonly wrong?: string;
  readonly disagreements?: readonly Disagreement[];
  /** Kind and path at which the documents break the rule: `request-pay#/amount`. */
  readonly shown?: string;
  readonly cases: readonly Case[];
}

/** What only the text of a file shows. */
export type TextFault =
  | "duplicate-key"
  | "script"
  | "unparsable"
  | "continuation"
  | "unused-suppression"
  | "unknown-directive";

/** A keyword of a shape whose faults a rule reports. */
export type ShapeKeyword =
  | "required"
  | "type"
  | "enum"
  | "x-format"
  | "maxLength"
  | "minimum"
  | "exclusiveMinimum"
  | "x-unsupported"
  | "x-variants"
  | "deprecated";

/** A text that PortOne or a gateway answers with. */
export interface AnswerText {
  readonly text: string;
  /** The document or the public thread that has it. */
  readonly seen: string;
}
