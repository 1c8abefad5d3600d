import { topSeverity } from "../validator/severity.js";
import type { Diagnostic, Locale } from "../validator/types.js";

const words = {
  en: {
    severity: { error: "error", warning: "warning", info: "info" },
    found: (count: number) => (count === 1 ? "1 finding" : `${count} findings`),
  },
  ko: {
    severity: { error: "오류", warning: "경고", info: "정보" },
    found: (count: number) => `${count}건`,
  },
} as const;

/** The console's function for the most severe finding. */
const functions = { error: "error", warning: "warn", info: "info" } as const;

/** Tells the console what is wrong with a call. The messages hold no card data, and the payload is not shown. */
export function tell(
  name: string,
  kind: string,
  diagnostics: readonly Diagnostic[],
  locale: Locale,
): void {
  if (diagnostics.length === 0) return;
  const severity = topSeverity(diagnostics.map((found) => found.severity));
  const text = words[locale];
  const lines = diagnostics.map(
    (one) => `  ${text.severity[one.severity]} ${one.rule}  ${one.message}`,
  );
  const head = `paylint: ${name} (${kind}): ${text.found(diagnostics.length)}`;
  console[functions[severity]]([head, ...lines].join("\n"));
}
