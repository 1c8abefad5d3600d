import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schemaOf } from "../../../../src/compiler/emit/jsonSchema/formulaSchema.js";
import { evaluate } from "../../../../src/constraint/evaluate.js";
import { forget } from "../../../support/abstractions.js";
import { notedBy } from "../../../support/checksOf.js";
import { formula, isExpressible } from "../../../support/formulas.js";
import { instantiateChecks } from "../../../support/instantiateChecks.js";
import { payload } from "../../../support/schemas.js";

const payloads = fc.array(payload, { minLength: 1, maxLength: 12 });
const isObject = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A payload as JSON keeps it; undefined where there is nothing left. */
const asJson = (value: unknown): unknown => {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
};

describe("the back-ends agree on every formula", () => {
  it("The emitted JavaScript accepts what the evaluation says holds", () => {
    fc.assert(
      fc.property(formula, payloads, (holds, some) => {
        const shape = { rule: "shape/type", severity: "error", path: "" } as const;
        const mistyped = { ...shape, is: "mistyped" } as const;
        const wrong = { ...shape, is: "wrong" } as const;
        const { accepts, report } = instantiateChecks([
          {
            ...{ context: null, bit: 0 },
            faults: [
              { number: 0, fault: mistyped, constraint: { when: { always: true }, holds } },
              { number: 1, fault: wrong, constraint: { when: { always: true }, holds } },
            ],
          },
        ]);
        for (const one of some.filter(isObject)) {
          const verdict = evaluate(holds, one);
          expect(accepts(one, 0)).toBe(verdict);
          expect(notedBy(report, one).faults).toEqual(verdict ? [] : [0, 1]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  const ajv = new Ajv2020({ strict: false, meta: false, validateSchema: false });

  it("Ajv accepts by the emitted schema what the evaluation says holds", () => {
    fc.assert(
      fc.property(formula.filter(isExpressible), payloads, (holds, some) => {
        const validate = ajv.compile(schemaOf(holds));
        for (const one of some.map(asJson)) {
          if (one === undefined) continue;
          expect(validate(one)).toBe(evaluate(holds, one));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("What is said for sure of a payload that is known in part is true of the payload", () => {
    const dice = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }));
    fc.assert(
      fc.property(formula, payloads, dice, (holds, some, stream) => {
        const random = () => stream.next().value as number;
        for (const one of some) {
          const verdict = evaluate(holds, forget(one, random));
          if (verdict !== undefined) expect(verdict).toBe(evaluate(holds, one));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it("Of a payload that is known whole there is always a verdict", () => {
    fc.assert(
      fc.property(formula, payloads, (holds, some) => {
        for (const one of some) expect(evaluate(holds, one)).toBeTypeOf("boolean");
      }),
    );
  });
});
