import type { Violation } from "../../examples/catalog.js";
import { repair } from "../../examples/repair.js";
import type { Locale, Rule } from "../../validator/types.js";
import { type BrokenPayload, breakBy, type KindExamples } from "../examples/vectors.js";
import { kindNames } from "../kindNames.js";
import type { CodeRuleRow, Tables } from "../tables/types.js";
import { anchor, escapeMarkdown, json, links } from "./markdown.js";

const words = {
  en: {
    notice: "Generated from `schemas/` by `npm run generate`. Do not edit.",
    title: "Rules",
    matrix: "Gateways and card companies",
    matrixIntro:
      "What each gateway and card company asks for is in [gateways](gateways/README.md), as tables and pictures.",
    wrong: (kind: string) => `Wrong, as \`${kind}\``,
    right: "Right",
    disagree: "Where the sources disagree",
    counts: "counts",
    about: "about",
    textOnly:
      "The fault is in the source text, not in the payload, so the command line, ESLint and the playground find it:",
    inCode: "Found in source code:",
    source: "Source",
    severity: { error: "error", warning: "warning", info: "info" },
    context: (context: string) => `Shown with \`${context}\`.`,
  },
  ko: {
    notice: "`schemas/`에서 `npm run generate`로 만든 문서이므로 직접 수정하지 마세요.",
    title: "규칙",
    matrix: "PG사와 카드사",
    matrixIntro:
      "PG사와 카드사별 조건은 [PG사 문서](gateways/README.ko.md)에 표와 그림으로 있습니다.",
    wrong: (kind: string) => `잘못된 예(\`${kind}\`)`,
    right: "올바른 예",
    disagree: "출처가 서로 다른 내용",
    counts: "적용",
    about: "대상",
    textOnly: "값이 아니라 소스 코드에 있는 문제이므로 CLI와 ESLint, 플레이그라운드에서 찾습니다.",
    inCode: "소스 코드에서 찾습니다.",
    source: "출처",
    severity: { error: "오류", warning: "경고", info: "정보" },
    context: (context: string) => `\`${context}\` 조건에서 확인한 예입니다.`,
  },
};

/** `docs/rules.md` in one language: where the gateways are described, then a section a rule. */
export function documentRules(
  locale: Locale,
  { codeRules }: Tables,
  examples: readonly KindExamples[],
  rules: readonly Rule[],
): string {
  const text = words[locale];
  const shown = {
    ...{ examples, codeRules },
    ...{ breaks: breaksByRule(examples), places: placesByRule(examples) },
  };
  return `${[
    `<!-- ${text.notice} -->`,
    `# ${text.title}`,
    `## ${text.matrix}`,
    text.matrixIntro,
    rules
      .map(({ id, name }) => `- [${id}](${anchor(id)}): ${escapeMarkdown(name[locale])}`)
      .join("\n"),
    ...rules.flatMap((rule) => section(rule, shown, locale)),
  ].join("\n\n")}\n`;
}

/** Where examples are taken from. */
interface Shown {
  readonly examples: readonly KindExamples[];
  readonly breaks: ReadonlyMap<string, readonly Break[]>;
  /** Where the tables ask for a rule to be shown broken, by its id: `request-pay#/amount`. */
  readonly places: ReadonlyMap<string, string>;
  readonly codeRules: readonly CodeRuleRow[];
}

/** A way to break a rule in payloads of a kind. */
interface Break {
  readonly kind: KindExamples;
  readonly violation: Violation;
}

/** A payload that breaks the rule, or a text that does. */
function exampleOf(
  rule: Rule,
  { examples, breaks, places: asked, codeRules }: Shown,
  locale: Locale,
): string[] {
  const code = codeRules.find(({ id }) => id === rule.id);
  if (code && rule.inText) return codeExample(code, locale);
  const places = breaks.get(rule.id) ?? [];
  const place = asked.get(rule.id);
  const first = place === undefined ? [] : places.filter((one) => placeOf(one) === place);
  for (const { kind, violation } of [...first, ...places]) {
    const broken = breakBy(kind, violation);
    if (broken.alone) return example(kind, broken, locale);
  }
  return [words[locale].textOnly, shownText(rule, examples)];
}

/** The ways to break each rule, by its id. */
function breaksByRule(examples: readonly KindExamples[]): Shown["breaks"] {
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

function section(rule: Rule, shown: Shown, locale: Locale): string[] {
  const text = words[locale];
  return [
    `## ${rule.id}`,
    `**${text.severity[rule.severity]}** · ${rule.name[locale]}`,
    rule.why[locale],
    ...(rule.note ? [] : exampleOf(rule, shown, locale)),
    ...disagreements(rule, locale),
    `${text.source}: ${links(rule.sources, locale)}`,
  ];
}

const codeExample = ({ wrong, right, language }: CodeRuleRow, locale: Locale): string[] => [
  words[locale].inCode,
  fenced(language, wrong),
  `${words[locale].right}:`,
  fenced(language, right),
];

const fenced = (language: string, code: string) => `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;

function disagreements(rule: Rule, locale: Locale): string[] {
  const text = words[locale];
  return rule.disagreements.flatMap(({ kinds = [], path, positions, counts, because }) => {
    const about = [...kinds, ...(path === undefined ? [] : [path])].map((one) => `\`${one}\``);
    return [
      `${text.disagree}${about.length > 0 ? ` (${text.about}: ${about.join(", ")})` : ""}:`,
      [
        ...positions.map(({ source, says }) => `- ${links([source], locale)}: ${says[locale]}`),
        `- **${text.counts}: ${counts[locale]}.** ${because[locale]}`,
      ].join("\n"),
    ];
  });
}

const placeOf = ({ kind, violation }: Break) =>
  `${kindNames(kind.plan.tables.row.kind).file}#${violation.path}`;

const placesByRule = (examples: readonly KindExamples[]): Shown["places"] =>
  new Map(
    examples.flatMap(({ plan }) =>
      plan.tables.rules.flatMap(({ id, shown }) =>
        shown === undefined ? [] : [[id, shown] as const],
      ),
    ),
  );

function shownText({ id }: Rule, examples: readonly KindExamples[]): string {
  const rules = examples.flatMap(({ plan }) => plan.tables.rules);
  const { language, code } = rules.find((rule) => rule.id === id)?.text ?? {};
  return `\`\`\`${language}\n${code}\n\`\`\``;
}

function example(
  { plan, validator, check, catalog }: KindExamples,
  { violation, payload }: BrokenPayload,
  locale: Locale,
): string[] {
  const text = words[locale];
  // A reader's payload serves both environments, so the example must be right in both.
  const { store, now } = violation.options;
  const options = { ...(store && { store }), ...(now && { now }) };
  const { diagnostics } = validator.check(payload, { ...options, locale });
  const repaired = repair(payload, catalog, check, options);
  return [
    `${text.wrong(plan.tables.row.kind)}:`,
    json(payload),
    ...diagnostics.map(({ path, message }) => `> \`${path}\` ${escapeMarkdown(message)}`),
    ...(store || now ? [text.context(JSON.stringify(options))] : []),
    ...(repaired ? [`${text.right}:`, json(repaired)] : []),
  ];
}
