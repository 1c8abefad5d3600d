/** Far more than people write in one expansion. */
const longestExpansion = 1000;

/** Length of the expansion that begins at an offset; 0 where none does, or nothing closes it. */
export function expansionAt(whole: string, start: number): number {
  const text = whole.slice(start, start + longestExpansion);
  if (text.startsWith("`")) return text.indexOf("`", 1) + 1;
  const opener = text[1] ?? "";
  if (opener !== "{" && opener !== "(") {
    return /^\$(?:\w+|[@*?!#$-])/.exec(text)?.[0].length ?? 0;
  }
  const closer = opener === "{" ? "}" : ")";
  let depth = 0;
  for (let at = 1; at < text.length; at++) {
    const letter = text[at];
    if (letter === "\\") at++;
    else if (letter === "'" && opener === "(") {
      const end = text.indexOf("'", at + 1);
      if (end < 0) return 0;
      at = end;
    } else if (letter === opener) depth++;
    else if (letter === closer && --depth === 0) return at + 1;
  }
  return 0;
}

const ansiEscapes: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  e: "\u001b",
  E: "\u001b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const ansiEscape = /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|([0-7]{1,3})|([\s\S]))/y;

/** The escape of `$'…'` that begins at an offset. */
export function ansiEscapeAt(
  text: string,
  at: number,
): { readonly letter: string; readonly length: number } | undefined {
  ansiEscape.lastIndex = at;
  const match = ansiEscape.exec(text);
  if (!match) return undefined;
  const [whole, byte, unit, octal, other = ""] = match;
  const hex = byte ?? unit;
  const code = hex ? Number.parseInt(hex, 16) : octal ? Number.parseInt(octal, 8) : undefined;
  const letter = code === undefined ? (ansiEscapes[other] ?? other) : String.fromCharCode(code);
  return { letter, length: whole.length };
}
