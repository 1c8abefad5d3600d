import type { Positions, Span } from "../../text/positions.js";

/** A comment that switches rules off for a part of a text. */
export interface Suppression {
  /** Ids of rules; none for every rule. */
  readonly rules: readonly string[];
  /** Where the directive is. */
  readonly span: Span;
  /** The first and the last line that it is about; from 1. */
  readonly lines: readonly [first: number, last: number];
}

/** A comment that says which gateway is paid with. */
interface GatewayComment {
  readonly gateway: string;
  /** Offset in the text. */
  readonly at: number;
}

/** What the comments of a text ask for. */
export interface Directives {
  readonly suppressions: readonly Suppression[];
  /** Directives that paylint does not have, as they are written. */
  readonly unknown: readonly { readonly name: string; readonly span: Span }[];
}

/** A text without this in it has no directive. */
const marker = "paylint-";

export const hasDirectives = (text: string): boolean => text.includes(marker);

const opener = String.raw`(?:\/\/|\/\*|<!--|#|<%--|\{\/\*)[ \t]*`;

const directive = new RegExp(
  String.raw`${opener}(paylint-[a-z-]+)(?:[ \t]+([\w/*, \t-]*?))?[ \t]*(?:--.*|\*\/.*)?\r?$`,
);

const gatewayComment = new RegExp(String.raw`${opener}paylint:[ \t]*([a-z0-9_-]+)`, "g");

export const noDirectives: Directives = { suppressions: [], unknown: [] };

/** The names of the directives, for messages. */
export const directiveNames: readonly string[] = [
  "paylint-disable-next-line",
  "paylint-disable-line",
  "paylint-disable-file",
  "paylint-disable",
  "paylint-enable",
];

/** The directives in a text, whatever its language. */
export function directivesIn(text: string, positions: Positions): Directives {
  if (!hasDirectives(text)) return noDirectives;
  const lines = text.split("\n");
  const found = lines.flatMap((content, index) => directiveOn(content, index + 1, positions));
  const suppressions: Suppression[] = [];
  const unknown: Directives["unknown"][number][] = [];
  // From the last to the first, since what a directive covers depends on those below it.
  let directiveBelow: number | undefined;
  let codeBelow = 0;
  let enableBelow = lines.length;
  for (const { name, rules, line, span } of found.reverse()) {
    const covering = (first: number, last: number) =>
      suppressions.push({ rules, span, lines: [first, last] });
    // Several in a row are about the line below them all.
    if (directiveBelow !== line + 1) codeBelow = line + 1;
    directiveBelow = line;
    switch (name) {
      case "paylint-disable-next-line":
        covering(codeBelow, codeBelow);
        break;
      case "paylint-disable-line":
        covering(line, line);
        break;
      case "paylint-disable-file":
        covering(1, lines.length);
        break;
      case "paylint-disable":
        covering(line, enableBelow);
        break;
      case "paylint-enable":
        enableBelow = line;
        break;
      default:
        unknown.push({ name, span });
    }
  }
  return { suppressions: suppressions.reverse(), unknown: unknown.reverse() };
}

interface Found {
  readonly name: string;
  readonly rules: readonly string[];
  readonly line: number;
  readonly span: Span;
}

function directiveOn(content: string, line: number, positions: Positions): Found[] {
  if (!content.includes(marker)) return [];
  const match = directive.exec(content);
  if (!match) return [];
  const [, name = "", listed = ""] = match;
  const start = positions.offset(line, content.indexOf(name, match.index) + 1);
  const rules = listed.split(/[\s,]+/).filter((rule) => rule !== "");
  return [{ name, rules, line, span: [start, start + name.length] }];
}

/** The comments of a text that say a gateway, in order. */
export const gatewayCommentsIn = (text: string): GatewayComment[] =>
  [...text.matchAll(gatewayComment)].map((match) => ({
    gateway: match[1] as string,
    at: match.index,
  }));

/**
 * The gateway that comments say of a call. A comment in a call, on its first line or on the line above speaks for that
 * call; one that is anywhere else speaks for all calls below it.
 */
export function gatewayByComment(
  comments: readonly GatewayComment[],
  calls: readonly { readonly span: Span }[],
  positions: Positions,
): (span: Span) => string | undefined {
  if (comments.length === 0) return () => undefined;
  /** The comments in a call, on its first line or on the line above, by their numbers. */
  const beside = ([start, end]: Span): [from: number, to: number] => {
    const { line } = positions.at(start);
    const above = positions.startOf(Math.max(line - 1, 1));
    const below = positions.startOf(positions.at(end).line + 1);
    return [countBefore(comments, above), countBefore(comments, below)];
  };
  // Each call's comments are a stretch of all comments; where stretches begin and end is enough to tell which have a call.
  const steps = new Array<number>(comments.length + 1).fill(0);
  for (const { span } of calls) {
    const [from, to] = beside(span);
    steps[from] = (steps[from] ?? 0) + 1;
    steps[to] = (steps[to] ?? 0) - 1;
  }
  let depth = 0;
  const general = comments.filter((_, index) => {
    depth += steps[index] ?? 0;
    return depth === 0;
  });
  return (span) => {
    const [from, to] = beside(span);
    const near = from < to ? comments[to - 1] : undefined;
    return (near ?? general[countBefore(general, span[0]) - 1])?.gateway;
  };
}

/** How many comments are before an offset; by halves. */
function countBefore(comments: readonly GatewayComment[], offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle] as GatewayComment).at < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
