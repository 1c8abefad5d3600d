import { kinds as loaders } from "../../generated/kinds.js";
import { rules } from "../../generated/rules.js";
import { oneOf, unknownName } from "../../project/usageError.js";
import type { Locale, Rule } from "../../validator/types.js";
import type { Given } from "./index.js";

/**
 * `paylint rules [id|group|word]`: the rules, a line each, or one explained.
 * @throws {UsageError} where nothing has that name or holds that word
 */
export async function printRules({ words: [word], values, locale, print }: Given): Promise<void> {
  const { kind, format = "pretty" } = values;
  oneOf("format", format, ["pretty", "json"]);
  if (kind !== undefined) oneOf("kind", kind, Object.keys(loaders));
  const ofKind = rules.filter(({ kinds }) => kind === undefined || Object.hasOwn(kinds, kind));
  const found = rulesFor(word, ofKind);
  if (found.length === 0) {
    const ids = rules.map(({ id }) => id);
    throw unknownName("rule", word ?? "", ids);
  }
  if (format === "json") return print(`${JSON.stringify(found.map(publicRule), null, 2)}\n`);
  const [only] = found;
  if (only && only.id === word) return print(await explain(only, locale));
  return print(listed(found, locale));
}

/** The rule of an id; else the rules of a group; else those that hold a word in their id or name. */
function rulesFor(word: string | undefined, all: readonly Rule[]): readonly Rule[] {
  if (word === undefined) return all;
  const byId = all.filter(({ id }) => id === word);
  if (byId.length > 0) return byId;
  const group = `${word.replace(/\/\*?$/, "")}/`;
  const ofGroup = all.filter(({ id }) => id.startsWith(group));
  if (ofGroup.length > 0) return ofGroup;
  // What looks like an id is one misspelt.
  if (word.includes("/")) return [];
  const sought = word.toLowerCase();
  return all.filter(({ id, name }) =>
    [id, name.en, name.ko].some((text) => text.toLowerCase().includes(sought)),
  );
}

const publicRule = ({ id, severity, kinds, name, why, sources }: Rule) => ({
  ...{ id, severity, kinds, name, why, sources },
});

const words = {
  en: {
    severity: { error: "error", warning: "warning", info: "info" },
    kinds: "kinds",
    not: "not in",
    wrong: "Wrong",
    right: "Right",
    source: "source",
    disagree: "the sources disagree",
    counts: "what counts",
    more: "paylint rules <id> explains one, paylint rules <group> lists one group",
  },
  ko: {
    severity: { error: "오류", warning: "경고", info: "정보" },
    kinds: "종류",
    not: "제외",
    wrong: "잘못된 예",
    right: "올바른 예",
    source: "출처",
    disagree: "출처가 서로 다릅니다",
    counts: "적용",
    more: "규칙 설명: paylint rules <id>, 그룹별 목록: paylint rules <그룹>",
  },
};

function listed(found: readonly Rule[], locale: Locale): string {
  const text = words[locale];
  const width = Math.max(...found.map(({ id }) => id.length));
  const lines = found
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))
    .map(({ id, severity, name }) => {
      // Every word for a severity is equally wide in Korean.
      const label = locale === "en" ? severity.padEnd(7) : text.severity[severity];
      return `${id.padEnd(width)}  ${label}  ${name[locale]}\n`;
    });
  return `${lines.join("")}\n${text.more}\n`;
}

async function explain(rule: Rule, locale: Locale): Promise<string> {
  const { id, severity, name, why, sources, disagreements } = rule;
  const text = words[locale];
  return [
    `${id} (${text.severity[severity]})`,
    name[locale],
    "",
    why[locale],
    "",
    ...(await examplesOf(id, locale)).flatMap((line) => [line, ""]),
    ...appliesTo(rule, text),
    ...sources.map(({ title, url }) => `${text.source}: ${title[locale]}${url ? ` ${url}` : ""}`),
    ...disagreements.flatMap(({ kinds: about, path, positions, counts, because }) => [
      "",
      `${text.disagree}${[...(about ?? []), ...(path ? [path] : [])].map((one) => ` ${one}`).join("")}:`,
      ...positions.map(({ source, says }) => `  ${source.title[locale]}: ${says[locale]}`),
      `  ${text.counts}: ${counts[locale]}. ${because[locale]}`,
    ]),
    "",
  ].join("\n");
}

/** The kinds by severity. A gateway's kind is named only where it differs from PortOne's. */
function appliesTo({ kinds }: Rule, text: (typeof words)[Locale]): string[] {
  const differing = Object.keys(loaders).filter((kind) => {
    const [owner, version, name] = kind.split(".");
    const base = owner === "portone" ? undefined : kinds[`portone.${version}.${name}`];
    return kinds[kind] !== base;
  });
  const labelOf = (kind: string) => {
    const severity = kinds[kind];
    return severity === undefined ? text.not : `${text.kinds} (${text.severity[severity]})`;
  };
  return [...grouped(differing, labelOf)].map(
    ([label, names]) => `${label}: ${braced(names).join(", ")}`,
  );
}

/** Kinds of one owner and version with that written once. */
function braced(kinds: readonly string[]): string[] {
  const byOwner = grouped(kinds, (kind) => kind.slice(0, kind.lastIndexOf(".")));
  return [...byOwner].map(([owner, of]) => {
    const names = of.map((kind) => kind.slice(owner.length + 1));
    return names.length === 1 ? `${owner}.${names[0]}` : `${owner}.{${names.join(",")}}`;
  });
}

function grouped(names: readonly string[], keyOf: (name: string) => string) {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = keyOf(name);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return groups;
}

/** What the rule is shown by: each example with the words before it. */
async function examplesOf(id: string, locale: Locale): Promise<string[]> {
  const { ruleExamples } = await import("../../generated/ruleExamples.js");
  const example = ruleExamples[id];
  if (!example) return [];
  const text = words[locale];
  const { kind, wrong, right, given } = example;
  const under = given ? ` ${JSON.stringify(given)}` : "";
  const shown = (label: string, code: string) =>
    [
      `${label}:`,
      ...code
        .trimEnd()
        .split("\n")
        .map((line) => `  ${line}`),
    ].join("\n");
  return [
    shown(`${text.wrong}${kind ? ` (${kind}${under})` : ""}`, wrong),
    ...(right === undefined ? [] : [shown(text.right, right)]),
  ];
}
