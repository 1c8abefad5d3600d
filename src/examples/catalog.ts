import type { CheckOptions } from "../validator/types.js";

/** How to break one rule at one path: edits to a payload that is in order. */
export interface Violation {
  readonly rule: string;
  /** JSON Pointer at which the rule will speak. */
  readonly path: string;
  /** What makes this violation different from the rule's others, for names of vectors. */
  readonly name: string;
  /** The context in which the rule speaks. */
  readonly options: CheckOptions;
  readonly sets: readonly (readonly [pointer: string, value: unknown])[];
  readonly removes: readonly string[];
}

/** What a value may be, as far as making one needs it. */
export interface ValueDomain {
  readonly type?: string | undefined;
  /** Values to choose from; the only ones when `closed`. */
  readonly values: readonly unknown[];
  readonly closed: boolean;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly properties: Readonly<Record<string, ValueDomain>>;
  readonly items?: ValueDomain | undefined;
}

/** What is needed to make payloads of one kind. */
export interface ExampleCatalog {
  readonly kind: string;
  /** A small payload without a finding. */
  readonly sample: Readonly<Record<string, unknown>>;
  readonly domain: ValueDomain;
  readonly violations: readonly Violation[];
}
