import type { Span } from "../text/positions.js";
import { parsePointer } from "../validator/pointer.js";
import { isSeen, markOpen } from "../validator/unknown.js";

/**
 * A value with the places it has in a text: the one model of a payload, whatever the language it is written in. What only the
 * running program knows is `Unknown`.
 */
export interface Located {
  /** Plain data with `Unknown` for what only the running program knows. */
  readonly value: unknown;
  readonly span: Span;
  /** The value, unless something unknown, such as a later spread, replaces it. */
  readonly likely?: unknown;
  /** Where the value is written out, when it is not at `span`. */
  readonly origin?: Span | undefined;
  /** Every stretch that the value may come from, where it is not written at its place alone. */
  readonly origins?: readonly Span[];
  /** Where the key and its value are together; undefined where there is no such place in this text. */
  readonly property?: Span | undefined;
  readonly key?: Span | undefined;
  readonly children: ReadonlyMap<string, Located>;
  readonly duplicateKeys: readonly DuplicateKey[];
  /**
   * True where something else than this one payload reads what is written here, so that no fix may edit it: a constant that is
   * used again, an object that another call gets too, the target of a YAML alias.
   */
  readonly isShared?: boolean;
  /** True if the value is unknown but present as far as the code shows: no condition decides about it. */
  readonly isGiven?: boolean;
  /** Where the value is written, when that is in another file; `span` is then where this text uses it. */
  readonly elsewhere?: { readonly file: string; readonly line: number };
}

/** A key that an object has more than once. */
export interface DuplicateKey {
  readonly key: string;
  /** Where the later key is. */
  readonly span: Span;
  /** Where the earlier key is with its value, which has no effect. */
  readonly earlier?: Span | undefined;
}

/** A value with nothing below it that is known. */
export const leaf = (value: unknown, span: Span): Located => ({
  value,
  span,
  children: new Map(),
  duplicateKeys: [],
});

/**
 * A value with more parts becomes unknown: many names can stand for one object, so a short text could make a value that is too
 * large to walk.
 */
export const mostParts = 100_000;

const sizes = new WeakMap<Located, number>();

/** How many parts a value has, counted wherever they are. */
export function sizeOf(located: Located): number {
  let size = sizes.get(located);
  if (size === undefined) {
    size = 1;
    for (const child of located.children.values()) size += sizeOf(child);
    sizes.set(located, size);
  }
  return size;
}

/** The list or the object that some values are the items or the entries of. */
export const valueOfChildren = (
  children: ReadonlyMap<string, Located>,
  isList: boolean,
): unknown[] | Record<string, unknown> =>
  isList
    ? [...children.values()].map((child) => child.value)
    : Object.fromEntries([...children].map(([key, child]) => [key, child.value]));

/** The value with every object and list open: they may hold more than is seen. */
export function opened(located: Located): Located {
  if (!isSeen(located.value)) return located;
  const children = new Map([...located.children].map(([key, child]) => [key, opened(child)]));
  const value = valueOfChildren(children, Array.isArray(located.value));
  return { ...located, children, value: markOpen(value) };
}

/** What is at a pointer, or undefined where there is nothing. */
export function locatedAt(root: Located, pointer: string): Located | undefined {
  let at: Located | undefined = root;
  for (const key of parsePointer(pointer)) at = at?.children.get(key);
  return at;
}

/** What is at a pointer, or last on the way there. */
export function nearestTo(root: Located, pointer: string): Located {
  let at = root;
  for (const key of parsePointer(pointer)) {
    const below = at.children.get(key);
    if (!below) return at;
    at = below;
  }
  return at;
}

/** The texts, numbers and the like, with their pointers' keys. */
export function* leavesOf(
  located: Located,
  keys: readonly string[] = [],
): Generator<{ keys: readonly string[]; located: Located }> {
  if (located.children.size === 0) yield { keys, located };
  for (const [key, below] of located.children) yield* leavesOf(below, [...keys, key]);
}

/** Duplicate keys at any depth, with their keys from the root. */
export function* duplicateKeysIn(
  located: Located,
  keys: readonly string[] = [],
): Generator<{ keys: readonly string[]; duplicate: DuplicateKey }> {
  for (const duplicate of located.duplicateKeys) {
    yield { keys: [...keys, duplicate.key], duplicate };
  }
  for (const [key, below] of located.children) yield* duplicateKeysIn(below, [...keys, key]);
}
