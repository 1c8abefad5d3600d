import { answers } from "./generated/answers.js";
import { rules } from "./generated/rules.js";
import type { Rule } from "./validator/types.js";

/** A rule that is behind an error message. */
interface Answered {
  readonly rule: Rule;
  /** The known answer, and where it was seen; absent where the rule's own words fit. */
  readonly answer?: { readonly text: string; readonly seen: string };
}

/** How much of the shorter of two texts must be in the other, by runs of three characters. */
const enough = 0.72;

/** The fewest characters that say something: `PAID` does not. */
const shortest = 6;

const mostFound = 5;

/**
 * The rules that an error message comes from, the best first: by what PortOne and the gateways are known to answer, else by the
 * rules' own words. The message may be a part of the whole, be spaced otherwise, and hold ids and codes.
 */
export function rulesAnswered(message: string): Answered[] {
  const wanted = simplified(message);
  const byId = rules.filter(({ id }) => message.includes(id));
  if (byId.length > 0) return byId.map((rule) => ({ rule }));
  const byCode = rulesNaming(message.match(codes) ?? []);
  if (byCode.length > 0) return byCode;
  if (wanted.length < shortest) return [];
  const byAnswer = rules.flatMap((rule) =>
    (answers[rule.id] ?? []).map((answer) => ({
      rule,
      answer,
      likeness: likeness(wanted, simplified(answer.text)),
    })),
  );
  const found = best(byAnswer);
  if (found.length > 0) return found.map(({ rule, answer }) => ({ rule, answer }));
  const byWords = rules.flatMap((rule) =>
    [rule.name, rule.why].flatMap(({ en, ko }) =>
      [en, ko].map((words) => ({ rule, likeness: likeness(wanted, simplified(words)) })),
    ),
  );
  return best(byWords).map(({ rule }) => ({ rule }));
}

/** PortOne's error codes. */
const codes = /\bF\d{4}\b/g;

/** The rules whose own words, or whose known answers, have one of the codes. */
function rulesNaming(wanted: readonly string[]): Answered[] {
  const has = (text: string) => wanted.some((code) => text.includes(code));
  return rules.flatMap((rule): Answered[] => {
    const answer = (answers[rule.id] ?? []).find(({ text }) => has(text));
    if (answer) return [{ rule, answer }];
    return has(rule.why.en) ? [{ rule }] : [];
  });
}

/** Those that are alike enough, each rule once, the most alike first. */
function best<Item extends { readonly rule: Rule; readonly likeness: number }>(
  items: readonly Item[],
): Item[] {
  const seen = new Set<Rule>();
  return items
    .filter((item) => item.likeness >= enough)
    .sort((left, right) => right.likeness - left.likeness)
    .filter(({ rule }) => !seen.has(rule) && seen.add(rule))
    .slice(0, mostFound);
}

/** What ids, numbers, addresses, marks and blanks are taken out of. */
const simplified = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, "")
    .replace(/\b(?:imp|store|channel-key|payment|order)[_-][\w-]*\d[\w-]*/g, "")
    .replace(/[^\p{L}_]/gu, "");

/** How much of the shorter text is in the longer one, from 0 to 1. */
function likeness(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < shortest) return 0;
  // A longer part says more.
  if (long.includes(short)) return 1 + short.length / 1000;
  const runs = runsOf(short);
  const others = new Set(runsOf(long));
  return runs.filter((run) => others.has(run)).length / runs.length;
}

const runsOf = (text: string): string[] =>
  Array.from({ length: text.length - 2 }, (_, at) => text.slice(at, at + 3));
