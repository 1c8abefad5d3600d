import type { Located } from "../../extract/located.js";
import type { Span } from "../../text/positions.js";

/** Words that a loader of YAML 1.1 or 1.2 takes for something else than text. */
const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** Text that means itself without quotes, in blocks and within brackets, for any loader. */
const plain = /^[\p{L}_/](?:[\p{L}\p{N}_./@+-]|:(?=[\p{L}\p{N}/])| (?=[\p{L}\p{N}_./@+]))*$/u;

/** A value as YAML on one line; a text in the quotes of what is written already. */
export function scalarText(value: unknown, like: string): string {
  if (typeof value !== "string") return JSON.stringify(value);
  const [quote] = like;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they need the other quotes
  if (quote === "'" && !/[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ud800-\udfff\ufeff]/.test(value)) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  const isPlain = quote !== '"' && plain.test(value) && !reserved.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/** What a map or a list in a text holds that is written there itself, each with its key, in the order of the text. */
export function membersOf({ span, children }: Located): (Located & { readonly property: Span })[] {
  return [...children.values()]
    .filter((child): child is Located & { readonly property: Span } => {
      const { property } = child;
      return property !== undefined && span[0] <= property[0] && property[1] <= span[1];
    })
    .sort((left, right) => left.property[0] - right.property[0]);
}

/** The offset behind the last character of a stretch that is no white space. */
export function trimmedEnd(text: string, [start, end]: Span): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** The offset where the line begins that an offset is in. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;

/** What is before an offset in its line, without the byte order mark of a file. */
export const indentOf = (text: string, at: number): string =>
  text.slice(lineStart(text, at), at).replace("\ufeff", "");

/** The offset behind white space and comments. */
export function skipTrivia(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (/\s/.test(text[at] ?? "")) at++;
    if (text[at] !== "#") return at;
    const newline = text.indexOf("\n", at);
    at = newline < 0 ? text.length : newline;
  }
}

/** The offset behind blanks. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at++;
  return at;
}

/** Where the blanks before an offset begin. */
export function skipBlanksBack(text: string, from: number): number {
  let at = from;
  while (text[at - 1] === " " || text[at - 1] === "\t") at--;
  return at;
}

/** What is left of a line behind an offset, when that is nothing but a comment. */
interface LineRest {
  readonly hasComment: boolean;
  /** Offset of the line end. */
  readonly end: number;
  /** Offset of the next line. */
  readonly next: number;
}

/** The rest of a line; undefined where more than a comment is there. */
export function lineRest(text: string, from: number): LineRest | undefined {
  const newline = text.indexOf("\n", from);
  const next = newline < 0 ? text.length : newline + 1;
  const rest = text.slice(from, newline < 0 ? text.length : newline).replace(/\r$/, "");
  if (!/^[ \t]*(?:#.*)?$/.test(rest)) return undefined;
  return { hasComment: rest.includes("#"), end: from + rest.length, next };
}

/** Offset of the line behind comments that are indented more deeply than a column, with blank lines between them. */
export function skipDeeperComments(text: string, from: number, column: number): number {
  let end = from;
  let at = from;
  while (at < text.length) {
    const rest = lineRest(text, at);
    if (!rest) break;
    if (rest.hasComment) {
      if (skipBlanks(text, at) - at <= column) break;
      end = rest.next;
    }
    at = rest.next;
  }
  return end;
}

/** A scalar in a block that keeps the blank lines behind it. */
export const keepsBlankLines = (text: string, [start, end]: Span): boolean =>
  /[|>]\d?\+/.test(text.slice(start, end));
