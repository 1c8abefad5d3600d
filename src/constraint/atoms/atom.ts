import type { Unknown } from "../../validator/unknown.js";
import type { AccessPath, Atom, Formula } from "../formula.js";
import type { JsonSchema } from "../jsonSchema.js";
import type { ValueSet } from "../valueSet.js";
import type { Verdict } from "../verdict.js";

/** What an atom can ask while it is evaluated. */
export interface Evaluation {
  /** The value at another path of the same payload or item. */
  valueAt(path: AccessPath): unknown;
  /** The conditions beside the payload that are given, a bit each, and the current time above them. */
  readonly contextBits: number;
  /** Whether a formula holds of an item of a list. */
  holdsOf(item: unknown, formula: Formula): Verdict;
}

/** What an atom can ask while JavaScript is written of it. */
export interface EmitSite {
  /** The variable that holds the value. */
  readonly value: string;
  /** Whether the expression must be true if the atom holds, or if it does not. */
  readonly holds: boolean;
  /** The variable that holds the value at another path. */
  valueAt(path: AccessPath): string;
  /** The variable that says whether the value is an object. */
  isObject(): string;
  /** An expression that is a number other than 0 where the value is one of many. */
  isAmong(values: readonly unknown[]): string;
  /** The name of a function of the validator's, imported from one of its modules. */
  import(name: string, module: string): string;
  /** The name of a constant of the module, by the text of its value; `about` becomes a part of the name. */
  constant(text: string, about: string): string;
  /** The name of a function that says whether a formula holds of an item. */
  predicate(formula: Formula): string;
}

/** One keyword with its whole meaning: what it says of a value, in every form that something is made of. */
export interface AtomDefinition<Of extends Atom> {
  readonly name: Of["name"];
  /**
   * Whether it holds of a value that is no `Unknown`; undefined where a list or an object has parts that are not seen. It may
   * be called with a value of another type than the atom is about. It must not throw then, and its result does not count,
   * since formulas ask for the type beside it.
   */
  test(value: unknown, atom: Of, evaluation: Evaluation): Verdict;
  /** Whether it holds of an `Unknown`. Left out for an atom that no such value settles. */
  testUnknown?(value: Unknown, atom: Of, evaluation: Evaluation): Verdict;
  /** A JavaScript expression, true where the atom holds or, by `site.holds`, where it does not. */
  emit(atom: Of, site: EmitSite): string;
  /**
   * Keywords of JSON Schema that say the same of a value, and the one type that they are about where they hold for values
   * of any other type; null where no keyword can say it. `schemaOf` is the schema of a formula about an item.
   */
  toJsonSchema(
    atom: Of,
    schemaOf: (formula: Formula) => JsonSchema | null,
  ): { readonly schema: JsonSchema; readonly about?: string } | null;
  /** The values that meet it. Left out for an atom that an absent value may meet. */
  values?(atom: Of): ValueSet;
  /** True where `test` looks at nothing but the value. */
  readonly isOfValueAlone?: true;
}

/** Only gives the definition its type. */
export const defineAtom = <Of extends Atom>(definition: AtomDefinition<Of>): AtomDefinition<Of> =>
  definition;
