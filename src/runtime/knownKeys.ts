import type { KnownKeys } from "./compiled.js";
import { parsePointer, pointerTo } from "./pointer.js";

/** Pointers of the keys that no document lists, and below an unlisted key nothing more. */
export function unknownKeys(value: unknown, known: KnownKeys, at = ""): string[] {
  if (known === true || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) {
    const item = known["*"];
    return item === undefined || item === true
      ? []
      : value.flatMap((element, index) => unknownKeys(element, item, `${at}/${index}`));
  }
  if (Object.hasOwn(known, "*")) return [];
  return Object.keys(value).flatMap((key) => {
    const below = at + pointerTo([key]);
    const child = (value as Record<string, unknown>)[key];
    if (Object.hasOwn(known, key)) return unknownKeys(child, known[key] as KnownKeys, below);
    return child === undefined ? [] : [below];
  });
}

/** The known key nearest to an unknown one, in spelling or in place, or undefined when none is near. */
export function nearestKey(pointer: string, known: KnownKeys): string | undefined {
  const name = plain(parsePointer(pointer).at(-1) ?? "");
  if (name.length > 40) return undefined;
  let nearest: { pointer: string; distance: number } | undefined;
  for (const candidate of everyKey(known)) {
    const distance = editDistance(name, plain(parsePointer(candidate).at(-1) ?? ""));
    if (distance <= name.length / 3 && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)) {
      nearest = { pointer: candidate, distance };
    }
  }
  return nearest?.pointer;
}

const plain = (key: string) => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function everyKey(known: KnownKeys, at = ""): string[] {
  if (known === true) return [];
  return Object.entries(known).flatMap(([key, below]) => {
    const pointer = at + pointerTo([key]);
    return key === "*" ? everyKey(below, pointer) : [pointer, ...everyKey(below, pointer)];
  });
}

/** Levenshtein's distance. */
export function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const substituted = (row[j - 1] as number) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[right.length] as number;
}
