import type { Locale, Rule } from "../../validator/types.js";
import type { KindExamples } from "../examples/brokenPayload.js";
import { anchor, escapeMarkdown, json, links } from "./markdown.js";
import { repaired, type Shown } from "./ruleExamples.js";

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
  rules: readonly Rule[],
  shown: ReadonlyMap<string, Shown>,
): string {
  const text = words[locale];
  return `${[
    `<!-- ${text.notice} -->`,
    `# ${text.title}`,
    `## ${text.matrix}`,
    text.matrixIntro,
    rules
      .map(({ id, name }) => `- [${id}](${anchor(id)}): ${escapeMarkdown(name[locale])}`)
      .join("\n"),
    ...rules.flatMap((rule) => section(rule, shown.get(rule.id), locale)),
  ].join("\n\n")}\n`;
}

/** A payload that breaks the rule, or a text that does. */
function exampleOf(shown: Shown, locale: Locale): string[] {
  if ("code" in shown) return codeExample(shown.code, locale);
  if ("text" in shown) {
    return [words[locale].textOnly, fenced(shown.text.language, shown.text.code)];
  }
  return example(shown, locale);
}

function section(rule: Rule, shown: Shown | undefined, locale: Locale): string[] {
  const text = words[locale];
  return [
    `## ${rule.id}`,
    `**${text.severity[rule.severity]}** · ${rule.name[locale]}`,
    rule.why[locale],
    ...(shown ? exampleOf(shown, locale) : []),
    ...disagreements(rule, locale),
    `${text.source}: ${links(rule.sources, locale)}`,
  ];
}

const codeExample = (
  { wrong, right, language }: Extract<Shown, { code: object }>["code"],
  locale: Locale,
): string[] => [
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

function example(shown: Extract<Shown, { kind: KindExamples }>, locale: Locale): string[] {
  const text = words[locale];
  const { kind, payload } = shown;
  const { options, right } = repaired(shown);
  const { diagnostics } = kind.validator.check(payload, { ...options, locale });
  return [
    `${text.wrong(kind.plan.tables.row.kind)}:`,
    json(payload),
    ...diagnostics.map(({ path, message }) => `> \`${path}\` ${escapeMarkdown(message)}`),
    ...(Object.keys(options).length > 0 ? [text.context(JSON.stringify(options))] : []),
    ...(right ? [`${text.right}:`, json(right)] : []),
  ];
}
