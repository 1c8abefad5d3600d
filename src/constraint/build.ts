import { parsePointer } from "../validator/pointer.js";
import type { Above } from "./atoms/above.js";
import type { AtLeast } from "./atoms/atLeast.js";
import type { AtMost } from "./atoms/atMost.js";
import type { ComparisonAtom } from "./atoms/comparison.js";
import { isDefined } from "./atoms/defined.js";
import type { MaxLength } from "./atoms/maxLength.js";
import type { MinItems } from "./atoms/minItems.js";
import type { MultipleOf } from "./atoms/multipleOf.js";
import type { Pattern } from "./atoms/pattern.js";
import type { Some } from "./atoms/some.js";
import { isOfType } from "./atoms/type.js";
import { type AccessPath, type Atom, childOf, type Formula, literal, root } from "./formula.js";
import { all, any, not } from "./simplify.js";
import type { TypeName } from "./valueSet.js";

/** What an atom says of one type; a value of any other, or none, meets the formula, as it meets the keyword of JSON Schema. */
const about = <Of extends Atom>(type: TypeName, path: AccessPath, atom: Of): Formula =>
  any([not(isOfType(path, type)), literal<Of>(path, atom)]);

export const matches = (path: AccessPath, pattern: string) =>
  about<Pattern>("string", path, { name: "pattern", pattern });

export const hasAtMostCharacters = (path: AccessPath, most: number) =>
  about<MaxLength>("string", path, { name: "max length", most });

export const hasAtLeastItems = (path: AccessPath, least: number) =>
  about<MinItems>("array", path, { name: "min items", least });

/** A list has at most so many items; a value of another type meets it. */
export const hasAtMostItems = (path: AccessPath, most: number): Formula =>
  any([
    not(isOfType(path, "array")),
    not(literal<MinItems>(path, { name: "min items", least: most + 1 })),
  ]);

/** A text has at least so many characters; a value of another type meets it. */
export const hasAtLeastCharacters = (path: AccessPath, least: number): Formula =>
  any([
    not(isOfType(path, "string")),
    not(literal<MaxLength>(path, { name: "max length", most: least - 1 })),
  ]);

export const isAtLeast = (path: AccessPath, bound: number) =>
  about<AtLeast>("number", path, { name: "at least", bound });

export const isAtMost = (path: AccessPath, bound: number) =>
  about<AtMost>("number", path, { name: "at most", bound });

export const isAbove = (path: AccessPath, bound: number) =>
  about<Above>("number", path, { name: "above", bound });

export const isMultipleOf = (path: AccessPath, step: number) =>
  about<MultipleOf>("number", path, { name: "multiple of", step });

/**
 * The value compares so with the other one. That holds where one of them is absent without a substitute, or is of a type that is
 * not compared so.
 */
export function compares(path: AccessPath, comparison: Omit<ComparisonAtom, "name">): Formula {
  const { with: other, within, how } = comparison;
  const type = how.as === "number" ? "number" : "string";
  const isComparable = (at: AccessPath) =>
    how.absentAs === undefined
      ? isOfType(at, type)
      : any([not(isDefined(at)), isOfType(at, "null"), isOfType(at, type)]);
  return any([
    // What the item of a list holds is for the atom itself to read.
    ...[path, ...(within ? [] : [other])].map((at) => not(isComparable(at))),
    literal<ComparisonAtom>(path, { name: "comparison", ...comparison }),
  ]);
}

/** There is a list, and one of its items meets `item`. */
export const someItem = (path: AccessPath, item: Formula) =>
  all([isOfType(path, "array"), literal<Some>(path, { name: "some", item })]);

/** One of these types. */
export const isOfSomeType = (path: AccessPath, types: readonly TypeName[]) =>
  any(types.map((type) => isOfType(path, type)));

/** Splits a pointer at its first star: the list, and what follows in its items. */
function splitAtItem(
  pointer: string,
  base: AccessPath,
): [list: AccessPath, below: string] | AccessPath {
  let path = base;
  const keys = parsePointer(pointer);
  for (const [index, key] of keys.entries()) {
    if (key === "*")
      return [
        path,
        pointer
          .split("/")
          .slice(index + 2)
          .map((one) => `/${one}`)
          .join(""),
      ];
    path = childOf(path, key);
  }
  return path;
}

/** The value at `pointer` is present and meets `leaf`. `*` stands for some item of a list. */
export function present(
  pointer: string,
  leaf: (path: AccessPath) => Formula = () => ({ always: true }),
  base: AccessPath = root,
): Formula {
  const at = splitAtItem(pointer, base);
  if (typeof at === "string") return all([isDefined(at), leaf(at)]);
  const [list, below] = at;
  return someItem(list, below === "" ? leaf(root) : present(below, leaf));
}
