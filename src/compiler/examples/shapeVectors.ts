import type { Violation } from "../../examples/catalog.js";
import { applyViolation } from "../../examples/repair.js";
import { parsePointer } from "../../validator/pointer.js";
import type { BareDiagnostic, CheckOptions } from "../../validator/types.js";
import { breakBy, type KindExamples } from "./brokenPayload.js";

/** A payload that several violations of one rule have broken in the same way. */
interface BrokenTogether {
  readonly rule: string;
  /** `missing`, `mistyped` … */
  readonly is: string;
  readonly paths: readonly string[];
  readonly options: CheckOptions;
  readonly payload: Record<string, unknown>;
}

/** Keys at which one way to break one rule is shown; the emitted schema says the rest. */
const mostKeys = 12;

/**
 * Payloads that show violations of the bare shape: in each as many of one rule, one way and one severity as are all found
 * there, with nothing else. Of each key of a payload one place is shown.
 */
export function breakTogether(
  violations: readonly Violation[],
  { catalog, check }: Pick<KindExamples, "catalog" | "check">,
): BrokenTogether[] {
  const ways = new Map<string, { broken: BrokenTogether; found: readonly BareDiagnostic[] }[]>();
  const shown = new Map<string, Set<string>>();
  for (const violation of violations) {
    const { rule, path, name, options } = violation;
    const [is = ""] = name.split(" ", 1);
    const way = JSON.stringify([rule, is, options]);
    const [key = ""] = parsePointer(path);
    const keys = shown.get(way) ?? new Set();
    shown.set(way, keys);
    if (keys.has(key) || keys.size === mostKeys) continue;
    keys.add(key);
    const payloads = ways.get(way) ?? [];
    ways.set(way, payloads);
    const joins = payloads.some(({ broken, found }, index) => {
      const payload = applyViolation({ ...broken.payload }, violation);
      const now = check(payload, options).diagnostics;
      if (!isOneMore(found, now, violation)) return false;
      const paths = [...broken.paths, path];
      payloads[index] = { broken: { ...broken, paths, payload }, found: now };
      return true;
    });
    if (joins) continue;
    const { payload } = breakBy({ catalog, check }, violation);
    const found = check(payload, options).diagnostics;
    payloads.push({ broken: { rule, is, paths: [path], options, payload }, found });
  }
  return [...ways.values()].flat().map(({ broken }) => broken);
}

/** Whether all that was found still is, and nothing more than what a violation adds, as severe as that. */
function isOneMore(
  before: readonly BareDiagnostic[],
  now: readonly BareDiagnostic[],
  { rule, path }: Violation,
): boolean {
  const has = (one: Pick<BareDiagnostic, "rule" | "path">) =>
    now.some((found) => found.rule === one.rule && found.path === one.path);
  const isAsSevere = now.every(({ severity }) => severity === now[0]?.severity);
  return now.length === before.length + 1 && before.every(has) && has({ rule, path }) && isAsSevere;
}
