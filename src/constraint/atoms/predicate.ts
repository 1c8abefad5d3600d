import {
  type PredicateArguments,
  type PredicateName,
  predicates,
} from "../../validator/predicates/index.js";
import { defineAtom } from "./atom.js";

/** A function of the validator's holds, for what no keyword of JSON Schema can say. */
export interface PredicateAtom {
  readonly name: "predicate";
  readonly predicate: PredicateName;
  readonly arguments: PredicateArguments;
}

export const predicate = defineAtom<PredicateAtom>({
  name: "predicate",
  test: (value, atom) => predicates[atom.predicate](value, atom.arguments),
  emit(atom, site) {
    const run = site.import(predicates[atom.predicate].name, "predicates/index");
    const given = JSON.stringify(atom.arguments);
    const more = given === "{}" ? "" : `, ${site.constant(given, "arguments")}`;
    const test = `${run}(${site.value}${more})`;
    return site.holds ? test : `!${test}`;
  },
  toJsonSchema: () => null,
});
