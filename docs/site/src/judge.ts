import { guessEnding } from "../../../dist/extract/guessFormat.js";
import { lintText } from "../../../dist/lint/browser.js";
import type { LintResult } from "../../../dist/lint/types.js";
import type { CheckOptions } from "../../../dist/validator/types.js";

/** What a text does not say itself. */
export interface Assumed {
  /** Kind of an object that is by itself. */
  readonly kind: string;
  /** Gateway of the calls that do not say their own; none where it is empty. */
  readonly gateway: string;
}

/** Endings under which a text is read more generously than its looks ask for: as TypeScript, as an object of code. */
const generous: Readonly<Record<string, string>> = { ".js": ".ts", ".json": ".json5" };

/** Lints a text as the command does: each call as its own gateway's, and as the assumed one's only where it says none. */
export async function findingsIn(
  text: string,
  { kind, gateway }: Assumed,
  options: CheckOptions,
): Promise<LintResult> {
  const guessed = guessEnding(text);
  const filename = `payload${generous[guessed] ?? guessed}`;
  return lintText(text, { ...options, filename, kind, ...(gateway && { gateway }) });
}
