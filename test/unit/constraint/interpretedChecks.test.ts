import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packConstraints } from "../../../src/compiler/emit/packConstraints.js";
import { isGiven } from "../../../src/constraint/atoms/context.js";
import { isDefined } from "../../../src/constraint/atoms/defined.js";
import { isOneOf } from "../../../src/constraint/atoms/oneOf.js";
import { isAtLeast } from "../../../src/constraint/build.js";
import {
  type Constraint,
  constraintAt,
  under,
  violations,
} from "../../../src/constraint/constraint.js";
import { type Formula, no, root, yes } from "../../../src/constraint/formula.js";
import { interpretedChecks } from "../../../src/constraint/interpretedChecks.js";
import { unpackConstraints } from "../../../src/constraint/packed.js";
import { all, not } from "../../../src/constraint/simplify.js";
import type { NotedFault } from "../../../src/validator/compiled.js";
import { notedBy } from "../../support/checksOf.js";
import { formula } from "../../support/formulas.js";
import { constraintsOfSchema, everyItem } from "../../support/schemaFormula.js";
import { diagnosing, numbered, payload } from "../../support/schemas.js";

const numberedFaults = (constraints: readonly Constraint[]) =>
  constraints.map((constraint, fault) => ({ fault, constraint }));
const packed = (constraints: readonly Constraint[], errors: number) =>
  packConstraints(numberedFaults(constraints), { contexts: [], errors });
const isOne = (path: string): Formula => isOneOf(path, [1]);

/** What the checks of constraints note of a payload, and whether they accept it. */
function checked(constraints: readonly Constraint[], errors: number, value: unknown, on = 0) {
  const { accepts, report } = interpretedChecks(() => packed(constraints, errors));
  return { accepts: accepts(value, on), faults: notedBy(report, value, on).faults };
}

/** The same as the evaluation finds it. */
function evaluated(constraints: readonly Constraint[], errors: number, value: unknown, on = 0) {
  const faults = constraints.flatMap((constraint, fault) =>
    Array.from(violations(constraint, value, on), (indexes) =>
      indexes.length === 0 ? fault : [fault, ...indexes],
    ),
  );
  return { accepts: !faults.some((noted) => ([noted].flat()[0] as number) < errors), faults };
}

