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
  const [nearest] = known
    .map((candidate) => ({ candidate, distance: editDistance(name.slice(0, 80), candidate) }))
    .sort((left, right) => left.distance - right.distance);
  const hint =
    nearest && nearest.distance <= Math.max(2, nearest.candidate.length / 3)
      ? `; did you mean ${nearest.candidate}?`
      : `; known: ${known.join(", ")}`;
  return new UsageError(`unknown ${what} ${JSON.stringify(name)}${known.length > 0 ? hint : ""}`);
}
