import type { LintDiagnostic } from "../../../dist/lint/types.js";
import { button, element, ruleAddress } from "./page.js";
import { say } from "./words.js";

/** What a reader can do with a finding. */
export interface FindingActions {
  readonly show: (diagnostic: LintDiagnostic) => void;
  readonly fix: (diagnostic: LintDiagnostic) => void;
}

/** A finding, with what can be done about it. */
export function findingItem(diagnostic: LintDiagnostic, actions: FindingActions): HTMLLIElement {
  const { severity, rule, message, sources, range, textFix } = diagnostic;
  return element(
    "li",
    { class: severity },
    element(
      "p",
      {},
      element("strong", {}, say(severity)),
      " ",
      element("a", { href: ruleAddress(rule) }, rule),
      " ",
      element(
        "span",
        { class: "place" },
        say("line").replace("{line}", `${range.line}`).replace("{column}", `${range.column}`),
      ),
    ),
    element("p", {}, message),
    element(
      "p",
      { class: "source" },
      `${say("source")}: `,
      ...sources.flatMap(({ title, url }, index) => [
        index > 0 ? ", " : "",
        url ? element("a", { href: url }, title) : title,
      ]),
    ),
    element(
      "p",
      { class: "buttons" },
      button(say("show"), () => actions.show(diagnostic)),
      ...(textFix
        ? [button(`${say("fix")}: ${textFix.title}`, () => actions.fix(diagnostic), "main")]
        : []),
    ),
  );
}
