import type { Span } from "../../text/positions.js";

/** A comment between the members of an object. */
export interface Comment {
  readonly start: number;
  /** For a line comment the end of its line, without the newline. */
  readonly end: number;
  readonly isLine: boolean;
}

/** What is between two commas of an object: a property, a method, a spread. */
export interface MemberLayout {
  readonly start: number;
  readonly end: number;
  /** Offset of the comma behind it. */
  readonly comma?: number;
  /** True where evaluating it may do more than give a value: it calls or assigns something. */
  readonly mayAct: boolean;
  /** True of what puts all keys of another object there. */
  readonly isSpread: boolean;
}

/** How an object is written out. */
export interface ObjectLayout {
  /** From the opening brace to behind the closing one. */
  readonly span: Span;
  readonly members: readonly MemberLayout[];
  /** The numbers of the members by where they start. */
  readonly indexes: ReadonlyMap<number, number>;
  /** Number of the first spread; -1 where there is none. */
  readonly firstSpread: number;
  /** The comments before each member, and at last those before the closing brace. */
  readonly gaps: readonly (readonly Comment[])[];
}

/** A language in which objects are written with braces. */
export type BraceSyntax = "javascript" | "json" | "python";

const spreads: Readonly<Record<BraceSyntax, string>> = {
  javascript: "...",
  json: "...",
  python: "**",
};

/** Behind these words a slash begins a regular expression. */
const wordsBeforeExpression =
  /\b(?:await|case|delete|else|in|instanceof|new|of|return|throw|typeof|void|yield)$/;

/**
 * Reads how an object is written out, in one pass over its text.
 * @returns undefined where the text is not what it seems, such as JSON in a shell's quotes.
 */
export function layoutOf(text: string, span: Span, syntax: BraceSyntax): ObjectLayout | undefined {
  return new ObjectScanner(text, span, syntax).layout();
}

class ObjectScanner {
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #syntax: BraceSyntax;
  #at: number;
  #mayAct = false;

