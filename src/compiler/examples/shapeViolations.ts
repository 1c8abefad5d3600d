import { isOfSomeType } from "../../constraint/build.js";
import { evaluate } from "../../constraint/evaluate.js";
import { root } from "../../constraint/formula.js";
import type { TypeName } from "../../constraint/valueSet.js";
import type { Violation } from "../../examples/catalog.js";
import type { FaultPlan, KindPlan } from "../plan/fault.js";
import { allowedValues, shapeAt } from "../tables/shapeAt.js";
import type { KindTables, Shape, ValueFormat } from "../tables/types.js";
import { inFirstItem, listWithItem } from "./caseViolations.js";
import { examplesOf } from "./domain.js";

/** How to break each keyword of the bare shape. */
export function shapeViolations(
  { tables, faults }: KindPlan,
  formats: Readonly<Record<string, ValueFormat>>,
): Violation[] {
  return faults
    .filter(({ from, fault }) => from === null && fault.path !== "")
    .map((plan): Violation => {
      const { rule, fault } = plan;
      const { path } = fault;
      const pointer = inFirstItem(path);
      const list = path.slice(0, path.indexOf("/*"));
      const parents = path.includes("*") ? listWithItem(list, tables.row.sample) : [];
      const base = { rule: rule.id, path: pointer, name: `${fault.is} ${pointer}`, options: {} };
      if (fault.is === "missing") return { ...base, sets: parents, removes: [pointer] };
      const value = wrongValue(plan, tables, formats);
      return { ...base, sets: [...parents, [pointer, value]], removes: [] };
    });
}

/** Of these two one is of another type, whatever the type. */
const mistypedSamples: readonly unknown[] = ["64000", 64000];

function wrongValue(
  { fault, rule }: FaultPlan,
  { shape, issuers }: KindTables,
  formats: Readonly<Record<string, ValueFormat>>,
): unknown {
  const at = shapeAt(shape, fault.path) as Shape;
  const types = [at.type].flat() as TypeName[];
  if (fault.is === "mistyped") {
    return mistypedSamples.find((value) => evaluate(isOfSomeType(root, types), value) === false);
  }
  if (fault.terms?.limit !== undefined) {
    // Of the right form, and of one byte a letter, so that nothing but the length is wrong.
    const [known] = allowedValues(at, issuers) ?? examplesOf(at, formats);
    return String(known ?? "").padEnd((at.maxLength ?? 0) + 1, "1");
  }
  const format = at["x-format"] === undefined ? undefined : formats[at["x-format"]];
  if (format?.rule === rule.id) return format.wrong[0];
  if (types.includes("number") || types.includes("integer")) {
    return at.exclusiveMinimum ?? (at.minimum ?? 0) - 1;
  }
  return `${String(allowedValues(at, issuers)?.[0])}?`;
}
