import type { AlternativeWords, Fault, NotedFault } from "./compiled.js";
import { inDocumentOrder } from "./documentOrder.js";
import { fixOf } from "./fix.js";
import { maskCardNumbers } from "./mask.js";
import { fillMessage, type Words } from "./message.js";
import { notedFault } from "./notedFault.js";
import { valueAt } from "./pointer.js";
import { type Finding, withoutImplied } from "./precedence.js";
import type { Diagnostic, Locale, Source, Text } from "./types.js";
import { Unknown } from "./unknown.js";

/** A fault as a generated check notes it. */
export function findingIn(faults: readonly Fault[], noted: NotedFault): Finding {
  const { fault, path } = notedFault(faults, noted);
  const { rule, severity, sources, message, terms } = fault;
  return { rule, severity, path, sources, message, fault, terms };
}

/** Findings in words: one a fault, in the order of the payload. */
export function diagnosticsOf(
  findings: readonly Finding[],
  payload: unknown,
  compiled: Words,
  locale: Locale,
): Diagnostic[] {
  return inDocumentOrder(withoutImplied(findings), payload).map((finding) =>
    diagnosticOf(finding, payload, compiled, locale),
  );
}

/** The words for a value, where a rule has others for it. */
function variantFor(
  variants: readonly AlternativeWords[],
  value: unknown,
): AlternativeWords | undefined {
  return variants.find(({ when, has = "" }) => {
    if (when === "absent") return value === undefined;
    if (value instanceof Unknown) return when === "text" && value.types?.join() === "string";
    if (when === "text") return typeof value === "string";
    return typeof value === "object" && value !== null && Object.hasOwn(value, has);
  });
}

/** What a diagnostic says of where its fact is written. */
export function cited(
  sources: readonly Source[],
  locale: Locale,
): Pick<Diagnostic, "source" | "sources"> {
  const told = sources.map(({ title, url }) => ({ title: title[locale], ...(url && { url }) }));
  return { source: told[0]?.title ?? "", sources: told };
}

function diagnosticOf(
  { rule, severity, path, sources, message, fault, terms }: Finding,
  payload: unknown,
  compiled: Words,
  locale: Locale,
): Diagnostic {
  const fill = (template: Text) =>
    fillMessage({ template, payload, path, terms, fault }, compiled, locale);
  const variant = fault?.variants && variantFor(fault.variants, valueAt(payload, path));
  const recipe = variant?.fix ?? fault?.fix;
  const fix = recipe && fixOf(recipe, path, payload, compiled, fill);
  return {
    rule,
    severity,
    // A key that no document lists can hold a card number as well as a value can.
    path: fault ? path : maskCardNumbers(path),
    message: fill(variant?.message ?? message),
    ...cited(sources, locale),
    ...(fix && { fix }),
  };
}
