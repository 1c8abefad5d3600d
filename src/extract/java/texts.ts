import type { Span } from "../../text/positions.js";
import type { Written } from "../body.js";

const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  s: " ",
  t: "\t",
};

const escapeSequence = /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/y;

/** The letters of a literal text of Java, with their places. */
export function writtenText(source: string, [start, end]: Span): Written {
  return source.startsWith('"""', start)
    ? textBlock(source, [start, end])
    : unescaped(source, [[start + 1, end - 1]]);
}

/** The letters of stretches, each followed by a line break but the last. */
function unescaped(source: string, lines: readonly Span[]): Written {
  const written: Written = { text: "", offsets: [] };
  const put = (text: string, at: number) => {
    written.text += text;
    for (let count = 0; count < text.length; count++) written.offsets.push(at);
  };
  for (const [index, [start, end]] of lines.entries()) {
    let isContinued = false;
    for (let at = start; at < end; ) {
      escapeSequence.lastIndex = at;
      const match = escapeSequence.exec(source);
      if (match) {
        const [whole, unicode, octal, letter] = match;
        isContinued = at + 1 >= end;
        if (!isContinued) put(decoded(unicode, octal, letter), at);
        at += whole.length;
      } else {
        put(source[at] as string, at);
        at++;
      }
    }
    if (index < lines.length - 1 && !isContinued) put("\n", end);
  }
  return written;
}

function decoded(unicode?: string, octal?: string, letter = ""): string {
  if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  return escapes[letter] ?? letter;
}

/** A text block without the indentation that its lines share. */
function textBlock(source: string, [start, end]: Span): Written {
  const first = source.indexOf("\n", start) + 1;
  const lines: [number, number][] = [];
  for (let at = first; at <= end - 3; ) {
    const newline = source.indexOf("\n", at);
    const to = newline < 0 || newline > end - 3 ? end - 3 : newline;
    lines.push([at, to]);
    at = to + 1;
  }
  const indentOf = ([from, to]: Span) => source.slice(from, to).search(/\S|$/);
  const counted = lines.filter(
    (line, index) => index === lines.length - 1 || source.slice(...line).trim() !== "",
  );
  const indent = Math.min(...counted.map(indentOf));
  const stripped = lines.map(([from, to]): Span => {
    const line = source.slice(from, to);
    const last = from + line.trimEnd().length;
    return [from + indent, last];
  });
  return unescaped(source, stripped);
}
