import type { Locale, Rule } from "../../validator/types.js";
import { anyGateway } from "../kindNames.js";
import { citeSources } from "../plan/citeSources.js";
import type { KindPlan } from "../plan/fault.js";
import { allowedValues, shortSpellings } from "../tables/shapeAt.js";
import type { KindTables, Shape, Tables } from "../tables/types.js";
import { anchor, escapeMarkdown, json, keyPath, links, table } from "./markdown.js";

const words = {
  en: {
    notice: "Generated from `schemas/` by `npm run generate`. Do not edit.",
    title: "Payloads",
    intro:
      "Every payload that paylint checks. A gateway's page lists only what differs from PortOne's own kind of the same name.",
    neutral: (version: string) => `PortOne ${version} payloads`,
    ofNeutral: "The keys that hold at any gateway. `[]` means each item of an array.",
    rulesPage: "rules.md",
    head: ["key", "type", "needed", "limits", "meaning"],
    calls: "Call",
    yes: "yes",
    oneOf: (keys: string) => `one of ${keys}`,
    unsupported: "not supported",
    deprecated: "deprecated",
    removed: "no longer returned",
    atMost: (length: number) => `at most ${length} characters`,
    from: (minimum: number) => `from ${minimum}`,
    above: (bound: number) => `above ${bound}`,
    usual: (value: string) => `default ${value}`,
    anything: "anything",
    notes: "Good to know",
    sample: "A valid payload:",
    rules: "Rules",
    source: "Source",
  },
  ko: {
    notice: "`schemas/`에서 `npm run generate`로 만든 문서이므로 직접 수정하지 마세요.",
    title: "요청과 응답",
    intro:
      "paylint가 검사하는 모든 요청과 응답입니다. PG사 문서에는 포트원 공통 요청과 다른 점만 있습니다.",
    neutral: (version: string) => `포트원 ${version} 요청과 응답`,
    ofNeutral: "모든 PG사에 공통인 키입니다. `[]`는 배열의 각 항목입니다.",
    rulesPage: "rules.ko.md",
    head: ["키", "타입", "필수", "제한", "설명"],
    calls: "호출",
    yes: "필수",
    oneOf: (keys: string) => `${keys} 중 하나`,
    unsupported: "미지원",
    deprecated: "사용 중단 예정",
    removed: "전달되지 않음",
    atMost: (length: number) => `최대 ${length}자`,
    from: (minimum: number) => `${minimum} 이상`,
    above: (bound: number) => `${bound} 초과`,
    usual: (value: string) => `기본값 ${value}`,
    anything: "모든 값",
    notes: "참고",
    sample: "올바른 예:",
    rules: "규칙",
    source: "출처",
  },
};

/** What the pages on kinds are written with. */
export interface KindDocuments extends Pick<Tables, "sources" | "formats"> {
  readonly rules: readonly Rule[];
  /** PortOne's own kinds by id, which those of gateways only add to. */
  readonly neutral: ReadonlyMap<string, KindPlan>;
}

/** `docs/kinds.md` in one language: where each kind is described. */
export function documentKinds(
  locale: Locale,
  plans: readonly KindPlan[],
  pageOf: (kind: string) => string,
): string {
  const text = words[locale];
  const contents = plans.map(
    ({ tables: { row } }) =>
      `- [${row.kind}](${pageOf(row.kind)}${anchor(row.kind)}): ${row.title[locale]}`,
  );
  return page([`<!-- ${text.notice} -->`, `# ${text.title}`, text.intro, contents.join("\n")]);
}

/** A page with PortOne's own kinds of one version. */
export function documentNeutralKinds(
  locale: Locale,
  version: string,
  plans: readonly KindPlan[],
  shared: KindDocuments,
): string {
  const text = words[locale];
  const contents = plans.map(
    ({ tables: { row } }) => `- [${row.kind}](${anchor(row.kind)}): ${row.title[locale]}`,
  );
  return page([
    `<!-- ${text.notice} -->`,
    `# ${text.neutral(version.toUpperCase())}`,
    text.ofNeutral,
    contents.join("\n"),
    ...plans.flatMap((plan) => [
      `## ${plan.tables.row.kind}`,
      ...kindSummary(plan, locale),
      ...keyTable(plan, locale, shared),
      ...kindNotes(plan, locale, shared),
      ...kindSample(plan, locale),
      ...kindRules(plan, locale, shared, ".."),
    ]),
  ]);
}

const page = (parts: readonly string[]) => `${parts.join("\n\n")}\n`;

/** What a kind is, and which calls take it. */
export const kindSummary = ({ tables: { row } }: KindPlan, locale: Locale): string[] => [
  `**${row.title[locale]}** · ${row.what[locale]}`,
  ...(row.calls
    ? [`${words[locale].calls}: ${row.calls.map((call) => `\`${call}\``).join(", ")}`]
    : []),
];

/** The keys of a kind; those of a gateway's kind that PortOne's own does not have, or has otherwise. */
export function keyTable(plan: KindPlan, locale: Locale, shared: KindDocuments): string[] {
  const base = neutralOf(plan, shared);
  const known = base && knownRows(base, locale, shared);
  const rows = keyRows(plan, locale, shared).filter((row) => !known?.has(row.join("\0")));
  return rows.length > 0 ? [table(words[locale].head, rows)] : [];
}

/** PortOne's own kind that a gateway's adds to. */
export const neutralOf = (
  { tables: { row } }: KindPlan,
  { neutral }: Pick<KindDocuments, "neutral">,
): KindPlan | undefined => {
  const [owner, ...name] = row.kind.split(".");
  return owner === anyGateway ? undefined : neutral.get([anyGateway, ...name].join("."));
};

/** The rows of PortOne's own kinds, with which those of every gateway are compared. */
const rowsKept = new WeakMap<KindPlan, Map<Locale, ReadonlySet<string>>>();

function knownRows(plan: KindPlan, locale: Locale, shared: KindDocuments): ReadonlySet<string> {
  const kept = rowsKept.get(plan) ?? new Map<Locale, ReadonlySet<string>>();
  rowsKept.set(plan, kept);
  const rows =
    kept.get(locale) ?? new Set(keyRows(plan, locale, shared).map((row) => row.join("\0")));
  kept.set(locale, rows);
  return rows;
}

function keyRows({ tables, faults }: KindPlan, locale: Locale, { formats }: KindDocuments) {
  const needed = neededBy(faults, locale);
  return everyKey(tables.shape).map(({ path, shape }) => [
    `\`${keyPath(path)}\``,
    typeOf(shape, locale),
    needed(path, shape),
    limitsOf(shape, tables, formats, locale),
    meaningOf(shape, locale),
  ]);
}

