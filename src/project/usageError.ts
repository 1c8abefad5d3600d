import { editDistance } from "../validator/knownKeys.js";
import type { Locale, Text } from "../validator/types.js";

/** Trouble with usage, configuration or files; said in one line on standard error, exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";

  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** The sorts of names that options and configurations take. */
const nouns = {
  command: { en: "command", ko: "명령" },
  environment: { en: "environment", ko: "환경" },
  format: { en: "format", ko: "출력 형식" },
  gateway: { en: "gateway", ko: "PG사" },
  group: { en: "group of rules", ko: "규칙 그룹" },
  kind: { en: "kind", ko: "종류" },
  locale: { en: "locale", ko: "언어" },
  option: { en: "option", ko: "옵션" },
  rule: { en: "rule", ko: "규칙" },
  severity: { en: "severity", ko: "심각도" },
} as const satisfies Record<string, Text>;

export type Noun = keyof typeof nouns;

/**
 * The value, when it is one of the names known.
 * @throws {UsageError} with the nearest name otherwise.
 */
export function oneOf<Name extends string>(
  what: Noun | Text,
  value: unknown,
  known: readonly Name[],
): Name {
  if (known.includes(value as Name)) return value as Name;
  throw unknownName(what, String(value), known);
}

/** A name that is not known, with the nearest that is. */
export function unknownName(what: Noun | Text, name: string, known: readonly string[]): UsageError {
  const { en, ko } = typeof what === "string" ? nouns[what] : what;
  const said = JSON.stringify(name);
  if (known.length === 0) {
    return new UsageError({ en: `unknown ${en} ${said}`, ko: `알 수 없는 ${ko}: ${said}` });
  }
  const hint = hintFor(name, known);
  return new UsageError({
    en: `unknown ${en} ${said}; ${hint.en}`,
    ko: `알 수 없는 ${ko}: ${said}. ${hint.ko}`,
  });
}

/** What one most likely meant by a name that is not known; else the names that are. */
function hintFor(name: string, known: readonly string[]): Text {
  const nearest = nearestName(name, known);
  return nearest === undefined
    ? listOf(known)
    : { en: `did you mean ${nearest}?`, ko: `혹시 이 이름인가요? ${nearest}` };
}

/** More names than this are no help in one line. */
const mostListed = 20;

function listOf(known: readonly string[]): Text {
  const listed = known.slice(0, mostListed).join(", ");
  const more = known.length - mostListed;
  return {
    en: `known: ${listed}${more > 0 ? ` and ${more} more` : ""}`,
    ko: `사용할 수 있는 이름: ${listed}${more > 0 ? ` 외 ${more}개` : ""}`,
  };
}

/**
 * The known name that one most likely meant: the nearest in spelling, or the first that the name is the end of, as
 * `request-pay` is of `ksnet.v1.request-pay`. Undefined where nothing is near.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    .map((candidate) => ({ candidate, distance: editDistance(name.slice(0, 80), candidate) }))
    .sort((left, right) => left.distance - right.distance);
  if (nearest) {
    const { candidate, distance } = nearest;
    // Two letters off is another word where the word has no more.
    if (distance <= Math.max(2, candidate.length / 3) && distance < candidate.length) {
      return candidate;
    }
  }
  return known.find((candidate) => candidate.endsWith(`.${name}`));
}

/** Something to know that is no trouble. */
export const noteOf = ({ en, ko }: Text): Text => ({ en: `note: ${en}`, ko: `참고: ${ko}` });

/** Words that may be in both languages, in one of them. */
export const wordsIn = (words: string | Text, locale: Locale): string =>
  typeof words === "string" ? words : words[locale];
