import fc from "fast-check";
import type { ComparisonAtom } from "../../src/constraint/atoms/comparison.js";
import { definitionOf } from "../../src/constraint/atoms/index.js";
import { isOneOf } from "../../src/constraint/atoms/oneOf.js";
import type { Sum } from "../../src/constraint/atoms/sum.js";
import { compares, present } from "../../src/constraint/build.js";
import { type Formula, literal, literalsIn } from "../../src/constraint/formula.js";
import { all, any, implication, not } from "../../src/constraint/simplify.js";
import { formulaOfSchema } from "./schemaFormula.js";
import { schema } from "./schemas.js";

const path = fc.constantFrom("/a", "/b", "/c", "/a/b", "/b/odd key");
const pointer = fc.oneof(path, fc.constantFrom("/a/*", "/b/*/a", "/c/*/*"));

const inItem = fc.constantFrom("", "/a", "/b/c");
const term = fc.oneof(
  path.map((at) => ({ path: at })),
  fc.record({ path, by: path }),
  fc.record({ path, item: inItem }),
  fc.record({ path, item: inItem, by: inItem }),
);
const sum = fc
  .record({ path, of: fc.array(term, { maxLength: 3 }), is: fc.constantFrom("<=", "<", "=") })
  .map(({ path: at, of, is }) => literal<Sum>(at, { name: "sum", of, is: is as Sum["is"] }));

const comparison = fc
  .record({
    ...{ path, with: path, is: fc.constantFrom("<", "<="), as: fc.constantFrom("number", "time") },
    absentAs: fc.constantFrom(undefined, 0, 1),
  })
  .map(({ path: at, with: other, absentAs, ...how }) =>
    compares(at, {
      with: other,
      how: { ...how, ...(absentAs !== undefined && { absentAs }) } as ComparisonAtom["how"],
    }),
  );

const schemaFormula = schema.map((one) => formulaOfSchema(one));

/** Formulas of every form: those that schemas say, and those that the conditions of the tables come to. */
export const formula: fc.Arbitrary<Formula> = fc.oneof(
  { weight: 6, arbitrary: schemaFormula },
  sum,
  comparison,
  comparison.map(not),
  pointer.map((one) => present(one)),
  fc
    .array(fc.array(pointer, { maxLength: 2 }), { maxLength: 3 })
    .map((groups) => any(groups.map((group) => all(group.map((one) => present(one)))))),
  fc.tuple(path, path).map(([one, other]) => not(all([present(one), present(other)]))),
  fc
    .tuple(path, fc.constantFrom("x", 1, true), schemaFormula)
    .map(([key, value, then]) => implication(isOneOf(key, [value]), then)),
  fc.tuple(sum, schemaFormula).map((parts) => any(parts)),
);

/** Whether keywords of JSON Schema say all of a formula. */
export const isExpressible = (one: Formula): boolean =>
  [...literalsIn(one)].every(
    ({ atom }) =>
      definitionOf(atom).toJsonSchema(atom, (item) => (isExpressible(item) ? {} : null)) !== null,
  );
