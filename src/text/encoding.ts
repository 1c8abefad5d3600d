import { isUtf8 } from "node:buffer";

const mark = "\ufeff";

export const isUtf16 = (bytes: Uint8Array): boolean => utf16(bytes) !== undefined;

const utf16 = ([first, second]: Uint8Array) =>
  first === 0xff && second === 0xfe
    ? "utf-16le"
    : first === 0xfe && second === 0xff
      ? "utf-16be"
      : undefined;

/** The same bytes as a Buffer. Those that another thread sent arrive as a plain `Uint8Array`. */
export const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** The text of a file: UTF-8; UTF-16 by its byte order mark; else EUC-KR, as old Korean pages are. Without the mark. */
export function decode(bytes: Uint8Array): string {
  const encoding = utf16(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  if (!isUtf8(bytes)) return new TextDecoder("euc-kr").decode(bytes);
  const text = asBuffer(bytes).toString();
  return text.startsWith(mark) ? text.slice(mark.length) : text;
}

/**
 * The text of lines that are each decoded by themselves, as files are that several programs have written to: what a line says does
 * not depend on the others. Only the start of a file can say UTF-16 or have a mark that is taken away.
 */
export function decodeLines(bytes: Uint8Array, isStart = true): string {
  if (isStart && utf16(bytes)) return decode(bytes);
  const text = isUtf8(bytes) ? asBuffer(bytes).toString() : decodeMixedLines(bytes);
  return isStart && text.startsWith(mark) ? text.slice(mark.length) : text;
}

function decodeMixedLines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    const line = bytes.subarray(start, end);
    lines.push(isUtf8(line) ? asBuffer(line).toString() : new TextDecoder("euc-kr").decode(line));
    start = end + 1;
  }
  return lines.join("\n");
}

/** The bytes of a text that comes in place of others; undefined where those are not UTF-8. */
export function encodeLike(text: string, instead: Uint8Array): Buffer | undefined {
  const before = decode(instead);
  for (const start of ["", mark]) {
    if (Buffer.from(start + before).equals(instead)) return Buffer.from(start + text);
  }
  return undefined;
}