  constructor(text: string, [start, end]: Span, syntax: BraceSyntax) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#syntax = syntax;
    this.#at = start + 1;
  }

  layout(): ObjectLayout | undefined {
    const text = this.#text;
    const last = this.#end - 1;
    if (text[this.#start] !== "{" || text[last] !== "}") return undefined;
    const members: MemberLayout[] = [];
    const gaps: Comment[][] = [[]];
    while (this.#at < last) {
      const comment = this.#comment();
      if (comment) gaps.at(-1)?.push(comment);
      else if (/\s/.test(text[this.#at] as string)) this.#at++;
      else {
        const read = this.#member(last);
        if (!read) return undefined;
        members.push(read.member);
        gaps.push(read.behind);
      }
    }
    if (this.#at !== last) return undefined;
    return {
      span: [this.#start, this.#end],
      members,
      indexes: new Map(members.map(({ start }, index) => [start, index])),
      firstSpread: members.findIndex(({ isSpread }) => isSpread),
      gaps,
    };
  }

  /** Passes over a comment that begins here. */
  #comment(): Comment | undefined {
    const text = this.#text;
    const start = this.#at;
    const isPython = this.#syntax === "python";
    if (text[start] !== (isPython ? "#" : "/")) return undefined;
    const isLine = isPython || text[start + 1] === "/";
    if (!isLine && text[start + 1] !== "*") return undefined;
    const close = text.indexOf(isLine ? "\n" : "*/", start + (isPython ? 1 : 2));
    if (close < 0 || close >= this.#end) return undefined;
    const hasReturn = isLine && text[close - 1] === "\r";
    const end = isLine ? close - (hasReturn ? 1 : 0) : close + 2;
    this.#at = end;
    return { start, end, isLine };
  }

  /** Passes over a member and the comma behind it. Comments at its end are not part of it. */
  #member(last: number): { member: MemberLayout; behind: Comment[] } | undefined {
    const start = this.#at;
    const isSpread = this.#text.startsWith(spreads[this.#syntax], start);
    let end = start;
    let behind: Comment[] = [];
    let depth = 0;
    this.#mayAct = false;
    while (this.#at < last) {
      const letter = this.#text[this.#at] as string;
      const comment = this.#comment();
      if (comment) {
        behind.push(comment);
        continue;
      }
      if (depth === 0 && letter === ",") {
        if (end === start) return undefined;
        const comma = this.#at++;
        return { member: { start, end, comma, mayAct: this.#mayAct, isSpread }, behind };
      }
      if (/\s/.test(letter)) {
        this.#at++;
        continue;
      }
      if (/[([{]/.test(letter)) depth++;
      else if (/[)\]}]/.test(letter) && --depth < 0) return undefined;
      if (!this.#token(letter, end)) return undefined;
      end = this.#at;
      behind = [];
    }
    return depth === 0
      ? { member: { start, end, mayAct: this.#mayAct, isSpread }, behind }
      : undefined;
  }

  /** Passes over a string, a regular expression or one letter. `end` is the end of what is before. */
  #token(letter: string, end: number): boolean {
    if (letter === '"') return this.#string(letter);
    if (this.#syntax === "json") {
      this.#at++;
      return /[\w{}[\]:,.+$-]/.test(letter);
    }
    if (letter === "'") return this.#string(letter);
    if (this.#syntax === "python") {
      this.#mayAct ||= letter === "(" || this.#text.startsWith(":=", this.#at);
      this.#at++;
      return letter !== "\\";
    }
    if (letter === "`") {
      this.#mayAct ||= !this.#isOperandNext(end);
      return this.#template();
    }
    const isOperand = this.#isOperandNext(end);
    if (letter === "/" && isOperand) return this.#regularExpression();
    const around = this.#text.slice(this.#at - 1, this.#at + 2);
    this.#mayAct ||= letter === "(" || /^(?:[^=!<>]=[^=>]|.\+\+|.--)$/.test(around);
    this.#at++;
    // Text of JSX follows no rules of strings.
    return letter !== "\\" && !(letter === "<" && isOperand);
  }

  #string(quote: string): boolean {
    const text = this.#text;
    const three = quote.repeat(3);
    if (this.#syntax === "python" && text.startsWith(three, this.#at)) {
      const close = text.indexOf(three, this.#at + 3);
      this.#at = close + 3;
      return close >= 0 && this.#at < this.#end;
    }
    for (let at = this.#at + 1; at < this.#end && text[at] !== "\n"; at++) {
      if (text[at] === "\\") at++;
      else if (text[at] === quote) {
        this.#at = at + 1;
        return true;
      }
    }
    return false;
  }

  #template(): boolean {
    const text = this.#text;
    this.#at++;
    while (this.#at < this.#end) {
      const letter = text[this.#at];
      if (letter === "`") {
        this.#at++;
        return true;
      }
      if (letter === "$" && text[this.#at + 1] === "{") {
        this.#at += 2;
        if (!this.#substitution()) return false;
      } else this.#at += letter === "\\" ? 2 : 1;
    }
    return false;
  }

  /** Passes over an expression in a template and the brace behind it. */
  #substitution(): boolean {
    let end = this.#at;
    for (let depth = 0; this.#at < this.#end; ) {
      if (this.#comment()) continue;
      const letter = this.#text[this.#at] as string;
      if (letter === "}" && depth === 0) {
        this.#at++;
        return true;
      }
      if (letter === "{") depth++;
      if (letter === "}") depth--;
      if (/\s/.test(letter)) this.#at++;
      else {
        if (!this.#token(letter, end)) return false;
        end = this.#at;
      }
    }
    return false;
  }

  /** Whether a value must follow what ends at an offset, so that a slash or `<` there begins one. */
  #isOperandNext(end: number): boolean {
    const before = this.#text.slice(Math.max(this.#start, end - 12), end);
    return wordsBeforeExpression.test(before) || !/[\w$)\]}"'`]$/.test(before);
  }

  #regularExpression(): boolean {
    const text = this.#text;
    let isClass = false;
    for (let at = this.#at + 1; at < this.#end && text[at] !== "\n"; at++) {
      const letter = text[at];
      if (letter === "\\") at++;
      else if (letter === "[") isClass = true;
      else if (letter === "]") isClass = false;
      else if (letter === "/" && !isClass) {
        this.#at = at + 1;
        return true;
      }
    }
    return false;
  }
}
