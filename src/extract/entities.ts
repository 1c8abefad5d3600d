/** Entities that scripts in attributes are written with. */
const named: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  nbsp: "\u00a0",
  quot: '"',
};

const entity = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|apos|gt|lt|nbsp|quot));/g;

/** A text without entities, and where each of its letters, and its end, are in the text given. */
export function decodeEntities(raw: string): { text: string; offsets: number[] } {
  let text = "";
  const offsets: number[] = [];
  const keep = (letters: string, offsetOf: (index: number) => number) => {
    text += letters;
    for (let index = 0; index < letters.length; index++) offsets.push(offsetOf(index));
  };
  let from = 0;
  for (const { index, 0: whole, 1: hex, 2: decimal, 3: name } of raw.matchAll(entity)) {
    const start = from;
    keep(raw.slice(start, index), (offset) => start + offset);
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    const letter = name ? named[name] : code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    keep(letter ?? whole, () => index);
    from = index + whole.length;
  }
  const start = from;
  keep(raw.slice(start), (offset) => start + offset);
  offsets.push(raw.length);
  return { text, offsets };
}
