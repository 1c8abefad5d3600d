/** A text in which other characters stand for some of an original's, with the way back. */
export interface View {
  readonly text: string;
  /** Offset in the original at which a character of the view begins, or the end of the original. */
  original(offset: number): number;
}

/** A text as a view of itself. */
export const plainView = (text: string): View => ({ text, original: (offset) => offset });

const escapes =
  /\\u([0-9a-f]{4})|\\u\{0*([0-9a-f]{1,5})\}|\\x([0-9a-f]{2})|%([0-7][0-9a-f])|&#x0*([0-9a-f]{1,4});|&#0*([0-9]{1,5});|&(quot|amp|apos);|\\([nrt])/gi;

const entities: Readonly<Record<string, string>> = { quot: '"', amp: "&", apos: "'" };

/**
 * A text with the escapes of JSON, JavaScript, URLs and HTML read, or undefined where it has none. Line ends stay as they
 * are: an escaped one becomes a space.
 */
export function decodedView(text: string): View | undefined {
  const pieces: string[] = [];
  // Where a piece begins in the view and in the original, in turn.
  const starts: number[] = [];
  let length = 0;
  let from = 0;
  const add = (piece: string, at: number) => {
    pieces.push(piece);
    starts.push(length, at);
    length += piece.length;
  };
  for (const match of text.matchAll(escapes)) {
    add(text.slice(from, match.index), from);
    add(decoded(match), match.index);
    from = match.index + match[0].length;
  }
  if (from === 0) return undefined;
  add(text.slice(from), from);
  return { text: pieces.join(""), original: (offset) => originalOf(offset, starts, text.length) };
}

function decoded([, json, braced, hex, percent, entityHex, entity, named]: RegExpMatchArray) {
  if (named !== undefined) return entities[named.toLowerCase()] as string;
  if (entity !== undefined) return character(Number(entity));
  const code = json ?? braced ?? hex ?? percent ?? entityHex;
  return code === undefined ? " " : character(Number.parseInt(code, 16));
}

/** One UTF-16 unit for each escape, so that a view is never longer than its original. */
const character = (code: number) => (code < 32 || code > 0xffff ? " " : String.fromCharCode(code));

function originalOf(offset: number, starts: readonly number[], end: number): number {
  let low = 0;
  let high = starts.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle * 2] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  // Nothing lies between two pieces, and an empty one gives way to the next.
  return Math.min(end, (starts[low * 2 + 1] as number) + offset - (starts[low * 2] as number));
}
