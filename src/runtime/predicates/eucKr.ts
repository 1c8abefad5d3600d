import type { PredicateArguments } from "./index.js";

const firstRow = 0xa1;
const lastRow = 0xfe;

/** A bit a character of the basic plane: set for those that are held. Null where the platform has no decoder. */
let repertoire: Uint8Array | null | undefined;

/**
 * The characters of ASCII and of KS X 1001, read from the platform's own decoder instead of a table of 8,000 entries.
 * The platform decodes the wider code page 949; rows and cells from 0xA1 are KS X 1001 proper.
 * Where the platform has no such decoder nothing is said about a text.
 */
function readRepertoire(): Uint8Array | null {
  try {
    const decoder = new TextDecoder("euc-kr");
    const held = new Uint8Array(0x10000 / 8).fill(0xff, 0, 0x80 / 8);
    const row = new Uint8Array((lastRow - firstRow + 1) * 2);
    for (let lead = firstRow; lead <= lastRow; lead++) {
      for (let trail = firstRow; trail <= lastRow; trail++) {
        row[(trail - firstRow) * 2] = lead;
        row[(trail - firstRow) * 2 + 1] = trail;
      }
      for (const character of decoder.decode(row)) {
        const code = character.charCodeAt(0);
        held[code >> 3] = (held[code >> 3] as number) | (1 << (code & 7));
      }
    }
    // What the decoder cannot read becomes this.
    held[0xfffd >> 3] = (held[0xfffd >> 3] as number) & ~(1 << (0xfffd & 7));
    return held;
  } catch {
    return null;
  }
}

function ksX1001(): Uint8Array | null {
  if (repertoire === undefined) repertoire = readRepertoire();
  return repertoire;
}

// A surrogate is half of a character beyond the basic plane, and none of those is held.
const isHeld = (held: Uint8Array, code: number) =>
  code < 0x80 || ((held[code >> 3] as number) & (1 << (code & 7))) !== 0;

/** The characters of a text that EUC-KR cannot hold, each once, in the order of the text. */
export function charactersOutsideEucKr(text: string): string[] {
  const held = ksX1001();
  if (held === null) return [];
  return [...new Set(text)].filter((character) => !isHeld(held, character.charCodeAt(0)));
}

/** Length of a text in EUC-KR, in bytes; a character it cannot hold becomes one question mark. */
export function eucKrLength(text: string): number {
  const held = ksX1001();
  let bytes = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    bytes += held !== null && code >= 0x80 && isHeld(held, code) ? 2 : 1;
  }
  return bytes;
}

/** True of a text of which EUC-KR holds every character. */
export function eucKr(value: unknown): boolean {
  if (typeof value !== "string") return true;
  let held: Uint8Array | null | undefined;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code < 0x80) continue;
    if (held === undefined) held = ksX1001();
    if (held === null) return true;
    if (!isHeld(held, code)) return false;
  }
  return true;
}

/** True of a text that takes at most so many bytes in EUC-KR. */
export const eucKrBytes = (
  value: unknown,
  { max = Number.POSITIVE_INFINITY }: PredicateArguments,
): boolean =>
  // Two bytes are the most a character takes, so most texts are settled by their length.
  typeof value !== "string" || value.length * 2 <= max || eucKrLength(value) <= max;
