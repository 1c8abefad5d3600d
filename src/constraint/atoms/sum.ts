import { parsePointer } from "../../validator/pointer.js";
import { type SumRelation, sumHolds } from "../../validator/sum.js";
import { isOpen, Unknown } from "../../validator/unknown.js";
import { valueAt } from "../abstractValue.js";
import type { AccessPath } from "../formula.js";
import { defineAtom, type Evaluation } from "./atom.js";

/** A term of a sum: the value at a path, or those of all items of the list there. */
export interface SumTerm {
  readonly path: AccessPath;
  /** Path in the items, where the term is about a list. */
  readonly item?: AccessPath;
}

/** The sum of other values of the payload or item compares with the value; see `sumHolds`. */
export interface Sum {
  readonly name: "sum";
  readonly of: readonly SumTerm[];
  readonly is: SumRelation;
}

export const sum = defineAtom<Sum>({
  name: "sum",
  test(value, { of, is }, evaluation) {
    const terms = of.flatMap((term) => termsOf(term, evaluation));
    return terms.some((term) => term instanceof Unknown) ? undefined : sumHolds(terms, is, value);
  },
  emit({ of, is }, site) {
    const holds = site.import("sumHolds", "sum");
    const terms = of.map(({ path, item }) => {
      const value = site.valueAt(path);
      if (item === undefined) return value;
      const keys = JSON.stringify(parsePointer(item));
      return `...${site.import("itemValues", "sum")}(${value}, ${keys})`;
    });
    const test = `${holds}([${terms.join(", ")}], ${JSON.stringify(is)}, ${site.value})`;
    return site.holds ? test : `!${test}`;
  },
  toJsonSchema: () => null,
});

function termsOf({ path, item }: SumTerm, evaluation: Evaluation): unknown[] {
  const value = evaluation.valueAt(path);
  if (item === undefined || value instanceof Unknown) return [value];
  if (!Array.isArray(value)) return [];
  const seen = Array.from(value, (one) => valueAt(one, item));
  return isOpen(value) ? [...seen, new Unknown(path)] : seen;
}
