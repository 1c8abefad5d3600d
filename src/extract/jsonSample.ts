import { hole } from "../validator/unknown.js";
import type { Written } from "./body.js";
import { hasElision } from "./javascript/folding/placeholders.js";

/** Key, and text in a list, of an entry that says that entries are left out. */
export const elided = `${hole}elided`;

const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const quoted = /"(?:[^"\\]|\\[\s\S])*"?/y;
const ellipsis = /\.{2,}|…+|⋯+/y;
/** `{order number}`, which is no object. */
const braced = /\{[^{}":,]+\}/y;
/** What stands for a value without quotes. */
const word = /[^\s",:{}[\]][^",{}[\]\n]*/y;
const scalarOfJson = /^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;

/**
 * JSON as a document shows it, made such that a parser of JSON reads it: a placeholder without quotes becomes a text, an ellipsis
 * or a comment that says the same becomes an entry of its own.
 */
export const readableSample = (written: Written): Written => new SampleReader(written).read();

class SampleReader {
  readonly #written: Written;
  readonly #readable: Written = { text: "", offsets: [] };
  /** The brackets around the place. */
  readonly #brackets: string[] = [];
  #at = 0;
  /** The last letter that is neither a blank nor in a comment. */
  #last = "";
  /** A line break where one follows that letter. */
  #gap = "";
  /** True behind an entry that was put in, which needs a comma before the next one. */
  #owesComma = false;

  constructor(written: Written) {
    this.#written = written;
  }

  read(): Written {
    while (this.#at < this.#written.text.length) this.#readNext();
    return this.#readable;
  }

  #readNext(): void {
    const letter = this.#written.text[this.#at] as string;
    if (/\s/.test(letter)) {
      if (letter === "\n") this.#gap = "\n";
      this.#copy(1);
      return;
    }
    const found = this.#match(comment);
    if (found !== undefined) {
      const isLeftOut =
        this.#last !== ":" && hasElision(this.#gap + found, /^[{[]?$/.test(this.#last));
      if (isLeftOut) this.#putElided(found.length);
      else this.#put(" ", found.length);
      return;
    }
    const dots = this.#match(ellipsis);
    if (dots !== undefined) {
      if (this.#last !== ":") this.#putElided(dots.length);
      else {
        this.#putValue(dots.length);
        this.#last = '"';
      }
      return;
    }
    this.#gap = "";
    if (/[,}\]]/.test(letter)) this.#owesComma = false;
    else if (this.#owesComma) this.#putComma();
    const isValue = this.#last === ":" || this.#brackets.at(-1) === "[";
    const bare = isValue ? (this.#match(braced) ?? this.#bareWord()) : undefined;
    if (bare !== undefined) {
      if (scalarOfJson.test(bare)) this.#copy(bare.length);
      else this.#putValue(bare.length);
      this.#last = '"';
      return;
    }
    if (/[{[]/.test(letter)) this.#brackets.push(letter);
    else if (/[}\]]/.test(letter)) this.#brackets.pop();
    const text = this.#match(quoted);
    this.#last = letter;
    this.#copy(text?.length ?? 1);
  }

  /** What is written without quotes where a value is expected. */
  #bareWord(): string | undefined {
    const text = this.#match(word)
      ?.replace(/(?:\/[/*]|\.{2}|…|⋯).*/, "")
      .trimEnd();
    return text === "" ? undefined : text;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#written.text)?.[0];
  }

  #copy(length: number): void {
    const end = this.#at + length;
    this.#readable.text += this.#written.text.slice(this.#at, end);
    // There can be more than a call takes arguments.
    for (let at = this.#at; at < end; at++) {
      this.#readable.offsets.push(this.#written.offsets[at] as number);
    }
    this.#at = end;
  }

  /** Puts a text in place of so many letters. */
  #put(text: string, length: number): void {
    const offset = this.#written.offsets[this.#at] ?? this.#written.offsets.at(-1) ?? 0;
    this.#readable.text += text;
    for (let count = 0; count < text.length; count++) this.#readable.offsets.push(offset);
    this.#at += length;
  }

  #putValue(length: number): void {
    this.#put(JSON.stringify(hole + hole), length);
  }

  #putComma(): void {
    this.#put(",", 0);
    this.#last = ",";
    this.#owesComma = false;
  }

  #putElided(length: number): void {
    if (this.#brackets.length === 0) {
      this.#put(" ", length);
      return;
    }
    if (!/^[{[,]?$/.test(this.#last)) this.#putComma();
    const entry = JSON.stringify(elided);
    this.#put(this.#brackets.at(-1) === "{" ? `${entry}:0` : entry, length);
    this.#last = '"';
    this.#owesComma = true;
  }
}
