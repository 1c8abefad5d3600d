import type { CompiledKind, Fault } from "./compiled.js";
import { inDocumentOrder } from "./documentOrder.js";
import { fixOf } from "./fix.js";
import { maskCardNumbers } from "./mask.js";
import { fillMessage } from "./message.js";
import { type Finding, settle } from "./settle.js";
import type { Diagnostic, Locale } from "./types.js";

type Words = Pick<CompiledKind, "issuer" | "labels" | "secrets">;

/** A fault found at the place that its schema names. */
export function findingOf(fault: Fault, instancePath: string): Finding {
  const { rule, severity, source, message, terms, suffix } = fault;
  const path = instancePath + suffix;
  return { rule, severity, path, source, message, fault, ...(terms && { terms }) };
}

/** Findings in words: one a fault, in the order of the payload. */
export function diagnosticsOf(
  findings: readonly Finding[],
  payload: unknown,
  compiled: Words,
  locale: Locale,
): Diagnostic[] {
  return inDocumentOrder(settle(findings), payload).map((finding) =>
    diagnosticOf(finding, payload, compiled, locale),
  );
}

function diagnosticOf(
  { rule, severity, path, source, message, fault, terms }: Finding,
  payload: unknown,
  compiled: Words,
  locale: Locale,
): Diagnostic {
  const subject = { payload, path, terms, scope: fault?.scope };
  const fix =
    fault?.fix &&
    fixOf(fault.fix, path, payload, compiled, (template) =>
      fillMessage({ template, ...subject }, compiled, locale),
    );
  return {
    rule,
    severity,
    // A key can hold a card number as well as a value can.
    path: maskCardNumbers(path),
    message: fillMessage({ template: message, ...subject }, compiled, locale),
    source: source[locale],
    ...(fix && { fix }),
  };
}
