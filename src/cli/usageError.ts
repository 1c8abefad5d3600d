import { editDistance } from "../validator/knownKeys.js";

/** Trouble with usage, configuration or files; said in one line on standard error, exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * The value, when it is one of the names known.
 * @throws {UsageError} with the nearest name otherwise.
 */
export function oneOf<Name extends string>(
  what: string,
  value: unknown,
  known: readonly Name[],
): Name {
  if (known.includes(value as Name)) return value as Name;
  throw unknownName(what, String(value), known);
}

/** A name that is not known, with the nearest that is. */
export function unknownName(what: string, name: string, known: readonly string[]): UsageError {
  const nearest = nearestName(name, known);
  const hint = nearest ? `; did you mean ${nearest}?` : `; known: ${known.join(", ")}`;
  return new UsageError(`unknown ${what} ${JSON.stringify(name)}${known.length > 0 ? hint : ""}`);
}

/**
 * The known name that one most likely meant: the nearest in spelling, or the first that the name is the end of, as
 * `request-pay` is of `ksnet.v1.request-pay`. Undefined where nothing is near.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    .map((candidate) => ({ candidate, distance: editDistance(name.slice(0, 80), candidate) }))
    .sort((left, right) => left.distance - right.distance);
  if (nearest) {
    const { candidate, distance } = nearest;
    // Two letters off is another word where the word has no more.
    if (distance <= Math.max(2, candidate.length / 3) && distance < candidate.length) {
      return candidate;
    }
  }
  return known.find((candidate) => candidate.endsWith(`.${name}`));
}
