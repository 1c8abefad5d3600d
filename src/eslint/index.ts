import type { ESLint, Rule as EslintRule, Linter } from "eslint";
import { rules as table } from "../generated/rules.js";
import { rulePage } from "../lint/rulePage.js";
import { findingsIn } from "./findings.js";

const severities = { error: "error", warning: "warn", info: "warn" } as const;

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

/**
 * ESLint plugin for flat configuration, ESLint 9 and 10: every rule of the table as a rule of ESLint, such as
 * `paylint/issuer/site-url`. `configs.recommended` switches all of them on. What the payments are for is said in
 * `settings.paylint`: see `Settings`.
 */
export default plugin;
export type { Settings } from "./settings.js";
