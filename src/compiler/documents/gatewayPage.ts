import type { Locale, Source, Text } from "../../validator/types.js";
import { citeSources } from "../plan/citeSources.js";
import type { FaultPlan, KindPlan } from "../plan/fault.js";
import type { GatewayRow } from "../tables/types.js";
import { beyond } from "./beyond.js";
import { conditionWords } from "./conditionWords.js";
import { faultWords } from "./faultWords.js";
import { methodsOf } from "./gatewayMatrices.js";
import { issuerMatrix } from "./issuerMatrix.js";
import {
  type KindDocuments,
  keyTable,
  kindNotes,
  kindSample,
  kindSummary,
  neutralOf,
} from "./kindsPage.js";
import { anchor, escapeMarkdown, keyPath, matrixTable, table } from "./markdown.js";
import type { PictureWords } from "./matrixPicture.js";
import { topicOf, topics } from "./requirementTopics.js";

const words = {
  en: {
    notice: "Generated from `schemas/` by `npm run generate`. Do not edit.",
    index: "All gateways",
    code: "code",
    bypass: "Bypass keys",
    superseded: (code: string) => `For new contracts, \`${code}\` replaces this code.`,
    methods: "Payment methods",
    keys: "Keys that differ from PortOne's own",
    topics: {
      general: "Requirements",
      method: "By payment method",
      company: "By card company",
      installment: "Installments",
    },
    head: ["when", "what paylint reports", "severity", "rule", "source"],
    always: "always",
    severity: { error: "error", warning: "warning", info: "info" },
    lifted: "Not required here, unlike in PortOne's own rules",
    milder: "Less strict than PortOne's own rules",
    companies: "Card companies",
    picture: "The table as a picture",
    rest: (base: string) => `All other keys and rules are those of ${base}.`,
    sources: "Sources",
    rulesPage: "rules.md",
    ending: "md",
    payload: "the payload",
    pictureTitle: (gateway: string) => `What each card company asks for, ${gateway}`,
    pictureOf: "A row a card company, a column a requirement of its direct call.",
  },
  ko: {
    notice: "`schemas/`에서 `npm run generate`로 만든 문서이므로 직접 수정하지 마세요.",
    index: "전체 PG사",
    code: "코드",
    bypass: "bypass 키",
    superseded: (code: string) => `신규 계약에서는 이 코드 대신 \`${code}\`를 사용합니다.`,
    methods: "결제수단",
    keys: "포트원 공통 요청과 다른 키",
    topics: {
      general: "필요한 값과 조건",
      method: "결제수단별 조건",
      company: "카드사별 조건",
      installment: "할부",
    },
    head: ["조건", "paylint가 보고하는 내용", "심각도", "규칙", "출처"],
    always: "항상",
    severity: { error: "오류", warning: "경고", info: "정보" },
    lifted: "포트원 공통 규칙과 달리 적용되지 않는 조건",
    milder: "포트원 공통 규칙보다 완화된 조건",
    companies: "카드사",
    picture: "표를 그림으로 보기",
    rest: (base: string) => `그 밖의 키와 규칙은 ${base} 문서와 같습니다.`,
    sources: "출처",
    rulesPage: "rules.ko.md",
    ending: "ko.md",
    payload: "결제 데이터",
    pictureTitle: (gateway: string) => `카드사별 필요한 값: ${gateway}`,
    pictureOf: "행은 카드사, 열은 카드사 다이렉트 호출의 조건입니다.",
  },
};

/** File name of the picture of what a kind asks of each card company. */
export const pictureOf = (kind: string, locale: Locale): string =>
  `issuers.${kind.split(".").slice(0, 2).join(".")}.${locale}.svg`;

/** What the picture is called. */
export const issuerPictureWords = (gateway: Text, locale: Locale): PictureWords => ({
  title: words[locale].pictureTitle(gateway[locale]),
  description: words[locale].pictureOf,
});

/** The page of a gateway code in one language: its kinds, each with what differs from PortOne's own. */
export function documentGateway(
  codes: readonly GatewayRow[],
  plans: readonly KindPlan[],
  shared: KindDocuments,
  locale: Locale,
): string {
  const text = words[locale];
  const cited = new References();
  const [{ name }] = codes as [GatewayRow];
  const sections = plans.flatMap((plan) => kindSection(plan, shared, cited, locale));
  const parts = [
    `<!-- ${text.notice} -->`,
    `# ${name[locale]}`,
    `[${text.index}](README.${text.ending})`,
    codes.map((one) => aboutCode(one, locale)).join("\n"),
    plans
      .map(({ tables: { row } }) => `- [${row.kind}](${anchor(row.kind)}): ${row.title[locale]}`)
      .join("\n"),
    ...sections,
    `## ${text.sources}`,
    cited.list(locale),
  ];
  return `${parts.join("\n\n")}\n`;
}

