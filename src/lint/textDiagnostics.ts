import type { FaultAnywhere } from "../validator/compiled.js";
import { cited } from "../validator/diagnostics.js";
import { fillMessage } from "../validator/message.js";
import type { Diagnostic, Locale } from "../validator/types.js";
import type { TextFaults } from "./textFaults.js";

/** A diagnostic of what no payload shows. */
export function textDiagnostic(
  { rule, severity, message, sources }: FaultAnywhere,
  terms: Readonly<Record<string, string>>,
  { locale = "en" }: { readonly locale?: Locale },
  path = "",
): Diagnostic {
  const words = { issuer: null, labels: {}, secrets: {} };
  const filled = fillMessage({ template: message, payload: undefined, path, terms }, words, locale);
  return { rule, severity, path, message: filled, ...cited(sources, locale) };
}

/** What is said of a comment that suppresses nothing of these rules, or nothing at all. */
export const unusedSuppression = (
  textFaults: TextFaults,
  options: { readonly locale?: Locale },
  rules: readonly string[],
): Diagnostic =>
  textDiagnostic(textFaults.unusedSuppression, { rules: rules.join(", ") || "*" }, options);

/** What is said of a key given twice; only the text can be mended, so the fix has no edits of the payload. */
export function duplicateKey(
  { duplicateKey }: TextFaults,
  options: { readonly locale?: Locale },
  path: string,
): Diagnostic {
  const diagnostic = textDiagnostic(duplicateKey, {}, options, path);
  const { message: title } = textDiagnostic(
    { ...duplicateKey, message: duplicateKey.fix },
    {},
    options,
    path,
  );
  return { ...diagnostic, fix: { title, safe: true, edits: [] } };
}
