/** The platform's class, as far as it is used here. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };

/** Rows of KS X 1001, and cells of each row. */
const rows = 94;

/** Bytes that a character of the basic plane takes in EUC-KR, by its code; 0 where it has none there. */
let bytesByCode: Uint8Array | undefined;

/**
 * Reads KS X 1001 from the platform's own decoder instead of a table of 8,000 entries. The platform decodes the wider code
 * page 949; rows and cells from 0xA1 are KS X 1001 proper. Where the platform has no such decoder, nothing is said about a
 * text: each character counts as one of one byte.
 */
function readBytes(): Uint8Array {
  const bytes = new Uint8Array(0x10000);
  try {
    const pairs = new Uint8Array(rows * rows * 2);
    for (let cell = 0; cell < rows * rows; cell++) {
      pairs[2 * cell] = 0xa1 + cell / rows;
      pairs[2 * cell + 1] = 0xa1 + (cell % rows);
    }
    for (const character of new TextDecoder("euc-kr").decode(pairs)) {
      bytes[character.charCodeAt(0)] = 2;
    }
    // What the decoder cannot read becomes this.
    bytes[0xfffd] = 0;
    return bytes.fill(1, 0, 0x80);
  } catch {
    return bytes.fill(1);
  }
}

/** The bytes of the unit at an index of a text. A surrogate is half of a character beyond the basic plane, and none of those has any. */
function bytesAt(text: string, index: number): number {
  bytesByCode ??= readBytes();
  return bytesByCode[text.charCodeAt(index)] as number;
}

/** The characters of a text that EUC-KR cannot hold, each once, in the order of the text. */
export const charactersOutsideEucKr = (text: string): string[] =>
  [...new Set(text)].filter((character) => bytesAt(character, 0) === 0);

/** Length of a text in EUC-KR, in bytes; a character it cannot hold becomes one question mark. */
export function eucKrLength(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += bytesAt(character, 0) || 1;
  return bytes;
}

/** True of a text that EUC-KR can encode. */
export function eucKr(value: unknown): boolean {
  if (typeof value !== "string") return true;
  for (let index = 0; index < value.length; index++) if (bytesAt(value, index) === 0) return false;
  return true;
}

/** True of a text that takes at most so many bytes in EUC-KR. */
export const eucKrBytes = (
  value: unknown,
  { max = Number.POSITIVE_INFINITY }: { readonly max?: number },
): boolean =>
  // Two bytes are the most a character takes, so most texts are settled by their length.
  typeof value !== "string" || value.length * 2 <= max || eucKrLength(value) <= max;