function aboutCode({ code, version, bypass, supersededBy }: GatewayRow, locale: Locale): string {
  const text = words[locale];
  return [
    `- ${version.toUpperCase()} ${text.code}: \`${code}\``,
    ...(bypass.length > 0
      ? [`${text.bypass}: ${bypass.map((key) => `\`${key}\``).join(", ")}`]
      : []),
    ...(supersededBy ? [text.superseded(supersededBy)] : []),
  ].join(". ");
}

function kindSection(
  plan: KindPlan,
  shared: KindDocuments,
  cited: References,
  locale: Locale,
): string[] {
  const text = words[locale];
  const { tables } = plan;
  const base = neutralOf(plan, shared);
  const { added, lifted, milder } = beyond(plan, base);
  const methods = methodsOf(plan, base);
  const keys = keyTable(plan, locale, shared);
  const companies = issuerMatrix(tables, locale);
  cited.add(citeSources(tables.row.source, shared.sources));
  return [
    `## ${tables.row.kind}`,
    ...kindSummary(plan, locale),
    ...(methods ? [`${text.methods}: ${methods.map((method) => `\`${method}\``).join(", ")}`] : []),
    ...topics.flatMap((topic) => {
      const rows = requirements(
        added.filter((fault) => topicOf(fault, tables.row) === topic),
        plan,
        cited,
        locale,
      );
      return rows.length > 0 ? [`### ${text.topics[topic]}`, table(text.head, rows)] : [];
    }),
    ...(companies
      ? [
          `### ${text.companies}`,
          matrixTable(companies),
          `![${text.picture}](${pictureOf(tables.row.kind, locale)})`,
        ]
      : []),
    ...pathList(text.lifted, lifted, locale),
    ...pathList(text.milder, milder, locale),
    ...(keys.length > 0 ? [`### ${text.keys}`, ...keys] : []),
    ...kindNotes(plan, locale, shared),
    ...kindSample(plan, locale),
    ...(base ? [text.rest(baseLink(base.tables.row.kind, locale))] : []),
  ];
}

const baseLink = (kind: string, locale: Locale) =>
  `[${kind}](../kinds/${kind.split(".").slice(0, 2).join(".")}.${words[locale].ending}${anchor(kind)})`;

/** A row for the faults that are said alike, under one condition. */
function requirements(
  faults: readonly FaultPlan[],
  { tables }: KindPlan,
  cited: References,
  locale: Locale,
): string[][] {
  const text = words[locale];
  const rows = new Map<string, { paths: Set<string>; fault: FaultPlan; when: string }>();
  for (const one of faults) {
    const when = conditionWords(one.from ?? {}, one.context, tables, locale);
    const { rule, severity, message, terms, sources } = one.fault;
    const key = JSON.stringify([when, rule, severity, message, terms, sources]);
    const known = rows.get(key);
    if (known) known.paths.add(one.fault.path);
    else rows.set(key, { paths: new Set([one.fault.path]), fault: one, when });
  }
  return [...rows.values()].map(({ paths, fault: { fault }, when }) => [
    when || text.always,
    faultWords(fault, [...paths], tables, locale),
    text.severity[fault.severity],
    ruleLink(fault.rule, locale),
    cited.add(fault.sources),
  ]);
}

const ruleLink = (rule: string, locale: Locale) =>
  `[${rule}](../${words[locale].rulesPage}${anchor(rule)})`;

/** A list of rules with the keys that they are about. */
function pathList(title: string, faults: readonly FaultPlan[], locale: Locale): string[] {
  const byRule = new Map<string, Set<string>>();
  for (const { fault } of faults) {
    byRule.set(fault.rule, (byRule.get(fault.rule) ?? new Set()).add(fault.path));
  }
  const lines = [...byRule].map(
    ([rule, paths]) =>
      `- ${ruleLink(rule, locale)}: ${[...paths].map((path) => (path === "" ? words[locale].payload : `\`${keyPath(path)}\``)).join(", ")}`,
  );
  return lines.length > 0 ? [`### ${title}`, lines.join("\n")] : [];
}

/** The sources that a page cites, numbered in the order in which it does. */
class References {
  readonly #numbers = new Map<string, { number: number; source: Source }>();

  /** Marks in the text for sources. */
  add(sources: readonly Source[]): string {
    return sources
      .map((source) => {
        const key = source.title.en;
        const known = this.#numbers.get(key) ?? { number: this.#numbers.size + 1, source };
        this.#numbers.set(key, known);
        return source.url ? `[${known.number}](${source.url})` : String(known.number);
      })
      .join(" ");
  }

  list(locale: Locale): string {
    return [...this.#numbers.values()]
      .map(({ number, source: { title, url } }) => {
        const words = escapeMarkdown(title[locale]);
        return `${number}. ${url ? `[${words}](${url})` : words}`;
      })
      .join("\n");
  }
}
