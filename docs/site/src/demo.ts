import { applyFixes } from "../../../dist/lint/edits/applyFixes.js";
import type { LintDiagnostic } from "../../../dist/lint/types.js";
import { coloured } from "./code.js";
import { findingsIn } from "./judge.js";
import { fragmentOf, type Shared } from "./link.js";
import { addressOf, button, element, ruleAddress } from "./page.js";
import { locale, say } from "./words.js";

/** Where the example of the first page is shown. */
export interface DemoPlaces {
  readonly code: HTMLElement;
  readonly found: HTMLElement;
  readonly actions: HTMLElement;
}

/** Lints the example for real, with the linter that the playground has, and shows what is found. */
export async function showDemo(example: Shared, places: DemoPlaces): Promise<void> {
  const { diagnostics } = await findingsIn(example.code, example, { locale });
  const marked = diagnostics
    .map(({ range: { start, end }, severity }) => ({ start, end, severity }))
    .sort((one, other) => one.start - other.start);
  places.code.replaceChildren(...coloured(example.code.trimEnd(), marked));
  places.found.replaceChildren(...diagnostics.map(finding));
  const { text, applied } = applyFixes(example.code, diagnostics, { unsafe: false });
  const fix = button(
    say("fixSafely").replace("{count}", String(applied.length)),
    () => void showDemo({ ...example, code: text }, places),
    "main",
  );
  const open = addressOf("playground", fragmentOf(example) ?? "");
  places.actions.replaceChildren(
    ...(applied.length > 0 ? [fix] : []),
    element("a", { href: open }, say("openHere")),
  );
}

const finding = ({ range, rule, message, severity }: LintDiagnostic): HTMLElement =>
  element(
    "li",
    { class: severity },
    element(
      "p",
      {},
      element("span", { class: "place" }, `${range.line}`),
      " ",
      element("a", { href: ruleAddress(rule) }, rule),
    ),
    element("p", {}, message),
  );
