import { generateChecks } from "../../src/compiler/emit/javascript/checks.js";
import { callable } from "../../src/compiler/emit/javascript/moduleWriter.js";
import type { ContextGroup } from "../../src/compiler/plan/contexts.js";
import type { GeneratedChecks } from "../../src/validator/compiled.js";

/** The functions of a generated module, made in memory. */
export function instantiateChecks(groups: readonly ContextGroup[]): GeneratedChecks {
  const module = generateChecks(groups, "");
  const body = module.replaceAll(/^import .*;$/gm, "").replaceAll(/^export /gm, "");
  const make = new Function(...Object.keys(callable), `${body}\nreturn { accepts, report };`);
  return make(...Object.values(callable)) as GeneratedChecks;
}
