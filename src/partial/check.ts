import { keysAndTextsIn } from "../validator/closeLook.js";
import type { KindFacts } from "../validator/compiled.js";
import { diagnosticsOf, findingAt } from "../validator/diagnostics.js";
import type { PlaceSchema } from "../validator/form.js";
import { holds as holdsUnder, settled } from "../validator/options.js";
import { parsePointer, pointerAfter, pointerTo } from "../validator/pointer.js";
import type { Finding } from "../validator/precedence.js";
import type { CheckOptions, Context, Diagnostic } from "../validator/types.js";
import { anywhereTests } from "../validator/valueScan.js";
import { type CheckSchema, holds } from "./holds.js";

/** What is needed to check payloads of which only a part is known. */
export interface PartialKind {
  readonly facts: KindFacts;
  /** For each context the schemas with a `diagnose` keyword wherever a fault can show. */
  readonly units: readonly {
    readonly context: Context | null;
    readonly errors: CheckSchema;
    readonly advice: CheckSchema;
  }[];
  /** The places of a payload. */
  readonly shape: PlaceSchema;
}

/**
 * What is wrong with a payload whatever its unknown parts turn out to be. For a payload that is wholly known, the same as
 * the validator finds.
 */
export function checkPartial(
  { facts, units }: Pick<PartialKind, "facts" | "units">,
  payload: unknown,
  options?: CheckOptions,
): Diagnostic[] {
  const { locale, ...context } = settled(options);
  const own = units.filter((unit) => !unit.context || holdsUnder(unit.context, context));
  const findIn = (value: unknown) => {
    const found: Finding[] = [];
    for (const { errors } of own) collect(errors, value, "", facts, found);
    for (const { advice } of own) collect(advice, value, "", facts, found);
    return found;
  };
  const findings = findIn(payload);
  findings.push(...keysAndTextsIn(payload, facts, anywhereTests(facts.anywhere), findIn));
  return diagnosticsOf(findings, payload, facts, locale);
}

const depthOf = (path: string) => parsePointer(path).length;

function collect(
  schema: CheckSchema,
  value: unknown,
  path: string,
  facts: PartialKind["facts"],
  findings: Finding[],
): void {
  const below = (inner: unknown, of: unknown, at: string) =>
    collect(inner as CheckSchema, of, at, facts, findings);
  const marks = (schema.diagnose ?? []) as { fault: number; of: CheckSchema }[];
  for (const { fault, of } of marks) {
    const known = facts.faults[fault];
    if (known && holds(of, value) === false)
      findings.push(findingAt(known, path + pointerAfter(depthOf(path), known.path)));
  }
  for (const one of (schema.allOf ?? []) as unknown[]) below(one, value, path);
  if (schema.if && holds(schema.if as CheckSchema, value)) below(schema.then, value, path);
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    if (schema.items)
      for (const [index, item] of value.entries()) below(schema.items, item, `${path}/${index}`);
    return;
  }
  for (const [key, inner] of Object.entries((schema.properties ?? {}) as object)) {
    const child = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    if (child !== undefined) below(inner, child, path + pointerTo([key]));
  }
}
