import { type ComparisonOfValues, compareValues } from "../../validator/compare.js";
import { compareTimes } from "../../validator/times.js";
import { isOpen, Unknown } from "../../validator/unknown.js";
import { valueAt } from "../abstractValue.js";
import type { AccessPath } from "../formula.js";
import { defineAtom, type EmitSite } from "./atom.js";

/** The value compares so with another of the same payload or item. `compares` says when the two can be compared. */
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
    if (!atom.within && atom.how.as === "number") return numbersInOrder(around, atom.how, site);
    const test = calling(atom, around, site);
    return site.holds ? test : `!${test}`;
  },
  toJsonSchema: () => null,
});

/** What compares two numbers. The formula asks for their types. */
function numbersInOrder(
  other: string,
  { is, absentAs, times }: ComparisonOfValues,
  { value, holds }: EmitSite,
): string {
  const filled = (one: string) => (absentAs === undefined ? one : `(${one} ?? ${absentAs})`);
  const left = times === undefined ? filled(value) : `${filled(value)} * ${times}`;
  const opposite = is === "<" ? ">=" : ">";
  return `${left} ${holds ? is : opposite} ${filled(other)}`;
}

/** The call that compares two values. */
function calling({ within, how }: ComparisonAtom, around: string, site: EmitSite): string {
  // A bundle holds only what its kind needs.
  if (!within && how.as === "date") {
    return `${site.import("areDaysInOrder", "compare")}(${site.value}, "${how.is}", ${around})`;
  }
  const other = within
    ? `${site.import("valueAt", "pointer")}(${around}, ${JSON.stringify(`/${within.index}${within.path}`)})`
    : around;
  const compare =
    how.as === "time"
      ? site.import("compareTimes", "times")
      : site.import("compareValues", "compare");
  return `${compare}(${site.value}, ${other}, ${site.constant(JSON.stringify(how), "comparison")})`;
}

/** The value in an item of what should be a list, as far as it is known. */
function inItem(list: unknown, { index, path }: NonNullable<ComparisonAtom["within"]>): unknown {
  if (list instanceof Unknown) return list;
  if (!Array.isArray(list)) return undefined;
  return isOpen(list) ? new Unknown("") : valueAt(list[index], path);
}
