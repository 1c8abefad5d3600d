import { type ComparisonOfValues, compareValues } from "../../validator/compare.js";
import { compareTimes } from "../../validator/times.js";
import { Unknown } from "../../validator/unknown.js";
import type { AccessPath } from "../formula.js";
import { defineAtom } from "./atom.js";

/** The value compares with another of the same payload or item; true where one is absent and nothing stands for it. */
export interface ComparisonAtom {
  readonly name: "comparison";
  readonly with: AccessPath;
  readonly how: ComparisonOfValues;
}

export const comparison = defineAtom<ComparisonAtom>({
  name: "comparison",
  test(value, atom, evaluation) {
    const other = evaluation.valueAt(atom.with);
    // What may be there behind an object that is not seen whole is not absent.
    if (other instanceof Unknown) return undefined;
    return (atom.how.as === "time" ? compareTimes : compareValues)(value, other, atom.how);
  },
  emit(atom, site) {
    const other = site.valueAt(atom.with);
    const compare =
      atom.how.as === "time"
        ? site.import("compareTimes", "times")
        : site.import("compareValues", "compare");
    const how = site.constant(JSON.stringify(atom.how), "comparison");
    const test = `${compare}(${site.value}, ${other}, ${how})`;
    return site.holds ? test : `!${test}`;
  },
  toJsonSchema: () => null,
});
