import { isSecretValue } from "../validator/mask.js";
import type { NameTest } from "./secretNames.js";

/** Notes a stretch that is to be hidden. */
export type Hide = (start: number, end: number) => void;

export interface ScanOptions {
  /** Offset at which the scan ends at the latest. */
  readonly limit: number;
  /** Ends the value at a comma, semicolon or line end outside brackets; otherwise only the limit does. */
  readonly ends: boolean;
  /** Whether a comma ends it. */
  readonly endsAtComma: boolean;
  /** Texts without a digit stay; for places where a text may as well be another name. */
  readonly digitsOnly: boolean;
  /** Whether words without an operator between them end the value, as in the arguments of a command. */
  readonly isArgument: boolean;
  /** Column at which the key begins. */
  readonly indent: number;
}

/** Longest text between backticks that is taken for one; behind it the backtick is no quote. */
const longestQuasi = 2_000;

const word = /[\p{L}\p{Nd}_$]+/uy;
const operatorAhead = /[ \t]*(?:[?:+|&.)\]},;=*/<>]|-[ \t])/y;
const unclosed = /\\*["'][^\s"'`\\,;()[\]{}]*/y;
const blank = /[ \t\r]+/y;

/**
 * Walks over the text of a value, in whatever language, and hides every literal in it: quoted texts, the texts of
 * templates, numbers and words with a digit. Names, operators and brackets stay. Returns where the value ends.
 */
export function hideLiterals(
  text: string,
  from: number,
  options: ScanOptions,
  test: NameTest,
  hide: Hide,
): number {
  const { limit, ends } = options;
  const open: string[] = [];
  let at = from;
  let hasBegun = false;
  let commentsEnd = true;
  const hideText = (start: number, end: number) => {
    const value = text.slice(start, end);
    if (!isSecretValue(value) || test.isExactly(value)) return;
    if (!options.digitsOnly || /\p{Nd}/u.test(value)) hide(start, end);
  };
  const hideWord = (start: number, end: number) => {
    const value = text.slice(start, end);
    if (/\p{Nd}/u.test(value) && !test.isExactly(value)) hide(start, end);
  };
  const hideWords = (start: number, end: number) => {
    for (const { 0: found, index } of text.slice(start, end).matchAll(/[\p{L}\p{Nd}_$]+/gu)) {
      hideWord(start + index, start + index + found.length);
    }
  };
  /** Goes over the text of a template up to its end or to a `${`. */
  const quasi = (start: number): number => {
    const end = quasiEnd(text, start, limit);
    if (end === undefined) return start;
    hideText(start, end);
    if (text[end] === "`") return end + 1;
    open.push("`");
    return end + 2;
  };
  while (at < limit) {
    const character = text[at] as string;
    if (character === "\n") {
      if (ends && open.length === 0 && !goesOn(text, from, at, hasBegun, options)) return at;
      at++;
    } else if (character === " " || character === "\t" || character === "\r") {
      at = endOf(blank, text, at);
    } else if (isLineComment(text, at)) {
      const length = text.slice(at, limit).indexOf("\n");
      const end = length < 0 ? limit : at + length;
      hideWords(at, end);
      at = end;
    } else if (commentsEnd && text.startsWith("/*", at)) {
      const length = text.slice(at, limit).indexOf("*/");
      // Without an end it is no comment, and nor is any that follows.
      commentsEnd = length > 0;
      hideWords(at, at + Math.max(length, 0));
      at += commentsEnd ? length + 2 : 2;
    } else if (character === "\\" || character === '"' || character === "'") {
      const quoted = quotedAt(text, at, limit);
      if (quoted) {
        hideText(quoted.start, quoted.end);
        at = quoted.after;
        hasBegun = true;
        if (ends && options.isArgument && open.length === 0 && !isOperatorAhead(text, at))
          return at;
      } else {
        // A quote that nothing closes still begins the value, if only up to the next space.
        const end = hasBegun ? at : endOf(unclosed, text, at);
        if (end > at) hideText(Math.min(quoteBehind(text, at) ?? at, end), Math.min(end, limit));
        at = Math.max(end, at + 1);
        hasBegun = true;
      }
    } else if (character === "`") {
      at = quasi(at + 1);
      hasBegun = true;
    } else if (character === "(" || character === "[" || character === "{") {
      open.push(character);
      hasBegun = true;
      at++;
    } else if (character === ")" || character === "]" || character === "}") {
      const opened = open.pop();
      if (opened === undefined && ends) return at;
      at = opened === "`" ? quasi(at + 1) : at + 1;
    } else if (ends && open.length === 0 && isEnd(character, options)) {
      return at;
    } else {
      const end = endOf(word, text, at);
      if (end > at) hideWord(at, Math.min(end, limit));
      hasBegun = true;
      at = Math.max(end, at + 1);
    }
  }
  return Math.min(at, limit);
}

const isEnd = (character: string, { endsAtComma }: ScanOptions) =>
  character === ";" || (character === "," && endsAtComma);

/** End of what a sticky or global expression matches from an offset on; the offset itself where it matches nothing. */
function endOf(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
}

const isOperatorAhead = (text: string, at: number) =>
  endOf(operatorAhead, text, at) > at || /^[ \t]*(?:["'`]|\r?\n|$)/.test(text.slice(at, at + 80));

/** A comment of JavaScript, or of YAML and shells; not the slashes of an address. */
function isLineComment(text: string, at: number): boolean {
  if (text[at] === "#") return /\s/.test(text[at - 1] ?? " ");
  return text.startsWith("//", at) && text[at - 1] !== ":";
}

export interface Quoted {
  /** Offsets of what is between the quotes, and of what comes after them. */
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

/** The text in quotes at an offset, on one line; the quotes may be escaped themselves, as in JSON within a text. */
export function quotedAt(text: string, at: number, limit: number): Quoted | undefined {
  const start = quoteBehind(text, at);
  if (start === undefined) return undefined;
  const quote = text[start - 1] as string;
  const escapes = start - 1 - at;
  let backslashes = 0;
  for (let end = start; end < limit; end++) {
    const character = text[end];
    if (character === "\n") return undefined;
    if (character === "\\") {
      backslashes++;
    } else {
      const closes = escapes === 0 ? backslashes % 2 === 0 : backslashes <= escapes;
      if (character === quote && closes)
        return { start, end: end - Math.min(backslashes, escapes), after: end + 1 };
      backslashes = 0;
    }
  }
  return undefined;
}

/** Offset behind a quote, and behind the backslashes before it. */
function quoteBehind(text: string, at: number): number | undefined {
  let quote = at;
  while (text[quote] === "\\" && quote - at < 16) quote++;
  return text[quote] === '"' || text[quote] === "'" ? quote + 1 : undefined;
}

function quasiEnd(text: string, start: number, limit: number): number | undefined {
  const last = Math.min(limit, start + longestQuasi);
  for (let at = start; at < last; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "`" || text.startsWith("${", at)) return at;
  }
  return undefined;
}

const operatorBefore = /[?:+|&=(\\-]$/;
const operatorBehind = /^(?:[?:+.)\]]|\|\||&&)/;
const firstItem = /^[ \t]*\r?\n[ \t]*- /;
const valueBehind = /^(?:["'`\\]|\d|- )/;

/** Whether a value goes on behind a line end: by indentation, as in YAML, or by an operator on either side of it. */
function goesOn(
  text: string,
  from: number,
  at: number,
  hasBegun: boolean,
  { indent }: ScanOptions,
): boolean {
  const [blanks = "", spaces = ""] =
    /^(?:[ \t]*\r?\n){0,4}([ \t]*)/.exec(text.slice(at + 1, at + 400)) ?? [];
  const next = text.slice(at + 1 + blanks.length, at + 9 + blanks.length);
  if (next === "" || next.startsWith("\n")) return false;
  if (next.startsWith("- ") && firstItem.test(text.slice(from, from + 200))) return true;
  if (spaces.length > indent || operatorBehind.test(next)) return true;
  if (!hasBegun) return valueBehind.test(next);
  return operatorBefore.test(text.slice(Math.max(from, at - 40), at).trimEnd());
}
