import type { Span } from "../extract/located.js";
import type { Range } from "../text/positions.js";

/** A comment that suppresses findings on the line below. */
export interface Suppression {
  /** Ids of rules; none for every rule. */
  readonly rules: readonly string[];
  readonly range: Range;
  /** The line it speaks of. */
  readonly line: number;
}

/** A comment that says which gateway is paid with. */
export interface GatewayComment {
  readonly gateway: string;
  /** Offset in the text. */
  readonly at: number;
}

/** Without this in it a text suppresses nothing. */
export const suppressing = "paylint-disable";

const opener = String.raw`(?:\/\/|\/\*|<!--|#|<%--)[ \t]*`;

const suppression = new RegExp(
  String.raw`${opener}(paylint-disable-next-line)(?:[ \t]+([\w/, \t-]*?))?[ \t]*(?:--.*|\*\/.*)?\r?$`,
);

const gatewayComment = new RegExp(String.raw`${opener}paylint:[ \t]*([a-z0-9-]+)`, "g");

/** The comments of a text that suppress findings, whatever its language. */
export function suppressionsIn(text: string): Suppression[] {
  const found: Suppression[] = [];
  if (!text.includes(suppressing)) return found;
  const lines = text.split("\n");
  // From below, since several in a row speak of the line below them all.
  let spokenOf = lines.length + 1;
  for (let line = lines.length; line > 0; line--) {
    const content = lines[line - 1] as string;
    const [comment, words = "", rules = ""] = content.includes(suppressing)
      ? (suppression.exec(content) ?? [])
      : [];
    if (comment === undefined) {
      spokenOf = line;
      continue;
    }
    const column = content.indexOf(words) + 1;
    found.push({
      rules: rules.split(/[\s,]+/).filter((rule) => rule !== ""),
      range: { line, column, endLine: line, endColumn: column + words.length },
      line: spokenOf,
    });
  }
  return found.reverse();
}

/** The comments of a text that say a gateway, in order. */
export const gatewayCommentsIn = (text: string): GatewayComment[] =>
  [...text.matchAll(gatewayComment)].map((match) => ({
    gateway: match[1] as string,
    at: match.index,
  }));

/**
 * The gateway that comments say of a call. A comment in a call, on its first line or on the line above speaks for that
 * call; one that stands anywhere else speaks for all calls below it.
 */
export function gatewaySaid(
  comments: readonly GatewayComment[],
  calls: readonly { readonly span: Span }[],
  text: string,
): (span: Span) => string | undefined {
  if (comments.length === 0) return () => undefined;
  const lineStart = (offset: number) => text.lastIndexOf("\n", offset - 1) + 1;
  /** The comments in a call, on its first line or on the line above, by their numbers. */
  const beside = ([start, end]: Span): [from: number, to: number] => {
    const first = lineStart(start);
    const lineEnd = text.indexOf("\n", end);
    const below = lineEnd < 0 ? text.length : lineEnd + 1;
    return [
      countBefore(comments, first === 0 ? 0 : lineStart(first - 1)),
      countBefore(comments, below),
    ];
  };
  const own = new Set<GatewayComment>();
  for (const { span } of calls) {
    for (const comment of comments.slice(...beside(span))) own.add(comment);
  }
  const general = comments.filter((comment) => !own.has(comment));
  return (span) => {
    const near = comments.slice(...beside(span)).at(-1);
    return (near ?? general[countBefore(general, span[0]) - 1])?.gateway;
  };
}

/** How many comments stand before a place; by halves. */
function countBefore(comments: readonly GatewayComment[], place: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as GatewayComment).at < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
