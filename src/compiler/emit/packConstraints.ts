import type { Constraint, FaultConstraint } from "../../constraint/constraint.js";
import type { Atom, Formula } from "../../constraint/formula.js";
import {
  joins,
  type PackedConstraint,
  type PackedConstraints,
  type PackedFormula,
} from "../../constraint/packed.js";
import { pointersIn } from "../../validator/frontCoding.js";
import { Interned } from "./interned.js";
import { packPaths } from "./packFacts.js";

type Columns = Pick<PackedConstraints, "paths" | "atoms" | "formulas">;

/**
 * Constraints as a kind's module holds them; by the numbers of a base, where the kind has one. They come in the order of
 * their faults' numbers.
 */
export function packConstraints(
  constraints: readonly FaultConstraint[],
  { contexts, errors }: Pick<PackedConstraints, "contexts" | "errors">,
  base?: Columns,
): PackedConstraints {
  const packer = new Packer(base);
  const packed = constraints.map(({ constraint }) => packer.constraint(constraint));
  return { contexts, errors, constraints: packed, ...packer.columns };
}

class Packer {
  readonly #paths: Interned<string>;
  readonly #atoms: Interned<Atom>;
  readonly #formulas: Interned<PackedFormula>;
  readonly #base: Columns | undefined;

  constructor(base?: Columns) {
    this.#base = base;
    this.#paths = new Interned(base && pointersIn(base.paths));
    this.#atoms = new Interned(base?.atoms);
    this.#formulas = new Interned(base?.formulas);
  }

  get columns(): Columns {
    return {
      paths: packPaths(this.#paths, this.#base?.paths),
      atoms: this.#atoms.all,
      formulas: this.#formulas.all,
    };
  }

  constraint(constraint: Constraint): PackedConstraint {
    const when = this.#formula(constraint.when);
    if ("holds" in constraint) return [when, this.#formula(constraint.holds)];
    const each = this.#paths.indexOf(constraint.each);
    return [when, each, ...this.constraint(constraint.items)];
  }

  #formula(formula: Formula): number {
    return this.#formulas.indexOf(this.#packed(formula));
  }

  #packed(formula: Formula): PackedFormula {
    if ("always" in formula) return [formula.always ? joins.yes : joins.no];
    if ("literal" in formula) {
      const { path, atom, holds } = formula.literal;
      const literal = [this.#paths.indexOf(path), this.#atom(atom)];
      return holds ? literal : [...literal, 0];
    }
    return "all" in formula
      ? [joins.all, ...formula.all.map((part) => this.#formula(part))]
      : [joins.any, ...formula.any.map((part) => this.#formula(part))];
  }

  #atom(atom: Atom & { readonly item?: Formula }): number {
    const { item, ...operands } = atom;
    const packed = item === undefined ? operands : { ...operands, item: this.#formula(item) };
    return this.#atoms.indexOf(packed);
  }
}
