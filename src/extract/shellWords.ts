import type { Span } from "../text/positions.js";
import { hole } from "../validator/unknown.js";
import type { Written } from "./body.js";
import { type HereDocument, hereDocumentAt } from "./hereDocument.js";
import { ansiEscapeAt, expansionAt } from "./shellExpansion.js";

/**
 * Splits a shell command into words, by the part of POSIX that commands in scripts and documents use: quotes, escapes,
 * expansions (which become holes), continued lines, comments, redirections and here-documents; of other shells `$'…'`,
 * `<<<`, and the marks by which cmd (`^`) and PowerShell (a backtick) continue a line.
 */

/** A command as the shell would hand it over. */
export interface ShellCommand {
  readonly words: readonly Written[];
  /** Offset behind the command and its here-documents. */
  readonly end: number;
  /** False where a quote is not closed. */
  readonly isClosed: boolean;
  /** What standard input is, where the command writes it out. */
  readonly input: Written | undefined;
  /** Blanks between the mark that continues a line and the end of that line. */
  readonly blanks: readonly Span[];
}

/** Reads the command that begins at an offset. In a sample an unquoted `<name>` is a placeholder, no redirection. */
export const commandAt = (text: string, start: number, isSample = false): ShellCommand =>
  new Lexer(text, start, isSample).command();

