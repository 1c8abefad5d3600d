/**
 * The plugin for ESLint 9 and 10. ESLint is a peer dependency.
 * @module
 */

import type { ESLint, Rule as EslintRule, Linter } from "eslint";
import { rules as allRules } from "../generated/rules.js";
import { rulePage } from "../lint/findings/rulePage.js";
import { findingsIn } from "./findings.js";

const severities = { error: "error", warning: "warn", info: "warn" } as const;

/** A note is a rule that no text and no payload shows, so ESLint has nothing to report of it. */
const table = allRules.filter(({ note }) => !note);

const rules: Record<string, EslintRule.RuleModule> = Object.fromEntries(
  table.map(({ id, name }) => [
    id,
    {
      meta: {
        type: "problem",
        docs: { description: name.en, recommended: true, url: rulePage(id, "en") },
        fixable: "code",
        hasSuggestions: true,
        schema: [],
      },
      create: (context) => ({
        Program() {
          for (const finding of findingsIn(context)) {
            if (finding.rule === id) context.report(finding.report);
          }
        },
      }),
    } satisfies EslintRule.RuleModule,
  ]),
);

/**
 * The plugin for a flat configuration. Each rule of paylint that can report something is a rule of ESLint, such as
 * `paylint/issuer/site-url`, with fixes and suggestions. `configs.recommended` switches all rules on. `settings.paylint` says what the payments are for; see
 * {@link Settings}. A key or a value of the settings that is not known makes the rules throw an `Error`.
 * @example
 * ```ts
 * import { Linter } from "eslint";
 * import paylint from "paylint/eslint";
 *
 * const linter = new Linter();
 * const settings = { paylint: { gateway: "ksnet" } };
 * const code = `IMP.request_pay({ pay_method: "card", amount: "9900" });`;
 * const found = linter.verify(code, [paylint.configs.recommended, { settings }]);
 * console.log(found.filter(({ severity }) => severity === 2).map(({ ruleId, line }) => `${line} ${ruleId}`));
 * ```
 *
 * ```text
 * [
 *   '1 paylint/shape/required',
 *   '1 paylint/shape/required',
 *   '1 paylint/shape/required',
 *   '1 paylint/checkout/redirect-url',
 *   '1 paylint/tax/tax-free',
 *   '1 paylint/shape/type'
 * ]
 * ```
 */
const plugin = {
  meta: { name: "paylint", namespace: "paylint" },
  rules,
  configs: {} as { recommended: Linter.Config },
} satisfies ESLint.Plugin;

plugin.configs.recommended = {
  name: "paylint/recommended",
  plugins: { paylint: plugin },
  rules: Object.fromEntries(
    table.map(({ id, severity }) => [`paylint/${id}`, severities[severity]]),
  ),
};

export default plugin;
export type { Settings } from "./settings.js";
