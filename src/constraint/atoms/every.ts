import { isOpen } from "../../validator/unknown.js";
import type { Formula } from "../formula.js";
import * as verdict from "../verdict.js";
import { defineAtom } from "./atom.js";

/** Each item of a list meets a formula, whose paths begin at the item. */
export interface Every {
  readonly name: "every";
  readonly item: Formula;
}

export const every = defineAtom<Every>({
  name: "every",
  test(value, { item }, evaluation) {
    if (!Array.isArray(value)) return false;
    const seen = Array.from(value, (one) => evaluation.holdsOf(one, item));
    return verdict.every(isOpen(value) ? [...seen, undefined] : seen);
  },
  emit({ item }, site) {
    const test = `${site.import("every", "values")}(${site.value}, ${site.predicate(item)})`;
    return site.holds ? test : `!${test}`;
  },
  toJsonSchema({ item }, schemaOf) {
    const items = schemaOf(item);
    return items && { schema: { items }, about: "array" };
  },
});
