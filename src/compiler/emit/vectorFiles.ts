import { type KindExamples, type Vector, vectorsFor } from "../examples/vectors.js";
import { neutralKindOf } from "../kindNames.js";
import type { Files } from "./modules/moduleText.js";

/**
 * Writes the vectors of kinds. What a kind that extends another finds in the bare shape as the other does is shown once for
 * each rule.
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
    const shown = new Set<string>();
    const isShown = (vector: Vector) => {
      const rule = vector.name.split(":", 1)[0] ?? "";
      const isFirst = !shown.has(rule);
      shown.add(rule);
      return isFirst || !ofShape.has(rule) || !inBase?.has(keyOf(vector));
    };
    const own = vectors.filter(isShown);
    known.set(row.kind, new Set(vectors.map(keyOf)));
    build.set(`vectors/${row.kind}.json`, `${lines(own)}\n`);
  }
}

const keyOf = ({ options, expect }: Vector) => JSON.stringify([options, expect]);

const rulesOfShape = ({ plan }: KindExamples): ReadonlySet<string> =>
  new Set(plan.tables.rules.flatMap(({ id, keywords }) => (keywords ? [id] : [])));

/** A list with each of its items on a line. */
const lines = (items: readonly unknown[]) =>
  `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
