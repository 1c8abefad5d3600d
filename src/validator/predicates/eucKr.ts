/** The platform's class, as far as it is used here. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };

const firstRow = 0xa1;
const lastRow = 0xfe;

/** A bit a character of the basic plane, set for those of ASCII and of KS X 1001. */
const held = /* @__PURE__ */ new Uint8Array(0x10000 / 8);
let state: "unread" | "read" | "unreadable" = "unread";

/**
 * Reads KS X 1001 from the platform's own decoder instead of a table of 8,000 entries. The platform decodes the wider code
 * page 949; rows and cells from 0xA1 are KS X 1001 proper. False where the platform has no such decoder; then nothing is
 * said about a text.
 */
function isReadable(): boolean {
  if (state !== "unread") return state === "read";
  try {
    const decoder = new TextDecoder("euc-kr");
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
    held.fill(0xff, 0, 0x80 / 8);
    // What the decoder cannot read becomes this.
    held[0xfffd >> 3] = (held[0xfffd >> 3] as number) & ~(1 << (0xfffd & 7));
    state = "read";
  } catch {
    state = "unreadable";
  }
  return state === "read";
}

// A surrogate is half of a character beyond the basic plane, and none of those is held.
const isHeld = (code: number) => ((held[code >> 3] as number) & (1 << (code & 7))) !== 0;

/** The characters of a text that EUC-KR cannot hold, each once, in the order of the text. */
export function charactersOutsideEucKr(text: string): string[] {
  if (!isReadable()) return [];
  return [...new Set(text)].filter((character) => !isHeld(character.charCodeAt(0)));
}

/** Length of a text in EUC-KR, in bytes; a character it cannot hold becomes one question mark. */
export function eucKrLength(text: string): number {
  const isKnown = isReadable();
  let bytes = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    bytes += isKnown && code >= 0x80 && isHeld(code) ? 2 : 1;
  }
  return bytes;
}

/** True of a text that EUC-KR can encode. */
export function eucKr(value: unknown): boolean {
  if (typeof value !== "string" || !isReadable()) return true;
  for (let index = 0; index < value.length; index++) {
    if (!isHeld(value.charCodeAt(index))) return false;
  }
  return true;
}

/** True of a text that takes at most so many bytes in EUC-KR. */
export const eucKrBytes = (
  value: unknown,
  { max = Number.POSITIVE_INFINITY }: { readonly max?: number },
): boolean =>
  // Two bytes are the most a character takes, so most texts are settled by their length.
  typeof value !== "string" || value.length * 2 <= max || eucKrLength(value) <= max;
