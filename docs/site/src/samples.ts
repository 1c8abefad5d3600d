import type { ExampleCatalog, Violation } from "../../../dist/examples/catalog.js";
import { withValue } from "../../../dist/examples/edit.js";
import { applyViolation, repair } from "../../../dist/examples/repair.js";
import { exampleCatalogs } from "../../../dist/generated/exampleCatalogs.js";
import { validators } from "../../../dist/generated/validators.js";

type Payload = Record<string, unknown>;
type Kind = keyof typeof validators;

const catalogOf = (kind: string) => exampleCatalogs[kind]?.() as ExampleCatalog;

const repaired = (
  payload: Payload,
  catalog: ExampleCatalog,
  violation?: Violation,
  options = violation?.options ?? {},
) => repair(payload, catalog, validators[catalog.kind as Kind].check, options, violation);

/** A direct call to a card company, with all that it asks for. */
export function sampleFor(code: string): Payload | undefined {
  const catalog = catalogOf("ksnet.v1.request-pay");
  return repaired(withValue(catalog.sample, "/card/direct/code", code), catalog);
}

/** A payload that breaks a rule alone, and the same put right. */
export function examplesOf(
  rule: string,
): { kind: string; wrong: Payload; right: Payload } | undefined {
  for (const catalog of Object.values(exampleCatalogs).map((made) => made())) {
    for (const violation of catalog.violations) {
      if (violation.rule !== rule) continue;
      const wrong = repaired(applyViolation({ ...catalog.sample }, violation), catalog, violation);
      const right = wrong && repaired(wrong, catalog, undefined, violation.options);
      if (wrong && right) return { kind: catalog.kind, wrong, right };
    }
  }
  return undefined;
}

export const written = (payload: Payload): string => JSON.stringify(payload, null, 2);
