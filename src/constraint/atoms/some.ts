import { isOpen } from "../../validator/unknown.js";
import type { Formula } from "../formula.js";
import * as verdict from "../verdict.js";
import { defineAtom } from "./atom.js";

/** An item of a list meets a formula, whose paths begin at the item. */
export interface Some {
  readonly name: "some";
  readonly item: Formula;
}

export const some = defineAtom<Some>({
  name: "some",
  test(value, { item }, evaluation) {
    if (!Array.isArray(value)) return false;
    const seen = Array.from(value, (one) => evaluation.holdsOf(one, item));
    return verdict.some(isOpen(value) ? [...seen, undefined] : seen);
  },
  emit({ item }, site) {
    const test = `${site.import("some", "values")}(${site.value}, ${site.predicate(item)})`;
    return site.holds ? test : `!${test}`;
  },
  toJsonSchema({ item }, schemaOf) {
    const contains = schemaOf(item);
    return contains && { schema: { contains }, about: "array" };
  },
});