/** What holds of a kind and cannot be seen in a payload, without what PortOne's own kind says already. */
export function kindNotes(plan: KindPlan, locale: Locale, shared: KindDocuments): string[] {
  const known = new Set(neutralOf(plan, shared)?.tables.row.notes?.map((note) => note[locale]));
  const notes = (plan.tables.row.notes ?? []).filter((note) => !known.has(note[locale]));
  return notes.length === 0
    ? []
    : [
        `${words[locale].notes}:`,
        notes
          .map(
            (note) =>
              `- ${note[locale]} (${links(citeSources(note.source, shared.sources), locale)})`,
          )
          .join("\n"),
      ];
}

/** A payload without a finding. */
export const kindSample = ({ tables: { row } }: KindPlan, locale: Locale): string[] => [
  words[locale].sample,
  json(row.sample),
];

function kindRules(
  { tables: { row } }: KindPlan,
  locale: Locale,
  { rules, sources }: KindDocuments,
  root: string,
): string[] {
  const text = words[locale];
  const speaking = rules.filter(({ kinds }) => Object.hasOwn(kinds, row.kind));
  const linked = speaking.map(({ id }) => `[${id}](${root}/${text.rulesPage}${anchor(id)})`);
  return [
    `${text.rules}: ${linked.join(", ")}`,
    `${text.source}: ${links(citeSources(row.source, sources), locale)}`,
  ];
}

interface Key {
  readonly path: string;
  readonly shape: Shape;
}

function everyKey(shape: Shape, at = ""): Key[] {
  const own = Object.entries(shape.properties ?? {}).flatMap(([key, below]) => [
    { path: `${at}/${key}`, shape: below },
    ...everyKey(below, `${at}/${key}`),
  ]);
  return [...own, ...(shape.items ? everyKey(shape.items, `${at}/*`) : [])];
}

function typeOf({ type }: Shape, locale: Locale): string {
  return type === undefined ? words[locale].anything : [type].flat().join(", ");
}

/** Says of a key whether every payload of the kind needs it, as far as the payload alone decides. */
function neededBy(faults: KindPlan["faults"], locale: Locale) {
  const text = words[locale];
  const always = faults.filter(
    ({ fault, from, context }) =>
      fault.severity === "error" && context === null && Object.keys(from?.when ?? {}).length === 0,
  );
  const missing = new Set(
    always
      .filter(({ fault, from }) => fault.is === "missing" && !from?.requireAny)
      .map(({ fault }) => fault.path),
  );
  const removed = new Set(
    always
      .filter(({ fault, from }) => fault.is === "forbidden" && from?.forbid)
      .map(({ fault }) => fault.path),
  );
  const choices = always.flatMap(({ from }) => {
    const alternatives = from?.requireAny ?? from?.exactlyOne;
    return alternatives ? [alternatives.map((group) => [group].flat())] : [];
  });
  return (path: string, shape: Shape): string => {
    if (missing.has(path)) return text.yes;
    if (removed.has(path)) return text.removed;
    if (shape["x-unsupported"]) return text.unsupported;
    if (shape.deprecated) return text.deprecated;
    const choice = choices.find((groups) => groups.some((group) => group.includes(path)));
    return choice
      ? text.oneOf(
          choice.map((group) => group.map((one) => `\`${keyPath(one)}\``).join(" + ")).join(", "),
        )
      : "";
  };
}

function limitsOf(
  shape: Shape,
  { issuers }: KindTables,
  { formats }: Tables["formats"],
  locale: Locale,
): string {
  const text = words[locale];
  const format = shape["x-format"] === undefined ? undefined : formats[shape["x-format"]];
  const values = allowedValues(shape, issuers);
  const allowed = values && shortSpellings(values, shape["x-prefix"]);
  return [
    ...(allowed ? [allowed.map((value) => `\`${JSON.stringify(value)}\``).join(" ")] : []),
    ...(format ? [escapeMarkdown(format.expected[locale])] : []),
    ...(shape.maxLength === undefined ? [] : [text.atMost(shape.maxLength)]),
    ...(shape.minimum === undefined ? [] : [text.from(shape.minimum)]),
    ...(shape.exclusiveMinimum === undefined ? [] : [text.above(shape.exclusiveMinimum)]),
    ...(shape.default === undefined ? [] : [text.usual(`\`${JSON.stringify(shape.default)}\``)]),
  ].join("; ");
}

const meaningOf = (shape: Shape, locale: Locale) =>
  (locale === "ko" ? shape["x-ko"] : shape.description)?.replaceAll("|", "\\|") ?? "";
