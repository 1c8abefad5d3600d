import type { GeneratedChecks, NoteFault } from "../validator/compiled.js";
import { pointerKeys } from "../validator/pointer.js";
import type { Evaluation } from "./atoms/atom.js";
import { definitionOf } from "./atoms/index.js";
import type { Constraint, FaultConstraint } from "./constraint.js";
import { type AccessPath, conjuncts, type Formula, type Literal, root } from "./formula.js";
import { type PackedConstraints, unpackConstraints } from "./packed.js";

/** Whether something is true of a payload or an item. `contextBits` says which contexts are given, a bit each. */
type Test = (value: unknown, contextBits: number) => boolean;

/** Takes a fault with the indexes of the items that lead to it, and says whether the search is over. */
type Take = (fault: number, indexes: readonly number[]) => boolean;

/** Hands each violation of a constraint to `take`, until that says true. */
type Search = (value: unknown, contextBits: number, take: Take) => boolean;

/**
 * Checks made of constraints when the first payload comes: they find what functions written for the kind find, and take a
 * fraction of their room.
 */
export function interpretedChecks(packed: () => PackedConstraints): GeneratedChecks {
  let made: { readonly errors: readonly Run[]; readonly advice: readonly Run[] } | undefined;
  const all = () => {
    if (!made) {
      const { constraints, errors } = unpackConstraints(packed());
      const compiler = new Compiler();
      made = {
        errors: runsOf(constraints.slice(0, errors), compiler),
        advice: runsOf(constraints.slice(errors), compiler),
      };
    }
    return made;
  };
  return {
    accepts: (payload, contextBits) =>
      !all().errors.some((run) => searchRun(run, payload, contextBits, () => true)),
    report(payload, contextBits, note) {
      const { errors, advice } = all();
      const noteAll = notingAll(note);
      for (const run of errors) searchRun(run, payload, contextBits, noteAll);
      note();
      for (const run of advice) searchRun(run, payload, contextBits, noteAll);
    },
  };
}

/** Searches that follow each other and find nothing where a value is absent. */
interface Run {
  /** Path of that value; undefined where there is none. */
  readonly needs: AccessPath | undefined;
  readonly isThere: Test;
  readonly searches: Search[];
}

function runsOf(constraints: readonly FaultConstraint[], compiler: Compiler): Run[] {
  const runs: Run[] = [];
  for (const { fault, constraint } of constraints) {
    const needs = valueNeeded(constraint);
    let run = runs.at(-1);
    if (!run || run.needs !== needs) {
      const read = readerOf(needs ?? root);
      run = { needs, isThere: (value) => read(value) !== undefined, searches: [] };
      runs.push(run);
    }
    run.searches.push(compiler.search(constraint, fault));
  }
  return runs;
}

/** The key of a payload without which a constraint is not violated, as a path. */
function valueNeeded(constraint: Constraint): AccessPath | undefined {
  const needed = conjuncts(constraint.when).flatMap((one) =>
    "literal" in one && one.literal.holds && one.literal.atom.name === "defined"
      ? [one.literal.path]
      : [],
  );
  const [path] = "holds" in constraint ? needed : [constraint.each];
  const end = path === undefined ? -1 : `${path}/`.indexOf("/", 1);
  return end > 0 ? path?.slice(0, end) : undefined;
}

function searchRun(
  { needs, isThere, searches }: Run,
  payload: unknown,
  contextBits: number,
  take: Take,
): boolean {
  if (needs !== undefined && !isThere(payload, contextBits)) return false;
  for (const search of searches) if (search(payload, contextBits, take)) return true;
  return false;
}

/** Notes each fault; the search goes on. */
const notingAll =
  (note: NoteFault): Take =>
  (fault, indexes) => {
    note(indexes.length === 0 ? fault : [fault, ...indexes]);
    return false;
  };

/** Makes functions of formulas; equal formulas that are one value share one. */
class Compiler {
  readonly #tests = new Map<Formula, Test>();

  search(constraint: Constraint, fault: number): Search {
    const when = this.test(constraint.when);
    if ("holds" in constraint) {
      const holds = this.test(constraint.holds);
      return (value, contextBits, take) =>
        when(value, contextBits) && !holds(value, contextBits) && take(fault, []);
    }
    const read = readerOf(constraint.each);
    const items = this.search(constraint.items, fault);
    return (value, contextBits, take) => {
      const list = when(value, contextBits) ? read(value) : undefined;
      if (!Array.isArray(list)) return false;
      for (let index = 0; index < list.length; index++) {
        if (items(list[index], contextBits, (of, below) => take(of, [index, ...below])))
          return true;
      }
      return false;
    };
  }

  test(formula: Formula): Test {
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
    const tests = ("all" in formula ? formula.all : formula.any).map((one) => this.test(one));
    return "all" in formula
      ? (value, contextBits) => tests.every((test) => test(value, contextBits))
      : (value, contextBits) => tests.some((test) => test(value, contextBits));
  }

  #literal({ path, atom, holds }: Literal): Test {
    const read = readerOf(path);
    const { test } = definitionOf(atom);
    return (value, contextBits) =>
      test(read(value), atom, new KnownValue(this, value, contextBits)) === holds;
  }
}

/** What an atom asks beyond its own value. A class, since one is made for each literal of each payload. */
class KnownValue implements Evaluation {
  readonly contextBits: number;
  readonly #compiler: Compiler;
  readonly #value: unknown;

  constructor(compiler: Compiler, value: unknown, given: number) {
    this.#compiler = compiler;
    this.#value = value;
    this.contextBits = given;
  }

  valueAt(path: AccessPath): unknown {
    return readerOf(path)(this.#value);
  }

  holdsOf(item: unknown, formula: Formula): boolean {
    return this.#compiler.test(formula)(item, this.contextBits);
  }
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
