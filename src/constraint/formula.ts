import { parsePointer, pointerTo } from "../validator/pointer.js";

/**
 * JSON Pointer to a value, from the payload or from the item of a list that the formula is about. No list lies on the path: the
 * atom `some` is about the items of a list.
 */
export type AccessPath = string;

/** The payload itself, or the item that a formula is about. */
export const root: AccessPath = "";

/** Path of a key of the object at `path`. */
export const childOf = (path: AccessPath, key: string): AccessPath => path + pointerTo([key]);

/** Path of the object around a value; undefined for the root. */
export const parentOf = (path: AccessPath): AccessPath | undefined =>
  path === root ? undefined : path.slice(0, path.lastIndexOf("/"));

/** Last key of a path. */
export const keyAt = (path: AccessPath): string => parsePointer(path).at(-1) ?? "";

/** Whether a value lies in the object at `ancestor`, at any depth, or is that object. */
export const isWithin = (path: AccessPath, ancestor: AccessPath): boolean =>
  path === ancestor || path.startsWith(`${ancestor}/`);

/**
 * One test of one value. `name` is the key of its definition in `atoms/`; the other keys are its operands. Plain data, so
 * that formulas can be printed into modules.
 */
export interface Atom {
  readonly name: string;
}

/** An atom about the value at a path, or its opposite where `holds` is false. */
export interface Literal {
  readonly path: AccessPath;
  readonly atom: Atom;
  readonly holds: boolean;
}

/** A statement about a payload: literals joined by "and" and "or". Only literals are negated (negation normal form). */
export type Formula =
  | { readonly always: boolean }
  | { readonly literal: Literal }
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] };

export const yes: Formula = { always: true };
export const no: Formula = { always: false };

/** The formula that an atom is true of the value at a path. */
export const literal = <Of extends Atom>(path: AccessPath, atom: Of): Formula => ({
  literal: { path, atom, holds: true },
});

export const opposite = (of: Literal): Literal => ({ ...of, holds: !of.holds });

/** The parts that must all hold; the formula itself where it is no conjunction. */
export function conjuncts(formula: Formula): readonly Formula[] {
  if ("always" in formula && formula.always) return [];
  return "all" in formula ? formula.all : [formula];
}

const atomKeys = new WeakMap<Atom, string>();

/** Equal for equal tests of the same value, whether they hold or not. */
export function literalKey({ path, atom }: Literal): string {
  let key = atomKeys.get(atom);
  if (key === undefined) {
    key = JSON.stringify(atom);
    atomKeys.set(atom, key);
  }
  return `${path} ${key}`;
}

/** Equal for equal formulas. */
export function formulaKey(formula: Formula): string {
  if ("always" in formula) return String(formula.always);
  if ("literal" in formula) {
    return `${formula.literal.holds ? "" : "!"}${literalKey(formula.literal)}`;
  }
  const [join, parts] = "all" in formula ? [" & ", formula.all] : [" | ", formula.any];
  return `(${parts.map(formulaKey).join(join)})`;
}

/** Every literal of a formula, those about items of lists not included. */
export function* literalsIn(formula: Formula): Generator<Literal> {
  if ("always" in formula) return;
  if ("literal" in formula) yield formula.literal;
  else for (const part of "all" in formula ? formula.all : formula.any) yield* literalsIn(part);
}
