import type { WebhookNames } from "../../extract/webhookWords.js";

/** `webhookNames.yaml`: names by which code tells what it does with a webhook. */
export interface WrittenWebhookNames {
  readonly any: { readonly checks: readonly string[]; readonly stores: readonly string[] };
  readonly javascript: Readonly<
    Record<"asks" | "keeps" | "prepares" | "requests", readonly string[]>
  >;
}

/** Patterns that match the names. */
export function webhookNamesOf({ any, javascript }: WrittenWebhookNames): WebhookNames {
  const { asks, keeps, prepares, requests } = javascript;
  return {
    checks: any.checks.join("|"),
    stores: storesPattern(any.stores),
    asks: asksPattern(asks),
    keeps: keepsPattern(keeps),
    prepares: prepares.join("|"),
    requests: `^${oneOf(requests)}$`,
  };
}

/** Whole names, and words that names end with. */
function storesPattern(names: readonly string[]): string {
  const [whole, ends] = split(names, (name) => !name.startsWith("*"));
  const words = ends.map((name) => name.slice(1).replace("*", "\\w*"));
  return `^${oneOf(whole)}$|${oneOf(words)}s?$`;
}

/** Names with their members, and names of functions alone. */
function asksPattern(names: readonly string[]): string {
  const [objects, functions] = split(names, (name) => !name.endsWith("()"));
  const alone = functions.map((name) => name.slice(0, -2));
  return `^(?:${oneOf(objects)}\\b|${oneOf(alone)}$)`;
}

/** First words of names, and beginnings of them. */
function keepsPattern(names: readonly string[]): string {
  const [words, beginnings] = split(names, (name) => !name.endsWith("*"));
  return `^${oneOf(words)}(?![a-z])|^${oneOf(beginnings.map((name) => name.slice(0, -1)))}`;
}

const oneOf = (names: readonly string[]): string => `(?:${names.join("|").replaceAll("$", "\\$")})`;

const split = (
  names: readonly string[],
  isFirst: (name: string) => boolean,
): [first: string[], others: string[]] => [
  names.filter(isFirst),
  names.filter((name) => !isFirst(name)),
];
