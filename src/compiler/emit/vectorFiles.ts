import { type KindExamples, type Vector, vectorsFor } from "../examples/vectors.js";
import { neutralKindOf } from "../kindNames.js";
import type { Files } from "./modules/moduleText.js";

/**
 * Writes the vectors of kinds. A kind that extends another has those that the other has not; of the bare shape, those of which
 * the other finds nothing like.
 */
export function writeVectors(
  kinds: readonly KindExamples[],
  isWanted: (examples: KindExamples) => boolean,
  build: Files,
): void {
  const known = new Map<string, ReadonlySet<string>>();
  for (const examples of kinds) {
    if (!isWanted(examples)) continue;
    const { row } = examples.plan.tables;
    const inBase = known.get(neutralKindOf(row) ?? "");
    const ofShape = rulesOfShape(examples);
    const vectors = vectorsFor(examples, ofShape);
    const keyOf = ({ name, payload, options, expect }: Vector) => {
      const isOfShape = ofShape.has(name.slice(0, name.indexOf(":")));
      return JSON.stringify(isOfShape ? [options, expect] : [options, expect, payload]);
    };
    const own = vectors.filter((vector) => !inBase?.has(keyOf(vector)));
    known.set(row.kind, new Set(vectors.map(keyOf)));
    build.set(`vectors/${row.kind}.json`, `${lines(own)}\n`);
  }
}

const rulesOfShape = ({ plan }: KindExamples): ReadonlySet<string> =>
  new Set(plan.tables.rules.flatMap(({ id, keywords }) => (keywords ? [id] : [])));

/** A list with each of its items on a line. */
const lines = (items: readonly unknown[]) =>
  `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
