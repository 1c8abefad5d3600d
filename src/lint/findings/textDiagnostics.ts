import type { FaultAnywhere } from "../../validator/compiled.js";
import { cited } from "../../validator/diagnostics.js";
import { maskCardNumbers } from "../../validator/mask.js";
import { fillMessage } from "../../validator/message.js";
import type { CheckOptions, Diagnostic, Text } from "../../validator/types.js";
import type { TextFaults } from "./textFaults.js";

type Words = Pick<CheckOptions, "locale">;

/** A text belongs to no gateway; where its messages name one, the compiler has filled it in. */
const noGateway: Text = { en: "", ko: "" };

/** A diagnostic of what no payload shows. */
export function textDiagnostic(
  { rule, severity, message, sources }: FaultAnywhere,
  terms: Readonly<Record<string, string>>,
  { locale = "en" }: Words,
  path = "",
): Diagnostic {
  const words = { gateway: noGateway, issuer: null, labels: {}, secrets: {} };
  const filled = fillMessage({ template: message, payload: undefined, path, terms }, words, locale);
  // A key of the text can hold a card number as well as a value can.
  const shown = maskCardNumbers(path);
  return { rule, severity, path: shown, message: filled, ...cited(sources, locale) };
}

/** The finding for a comment that suppresses none of the rules it names, or nothing at all. */
export const unusedSuppression = (
  textFaults: TextFaults,
  options: Words,
  rules: readonly string[],
): Diagnostic =>
  textDiagnostic(textFaults.unusedSuppression, { rules: rules.join(", ") || "*" }, options);

/** What is said of blanks that end a command. Only the text can be fixed, so the fix has no edits of the payload. */
export const continuationDiagnostic = ({ continuation }: TextFaults, options: Words): Diagnostic =>
  withTextFix(continuation, options, "");

/** What is said of a duplicate key. Only the text can be fixed, so the fix has no edits of the payload. */
export const duplicateKeyDiagnostic = (
  { duplicateKey }: TextFaults,
  options: Words,
  path: string,
): Diagnostic => withTextFix(duplicateKey, options, path);

function withTextFix(
  fault: FaultAnywhere & { readonly fix: Text },
  options: Words,
  path: string,
): Diagnostic {
  const { message: title } = textDiagnostic({ ...fault, message: fault.fix }, {}, options, path);
  return { ...textDiagnostic(fault, {}, options, path), fix: { title, safe: true, edits: [] } };
}
