import { factsIn, type LayeredKey, type LayeredKeys } from "./keys.js";
import type { Building } from "./layerTypes.js";
import type { KeyFact } from "./written.js";

/** A key at which a rule finds something in the shape, with the facts that it reports. */
interface ReportedKey {
  readonly pointer: string;
  readonly key: LayeredKey;
  readonly facts: readonly KeyFact[];
}

/** The keys at which a rule finds something in the shape: all, or the one at a pointer. */
export function keysReportedBy(
  rule: string,
  keys: LayeredKeys,
  at: string | undefined,
  building: Building,
): ReportedKey[] {
  return [...keys]
    .filter(([pointer]) => at === undefined || pointer === at)
    .map(([pointer, key]) => ({ pointer, key, facts: factsOf(rule, key, building) }))
    .filter(({ facts }) => facts.length > 0);
}

/** Which facts of a key a rule reports. */
function factsOf(rule: string, { facts }: LayeredKey, { words, formats }: Building): KeyFact[] {
  const keywords = words.get(rule)?.content.keywords;
  const format = facts.format === undefined ? undefined : formats[facts.format];
  return factsIn(facts).filter((fact) =>
    fact === "format" ? format?.rule === rule : keywords?.includes(fact),
  );
}
