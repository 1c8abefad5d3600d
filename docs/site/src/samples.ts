import { applyViolation, repair } from "../../../dist/examples/repair.js";
import { exampleCatalogs } from "../../../dist/generated/exampleCatalogs.js";
import { rules } from "../../../dist/generated/rules.js";
import { loadValidator } from "../../../dist/loadValidator.js";

type Payload = Record<string, unknown>;

/** A payload that breaks a rule alone, and the same put right. */
export async function examplesOf(
  id: string,
): Promise<{ kind: string; wrong: Payload; right: Payload } | undefined> {
  const rule = rules.find((one) => one.id === id);
  for (const kind of Object.keys(rule?.kinds ?? {})) {
    const catalog = exampleCatalogs[kind]?.();
    const violations = catalog?.violations.filter((one) => one.rule === id) ?? [];
    if (!catalog || violations.length === 0) continue;
    const { check } = await loadValidator(kind);
    for (const violation of violations) {
      const { options } = violation;
      const broken = applyViolation({ ...catalog.sample }, violation);
      const wrong = repair(broken, catalog, check, options, violation);
      const right = wrong && repair(wrong, catalog, check, options);
      if (wrong && right) return { kind, wrong, right };
    }
  }
  return undefined;
}
