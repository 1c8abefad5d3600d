import { parsePointer } from "../../validator/pointer.js";
import { productOf, type SumRelation, sumHolds } from "../../validator/sum.js";
import { isOpen, Unknown } from "../../validator/unknown.js";
import { valueAt } from "../abstractValue.js";
import type { AccessPath } from "../formula.js";
import { defineAtom, type Evaluation } from "./atom.js";

/** A term of a sum: the value at a path, or those of all items of the list there. */
export interface SumTerm {
  readonly path: AccessPath;
  /** Path in the items, where the term is about a list. */
  readonly item?: AccessPath;
  /** Path, beside the first, of a value that it is multiplied by. */
  readonly by?: AccessPath;
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
    const terms = of.map(({ path, item, by }) => {
      const value = site.valueAt(path);
      const product = () => site.import("productOf", "sum");
      if (item === undefined) {
        return by === undefined ? value : `${product()}(${value}, ${site.valueAt(by)})`;
      }
      const valuesAt = (below: AccessPath) =>
        `${site.import("itemValues", "sum")}(${value}, ${JSON.stringify(parsePointer(below))})`;
      if (by === undefined) return `...${valuesAt(item)}`;
      return `...${site.import("products", "sum")}(${valuesAt(item)}, ${valuesAt(by)})`;
    });
    const test = `${holds}([${terms.join(", ")}], ${JSON.stringify(is)}, ${site.value})`;
    return site.holds ? test : `!${test}`;
  },
  toJsonSchema: () => null,
});

function termsOf({ path, item, by }: SumTerm, evaluation: Evaluation): unknown[] {
  const value = evaluation.valueAt(path);
  if (value instanceof Unknown) return [value];
  if (item === undefined) {
    return [by === undefined ? value : seenProduct(value, evaluation.valueAt(by))];
  }
  if (!Array.isArray(value)) return [];
  const seen = Array.from(value, (one) => {
    const first = valueAt(one, item);
    return by === undefined ? first : seenProduct(first, valueAt(one, by));
  });
  return isOpen(value) ? [...seen, new Unknown(path)] : seen;
}

const seenProduct = (first: unknown, second: unknown): unknown =>
  [first, second].find((one) => one instanceof Unknown) ?? productOf(first, second);
