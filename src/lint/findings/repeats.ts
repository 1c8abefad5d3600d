import type { LintDiagnostic } from "../types.js";

/** What of a diagnostic says whether another one repeats it. */
type Repeatable = Pick<LintDiagnostic, "rule" | "severity" | "message" | "kind" | "places"> & {
  readonly textFix?: unknown;
};

/**
 * Whether saying a diagnostic once is enough, however many payloads it holds for: an info about a payload that leaves nothing to
 * apply at each place.
 */
export const isRepeatable = ({ severity, kind, textFix }: Repeatable): boolean =>
  severity === "info" && kind !== null && textFix === undefined;

/** Gathers diagnostics that say the same in the same words. */
export class Repeats<One extends Repeatable> {
  readonly #byWords = new Map<string, { readonly first: One; places: number }>();

  /** Takes a diagnostic in; returns false where it repeats an earlier one. */
  add(diagnostic: One): boolean {
    const words = `${diagnostic.rule}\u0000${diagnostic.message}`;
    const places = diagnostic.places ?? 1;
    const known = this.#byWords.get(words);
    if (known) known.places += places;
    else this.#byWords.set(words, { first: diagnostic, places });
    return known === undefined;
  }

  /** The first diagnostic of each, in the order in which they came, with the number of its places. */
  *each(): Generator<One> {
    for (const { first, places } of this.#byWords.values()) yield withPlaces(first, places);
  }
}

const withPlaces = <One extends Repeatable>(diagnostic: One, places: number): One =>
  places > 1 ? { ...diagnostic, places } : diagnostic;

/** The diagnostics of one text. Those that repeat an earlier one are only counted. */
export function withoutRepeats(diagnostics: readonly LintDiagnostic[]): LintDiagnostic[] {
  const repeats = new Repeats<LintDiagnostic>();
  const kept = diagnostics.filter((one) => !isRepeatable(one) || repeats.add(one));
  const counted = repeats.each();
  return kept.map((one) => (isRepeatable(one) ? (counted.next().value as LintDiagnostic) : one));
}
