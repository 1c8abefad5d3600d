import { gatewaysOf } from "../../../dist/choices.js";
import { guessEnding } from "../../../dist/extract/guessFormat.js";
import { lintText } from "../../../dist/lint/browser.js";
import type { LintDiagnostic } from "../../../dist/lint/types.js";
import type { CheckOptions } from "../../../dist/validator/types.js";

/** What is found in a text, and how many payloads were looked at. */
export interface Findings {
  readonly found: readonly LintDiagnostic[];
  readonly payloads: number;
}

/** Endings under which a text is read more generously than its looks ask for: as TypeScript, as an object of code. */
const generous: Readonly<Record<string, string>> = { ".js": ".ts", ".json": ".json5" };

/**
 * Lints an object by itself as a payload of a kind; code, a page, a document or a command as the calls in it: a call that
 * names no gateway as one of the kind's.
 */
export async function findingsIn(
  text: string,
  kind: string,
  options: CheckOptions,
): Promise<Findings> {
  const [gateway] = gatewaysOf([kind]) as [string];
  const guessed = guessEnding(text);
  const filename = `payload${generous[guessed] ?? guessed}`;
  const result = await lintText(text, { ...options, filename, kind, gateway });
  return { found: result.diagnostics, payloads: result.reports.length };
}
