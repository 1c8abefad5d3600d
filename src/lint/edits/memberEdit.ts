import type { TextEdit } from "../../text/textEdit.js";
import type { Comment, ObjectLayout } from "./objectLayout.js";

/**
 * Takes a member out of an object and puts one in. A comment belongs to a member
 * - where it begins on the line on which the member ends, and nothing but the end of the line or of the object follows;
 * - where it is before the member on its line, behind the comma of the member before;
 * - where it is on lines of its own directly above the member, without a blank line between.
 * A directive of paylint that speaks for more than one line belongs to nobody. The comments of a member go with it; all others
 * stay where they are.
 */

/** A comment that says a gateway, or switches rules off for more than a line. */
const speaksForMore = /paylint(?::|-(?!disable-(?:next-)?line))/;

const hasNewline = (text: string, from: number, to: number): boolean =>
  text.slice(from, to).includes("\n");

/** The comments behind a member, or behind the opening brace, that belong to it. They are the first ones of their gap. */
function trailingComments({ members, gaps, span }: ObjectLayout, index: number, text: string) {
  const member = members[index];
  const trailing: Comment[] = [];
  let end = member?.end ?? span[0] + 1;
  for (const comment of gaps[index + 1] as readonly Comment[]) {
    const isDirective = speaksForMore.test(text.slice(comment.start, comment.end));
    if (isDirective || hasNewline(text, end, comment.start)) break;
    trailing.push(comment);
    end = comment.end;
  }
  const next = members[index + 1];
  if (!next || hasNewline(text, end, next.start)) return trailing;
  // What follows on the line is about the next member, unless it is before the comma.
  const comma = member?.comma ?? span[0];
  return trailing.filter(({ start }) => start < comma);
}

/** The comments before a member that belong to it. They are the last ones of their gap. */
function leadingComments(layout: ObjectLayout, index: number, text: string): Comment[] {
  const { members, gaps } = layout;
  const taken = trailingComments(layout, index - 1, text).length;
  const comma = members[index - 1]?.comma ?? -1;
  const leading: Comment[] = [];
  let at = members[index]?.start as number;
  for (const comment of (gaps[index] as readonly Comment[]).slice(taken).reverse()) {
    const { start, end } = comment;
    const isBlankLineBetween = text.slice(end, at).split("\n").length > 2;
    if (start < comma || isBlankLineBetween || speaksForMore.test(text.slice(start, end))) break;
    leading.unshift(comment);
    at = start;
  }
  return leading;
}

/** Whether nothing but one member and its own comments is in an object. */
export function isOnlyMember(layout: ObjectLayout, text: string): boolean {
  const { members, gaps } = layout;
  if (members.length !== 1) return false;
  const own = leadingComments(layout, 0, text).length + trailingComments(layout, 0, text).length;
  return own === gaps.flat().length;
}

/** Takes a member out, with the comments and the comma that belong to it, and with its lines when it has lines of its own. */
export function removalOf(
  layout: ObjectLayout,
  index: number,
  text: string,
): TextEdit[] | undefined {
  const { members, gaps, span } = layout;
  const member = members[index];
  if (!member) return undefined;
  if (isOnlyMember(layout, text)) return [{ start: span[0] + 1, end: span[1] - 1, text: "" }];
  const trailing = trailingComments(layout, index, text);
  const behind = (gaps[index + 1] as readonly Comment[])[trailing.length];
  const start = leadingComments(layout, index, text)[0]?.start ?? member.start;
  const end = Math.max(trailing.at(-1)?.end ?? 0, (member.comma ?? member.end - 1) + 1);
  // A comment of nobody before the comma.
  if (behind && behind.start < end) return undefined;
  const before = members[index - 1];
  const edits = [{ ...stretchOf(layout, index, [start, end], text), text: "" }];
  // Without a comma behind the last member, there is to be none behind the one before.
  if (member.comma === undefined && before?.comma !== undefined) {
    edits.unshift({ start: before.comma, end: before.comma + 1, text: "" });
  }
  return joined(edits);
}

/** What goes with a stretch that is taken out: its lines, or the space beside it. */
function stretchOf(
  { members, gaps }: ObjectLayout,
  index: number,
  [start, end]: [number, number],
  text: string,
): { start: number; end: number } {
  const from = skipBack(text, start, /[^\S\n]/);
  const to = skip(text, end, /[^\S\n]/);
  const startsLine = text[from - 1] === "\n";
  if (text[to] === "\n") return startsLine ? { start: from, end: to + 1 } : { start: from, end };
  if (
    members[index + 1] ||
    (gaps[index + 1] as readonly Comment[]).some((one) => one.start >= to)
  ) {
    return { start, end: to };
  }
  // The closing brace follows.
  if (!startsLine) return { start: from, end };
  const above = skipBack(text, from, /\s/);
  const isBehindLineComment = (gaps[index] as readonly Comment[]).some(
    (one) => one.isLine && one.end === above,
  );
  return isBehindLineComment ? { start, end: to } : { start: above, end };
}

