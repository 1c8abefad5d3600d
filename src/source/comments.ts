import type { Span } from "./located.js";
import type { Range } from "./positions.js";

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

const opener = String.raw`(?:\/\/|\/\*|<!--|#|<%--)[ \t]*`;

const suppression = new RegExp(
  String.raw`${opener}(paylint-disable-next-line)(?:[ \t]+([\w/, \t-]*?))?[ \t]*(?:--.*|\*\/.*)?\r?$`,
);

const gatewayComment = new RegExp(String.raw`${opener}paylint:[ \t]*([a-z0-9-]+)`, "g");

/** The comments of a text that suppress findings, whatever its language. */
export function suppressionsIn(text: string): Suppression[] {
  const found: Suppression[] = [];
  if (!text.includes("paylint-disable")) return found;
  const lines = text.split("\n");
  const isSuppression = (line: number) => suppression.test(lines[line - 1] ?? "");
  for (const [index, content] of lines.entries()) {
    const [comment, words = "", rules = ""] = suppression.exec(content) ?? [];
    if (comment === undefined) continue;
    const line = index + 1;
    const column = content.indexOf(words) + 1;
    let below = line + 1;
    while (isSuppression(below)) below++;
    found.push({
      rules: rules.split(/[\s,]+/).filter((rule) => rule !== ""),
      range: { line, column, endLine: line, endColumn: column + words.length },
      line: below,
    });
  }
  return found;
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
  const lineStart = (offset: number) => text.lastIndexOf("\n", offset - 1) + 1;
  const isBeside = ({ at }: GatewayComment, [start, end]: Span) => {
    const first = lineStart(start);
    const above = first === 0 ? 0 : lineStart(first - 1);
    const lineEnd = text.indexOf("\n", end);
    return at >= above && at <= (lineEnd < 0 ? text.length : lineEnd);
  };
  const general = comments.filter((one) => !calls.some(({ span }) => isBeside(one, span)));
  return (span) =>
    (comments.findLast((one) => isBeside(one, span)) ?? general.findLast(({ at }) => at < span[0]))
      ?.gateway;
}
