import type { CheckOptions } from "../validator/types.js";

/** A text that breaks a rule, and the same put right where that has an example. */
export interface RuleExample {
  /** Language of the texts, as a fence of Markdown names it. */
  readonly language: string;
  readonly wrong: string;
  readonly right?: string;
  /** Kind of a payload; absent of code. */
  readonly kind?: string;
  /** True where the gateway takes no Korean names. */
  readonly isEnglish?: true;
  /** What must be known beside the text for the rule to be broken. */
  readonly given?: Pick<CheckOptions, "store" | "now">;
}
