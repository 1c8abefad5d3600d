import type { KindExamples } from "../examples/brokenPayload.js";
import { type Vector, vectorsFor } from "../examples/vectors.js";
import { neutralKindOf } from "../kindNames.js";
import type { Files } from "./modules/moduleText.js";

/**
 * Writes the vectors of kinds. What a kind that extends another finds as the other does is shown once for each rule and, of
 * rules beyond the bare shape, for each place at which they speak alone.
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
      const facts = factsOf(vector, ofShape);
      const isFirst = facts.some((fact) => !shown.has(fact));
      for (const fact of facts) shown.add(fact);
      return isFirst || !inBase?.has(keyOf(vector));
    };
    const own = vectors.filter(isShown);
    known.set(row.kind, new Set(vectors.map(keyOf)));
    build.set(`vectors/${row.kind}.json`, `${lines(own)}\n`);
  }
}

/** What a vector shows that another kind's does not show of this one. */
function factsOf({ name, expect }: Vector, ofShape: ReadonlySet<string>): string[] {
  const rule = name.split(":", 1)[0] ?? "";
  const alone = expect.length === 1 && !ofShape.has(rule) ? expect : [];
  return [rule, ...alone.map((one) => `${one.rule} ${one.path}`)];
}

const keyOf = ({ name, options, expect }: Vector) => JSON.stringify([name, options, expect]);

const rulesOfShape = ({ plan }: KindExamples): ReadonlySet<string> =>
  new Set(plan.tables.rules.flatMap(({ id, keywords, finds }) => (keywords || finds ? [id] : [])));

/** A list with each of its items on a line. */
const lines = (items: readonly unknown[]) =>
  `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
