import { isSecretValue } from "../../validator/mask.js";
import { type NameTest, normalized } from "./secretNames.js";
import { type Hide, hideLiterals, type Quoted, quotedAt } from "./valueScanner.js";

/** Longest value that is looked at, so that the cost stays linear. */
const longestValue = 4_000;

const names = /[\p{Nd}_]{0,2}[\p{L}$][\p{L}\p{Nd}$]*(?:[_-]+[\p{L}\p{Nd}$]+)*[_-]*/gu;
const quotedNames = /(["'`])(?=([^"'`\n\\]{2,40})(\\{0,8})\1)/g;
const lineNames =
  /^[ \t]*(?:- +)?([A-Za-z][^\s:=,"'`]*(?: [^\s:=,"'`-][^\s:=,"'`]*){1,3})[ \t]*[:=]/gm;

/**
 * Hides what is assigned to names of secret values, in whatever language the text is, and also where it cannot be parsed.
 */
export function hideNamedValues(text: string, test: NameTest, hide: Hide): void {
  let covered = 0;
  for (const { start, end } of namesIn(text, test)) {
    // What is within a value ends where that does.
    if (start < covered) continue;
    covered = Math.max(covered, hideValueOf(text, start, end, test, hide));
  }
}

interface Named {
  readonly start: number;
  readonly end: number;
}

/** The names of secret values in a text, in order. */
function namesIn(text: string, test: NameTest): Named[] {
  const found: Named[] = [];
  for (const { 0: name, index } of text.matchAll(names)) {
    if (test.isName(name)) found.push({ start: index, end: index + name.length });
  }
  for (const { 2: name = "", index } of text.matchAll(quotedNames)) {
    if (test.isName(name)) found.push({ start: index + 1, end: index + 1 + name.length });
  }
  for (const { 0: line, 1: name = "", index } of text.matchAll(lineNames)) {
    const start = index + line.indexOf(name);
    // Words before a name make no name.
    if (test.isName(normalized(name))) found.push({ start, end: start + name.length });
  }
  return found.sort((left, right) => left.start - right.start);
}

const skippable = /(?:[ \t]|\r?\n[ \t]*){0,40}(?:\/\*[^*]{0,200}\*\/[ \t]{0,40})?/y;
const closing = /\\{0,8}["'`]?[ \t]{0,8}[\])]{0,2}(?:[?!](?=[ \t]*[:=](?!=)))?/y;
const members = /(?:\??\.[A-Za-z_$][\w$]{0,40}){1,3}[ \t]{0,8}(?==[^=])/y;
const separators = /=>|[=!]==?|(?:\|\||\?\?|&&|\+)?=|\|\||\?\?|:=?|,|\(/y;

function hideValueOf(text: string, start: number, end: number, test: NameTest, hide: Hide): number {
  if (text[start - 1] === "<" && text[end] === ">") {
    const close = text.indexOf("<", end);
    const last = close < 0 ? lineEnd(text, end) : close - end > longestValue ? end : close;
    if (isSecretValue(text.slice(end + 1, last))) hide(end + 1, last);
    return last;
  }
  const afterQuote = past(closing, text, end);
  const attribute = attributeValue(text, end, afterQuote);
  if (attribute) {
    hide(attribute.start, attribute.end);
    return attribute.after;
  }
  const separator = past(skippable, text, past(members, text, afterQuote));
  const from = past(separators, text, separator);
  if (from === separator) return start;
  const sign = text.slice(separator, from);
  if (sign === "=>" && isTypeBefore(text, start, afterQuote)) return start;
  const isQuoted = /["'`]/.test(text.slice(end, afterQuote));
  if (sign === "," && !isQuoted) return start;
  const isTight = sign === "=" && separator === end && !/\s/.test(text[from] ?? " ");
  if (isTight) {
    const formEnd = hideFormValue(text, start, from, test, hide);
    if (formEnd !== undefined) return formEnd;
  }
  const limit = Math.min(text.length, from + longestValue);
  return hideLiterals(
    text,
    isTight ? pastClosingQuote(text, start, from) : from,
    {
      limit,
      ends: true,
      endsAtComma: sign !== "(",
      // In a list of names, what follows a name is another.
      digitsOnly:
        sign === "," && !/\(\s{0,8}["'`]$/.test(text.slice(Math.max(0, start - 12), start)),
      isArgument: isTight,
      indent: indentAt(text, start),
    },
    test,
    hide,
  );
}

/** End of a line, or of as much of it as is looked at. */
function lineEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + longestValue);
  const length = text.slice(from, limit).indexOf("\n");
  return length < 0 ? limit : from + length;
}

/** Whether a name before an arrow is a type, of a function's last parameter or of what it gives: `(amount: number) => …`. */
const isTypeBefore = (text: string, start: number, after: number): boolean =>
  (text[after - 1] === ")" ? /:[ \t]{0,4}$/ : /\)[ \t]{0,4}:[ \t]{0,4}$/).test(
    text.slice(Math.max(0, start - 12), start),
  );

/** Offset behind what a sticky expression matches. */
function past(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
}

const attributeBehind = /[^<>]{0,200}?\bvalue\s{0,8}=\s{0,8}/y;

/** The `value` of an HTML field with this name. */
function attributeValue(text: string, end: number, afterQuote: number): Quoted | undefined {
  if (!/^\\*["'`]\s/.test(text.slice(end, end + 12))) return undefined;
  const at = past(attributeBehind, text, afterQuote);
  const quoted = at === afterQuote ? undefined : quotedAt(text, at, at + longestValue);
  return quoted && isSecretValue(text.slice(quoted.start, quoted.end)) ? quoted : undefined;
}

const formRun = /[^\s&"'`\\<>#;,(){}[\]?|]+/y;
const furtherDigits = /(?:[ \t]+[0-9][0-9-]*(?![\w-]))+/y;
const codeBehind = /[?|([`]|&&|[ \t]+[?|+]|[ \t]+&&/y;

/** Hides the value of a form (`birth=900101&…`) or an argument; undefined where code follows. */
function hideFormValue(
  text: string,
  start: number,
  from: number,
  test: NameTest,
  hide: Hide,
): number | undefined {
  const end = past(formRun, text, from);
  if (end === from || past(codeBehind, text, end) > end) return undefined;
  const value = text.slice(from, end);
  const isSurelyForm = /[?&"'`]/.test(text[start - 1] ?? "") || text[end] === "&";
  const hides = isSurelyForm
    ? isSecretValue(value)
    : /\p{Nd}/u.test(value) && !test.isExactly(value);
  if (hides) hide(from, end);
  if (!/^[0-9-]+$/.test(value)) return end;
  const last = past(furtherDigits, text, end);
  hide(end, last);
  return last;
}

/** In `"birth=" + value` the quote behind the sign closes the text that the name is in. */
function pastClosingQuote(text: string, start: number, from: number): number {
  const quote = text[from] ?? "";
  const closes = text[start - 1] === quote || /^["'`]\s*[+.]/.test(text.slice(from, from + 8));
  return /["'`]/.test(quote) && closes ? from + 1 : from;
}

/** Column of a key that begins its line, behind the mark of a list; else the indentation of the line. */
function indentAt(text: string, start: number): number {
  // Lines longer than this are no YAML.
  const before = text.slice(Math.max(0, start - 200), start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const lead = /^[ \t]*(?:- +)*["']?/.exec(line)?.[0] ?? "";
  if (lead.length === line.length) return line.replace(/["']$/, "").length;
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
