import { isSecretValue } from "../../validator/mask.js";
import type { NameTest } from "./secretNames.js";

/** Notes a range that must be hidden. */
export type Hide = (start: number, end: number) => void;

interface ScanOptions {
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
export const hideLiterals = (
  text: string,
  from: number,
  options: ScanOptions,
  test: NameTest,
  hide: Hide,
): number => new ValueScanner(text, from, options, test, hide).scan();

/** One walk over one value, a token a step. */
class ValueScanner {
  #at: number;
  #isOver = false;
  /** Whether something of the value has been passed, so that an operator may go before a line end. */
  #hasBegun = false;
  /** Whether an opened comment of several lines can still have an end. */
  #commentsEnd = true;
  /** The brackets that are open, and a backtick for each `${`. */
  readonly #open: string[] = [];

  constructor(
    readonly text: string,
    readonly from: number,
    readonly options: ScanOptions,
    readonly test: NameTest,
    readonly hide: Hide,
  ) {
    this.#at = from;
  }

  scan(): number {
    while (!this.#isOver && this.#at < this.options.limit) this.#step();
    return Math.min(this.#at, this.options.limit);
  }

  #step(): void {
    const character = this.text[this.#at] as string;
    if (character === "\n") this.#lineEnd();
    else if (isBlank(character)) this.#at = endOf(blank, this.text, this.#at);
    else if (isQuote(character)) this.#quote();
    else if (character === "`") this.#quasi();
    else if (isOpening(character)) this.#bracket(character);
    else if (isClosing(character)) this.#bracketEnd();
    else if (!this.#comment()) this.#word(character);
  }

  /** Whether what ends a value ends this one here. */
  get #mayEnd(): boolean {
    return this.options.ends && this.#open.length === 0;
  }

  #passTo(at: number): void {
    this.#at = at;
    this.#hasBegun = true;
  }

  #lineEnd(): void {
    if (this.#mayEnd && !this.#goesOn()) this.#isOver = true;
    else this.#at++;
  }

  /** Whether the value goes on behind a line end: by indentation, as in YAML, or by an operator on either side of it. */
  #goesOn(): boolean {
    const { text, from, options } = this;
    const at = this.#at;
    const [blanks = "", spaces = ""] =
      /^(?:[ \t]*\r?\n){0,4}([ \t]*)/.exec(text.slice(at + 1, at + 400)) ?? [];
    const next = text.slice(at + 1 + blanks.length, at + 9 + blanks.length);
    if (next === "") return false;
    if (next.startsWith("- ") && firstItem.test(text.slice(from, from + 200))) return true;
    if (spaces.length > options.indent || operatorBehind.test(next)) return true;
    if (!this.#hasBegun) return valueBehind.test(next);
    return operatorBefore.test(text.slice(Math.max(from, at - 40), at).trimEnd());
  }

  #quote(): void {
    const quoted = quotedAt(this.text, this.#at, this.options.limit);
    if (!quoted) {
      this.#unclosedQuote();
      return;
    }
    this.#hideText(quoted.start, quoted.end);
    this.#passTo(quoted.after);
    this.#isOver = this.#mayEnd && this.options.isArgument && !isOperatorAhead(this.text, this.#at);
  }

  /** A quote that nothing closes still begins the value, if only up to the next space. */
  #unclosedQuote(): void {
    const at = this.#at;
    const end = this.#hasBegun ? at : endOf(unclosed, this.text, at);
    const start = Math.min(quoteBehind(this.text, at) ?? at, end);
    this.#hideText(start, Math.min(end, this.options.limit));
    this.#passTo(Math.max(end, at + 1));
  }

  /** Goes over the text of a template, behind its backtick or a `}`, up to its end or to a `${`. */
  #quasi(): void {
    const start = this.#at + 1;
    const end = quasiEnd(this.text, start, this.options.limit);
    if (end === undefined) {
      this.#passTo(start);
      return;
    }
    this.#hideText(start, end);
    const isHole = this.text[end] !== "`";
    if (isHole) this.#open.push("`");
    this.#passTo(end + (isHole ? 2 : 1));
  }

  #bracket(character: string): void {
    this.#open.push(character);
    this.#passTo(this.#at + 1);
  }

  #bracketEnd(): void {
    const opened = this.#open.pop();
    if (opened === "`") this.#quasi();
    else if (opened === undefined && this.options.ends) this.#isOver = true;
    else this.#at++;
  }

  /** Goes over a comment, if there is one here. */
  #comment(): boolean {
    const { text } = this;
    const rest = () => text.slice(this.#at, this.options.limit);
    if (isLineComment(text, this.#at)) {
      const length = rest().indexOf("\n");
      const end = length < 0 ? this.options.limit : this.#at + length;
      this.#hideWords(this.#at, end);
      this.#at = end;
      return true;
    }
    if (!this.#commentsEnd || !text.startsWith("/*", this.#at)) return false;
    const length = rest().indexOf("*/", "/*".length);
    // Without an end it is no comment, and nor is any that follows.
    this.#commentsEnd = length > 0;
    this.#hideWords(this.#at, this.#at + Math.max(length, 0));
    this.#at += Math.max(length, 0) + 2;
    return true;
  }

  #word(character: string): void {
    if (this.#mayEnd && isEnd(character, this.options)) {
      this.#isOver = true;
      return;
    }
    const end = endOf(word, this.text, this.#at);
    this.#hideWord(this.#at, Math.min(end, this.options.limit));
    this.#passTo(Math.max(end, this.#at + 1));
  }

  #hideText(start: number, end: number): void {
    const value = this.text.slice(start, end);
    if (!isSecretValue(value) || this.test.isExactly(value)) return;
    if (!this.options.digitsOnly || /\p{Nd}/u.test(value)) this.hide(start, end);
  }

  #hideWord(start: number, end: number): void {
    const value = this.text.slice(start, end);
    if (/\p{Nd}/u.test(value) && !this.test.isExactly(value)) this.hide(start, end);
  }

  #hideWords(start: number, end: number): void {
    const found = this.text.slice(start, end).matchAll(/[\p{L}\p{Nd}_$]+/gu);
    for (const { 0: one, index } of found)
      this.#hideWord(start + index, start + index + one.length);
  }
}

const isBlank = (character: string) =>
  character === " " || character === "\t" || character === "\r";
const isQuote = (character: string) => character === "\\" || character === '"' || character === "'";
const isOpening = (character: string) => "([{".includes(character);
const isClosing = (character: string) => ")]}".includes(character);

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
  if (text[at] === "#") return /\s/.test(text[at - 1] as string);
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
