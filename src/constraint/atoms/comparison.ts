import { type ComparisonOfValues, compareValues } from "../../validator/compare.js";
import { compareTimes } from "../../validator/times.js";
import { isOpen, Unknown } from "../../validator/unknown.js";
import { valueAt } from "../abstractValue.js";
import type { AccessPath } from "../formula.js";
import { defineAtom } from "./atom.js";

/** The value compares with another of the same payload or item; true where one is absent and nothing stands for it. */
export interface ComparisonAtom {
  readonly name: "comparison";
  readonly with: AccessPath;
  /** Where `with` is a list: the item that counts, and the path in it. */
  readonly within?: { readonly index: number; readonly path: AccessPath };
  readonly how: ComparisonOfValues;
}

export const comparison = defineAtom<ComparisonAtom>({
  name: "comparison",
  test(value, atom, evaluation) {
    const around = evaluation.valueAt(atom.with);
    const other = atom.within ? inItem(around, atom.within) : around;
    // What may be there behind an object that is not seen whole is not absent.
    if (other instanceof Unknown) return undefined;
    return (atom.how.as === "time" ? compareTimes : compareValues)(value, other, atom.how);
  },
  emit(atom, site) {
    const around = site.valueAt(atom.with);
    const other = atom.within
      ? `${site.import("valueAt", "pointer")}(${around}, ${JSON.stringify(`/${atom.within.index}${atom.within.path}`)})`
      : around;
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

/** The value in an item of what should be a list, as far as it is known. */
function inItem(list: unknown, { index, path }: NonNullable<ComparisonAtom["within"]>): unknown {
  if (list instanceof Unknown) return list;
  if (!Array.isArray(list)) return undefined;
  return isOpen(list) ? new Unknown("") : valueAt(list[index], path);
}
