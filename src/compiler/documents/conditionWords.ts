import type { Context, Locale } from "../../validator/types.js";
import type { Case, Test } from "../tables/ruleTypes.js";
import { shapeAt, shortSpellings } from "../tables/shapeAt.js";
import type { IssuerTable, KindTables } from "../tables/types.js";
import { escapeMarkdown, keyPath } from "./markdown.js";

const words = {
  en: {
    environment: { pc: "on a PC", mobile: "on a phone" },
    given: (path: string) => `${path} given`,
    absent: (path: string) => `without ${path}`,
    is: (path: string, values: string) => `${path}: ${values}`,
    not: (path: string, values: string) => `${path} not ${values}`,
    other: (path: string) => `some values of ${path}`,
    store: (fact: string) => `shop: ${fact}`,
    noCompany: "no card company",
    now: "where the current time is known",
  },
  ko: {
    environment: { pc: "PC", mobile: "모바일" },
    given: (path: string) => `${path} 있음`,
    absent: (path: string) => `${path} 없음`,
    is: (path: string, values: string) => `${path}: ${values}`,
    not: (path: string, values: string) => `${path}: ${values} 제외`,
    other: (path: string) => `${path}의 일부 값`,
    store: (fact: string) => `상점: ${fact}`,
    noCompany: "해당 카드사 없음",
    now: "현재 시각을 아는 경우",
  },
};

/** When a case speaks, in a few words; empty where it always does. */
export function conditionWords(
  { each = "", when = {} }: Pick<Case, "each" | "when">,
  context: Context | null,
  { row, issuers, shape }: KindTables,
  locale: Locale,
): string {
  const text = words[locale];
  const { environment, store = {}, now } = context ?? {};
  const at = row.issuer?.path;
  return [
    ...(environment ? [text.environment[environment]] : []),
    ...(now ? [text.now] : []),
    ...Object.entries(store).map(([fact, value]) => text.store(`\`${fact}: ${value}\``)),
    ...Object.entries(when).flatMap(([path, test]) =>
      testWords(each + path, test, {
        issuers,
        isIssuer: each + path === at,
        prefix: shapeAt(shape, each ? `${each}/*${path}` : path)?.["x-prefix"],
        locale,
      }),
    ),
  ].join(", ");
}

interface Known {
  readonly issuers: IssuerTable;
  /** The value is a card company's code. */
  readonly isIssuer: boolean;
  /** Values with this in front are other spellings. */
  readonly prefix: string | undefined;
  readonly locale: Locale;
}

function testWords(path: string, test: Test, known: Known): string[] {
  const text = words[known.locale];
  const key = `\`${keyPath(path)}\``;
  const values = valuesOf(test, known);
  const refused = test.not ? valuesOf(test.not, known) : undefined;
  return [
    ...(values ? [text.is(key, values)] : []),
    ...(refused ? [text.not(key, refused)] : []),
    ...(test.not && !refused ? [isAnyText(test.not) ? text.absent(key) : text.other(key)] : []),
    ...(isGiven(test) ? [text.given(key)] : []),
    ...(!values && !test.not && !isGiven(test) ? [text.other(key)] : []),
  ];
}

const isGiven = (test: Test) => Object.keys(test).length === 1 && isAnyText(test);

/** Met by every value, or by every one that is not blank. */
const isAnyText = ({ present, pattern, ...more }: Test) =>
  (present === true || pattern === "\\S") &&
  Object.keys(more).every((keyword) => keyword === "type");

/** The values that meet a test, where it lists them. */
function valuesOf(test: Test, { issuers, isIssuer, prefix, locale }: Known): string | undefined {
  const { issuer, enum: listed } = test;
  if (issuer) {
    const rows = issuers.rows.filter(({ code }) => listed?.includes(code));
    return rows.map((row) => row[locale]).join(" · ") || words[locale].noCompany;
  }
  const values = listed ?? (test.const === undefined ? undefined : [test.const]);
  if (!values) return undefined;
  const named = (value: unknown) => {
    const row = isIssuer ? issuers.rows.find(({ code }) => code === value) : undefined;
    return row ? escapeMarkdown(row[locale]) : `\`${String(value)}\``;
  };
  return shortSpellings(values, prefix).map(named).join(" · ");
}
