import { type ComparisonOfValues, compareValues } from "../../validator/compare.js";
import { compareTimes } from "../../validator/times.js";
import { isOpen, Unknown } from "../../validator/unknown.js";
import { valueAt } from "../abstractValue.js";
import type { AccessPath } from "../formula.js";
import { defineAtom, type EmitSite } from "./atom.js";

/** The value compares so with another of the same payload or item. True if one is absent and has no substitute. */
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
    const test = comparing(site.value, other, atom.how, site);
    return site.holds ? test : `!${test}`;
  },
  toJsonSchema: () => null,
});

/** The call that compares two expressions. */
function comparing(value: string, other: string, how: ComparisonOfValues, site: EmitSite): string {
  const { is, as, absentAs, times } = how;
  if (as === "time") {
    const given = site.constant(JSON.stringify(how), "comparison");
    return `${site.import("compareTimes", "times")}(${value}, ${other}, ${given})`;
  }
  const filled = (one: string) => (absentAs === undefined ? one : `${one} ?? ${absentAs}`);
  const [left, right] = [filled(value), filled(other)];
  if (as === "text") return `${site.import("areSameTexts", "compare")}(${left}, ${right})`;
  if (as === "date") {
    return `${site.import("areDaysInOrder", "compare")}(${left}, "${is}", ${right})`;
  }
  const more = times === undefined ? "" : `, ${times}`;
  return `${site.import("areNumbersInOrder", "compare")}(${left}, "${is}", ${right}${more})`;
}

/** The value in an item of what should be a list, as far as it is known. */
function inItem(list: unknown, { index, path }: NonNullable<ComparisonAtom["within"]>): unknown {
  if (list instanceof Unknown) return list;
  if (!Array.isArray(list)) return undefined;
  return isOpen(list) ? new Unknown("") : valueAt(list[index], path);
}
