import type { ExampleCatalog, Violation } from "../../examples/catalog.js";
import { pointerTo } from "../../validator/pointer.js";
import type { KindPlan } from "../plan/fault.js";
import type { RuleRow } from "../tables/ruleTypes.js";
import type { Shape, Tables } from "../tables/types.js";
import { caseViolations } from "./caseViolations.js";
import { domainOf } from "./domain.js";
import { shapeViolations } from "./shapeViolations.js";

/** Everything needed to make payloads of a kind, in order and broken. */
export function catalogFor(plan: KindPlan, { formats }: Tables["formats"]): ExampleCatalog {
  const { row, shape, issuers, rules } = plan.tables;
  return {
    kind: row.kind,
    sample: row.sample,
    domain: domainOf(shape, issuers, formats),
    violations: [
      ...plan.faults.flatMap((fault) =>
        fault.from ? caseViolations(fault, fault.from, plan.tables, formats) : [],
      ),
      ...shapeViolations(plan, formats),
      ...rules.flatMap((rule) => findViolations(rule, shape, rules)),
    ],
  };
}

/** How to break a rule that finds keys or values at any place of a payload. */
function findViolations(
  { id, finds, wrong }: RuleRow,
  shape: Shape,
  rules: readonly RuleRow[],
): Violation[] {
  if (wrong === undefined) return [];
  if (finds === "unknown-property" && shape.additionalProperties === true) return [];
  const path = finds === "unknown-property" ? pointerTo([wrong]) : freePath(shape, wrong, rules);
  if (path === undefined) return [];
  return [{ rule: id, path, name: `at ${path}`, options: {}, sets: [[path, wrong]], removes: [] }];
}

/** A path outside lists at which nothing but the value itself can be wrong with a text. */
function freePath(
  shape: Shape,
  text: string,
  rules: readonly RuleRow[],
  at = "",
): string | undefined {
  const judged = rules.flatMap(({ cases }) =>
    cases.flatMap(({ forbid = [], constrain = {} }) => [...forbid, ...Object.keys(constrain)]),
  );
  const properties = Object.entries(shape.properties ?? {});
  const isFree = ([key, { type, ...rest }]: [string, Shape]) =>
    type === undefined && !rest["x-unsupported"] && !judged.includes(`${at}/${key}`);
  const isText = ([key, child]: [string, Shape]) =>
    [child.type].flat().includes("string") &&
    !judged.includes(`${at}/${key}`) &&
    !child.enum &&
    child["x-format"] === undefined &&
    child["x-secret"] === undefined &&
    !child["x-unsupported"] &&
    (child.maxLength ?? text.length) >= text.length;
  const [key] = properties.find(isFree) ?? properties.find(isText) ?? [];
  if (key !== undefined) return `${at}/${key}`;
  for (const [name, below] of properties) {
    const path = freePath(below, text, rules, `${at}/${name}`);
    if (path !== undefined) return path;
  }
  return undefined;
}
