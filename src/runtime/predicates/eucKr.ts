const firstRow = 0xa1;
const lastRow = 0xfe;

let repertoire: Set<string> | undefined;

/**
 * The characters of KS X 1001, read from the platform's own decoder instead of a table of 8,000 entries.
 * The platform decodes the wider code page 949; rows and cells from 0xA1 are KS X 1001 proper.
 * Empty where the platform has no such decoder; then nothing is said about a text.
 */
function ksX1001(): Set<string> {
  if (repertoire) return repertoire;
  repertoire = new Set();
  try {
    const decoder = new TextDecoder("euc-kr");
    const row = new Uint8Array((lastRow - firstRow + 1) * 2);
    for (let lead = firstRow; lead <= lastRow; lead++) {
      for (let trail = firstRow; trail <= lastRow; trail++) {
        row[(trail - firstRow) * 2] = lead;
        row[(trail - firstRow) * 2 + 1] = trail;
      }
      for (const character of decoder.decode(row)) repertoire.add(character);
    }
    repertoire.delete("\ufffd");
  } catch {
    repertoire = new Set();
  }
  return repertoire;
}

const isAscii = (character: string) => (character.codePointAt(0) ?? 0) < 0x80;

/** The characters of a text that EUC-KR cannot hold, each once, in the order of the text. */
export function charactersOutsideEucKr(text: string): string[] {
  const held = ksX1001();
  if (held.size === 0) return [];
  return [...new Set(text)].filter((character) => !isAscii(character) && !held.has(character));
}

/** Length of a text in EUC-KR, in bytes; a character it cannot hold becomes one question mark. */
export function eucKrLength(text: string): number {
  const held = ksX1001();
  let bytes = 0;
  for (const character of text) bytes += !isAscii(character) && held.has(character) ? 2 : 1;
  return bytes;
}
