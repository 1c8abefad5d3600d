import { isDefined } from "../../../constraint/atoms/defined.js";
import { isOfType } from "../../../constraint/atoms/type.js";
import type { Constraint, FaultConstraint } from "../../../constraint/constraint.js";
import {
  type AccessPath,
  childOf,
  type Formula,
  literalsIn,
  root,
} from "../../../constraint/formula.js";
import { all, simplifyUnder } from "../../../constraint/simplify.js";
import type { KindFacts, KnownKeys } from "../../../validator/compiled.js";
import { CardNumberPrefilter } from "./cardNumberPrefilter.js";
import { eachItem } from "./faultStatements.js";
import type { FunctionScope } from "./functionScope.js";
import type { ModuleWriter } from "./moduleWriter.js";
import { functionText, type Statement } from "./statements.js";

/** What a kind's documents list, and what no place of it should hold. */
export type KnownFacts = Pick<KindFacts, "known" | "secrets" | "anywhere">;

/** A value that the guard looks at. */
interface Site {
  readonly scope: FunctionScope;
  /** Path within the scope. */
  readonly path: AccessPath;
  /** Pointer from the payload, with a star for each item. */
  readonly pattern: string;
  readonly keys: KnownKeys;
  readonly depth: number;
}

/**
 * Writes statements that return true unless a payload holds no key beside the known ones, and no text that an `anywhere`
 * rule may be about. Few payloads in order make them do so; what does is looked at closely. What the faults of the payload
 * have asked already is asked no more.
 */
export class CloseLookGuard {
  readonly #module: ModuleWriter;
  readonly #facts: KnownFacts;
  readonly #prefilter: CardNumberPrefilter;
  readonly #asked: ReadonlyMap<string, readonly Asked[]>;
  readonly #reliedOn = new Set<number>();

  /** `constraints` are those that every payload of the kind has been checked with. */
  constructor(module: ModuleWriter, facts: KnownFacts, constraints: readonly FaultConstraint[]) {
    this.#module = module;
    this.#facts = facts;
    this.#prefilter = new CardNumberPrefilter(module, facts.anywhere);
    this.#asked = askedOfEvery(constraints);
  }

  /** The statements, in a function that returns false at its end. */
  statements(scope: FunctionScope): Statement[] {
    const site = { scope, path: root, pattern: "", keys: this.#facts.known, depth: 0 };
    const statements = this.#visit(site);
    return [...this.#unlessRelied(), ...statements];
  }

  #visit(site: Site): Statement[] {
    const { scope, path, pattern, keys } = site;
    const value = scope.value(path);
    if (keys === true) {
      return this.#facts.secrets[pattern] === undefined
        ? this.#prefiltered(site)
        : [`if (typeof ${value} === "object") return true;`];
    }
    const item = keys["*"];
    if (item !== undefined) {
      const loop = eachItem(scope, path, [], { parameters: [], returns: true }, (inner) =>
        this.#visit({ ...site, scope: inner, path: root, pattern: `${pattern}/*`, keys: item }),
      );
      const otherwise = this.#prefiltered(site, ["array"]);
      if (loop.length === 0 && otherwise.length === 0) return [];
      return [{ test: `Array.isArray(${value})`, then: loop, otherwise }];
    }
    const ofKeys = this.#ofKeys(site, keys);
    // By now the payload itself is known to be an object.
    if (pattern === "") return ofKeys;
    const otherwise = this.#prefiltered(site, ["object"]);
    return [{ test: scope.isObject(path), then: ofKeys, otherwise }];
  }

  #ofKeys(site: Site, keys: Exclude<KnownKeys, true>): Statement[] {
    const { scope, path, pattern, depth } = site;
    const count = `count${depth === 0 ? "" : depth + 1}`;
    return [
      `let ${count} = 0;`,
      ...Object.entries(keys).map(([key, below]): Statement => {
        const child = childOf(path, key);
        const ofChild = this.#visit({
          ...{ scope, keys: below, depth: depth + 1 },
          ...{ path: child, pattern: childOf(pattern, key) },
        });
        const test = `${scope.value(child)} !== undefined`;
        if (ofChild.length === 0) return `if (${test}) ${count}++;`;
        return { test, then: [`${count}++;`, ...ofChild] };
      }),
      `if (${this.#module.import("countKeys", "values")}(${scope.value(path)}) !== ${count}) return true;`,
    ];
  }

  #prefiltered(
    { scope, path, pattern }: Site,
    excluded?: readonly ("array" | "object")[],
  ): Statement[] {
    const asked = this.#asked.get(pattern) ?? [];
    for (const { fault } of asked) this.#reliedOn.add(fault);
    const known = all(asked.map(({ formula }) => formula));
    const test = this.#prefilter.test(scope.value(path), known, excluded);
    return test === undefined ? [] : [`if (${test}) return true;`];
  }

  /** Where one of the faults is found, what its constraint says cannot be relied on. */
  #unlessRelied(): Statement[] {
    if (this.#reliedOn.size === 0) return [];
    const tests = runsOf([...this.#reliedOn].sort((left, right) => left - right)).map(
      ([from, to]) => (from === to ? `fault === ${from}` : `(fault >= ${from} && fault <= ${to})`),
    );
    const isReliedOn = this.#module.constant(
      functionText("(noted) =>", [
        `const fault = typeof noted === "number" ? noted : noted[0];`,
        `return ${tests.join(" || ")};`,
      ]),
      "isReliedOn",
    );
    return [`if (found.faults.length > 0 && found.faults.some(${isReliedOn})) return true;`];
  }
}

/** What is asked of a value wherever it is there: a formula about the root. */
interface Asked {
  readonly fault: number;
  readonly formula: Formula;
}

function askedOfEvery(constraints: readonly FaultConstraint[]): Map<string, Asked[]> {
  const byPattern = new Map<string, Asked[]>();
  for (const { fault, constraint } of constraints) {
    for (const { pattern, formula } of valuesAskedBy(constraint)) {
      byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), { fault, formula }]);
    }
  }
  return byPattern;
}

/** The value that a constraint is about wherever it is there, where it is about one value only. */
function valuesAskedBy(
  constraint: Constraint,
  pattern = "",
): { readonly pattern: string; readonly formula: Formula }[] {
  if (!("holds" in constraint)) {
    const { when, each, items } = constraint;
    return isImplied(when, isOfType(each, "array"))
      ? valuesAskedBy(items, `${pattern}${each}/*`)
      : [];
  }
  const { when, holds } = constraint;
  const [path, ...others] = new Set([...literalsIn(holds)].map((one) => one.path));
  if (path === undefined || others.length > 0) return [];
  const isThere = isDefined(path);
  return isImplied(when, isThere)
    ? [{ pattern: pattern + path, formula: atRoot(given(holds, isThere)) }]
    : [];
}

/** What is left of a formula where a literal holds. */
const given = (formula: Formula, fact: Formula): Formula =>
  "literal" in fact ? simplifyUnder(formula, fact.literal) : formula;

function isImplied(formula: Formula, fact: Formula): boolean {
  const left = given(formula, fact);
  return "always" in left && left.always;
}

/** A formula about one value as one about the root. */
function atRoot(formula: Formula): Formula {
  if ("always" in formula) return formula;
  if ("literal" in formula) return { literal: { ...formula.literal, path: root } };
  return "all" in formula ? { all: formula.all.map(atRoot) } : { any: formula.any.map(atRoot) };
}

/** Sorted numbers as runs of those that follow each other. */
function runsOf(numbers: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
