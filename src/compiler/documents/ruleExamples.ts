import type { Violation } from "../../examples/catalog.js";
import { repair } from "../../examples/repair.js";
import type { RuleExample } from "../../examples/ruleExample.js";
import { namedIn } from "../../examples/sampleNames.js";
import type { Rule } from "../../validator/types.js";
import { type BrokenPayload, breakBy, type KindExamples } from "../examples/brokenPayload.js";
import { kindNames } from "../kindNames.js";
import type { CodeRuleRow, Tables } from "../tables/types.js";

/** What a rule is shown by. */
export type Shown =
  | { readonly code: Pick<CodeRuleRow, "language" | "wrong" | "right"> }
  /** A text, shown without a corrected one. */
  | { readonly text: { readonly language: string; readonly code: string } }
  | ({ readonly kind: KindExamples } & BrokenPayload);

/** A way to break a rule in payloads of a kind. */
interface Break {
  readonly kind: KindExamples;
  readonly violation: Violation;
}

/** What each rule is shown by, by its id; notes are not shown. */
export function shownBy(
  { codeRules }: Tables,
  examples: readonly KindExamples[],
  rules: readonly Rule[],
): ReadonlyMap<string, Shown> {
  const breaks = breaksByRule(examples);
  const firsts = firstByRule(examples);
  const shownOf = ({ id, inText }: Rule): Shown => {
    const code = codeRules.find((one) => one.id === id);
    if (code && inText) return { code };
    const own = breaks.get(id) ?? [];
    const key = firsts.get(id);
    const first = key === undefined ? [] : own.filter((one) => keyOf(one) === key);
    for (const { kind, violation } of [...first, ...own]) {
      const broken = breakBy(kind, violation);
      if (broken.alone) return { kind, ...broken };
    }
    const texts = examples.flatMap(({ plan }) => plan.tables.rules);
    const text = texts.find((rule) => rule.id === id)?.text;
    if (text) return { text };
    // Where the rule cannot be broken alone, the payload shows more.
    const [any] = own;
    if (!any) throw new Error(`nothing shows ${id}`);
    return { kind: any.kind, ...breakBy(any.kind, any.violation) };
  };
  return new Map(rules.filter(({ note }) => !note).map((rule) => [rule.id, shownOf(rule)]));
}

/** The ways to break each rule, by its id. */
function breaksByRule(examples: readonly KindExamples[]): ReadonlyMap<string, readonly Break[]> {
  const breaks = new Map<string, Break[]>();
  for (const kind of examples) {
    for (const violation of kind.catalog.violations) {
      const known = breaks.get(violation.rule);
      if (known) known.push({ kind, violation });
      else breaks.set(violation.rule, [{ kind, violation }]);
    }
  }
  return breaks;
}

const keyOf = ({ kind, violation }: Break) =>
  `${kindNames(kind.plan.tables.row.kind).file}#${violation.path}`;

/** Where the tables ask for a rule to be shown broken, by its id: `request-pay#/amount`. */
const firstByRule = (examples: readonly KindExamples[]): ReadonlyMap<string, string> =>
  new Map(
    examples.flatMap(({ plan }) =>
      plan.tables.rules.flatMap(({ id, shown }) =>
        shown === undefined ? [] : [[id, shown] as const],
      ),
    ),
  );

/** A broken payload put right. A reader's payload serves both environments, so it is right in both. */
export function repaired({ kind, violation, payload }: { kind: KindExamples } & BrokenPayload) {
  const { store, now } = violation.options;
  const options = { ...(store && { store }), ...(now && { now }) };
  return { options, right: repair(payload, kind.catalog, kind.check, options) };
}

/** What the rules are shown by, as texts. */
export const ruleExamples = (shown: ReadonlyMap<string, Shown>): Record<string, RuleExample> =>
  Object.fromEntries([...shown].map(([id, one]) => [id, exampleOf(one)]));

function exampleOf(shown: Shown): RuleExample {
  if ("text" in shown) return { language: shown.text.language, wrong: shown.text.code };
  if ("code" in shown) {
    const { language, wrong, right } = shown.code;
    return { language, wrong, right };
  }
  const { options, right } = repaired(shown);
  const { kind, payload } = shown;
  const text = (value: unknown) => JSON.stringify(value, null, 2);
  const rulesIn = (value: unknown) =>
    JSON.stringify(kind.check(value, options).diagnostics.map(({ rule }) => rule));
  const isEnglish = [payload, right].some(
    (one) => one && rulesIn(one) !== rulesIn(namedIn("ko", one)),
  );
  return {
    language: "json",
    kind: kind.plan.tables.row.kind,
    wrong: text(payload),
    ...(right && { right: text(right) }),
    ...(isEnglish && { isEnglish }),
    ...(Object.keys(options).length > 0 && { given: options }),
  };
}
