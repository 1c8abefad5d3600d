import { isCardNumber } from "./predicates/cardNumber.js";

/** Digits in groups, as card numbers are written, also as a JavaScript number. */
const digitGroups = /[0-9]+(?:[ \u00a0-]{1,3}[0-9]+|[_+][0-9]+)*/g;

const shortestCardNumber = 13;

/**
 * The stretches of a text that hold card numbers, as pairs of offsets: `[start, end, start, end …]`. A stretch goes on to
 * the last group of digits, so that what is shown never depends on where in it a number happens to pass the check.
 * Digits with an ASCII letter or an underscore directly around them are part of a name or an id, and no card number.
 */
export function cardNumberStretches(text: string): number[] {
  const stretches: number[] = [];
  for (const { 0: run, index } of text.matchAll(digitGroups)) {
    if (holdsCardNumber(text, run, index)) stretches.push(index, index + run.length);
  }
  return stretches;
}

/** A card number may be beside other numbers, so every series of whole groups is tried. */
function holdsCardNumber(text: string, run: string, offset: number): boolean {
  if (run.length < shortestCardNumber) return false;
  const parts = run.split(/([^0-9]+)/);
  let start = offset;
  for (let first = 0; first < parts.length; first += 2) {
    let digits = "";
    let end = start;
    for (let last = first; last < parts.length && digits.length < 19; last += 2) {
      const group = parts[last] as string;
      digits += group;
      end += group.length;
      if (isCardNumber(digits) && !isWordBefore(text, start) && !isWordAt(text, end)) return true;
      end += (parts[last + 1] ?? "").length;
    }
    start += (parts[first] as string).length + (parts[first + 1] ?? "").length;
  }
  return false;
}

/** Whether a name ends directly before an offset; the letter of an escape such as `\n` is part of no name. */
const isWordBefore = (text: string, offset: number): boolean =>
  /[A-Za-z_]/.test(text[offset - 1] ?? "") && text[offset - 2] !== "\\";

/** Whether a name goes on at an offset; the `n` that makes a number a bigint is part of no name. */
const isWordAt = (text: string, offset: number): boolean =>
  /[A-Za-z_]/.test(text[offset] ?? "") &&
  !(text[offset] === "n" && !/\w/.test(text[offset + 1] ?? ""));

/** Hides every card number in a text. The text keeps its length, so that offsets into it stay right. */
export const maskCardNumbers = (text: string): string =>
  text.replace(digitGroups, (run: string, offset: number) =>
    holdsCardNumber(text, run, offset) ? run.replace(/[0-9]/g, "*") : run,
  );

const digit = /\p{Nd}/u;

/** A placeholder for a value: the letters of a date or of "any number", or anything in brackets. */
const placeholder = /^(?:[YMDNHX]*(?:[\s./:-]+[YMDNHX]+)*|\s*\$?\{.*\}\s*|\s*<.*>\s*)$/isu;

const prose = /[\s\p{Script=Hangul}]/u;

/**
 * Whether the value of a secret key is secret itself, and no placeholder or explanation in its place. What has a digit
 * always is.
 */
export const isSecretValue = (value: string): boolean =>
  digit.test(value) || !(placeholder.test(value) || prose.test(value.trim()));

/**
 * A secret value as an output shows it: every ASCII letter and every digit is a `*`, all else, and so its length, is
 * kept. A placeholder such as `YYYY-MM` is shown as it is.
 */
export const maskSecret = (value: string): string =>
  isSecretValue(value) ? hideCharacters(value) : value;

/** A text with a `*` for every ASCII letter and every digit. */
export const hideCharacters = (text: string): string =>
  text.replace(/[A-Za-z]|\p{Nd}/gu, (character) => "*".repeat(character.length));

/** Writes control and direction characters as escapes, so that a value cannot speak to a terminal. */
export function escapeControls(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be escaped
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
