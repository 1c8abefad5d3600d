import type { Located } from "../../extract/located.js";
import type { Span } from "../../text/positions.js";
import type { TextEdit } from "../../text/textEdit.js";
import {
  indentOf,
  keepsBlankLines,
  lineRest,
  lineStart,
  membersOf,
  skipBlanks,
  skipBlanksBack,
  skipDeeperComments,
  skipTrivia,
  trimmedEnd,
} from "./yamlText.js";

/** Takes the last of the values on a way out. The only key of a map goes with the map's own key, so that no empty value stays. */
export function yamlRemoval(way: readonly Located[], text: string): TextEdit[] | undefined {
  let depth = way.length - 1;
  while (depth > 0 && way[depth - 1]?.children.size === 1) depth--;
  const [target, container] = [way[depth], way[depth - 1]];
  if (!target?.property || !container) return undefined;
  // A key that is taken out could bring an earlier or a merged one to life, and an anchor take its aliases along.
  const isGivenTwice = container.duplicateKeys.some(
    ({ key }) => container.children.get(key) === target,
  );
  const isMerged = /<<["']?\s*:/.test(text.slice(...container.span));
  const hasAnchor = /(?:^|[\s,[{])&\S/.test(text.slice(...target.property));
  if (isGivenTwice || isMerged || hasAnchor) return undefined;
  const members = membersOf(container);
  const isFlow =
    /[[{]/.test(text[container.span[0]] ?? "") && members[0]?.property[0] !== container.span[0];
  const before = members.findLast(({ property }) => property[1] <= (target.property as Span)[0]);
  const removal = { property: target.property, before: before?.property, container };
  if (isFlow) return outOfFlow(removal, text);
  return outOfBlock(removal, text);
}

interface Removal {
  readonly property: Span;
  /** The member before it. */
  readonly before: Span | undefined;
  readonly container: Located;
}

function outOfBlock({ property, before, container }: Removal, text: string) {
  const start = Array.isArray(container.value) ? dashBefore(text, property[0]) : property[0];
  if (start === undefined) return undefined;
  const rest = lineRest(text, Math.max(trimmedEnd(text, property), start + 1));
  if (!rest) return undefined;
  const indent = indentOf(text, start);
  const behind = skipDeeperComments(text, rest.next, indent.length);
  if (/^ *(?:- +)+$/.test(indent)) {
    // The first key of a list's item, which has others: the next one takes its place behind the dash.
    return [{ start, end: skipSpace(text, behind), text: "" }];
  }
  if (!/^ *$/.test(indent)) return undefined;
  const from = commentsAbove(text, lineStart(text, start), indent, before);
  const isKept = before !== undefined && keepsBlankLines(text, before);
  const hasBlankAbove = from === 0 || /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, from).slice(-200));
  const end = isKept || hasBlankAbove ? skipBlankLines(text, behind) : behind;
  return [{ start: markedStart(text, from), end, text: "" }];
}

/** A byte order mark stays where it is. */
const markedStart = (text: string, at: number) => (at === 0 && text[0] === "\ufeff" ? 1 : at);

/** Offset of the dash of a list's item that is in the same line. */
function dashBefore(text: string, at: number): number | undefined {
  const dash = skipBlanksBack(text, at) - 1;
  return text[dash] === "-" ? dash : undefined;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? "")) at++;
  return at;
}

/** Offset of the first line that is not blank. */
function skipBlankLines(text: string, from: number): number {
  const at = skipSpace(text, from);
  return at === text.length ? at : Math.max(from, lineStart(text, at));
}

/**
 * Where the comments begin that are directly above a line at its indent, each on a line of its own. A line of the text of the member
 * before can look like one.
 */
function commentsAbove(
  text: string,
  line: number,
  indent: string,
  [, floor]: Span = [0, 0],
): number {
  let from = line;
  while (from > 0) {
    const above = lineStart(text, from - 1);
    const content = text.slice(above, from).replace("\ufeff", "");
    // What paylint is told stays.
    const isOwn = content.startsWith(`${indent}#`) && !/^[ \t]*#\s*paylint/.test(content);
    if (!isOwn || above < floor) break;
    from = above;
  }
  return from;
}

function outOfFlow({ property, before, container }: Removal, text: string): TextEdit[] | undefined {
  const [start, end] = property;
  const indent = indentOf(text, start);
  const ownsStart = /^[ \t]*$/.test(indent);
  const from = ownsStart
    ? commentsAbove(text, lineStart(text, start), indent, before)
    : skipBlanksBack(text, start);
  const comma = skipTrivia(text, end);
  if (text[comma] !== ",")
    return outOfFlowEnd({ property, before, container }, from, text, ownsStart);
  if (skipBlanks(text, end) !== comma) return undefined;
  const rest = lineRest(text, comma + 1);
  if (ownsStart) {
    return rest
      ? [{ start: from, end: rest.next, text: "" }]
      : [{ start, end: skipBlanks(text, comma + 1), text: "" }];
  }
  if (!rest) return [{ start, end: skipBlanks(text, comma + 1), text: "" }];
  // A comment at the end of the line is about its only key, else about them all.
  const isAlone = from === container.span[0] + 1;
  return [{ start: from, end: isAlone ? rest.end : comma + 1, text: "" }];
}

/** The last one goes with the comma of the one before it. */
function outOfFlowEnd(
  { property: [, end], before }: Removal,
  from: number,
  text: string,
  ownsStart: boolean,
): TextEdit[] | undefined {
  if (!before) return undefined;
  const comma = skipTrivia(text, before[1]);
  if (text[comma] !== ",") return undefined;
  if (!ownsStart) {
    return from === comma + 1 ? [{ start: comma, end, text: "" }] : undefined;
  }
  const rest = lineRest(text, end);
  return [
    { start: comma, end: comma + 1, text: "" },
    { start: from, end: rest ? rest.next : skipBlanks(text, end), text: "" },
  ];
}
