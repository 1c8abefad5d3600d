import type { Span } from "../../text/positions.js";
import type { Written } from "../body.js";

const opening = /^([a-zA-Z]*)("""|'''|"|')/;

/** The prefix of a literal text, and where its letters are. */
export function literalParts(source: string, [start, end]: Span): { prefix: string; inner: Span } {
  const [whole = "", prefix = "", quote = ""] = opening.exec(source.slice(start, start + 8)) ?? [];
  const close = end - quote.length;
  const isClosed = close >= start + whole.length && source.slice(close, end) === quote;
  return { prefix: prefix.toLowerCase(), inner: [start + whole.length, isClosed ? close : end] };
}

const letters: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const escapeSequence =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(\r?\n)|([\s\S]))/y;

/** The letters of a stretch of a text. `isForm` is true of `f"..."`, in which braces are doubled. */
export function writtenText(
  source: string,
  [start, end]: Span,
  { isRaw, isForm = false }: { readonly isRaw: boolean; readonly isForm?: boolean },
): Written {
  const written: Written = { text: "", offsets: [] };
  const put = (text: string, at: number) => {
    written.text += text;
    for (let count = 0; count < text.length; count++) written.offsets.push(at);
  };
  for (let at = start; at < end; ) {
    const letter = source[at] as string;
    escapeSequence.lastIndex = at;
    const match = isRaw ? null : escapeSequence.exec(source);
    if (match && at + match[0].length <= end) {
      put(decoded(match), at);
      at += match[0].length;
    } else {
      put(letter, at);
      at += isForm && /[{}]/.test(letter) && source[at + 1] === letter ? 2 : 1;
    }
  }
  return written;
}

/** The letters of a literal text. */
export function lettersOf(source: string, span: Span): string {
  const { prefix, inner } = literalParts(source, span);
  return writtenText(source, inner, { isRaw: prefix.includes("r") }).text;
}

function decoded([whole, two, four, eight, octal, newline, letter]: RegExpExecArray): string {
  const hex = two ?? four ?? eight;
  if (hex !== undefined) {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  }
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  if (newline !== undefined) return "";
  const known = letters[letter ?? ""];
  if (known !== undefined) return known;
  // Python keeps the backslash before a letter that needs none.
  return /["'\\]/.test(letter ?? "") ? (letter ?? "") : whole;
}

/** Comments and texts of Python. */
const skipped = /#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/** Code without comments and texts. */
export const withoutTexts = (text: string): string => text.replace(skipped, " ");
