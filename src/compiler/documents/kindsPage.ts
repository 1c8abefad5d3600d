import type { Locale, Rule } from "../../validator/types.js";
import { citeSources } from "../plan/citeSources.js";
import type { KindPlan } from "../plan/fault.js";
import { allowedValues } from "../tables/shapeAt.js";
import type { KindTables, Shape, Tables } from "../tables/types.js";
import { anchor, escapeMarkdown, json, links, table } from "./markdown.js";

const words = {
  en: {
    notice: "Generated from `schemas/` by `npm run generate`; not to be edited.",
    title: "Payloads",
    intro: "Every payload that paylint knows, key by key. `[]` stands for the items of a list.",
    head: ["key", "type", "needed", "limits", "meaning"],
    calls: "Call",
    yes: "yes",
    oneOf: (keys: string) => `one of ${keys}`,
    unsupported: "not supported",
    deprecated: "deprecated",
    removed: "no longer arrives",
    atMost: (length: number) => `at most ${length} characters`,
    from: (minimum: number) => `from ${minimum}`,
    above: (bound: number) => `above ${bound}`,
    usual: (value: string) => `default ${value}`,
    anything: "anything",
    notes: "Besides",
    sample: "A payload in order:",
    rules: "Rules",
    source: "Source",
  },
  ko: {
    notice: "`schemas/`에서 `npm run generate`로 만든 문서이므로 직접 고치지 않습니다.",
    title: "요청과 응답",
    intro: "paylint가 아는 모든 요청과 응답의 키입니다. `[]`는 목록의 각 항목입니다.",
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

/** `docs/kinds.md` in one language: a section a payload kind. */
export function documentKinds(
  locale: Locale,
  { sources, formats }: Pick<Tables, "sources" | "formats">,
  plans: readonly KindPlan[],
  rules: readonly Rule[],
): string {
  const text = words[locale];
  const rulesPage = locale === "ko" ? "rules.ko.md" : "rules.md";
  const section = ({ tables, faults }: KindPlan): string[] => {
    const { row } = tables;
    const keys = everyKey(tables.shape);
    const needed = neededBy(faults, locale);
    const speaking = rules.filter(({ kinds }) => Object.hasOwn(kinds, row.kind));
    const rulesSpeaking = speaking.map(({ id }) => `[${id}](${rulesPage}${anchor(id)})`);
    return [
      `## ${row.kind}`,
      `**${row.title[locale]}** · ${row.what[locale]}`,
      ...(row.calls ? [`${text.calls}: ${row.calls.map((call) => `\`${call}\``).join(", ")}`] : []),
      table(
        text.head,
        keys.map(({ path, shape }) => [
          `\`${written(path)}\``,
          typeOf(shape, locale),
          needed(path, shape),
          limitsOf(shape, tables, formats, locale),
          meaningOf(shape, locale),
        ]),
      ),
      ...(row.notes
        ? [
            `${text.notes}:`,
            row.notes
              .map(
                (note) => `- ${note[locale]} (${links(citeSources(note.source, sources), locale)})`,
              )
              .join("\n"),
          ]
        : []),
      text.sample,
      json(row.sample),
      `${text.rules}: ${rulesSpeaking.join(", ")}`,
      `${text.source}: ${links(citeSources(row.source, sources), locale)}`,
    ];
  };
  const contents = plans.map(
    ({ tables: { row } }) => `- [${row.kind}](${anchor(row.kind)}): ${row.title[locale]}`,
  );
  return `${[
    `<!-- ${text.notice} -->`,
    `# ${text.title}`,
    text.intro,
    contents.join("\n"),
    ...plans.flatMap(section),
  ].join("\n\n")}\n`;
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

const written = (path: string) => path.slice(1).replaceAll("/*", "[]").replaceAll("/", ".");

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
      .filter(({ fault, from }) => fault.is === "missing" && !from?.requireAny && !from?.exactlyOne)
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
          choice.map((group) => group.map((one) => `\`${written(one)}\``).join(" + ")).join(", "),
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
  const allowed = allowedValues(shape, issuers);
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