/** Edits that touch each other as one. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last && last.end >= edit.start) {
      result.splice(-1, 1, { start: last.start, end: edit.end, text: last.text + edit.text });
    } else result.push(edit);
  }
  return result;
}

/** How a new member is separated from the one before it in a line. */
type Separator = "" | " ";

/** Puts a member behind all others. The comments behind the last member stay with that member. */
export function additionTo(
  layout: ObjectLayout,
  property: string,
  separator: Separator,
  text: string,
): TextEdit[] {
  const { members, span } = layout;
  const last = members.at(-1);
  if (!last) return [additionToEmpty(layout, property, text)];
  const trailing = trailingComments(layout, members.length - 1, text);
  const end = trailing.at(-1)?.end ?? last.end;
  const lineStart = skipBack(text, last.start, /[^\S\n]/);
  const startsLine = text[lineStart - 1] === "\n";
  const insert = (at: number, put: string): TextEdit => ({ start: at, end: at, text: put });
  if (startsLine || (trailing.length > 0 && hasNewline(text, end, span[1]))) {
    const indent = startsLine ? text.slice(lineStart, last.start) : indentIn(layout, text);
    const line = newlineIn(layout, text) + indent + property;
    if (last.comma !== undefined) return [insert(Math.max(last.comma + 1, end), `${line},`)];
    return joined([insert(last.end, ","), insert(end, line)]);
  }
  if (last.comma === undefined) return [insert(end, `,${separator}${property}`)];
  if (end <= last.comma) return [insert(last.comma + 1, `${separator}${property},`)];
  // The comma goes behind the comment, so that the comment does not come to be before the new member.
  return [
    { start: last.comma, end: last.comma + 1, text: "" },
    insert(end, `,${separator}${property},`),
  ];
}

function additionToEmpty(layout: ObjectLayout, property: string, text: string): TextEdit {
  const { gaps, span } = layout;
  const [start, end] = [span[0] + 1, span[1] - 1];
  const comments = gaps.flat();
  const isOneLine = !hasNewline(text, start, end);
  const [first] = comments;
  if (!first) {
    const line = isOneLine ? "" : newlineIn(layout, text);
    const put = isOneLine
      ? ` ${property} `
      : line + indentIn(layout, text) + property + line + closingIndent(layout, text);
    return { start, end, text: put };
  }
  if (isOneLine) {
    const at = comments.at(-1)?.end as number;
    return { start: at, end: at, text: ` ${property}` };
  }
  const at = trailingComments(layout, -1, text).at(-1)?.end ?? start;
  const line = newlineIn(layout, text) + indentIn(layout, text);
  return { start: at, end: at, text: line + property };
}

/** The line end of an object that has several lines. */
function newlineIn({ span }: ObjectLayout, text: string): "\n" | "\r\n" {
  return text[text.indexOf("\n", span[0]) - 1] === "\r" ? "\r\n" : "\n";
}

/** The space before what is first on a line of an object, or would. */
function indentIn(layout: ObjectLayout, text: string): string {
  const { members, gaps, span } = layout;
  const inside = text.slice(span[0], members.at(-1)?.start ?? gaps[0]?.at(-1)?.start ?? span[0]);
  const newline = inside.lastIndexOf("\n");
  if (newline >= 0) return /^[^\S\n]*/.exec(inside.slice(newline + 1))?.[0] ?? "";
  const closing = closingIndent(layout, text);
  return closing + (closing.startsWith("\t") ? "\t" : "  ");
}

function closingIndent({ span }: ObjectLayout, text: string): string {
  const end = span[1] - 1;
  const start = skipBack(text, end, /[^\S\n]/);
  return text[start - 1] === "\n" ? text.slice(start, end) : "";
}

/** The place behind the letters that match, from a place on. */
export function skip(text: string, from: number, letters: RegExp): number {
  let at = from;
  while (letters.test(text[at] ?? "")) at++;
  return at;
}

/** The place where the letters that match begin, up to a place. */
function skipBack(text: string, to: number, letters: RegExp): number {
  let at = to;
  while (letters.test(text[at - 1] ?? "")) at--;
  return at;
}
