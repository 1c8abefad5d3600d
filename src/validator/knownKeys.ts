import type { KnownKeys } from "./compiled.js";
import { parsePointer, pointerTo, wildcardPath } from "./pointer.js";

/** Pointers of the keys that no document lists, and below an unlisted key nothing more. */
export function unknownKeys(payload: unknown, known: KnownKeys): string[] {
  const unknown: string[] = [];
  const visit = (value: unknown, listed: KnownKeys, at: string): void => {
    if (listed === true || typeof value !== "object" || value === null) return;
    const item = listed["*"];
    if (Array.isArray(value) ? item === undefined : item !== undefined) return;
    for (const key of Object.keys(value)) {
      const child = (value as Record<string, unknown>)[key];
      const below = item ?? (Object.hasOwn(listed, key) ? listed[key] : undefined);
      const pointer = at + pointerTo([key]);
      if (below !== undefined) visit(child, below, pointer);
      else if (child !== undefined) unknown.push(pointer);
    }
  };
  visit(payload, known, "");
  return unknown;
}

/**
 * The known key nearest to an unknown one in spelling, of those that suit, or undefined when none is near. Of those that are equally
 * near, it is the one in the same object.
 */
export function nearestKey(
  pointer: string,
  known: KnownKeys,
  suits: (candidate: string) => boolean,
): string | undefined {
  const name = plain(parsePointer(pointer).at(-1) ?? "");
  if (name.length > 40) return undefined;
  const parent = parentOf(wildcardPath(pointer));
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidatesIn(known)) {
    // A spelling of another length is that far away at least.
    if (Math.abs(candidate.name.length - name.length) > name.length / 3) continue;
    const edits = editDistance(name, candidate.name);
    const distance = parentOf(candidate.pointer) === parent ? edits : edits + 0.5;
    if (edits <= name.length / 3 && distance < least && suits(candidate.pointer)) {
      nearest = candidate.pointer;
      least = distance;
    }
  }
  return nearest;
}

/** The pointer of what a value is in. */
export const parentOf = (pointer: string) => pointer.slice(0, pointer.lastIndexOf("/"));

const plain = (key: string) => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

interface Candidate {
  readonly pointer: string;
  readonly name: string;
}

const candidates = new WeakMap<object, readonly Candidate[]>();

function candidatesIn(known: KnownKeys): readonly Candidate[] {
  if (known === true) return [];
  let all = candidates.get(known);
  if (!all) {
    all = everyKey(known).map((pointer) => ({
      pointer,
      name: plain(parsePointer(pointer).at(-1) ?? ""),
    }));
    candidates.set(known, all);
  }
  return all;
}

function everyKey(known: KnownKeys, at = ""): string[] {
  if (known === true) return [];
  return Object.entries(known).flatMap(([key, below]) => {
    const pointer = at + pointerTo([key]);
    return key === "*" ? everyKey(below, pointer) : [pointer, ...everyKey(below, pointer)];
  });
}

/** Edits between two texts: a character added, dropped or exchanged, or two neighbours swapped (optimal string alignment). */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const exchanged = (last[j - 1] as number) + (left[i - 1] === right[j - 1] ? 0 : 1);
      let least = Math.min(exchanged, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      if (left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] as number) + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[right.length] as number;
}
