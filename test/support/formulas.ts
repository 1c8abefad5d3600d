import type fc from "fast-check";
import { definitionOf } from "../../src/constraint/atoms/index.js";
import { type Formula, literalsIn } from "../../src/constraint/formula.js";
import { formulaOfSchema } from "./schemaFormula.js";
import { schema } from "./schemas.js";

/** Formulas of every form: those that schemas say, and those of which no schema knows. */
export const formula: fc.Arbitrary<Formula> = schema.map((one) => formulaOfSchema(one));

/** Whether keywords of JSON Schema say all of a formula. */
export const isExpressible = (one: Formula): boolean =>
  [...literalsIn(one)].every(
    ({ atom }) =>
      definitionOf(atom).toJsonSchema(atom, (item) => (isExpressible(item) ? {} : null)) !== null,
  );
