import { parsePointer } from "../validator/pointer.js";

export type Span = readonly [start: number, end: number];

/** A value of source code, as far as it is known, with the places it stands at. */
export interface Located {
  /** Plain data with `Unknown` for what only the running program knows. */
  readonly value: unknown;
  readonly span: Span;
  /** What stands there unless something unknown, such as a spread behind it, puts another value there. */
  readonly likely?: unknown;
  /** Where the value is written out, when it is not at `span`. */
  readonly origin?: Span | undefined;
  /** Where the key and its value stand together; undefined where there is no such place in this file. */
  readonly property?: Span | undefined;
  readonly key?: Span | undefined;
  readonly children: ReadonlyMap<string, Located>;
  /** Keys given again: where the later key stands, and where the earlier one with its value, which is lost. */
  readonly twice: readonly Twice[];
}

export interface Twice {
  readonly key: string;
  readonly span: Span;
  readonly earlier?: Span | undefined;
}

/** A value with nothing below it that is known. */
export const leaf = (value: unknown, span: Span): Located => ({
  value,
  span,
  children: new Map(),
  twice: [],
});

/** What stands at a pointer, or undefined where nothing does. */
export function locatedAt(root: Located, pointer: string): Located | undefined {
  let at: Located | undefined = root;
  for (const key of parsePointer(pointer)) at = at?.children.get(key);
  return at;
}

/** What stands at a pointer, or last on the way there. */
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

/** Keys given twice, at any depth, with their keys from the root. */
export function* twiceIn(
  located: Located,
  keys: readonly string[] = [],
): Generator<{ keys: readonly string[]; twice: Twice }> {
  for (const twice of located.twice) yield { keys: [...keys, twice.key], twice };
  for (const [key, below] of located.children) yield* twiceIn(below, [...keys, key]);
}
