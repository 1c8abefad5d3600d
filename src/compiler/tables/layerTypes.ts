import type { Severity, Text } from "../../validator/types.js";
import type { TableFile } from "./files.js";
import type { LayeredKeys } from "./keys.js";
import type { Problems } from "./problems.js";
import type { Case, SourceRef } from "./ruleTypes.js";
import type { ValueFormat } from "./types.js";
import type {
  WrittenDisagreement,
  WrittenKeys,
  WrittenLift,
  WrittenRow,
  WrittenRule,
} from "./written.js";

/** A row of rules that asks for something. */
export interface LayeredCase {
  readonly rule: string;
  readonly one: Case;
  readonly atGateways?: Severity;
  readonly exceptAt?: readonly string[];
  readonly onlyAt?: "gateways" | "no gateway";
}

/** A rule that says that something is true of a kind, and asks for nothing. */
export interface LayeredNote {
  readonly rule: string;
  readonly source: readonly SourceRef[];
}

/** How a kind speaks of a whole rule. */
export interface RuleSaid {
  readonly severity?: Severity;
  readonly message?: Text;
  readonly source?: readonly SourceRef[];
}

/** One file, or the files, of a layer. */
export interface Layer {
  /** Id of the kind. */
  readonly kind: string;
  readonly files: { readonly keys: string; readonly rules: string };
  /** The sources of facts for which a row names none. */
  readonly usual: readonly SourceRef[];
  readonly keys: WrittenKeys;
  readonly lifts: readonly WrittenLift[];
  readonly rows: readonly WrittenRow[];
  readonly disagreements: readonly WrittenDisagreement[];
}

/** What layers are built with. */
export interface Building {
  readonly words: ReadonlyMap<string, TableFile<WrittenRule>>;
  readonly formats: Readonly<Record<string, ValueFormat>>;
  readonly properties: WrittenKeys;
  readonly problems: Problems;
}

/** What layers say of a kind. */
export interface LayeredFacts {
  readonly keys: LayeredKeys;
  readonly cases: readonly LayeredCase[];
  /** By rule. */
  readonly said: ReadonlyMap<string, RuleSaid>;
}