describe("Checks made of constraints", () => {
  const ofSchemas = diagnosing.map((plan) =>
    constraintsOfSchema(numbered(plan).whole).map(({ constraint }) => constraint),
  );
  const ofFormulas = fc.array(
    fc
      .tuple(formula, formula, fc.constantFrom("", "/a", "/a/*", "/b/*/a", "/c/*/*"), fc.nat(3))
      .map(([when, holds, pointer, bit]) => {
        const constraint = constraintAt(pointer, () => holds, when);
        return bit === 0 ? constraint : under(isGiven(bit), constraint);
      }),
    { maxLength: 5 },
  );

  it("Checks made of constraints find what the evaluation finds, in the same order", () => {
    fc.assert(
      fc.property(
        fc.oneof(ofSchemas, ofFormulas),
        fc.nat(6),
        fc.array(payload, { minLength: 1, maxLength: 10 }),
        fc.nat(3),
        (constraints, most, payloads, on) => {
          const errors = Math.min(most, constraints.length);
          for (const value of payloads) {
            expect(checked(constraints, errors, value, on)).toEqual(
              evaluated(constraints, errors, value, on),
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each<[what: string, when: Formula, value: unknown, faults: unknown[]]>([
    ["a value that is absent", not(isDefined("/a")), {}, [0]],
    ["a value that is there", isDefined("/a"), { a: null }, [0]],
    ["a value in an object", isDefined("/a/b"), { a: { b: 0 } }, [0]],
    ["one value of two", all([isDefined("/a"), not(isDefined("/b"))]), { a: 1 }, [0]],
    ["a payload that is no object", not(isDefined("/a")), 1, [0]],
    ["nothing at all", yes, undefined, [0]],
  ])("Checks made of constraints find a fault that depends on %s", (_what, when, value, faults) =>
    expect(checked([{ when, holds: no }], 1, value).faults).toEqual(faults),
  );

  it("Checks made of constraints find every fault of a value, whatever the faults of those before it need", () => {
    const constraints = [
      constraintAt("/a", isOne),
      constraintAt("/b/*", isOne),
      { when: yes, holds: isDefined("/c") },
      constraintAt("/b/*/x", isOne),
      constraintAt("/a/x", isOne),
    ];
    expect(checked(constraints, 5, { b: [{ x: 2 }, 1] }).faults).toEqual([[1, 0], 2, [3, 0]]);
    expect(checked(constraints, 5, { a: { x: 2 }, c: 1 }).faults).toEqual([0, 4]);
  });

  it("Checks made of constraints accept what only warnings are found in, and say when every error is found", () => {
    const constraints = [constraintAt("/a", isOne), constraintAt("/b", isOne)];
    expect(checked(constraints, 1, { a: 1, b: 2 })).toEqual({ accepts: true, faults: [1] });
    expect(checked(constraints, 2, { a: 1, b: 2 })).toEqual({ accepts: false, faults: [1] });
    const { report } = interpretedChecks(() => packed(constraints, 1));
    const noted: (NotedFault | undefined)[] = [];
    const hostile = {
      a: 2,
      get b(): number {
        throw new Error("no");
      },
    };
    expect(() => report(hostile, 0, (fault) => noted.push(fault))).toThrow("no");
    expect(noted).toEqual([0, undefined]);
  });

  it("Checks made of constraints ask of items under the conditions beside the payload", () => {
    const constraints = [
      constraintAt("/a/*", () => isGiven(2)),
      { when: yes, holds: everyItem("/a", isGiven(2)) },
    ];
    expect(checked(constraints, 2, { a: [1, 2] }, 1).faults).toEqual([[0, 0], [0, 1], 1]);
    expect(checked(constraints, 2, { a: [1, 2] }, 2).faults).toEqual([]);
  });

  it("Checks made of constraints read what a payload inherits, as written functions do", () => {
    class Payload {
      get a() {
        return 2;
      }
    }
    expect(checked([constraintAt("/a", isOne)], 1, new Payload()).faults).toEqual([0]);
  });

  it("Checks made of constraints note the items that lead to a fault from the outermost list on", () => {
    const constraint = constraintAt("/a/*/b/*", isOne);
    const payload = { a: [{ b: [] }, { b: [1, 1, 2] }] };
    expect(checked([constraint], 1, payload).faults).toEqual([[0, 1, 2]]);
  });

  it("Checks made of constraints ask once for a value that is absent, however many faults need it", () => {
    const reads: PropertyKey[] = [];
    const payload = new Proxy(
      {},
      {
        get: (_, key) => {
          reads.push(key);
          return undefined;
        },
      },
    );
    const pointers = ["/a", "/a/b", "/a/c", "/a/*", "/a/*/b", "/a/b/*", "/b/c", "/b/*/d"];
    const constraints = pointers.map((pointer) => constraintAt(pointer, isOne));
    const { accepts } = interpretedChecks(() => packed(constraints, constraints.length));
    expect(accepts(payload, 0)).toBe(true);
    expect(reads).toEqual(["a", "b"]);
  });

  it("Checks made of constraints are made once, when the first payload comes", () => {
    let made = 0;
    const { accepts } = interpretedChecks(() => {
      made++;
      return packed([constraintAt("/a", isOne)], 1);
    });
    expect(made).toBe(0);
    expect([{ a: 1 }, { a: 2 }, {}].map((value) => accepts(value, 0))).toEqual([true, false, true]);
    expect(made).toBe(1);
  });
});

describe("Constraints that were packed", () => {
  it("Packed constraints are what they were", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(formula, formula)), (pairs) => {
        const constraints = pairs.flatMap(([when, holds]) => [
          { when, holds },
          constraintAt("/a/*/b", () => holds, when),
        ]);
        expect(unpackConstraints(packed(constraints, 1)).constraints).toEqual(
          numberedFaults(constraints),
        );
      }),
      { numRuns: 200 },
    );
  });
  it("Packed constraints share what is equal, and are unpacked once", () => {
    const [one, other] = [isAtLeast("/a", 1), isAtLeast("/a", 1)];
    const data = packed(
      [
        { when: one, holds: no },
        { when: other, holds: everyItem(root, one) },
      ],
      1,
    );
    const { constraints } = unpackConstraints(data);
    expect(constraints[0]?.constraint.when).toBe(constraints[1]?.constraint.when);
    expect(unpackConstraints(data).constraints).toBe(constraints);
  });
});
