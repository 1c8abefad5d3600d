import { type PackedDocument, type PackedSource, unpackSource } from "./packedSource.js";
import { itemsIn, type Runs } from "./patch.js";
import type { Rule, Severity } from "./types.js";

/** All rules as a module holds them: kinds by their numbers, and of sources what those of one address do not share. */
export interface PackedRules {
  readonly kinds: readonly string[];
  readonly documents: readonly PackedDocument[];
  readonly rules: readonly PackedRule[];
}

/** A rule; what is false or empty is left out. */
export interface PackedRule extends Pick<Rule, "id" | "severity" | "name" | "why"> {
  readonly inText?: true;
  readonly note?: true;
  readonly kinds?: Readonly<Partial<Record<Severity, Runs>>>;
  readonly sources?: readonly PackedSource[];
  readonly disagreements?: readonly PackedDisagreement[];
}

type Disagreement = Rule["disagreements"][number];
type Position = Disagreement["positions"][number];

export interface PackedDisagreement extends Omit<Disagreement, "positions"> {
  readonly positions: readonly (Omit<Position, "source"> & { readonly source: PackedSource })[];
}

/** The rules that were packed. */
export function unpackRules({ kinds, documents, rules }: PackedRules): Rule[] {
  const numbers = kinds.map((_, number) => number);
  const source = (packed: PackedSource) => unpackSource(packed, documents);
  const severities = (packed: PackedRule["kinds"] = {}): Rule["kinds"] => {
    const found = Object.entries(packed).flatMap(([severity, runs]) =>
      itemsIn(numbers, runs).map((number) => [number, severity as Severity] as const),
    );
    found.sort(([left], [right]) => left - right);
    return Object.fromEntries(found.map(([number, severity]) => [kinds[number], severity]));
  };
  return rules.map(
    ({ inText = false, note = false, kinds, sources = [], disagreements = [], ...words }) => ({
      ...words,
      inText,
      note,
      kinds: severities(kinds),
      sources: sources.map(source),
      disagreements: disagreements.map((one) => ({
        ...one,
        positions: one.positions.map((position) => ({
          ...position,
          source: source(position.source),
        })),
      })),
    }),
  );
}
