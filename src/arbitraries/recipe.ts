import type { CheckOptions } from "../validator/types.js";

/** How to break one rule at one place: edits to a payload that is in order. */
export interface Recipe {
  readonly rule: string;
  /** JSON Pointer at which the rule will speak. */
  readonly path: string;
  /** What makes this recipe different from the rule's others, for names of vectors. */
  readonly name: string;
  /** The context in which the rule speaks. */
  readonly options: CheckOptions;
  readonly sets: readonly (readonly [pointer: string, value: unknown])[];
  readonly removes: readonly string[];
}

/** What a value may be, as far as making one needs it. */
export interface Blueprint {
  readonly type?: string | undefined;
  /** Values to choose from; the only ones when `closed`. */
  readonly values: readonly unknown[];
  readonly closed: boolean;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly properties: Readonly<Record<string, Blueprint>>;
  readonly items?: Blueprint | undefined;
}

/** What is needed to make payloads of one kind. */
export interface Cookbook {
  readonly kind: string;
  /** A small payload without a finding. */
  readonly sample: Readonly<Record<string, unknown>>;
  readonly blueprint: Blueprint;
  readonly recipes: readonly Recipe[];
}
