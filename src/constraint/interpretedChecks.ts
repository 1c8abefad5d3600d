import type { Found, GeneratedChecks } from "../validator/compiled.js";
import { pointerKeys } from "../validator/pointer.js";
import type { Evaluation } from "./atoms/atom.js";
import { definitionOf } from "./atoms/index.js";
import type { Constraint } from "./constraint.js";
import type { AccessPath, Formula, Literal } from "./formula.js";
import { type PackedConstraints, unpackConstraints } from "./packed.js";

/** Whether something is true of a payload or an item. `on` says which contexts are given, a bit each. */
type Test = (value: unknown, on: number) => boolean;

/** Hands each violation of a constraint to `note` by the indexes of the items that lead to it, until that says true. */
type Search = (
  value: unknown,
  on: number,
  note: (indexes: readonly number[]) => boolean,
) => boolean;

/**
 * Checks made of constraints when the first payload comes: they find what functions written for the kind find, and take a
 * fraction of their room.
 */
export function interpretedChecks(packed: () => PackedConstraints): GeneratedChecks {
  let searches: readonly Search[] | undefined;
  let errors = 0;
  const all = (): readonly Search[] => {
    if (!searches) {
      const kind = unpackConstraints(packed());
      const compiler = new Compiler();
      errors = kind.errors;
      searches = kind.constraints.map(({ constraint }) => compiler.search(constraint));
    }
    return searches;
  };
  return {
    accepts(payload, on) {
      const list = all();
      for (let fault = 0; fault < errors; fault++) {
        if ((list[fault] as Search)(payload, on, stop)) return false;
      }
      return true;
    },
    report(payload, on, found) {
      const list = all();
      for (let fault = 0; fault < list.length; fault++) {
        if (fault === errors) found.errorsDone = true;
        (list[fault] as Search)(payload, on, (indexes) => note(found, fault, indexes));
      }
      found.errorsDone = true;
    },
  };
}

const stop = () => true;

function note({ faults }: Found, fault: number, indexes: readonly number[]): false {
  faults.push(indexes.length === 0 ? fault : [fault, ...indexes]);
  return false;
}

/** Makes functions of formulas; equal formulas that are one value share one. */
class Compiler {
  readonly #tests = new Map<Formula, Test>();

  search(constraint: Constraint): Search {
    const when = this.#test(constraint.when);
    if ("holds" in constraint) {
      const holds = this.#test(constraint.holds);
      return (value, on, note) => when(value, on) && !holds(value, on) && note([]);
    }
    const read = readerOf(constraint.each);
    const items = this.search(constraint.items);
    return (value, on, note) => {
      const list = when(value, on) ? read(value) : undefined;
      if (!Array.isArray(list)) return false;
      for (let index = 0; index < list.length; index++) {
        if (items(list[index], on, (below) => note([index, ...below]))) return true;
      }
      return false;
    };
  }

  #test(formula: Formula): Test {
    let test = this.#tests.get(formula);
    if (!test) {
      test = this.#made(formula);
      this.#tests.set(formula, test);
    }
    return test;
  }

  #made(formula: Formula): Test {
    if ("always" in formula) return () => formula.always;
    if ("literal" in formula) return this.#literal(formula.literal);
    const tests = ("all" in formula ? formula.all : formula.any).map((one) => this.#test(one));
    return "all" in formula
      ? (value, on) => tests.every((test) => test(value, on))
      : (value, on) => tests.some((test) => test(value, on));
  }

  #literal({ path, atom, holds }: Literal): Test {
    const read = readerOf(path);
    const { test } = definitionOf(atom);
    return (value, on) => test(read(value), atom, this.#evaluation(value, on)) === holds;
  }

  #evaluation = (value: unknown, given: number): Evaluation => ({
    given,
    valueAt: (path) => readerOf(path)(value),
    holdsOf: (item, formula) => this.#test(formula)(item, given),
  });
}

/** Reads the value at a path as written functions do, what an object inherits included. */
function readerOf(path: AccessPath): (value: unknown) => unknown {
  const keys = pointerKeys(path);
  return (value) => {
    let at = value;
    for (const key of keys) {
      if (typeof at !== "object" || at === null || Array.isArray(at)) return undefined;
      at = (at as Record<string, unknown>)[key];
    }
    return at;
  };
}
