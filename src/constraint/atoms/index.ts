import type { Atom } from "../formula.js";
import { above } from "./above.js";
import { ahead } from "./ahead.js";
import { atLeast } from "./atLeast.js";
import { atMost } from "./atMost.js";
import type { AtomDefinition } from "./atom.js";
import { comparison } from "./comparison.js";
import { context } from "./context.js";
import { defined } from "./defined.js";
import { maxLength } from "./maxLength.js";
import { minItems } from "./minItems.js";
import { multipleOf } from "./multipleOf.js";
import { oneOf } from "./oneOf.js";
import { pattern } from "./pattern.js";
import { predicate } from "./predicate.js";
import { some } from "./some.js";
import { sum } from "./sum.js";
import { typeAtom } from "./type.js";

/** Every atom of the language. */
export const atoms = [
  ...[defined, typeAtom, oneOf, pattern, maxLength, minItems],
  ...[atLeast, atMost, above, multipleOf],
  ...[some, predicate, comparison, sum, context, ahead],
] as const;

const byName = new Map<string, (typeof atoms)[number]>(atoms.map((atom) => [atom.name, atom]));

/**
 * What an atom means.
 * @throws where no file of this folder defines it.
 */
export function definitionOf(atom: Atom): AtomDefinition<Atom> {
  const definition = byName.get(atom.name);
  if (!definition) throw new Error(`no atom is called ${atom.name}`);
  return definition as unknown as AtomDefinition<Atom>;
}
