import type { KindContext } from "../validator/compiled.js";
import { pointersIn } from "../validator/frontCoding.js";
import type { Constraint, FaultConstraint } from "./constraint.js";
import type { AccessPath, Atom, Formula } from "./formula.js";

/** The constraints of a kind as its module holds them: equal parts are written once, and named by their indexes. */
export interface PackedConstraints {
  readonly contexts: readonly KindContext[];
  /** Front-coded: those of a base, and what is added to them. */
  readonly paths: readonly string[];
  /** Their operand `item` is the index of a formula. */
  readonly atoms: readonly Atom[];
  readonly formulas: readonly PackedFormula[];
  /** For each fault, in the order in which they are looked for: the errors first. */
  readonly constraints: readonly PackedConstraint[];
  /** How many of the faults are errors. */
  readonly errors: number;
}

/**
 * A literal: the indexes of its path and its atom, with a zero behind them where it is negated. Or one of `joins`, less
 * than zero, and the indexes of the formulas that it joins.
 */
export type PackedFormula = readonly number[];

/** How formulas begin that are no literals. */
export const joins = { all: -1, any: -2, yes: -3, no: -4 } as const;

/** The index of `when`, for each list on the way those of its path and of the next `when`, and that of `holds`. */
export type PackedConstraint = readonly number[];

/** The constraints of a kind. Equal parts are one value. */
interface KindConstraints {
  readonly contexts: readonly KindContext[];
  /** By number of the fault. */
  readonly constraints: readonly FaultConstraint[];
  readonly errors: number;
}

const made = /* @__PURE__ */ new WeakMap<PackedConstraints, KindConstraints>();

/** Writes out the constraints of a kind. */
export function unpackConstraints(packed: PackedConstraints): KindConstraints {
  const known = made.get(packed) ?? constraintsIn(packed);
  made.set(packed, known);
  return known;
}

function constraintsIn({ contexts, atoms, formulas, ...packed }: PackedConstraints) {
  const paths = pointersIn(packed.paths);
  const written: Formula[] = [];
  const formulaAt = (index: number): Formula => {
    written[index] ??= formulaOf(formulas[index] as PackedFormula);
    return written[index];
  };
  const atomAt = (index: number): Atom => {
    const atom = atoms[index] as Atom & { readonly item?: number };
    return atom.item === undefined ? atom : ({ ...atom, item: formulaAt(atom.item) } as Atom);
  };
  const formulaOf = ([first = joins.yes, ...rest]: PackedFormula): Formula => {
    if (first >= 0) {
      const [atom = 0, holds] = rest;
      const path = paths[first] as AccessPath;
      return { literal: { path, atom: atomAt(atom), holds: holds === undefined } };
    }
    if (first === joins.all) return { all: rest.map(formulaAt) };
    return first === joins.any ? { any: rest.map(formulaAt) } : { always: first === joins.yes };
  };
  const constraintOf = ([when = 0, next = 0, ...rest]: PackedConstraint): Constraint =>
    rest.length === 0
      ? { when: formulaAt(when), holds: formulaAt(next) }
      : { when: formulaAt(when), each: paths[next] as AccessPath, items: constraintOf(rest) };
  return {
    contexts,
    constraints: packed.constraints.map((one, fault) => ({ fault, constraint: constraintOf(one) })),
    errors: packed.errors,
  };
}