const continuation = /[\\^`]([^\S\r\n]*)(?:\r?\n)/y;
const placeholder = /<[^\s<>&][^<>\n]*>/y;
const redirection = /(?:<<<|>>|>\||[<>]&?)[ \t]*/y;

/** Length of what a pattern matches at an offset. */
function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

class Lexer {
  readonly #text: string;
  readonly #isSample: boolean;
  readonly #words: Written[] = [];
  readonly #blanks: Span[] = [];
  readonly #hereDocuments: HereDocument[] = [];
  readonly #start: number;
  /** True where the command itself is in backticks, so that the next one ends it. */
  readonly #isInBackticks: boolean;
  #at: number;
  #word: Written | undefined;
  #isClosed = true;
  #input: Written | undefined;
  /** What becomes of the next word, where a redirection asks for one. */
  #takes: "dropped" | "input" | undefined;

  constructor(text: string, start: number, isSample: boolean) {
    this.#text = text;
    this.#start = start;
    this.#at = start;
    this.#isSample = isSample;
    const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    this.#isInBackticks = line.split("`").length % 2 === 0;
  }

  command(): ShellCommand {
    while (this.#at < this.#text.length && this.#isClosed && this.#lexNext()) {
      // Each step reads one part of a word, or what is between words.
    }
    this.#endWord();
    this.#readHereDocuments();
    return {
      words: this.#words,
      end: Math.max(this.#at, this.#start + 1),
      isClosed: this.#isClosed,
      input: this.#input,
      blanks: this.#blanks,
    };
  }

  /** Reads on; false at the end of the command. */
  #lexNext(): boolean {
    const letter = this.#text[this.#at] as string;
    if (this.#lexContinuation(letter)) return true;
    if (letter === "\n") return false;
    if (/\s/.test(letter)) {
      this.#endWord();
      this.#at++;
      return true;
    }
    switch (letter) {
      case "'":
        this.#lexSingleQuoted();
        return true;
      case '"':
        this.#lexDoubleQuoted();
        return true;
      case "\\":
        this.#lexEscape();
        return true;
      case "$":
        this.#lexDollar();
        return true;
      case "`":
        return !this.#isInBackticks && this.#lexExpansion();
      case "<":
      case ">":
        this.#lexRedirection();
        return true;
      case "#":
        if (this.#word) break;
        this.#skipLine();
        return true;
      case ";":
      case "|":
      case "&":
      case "(":
      case ")":
        return false;
      default:
    }
    this.#add(letter);
    return true;
  }

  #add(letter: string, at = this.#at): void {
    this.#begin();
    const word = this.#word as Written;
    word.text += letter;
    word.offsets.push(at);
    this.#at = at + 1;
  }

  #begin(): void {
    this.#word ??= { text: "", offsets: [] };
  }

  #endWord(): void {
    const word = this.#word;
    this.#word = undefined;
    if (!word) return;
    if (this.#takes === "input") this.#input = word;
    if (this.#takes === undefined) this.#words.push(word);
    this.#takes = undefined;
  }

  /** A line that goes on. The shell itself would end the command where blanks follow the mark, which nobody means. */
  #lexContinuation(letter: string): boolean {
    if (!/[\\^`]/.test(letter) || (letter !== "\\" && this.#word)) return false;
    continuation.lastIndex = this.#at;
    const match = continuation.exec(this.#text);
    if (!match) return false;
    const [whole, blanks = ""] = match;
    const end = this.#at + whole.length;
    if (blanks !== "") {
      const goesOn = /[^\n]*\S/y;
      goesOn.lastIndex = end;
      if (!goesOn.test(this.#text)) return false;
      this.#endWord();
      this.#blanks.push([this.#at + 1, this.#at + 1 + blanks.length]);
    }
    // A sample may show the prompt of a line that goes on.
    const hasPrompt = this.#isSample && this.#text.startsWith("> ", end);
    this.#at = hasPrompt ? end + 2 : end;
    return true;
  }

  #lexSingleQuoted(): void {
    this.#begin();
    const end = this.#text.indexOf("'", this.#at + 1);
    this.#isClosed = end >= 0;
    if (!this.#isClosed) {
      this.#at = this.#text.length;
      return;
    }
    for (let at = this.#at + 1; at < end; at++) this.#add(this.#text[at] as string, at);
    this.#at = end + 1;
  }

  #lexDoubleQuoted(): void {
    this.#begin();
    for (this.#at++; this.#at < this.#text.length; ) {
      if (this.#text[this.#at] === '"') {
        this.#at++;
        return;
      }
      this.#lexExpandable('"');
    }
    this.#isClosed = false;
  }

  /** One letter, escape or expansion of a text that the shell expands. */
  #lexExpandable(quote: string): void {
    const letter = this.#text[this.#at] as string;
    const next = this.#text[this.#at + 1] ?? "";
    if (letter === "\\" && next !== "" && `$\`\\\n${quote}`.includes(next)) this.#lexEscape();
    else if (letter === "\\" && this.#text.startsWith("\r\n", this.#at + 1)) this.#at += 3;
    else if (letter === "$") this.#lexDollar(false);
    else if (letter !== "`" || !this.#lexExpansion()) this.#add(letter);
  }

  #lexEscape(): void {
    const next = this.#text[this.#at + 1];
    if (next === undefined || next === "\n") this.#at += 2;
    else this.#add(next, this.#at + 1);
  }

  #lexDollar(mayQuote = true): void {
    const next = this.#text[this.#at + 1] ?? "";
    if (mayQuote && next === "'") this.#lexAnsiQuoted();
    else if (mayQuote && next === '"') this.#at++;
    else this.#lexExpansion();
  }

  /** `$'…'`, in which a backslash escapes as in C. */
  #lexAnsiQuoted(): void {
    this.#begin();
    this.#at += 2;
    while (this.#at < this.#text.length) {
      const letter = this.#text[this.#at] as string;
      if (letter === "'") {
        this.#at++;
        return;
      }
      const at = this.#at;
      const escaped = ansiEscapeAt(this.#text, at);
      this.#add(escaped?.letter ?? letter);
      this.#at = at + (escaped?.length ?? 1);
    }
    this.#isClosed = false;
  }

  /** `$name`, `${…}`, `$(…)` or a command in backticks, as one hole; false at a backtick that nothing closes. */
  #lexExpansion(): boolean {
    const stretch = expansionAt(this.#text, this.#at);
    if (stretch === 0) {
      if (this.#text[this.#at] === "`") return false;
      this.#add("$");
      return true;
    }
    const end = this.#at + stretch;
    this.#add(hole);
    this.#at = end;
    return true;
  }

  #lexRedirection(): void {
    const placed = this.#isSample && lengthAt(placeholder, this.#text, this.#at);
    if (placed) {
      const end = this.#at + placed;
      this.#add(hole);
      this.#at = end;
      return;
    }
    // `2>file`
    if (this.#word && /^\d$/.test(this.#word.text)) this.#word = undefined;
    this.#endWord();
    const here = hereDocumentAt(this.#text, this.#at);
    if (here) {
      this.#hereDocuments.push(here);
      this.#at += here.length;
      return;
    }
    this.#takes = this.#text.startsWith("<<<", this.#at) ? "input" : "dropped";
    this.#at += lengthAt(redirection, this.#text, this.#at);
  }

  #skipLine(): void {
    const newline = this.#text.indexOf("\n", this.#at);
    this.#at = newline < 0 ? this.#text.length : newline;
  }

  #readHereDocuments(): void {
    if (this.#hereDocuments.length === 0 || !this.#isClosed) return;
    this.#skipLine();
    this.#at = Math.min(this.#at + 1, this.#text.length);
    for (const one of this.#hereDocuments) {
      this.#readHereDocument(one);
      this.#input = this.#word ?? { text: "", offsets: [] };
      this.#word = undefined;
    }
  }

  #readHereDocument({ delimiter, isLiteral, isIndented }: HereDocument): void {
    while (this.#at < this.#text.length) {
      const newline = this.#text.indexOf("\n", this.#at);
      const end = newline < 0 ? this.#text.length : newline + 1;
      // In a document the block itself may be indented.
      if (this.#text.slice(this.#at, end).trim() === delimiter) {
        this.#at = end;
        return;
      }
      if (isIndented) while (this.#text[this.#at] === "\t") this.#at++;
      while (this.#at < end) {
        if (isLiteral) this.#add(this.#text[this.#at] as string);
        else this.#lexExpandable("");
      }
    }
  }
}
