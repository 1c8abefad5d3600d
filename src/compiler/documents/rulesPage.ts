import { repair } from "../../examples/repair.js";
import type { Locale, Rule } from "../../validator/types.js";
import type { BrokenPayload, KindExamples } from "../examples/vectors.js";
import { kindNames } from "../kindNames.js";
import type { CodeRuleRow, IssuerTable, Tables } from "../tables/types.js";
import { hasCells, issuerMatrix } from "./issuerMatrix.js";
import { escapeMarkdown, json, links, table } from "./markdown.js";

const words = {
  en: {
    notice: "Generated from `schemas/` by `npm run generate`; not to be edited.",
    title: "Rules",
    matrix: "Issuers",
    matrixIntro:
      "What each card company asks for when it is called directly. Amounts are in won; – is nothing.",
    picture: "The table as a picture",
    wrong: (kind: string) => `Wrong, as \`${kind}\``,
    right: "Right",
    disagree: "Where the sources disagree",
    counts: "counts",
    about: "about",
    textOnly: "The fault is in the text, not in the payload, so only the command line finds it:",
    inCode: "Found in source code:",
    source: "Source",
    severity: { error: "error", warning: "warning", info: "info" },
    context: (context: string) => `Shown with \`${context}\`.`,
  },
  ko: {
    notice: "`schemas/`에서 `npm run generate`로 만든 문서이므로 직접 고치지 않습니다.",
    title: "규칙",
    matrix: "카드사",
    matrixIntro:
      "카드사 다이렉트 호출 시 카드사별로 필요한 값입니다. 금액 단위는 원이며, –는 조건이 없다는 뜻입니다.",
    picture: "표를 그림으로 보기",
    wrong: (kind: string) => `잘못된 예(\`${kind}\`)`,
    right: "올바른 예",
    disagree: "출처가 서로 다른 내용",
    counts: "적용",
    about: "대상",
    textOnly: "값이 아니라 원문에 있는 문제이므로 명령줄에서만 찾습니다.",
    inCode: "소스 코드에서 찾습니다.",
    source: "출처",
    severity: { error: "오류", warning: "경고", info: "정보" },
    context: (context: string) => `\`${context}\` 조건에서 확인한 예입니다.`,
  },
};

/** `docs/rules.md` in one language: the issuer matrix, then a section a rule. */
export function documentRules(
  locale: Locale,
  { kinds, codeRules }: Tables,
  examples: readonly KindExamples[],
  rules: readonly Rule[],
): string {
  const text = words[locale];
  const matrices = kinds.flatMap(({ row, issuers }) =>
    row.issuer && hasCells(issuers)
      ? [
          `### ${row.title[locale]}`,
          text.matrixIntro,
          matrix(issuers, locale),
          `![${text.picture}](${pictureOf(row.kind.split(".")[0] as string, locale)})`,
        ]
      : [],
  );
  return `${[
    `<!-- ${text.notice} -->`,
    `# ${text.title}`,
    `## ${text.matrix}`,
    ...matrices,
    ...rules.flatMap((rule) => section(rule, { examples, codeRules }, locale)),
  ].join("\n\n")}\n`;
}

/** File name of the picture of a gateway's issuers. */
export const pictureOf = (gateway: string, locale: Locale): string =>
  `issuers.${gateway}.${locale}.svg`;

function matrix(issuers: IssuerTable, locale: Locale): string {
  const { head, rows } = issuerMatrix(issuers, locale);
  return table(
    head,
    rows.map((cells) => cells.map(({ text }) => text)),
  );
}

/** Where examples are taken from. */
interface Shown {
  readonly examples: readonly KindExamples[];
  readonly codeRules: readonly CodeRuleRow[];
}

/** A payload that breaks the rule, or a text that does. */
function exampleOf(rule: Rule, { examples, codeRules }: Shown, locale: Locale): string[] {
  const code = codeRules.find(({ id }) => id === rule.id);
  if (code && rule.inText) return codeExample(code, locale);
  const found = examples
    .flatMap(({ broken, ...kind }) => broken.map((one) => ({ ...kind, ...one })))
    .filter(({ violation, alone }) => violation.rule === rule.id && alone)
    .sort((left, right) => Number(isShown(right, rule)) - Number(isShown(left, rule)))[0];
  return found ? example(found, locale) : [words[locale].textOnly, shownText(rule, examples)];
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

/** Whether this is the break that the rule's row asks the documents to show. */
function isShown({ plan, violation }: Pick<KindExamples, "plan"> & BrokenPayload, rule: Rule) {
  const { row, rules } = plan.tables;
  const place = `${kindNames(row.kind).file}#${violation.path}`;
  return rules.some(({ id, shown }) => id === rule.id && shown === place);
}

function shownText({ id }: Rule, examples: readonly KindExamples[]): string {
  const rules = examples.flatMap(({ plan }) => plan.tables.rules);
  const { language, code } = rules.find((rule) => rule.id === id)?.text ?? {};
  return `\`\`\`${language}\n${code}\n\`\`\``;
}

function example(
  { plan, validator, catalog, violation, payload }: Omit<KindExamples, "broken"> & BrokenPayload,
  locale: Locale,
): string[] {
  const text = words[locale];
  // A reader's payload serves both environments, so the example must be right in both.
  const { store } = violation.options;
  const options = store ? { store } : {};
  const { diagnostics } = validator.check(payload, { ...options, locale });
  const repaired = repair(payload, catalog, validator.check, options);
  return [
    `${text.wrong(plan.tables.row.kind)}:`,
    json(payload),
    ...diagnostics.map(({ path, message }) => `> \`${path}\` ${escapeMarkdown(message)}`),
    ...(store ? [text.context(JSON.stringify({ store }))] : []),
    ...(repaired ? [`${text.right}:`, json(repaired)] : []),
  ];
}
