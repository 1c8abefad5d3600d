import { isUtf16 } from "../../text/encoding.js";

/** Some whole lines of a file. */
export interface Chunk {
  readonly bytes: Uint8Array;
  /** Number of the first line in the file. */
  readonly firstLine: number;
  /** Where its lines end, but for a last one without an end. */
  readonly newlines: readonly number[];
}

/** Bytes that begin with a line of a file. */
export const chunkOf = (bytes: Buffer, firstLine: number): Chunk => ({
  bytes,
  firstLine,
  newlines: newlinesIn(bytes),
});

const newline = 0x0a;

/** Chunks as whole lines. Only a line that is longer than a chunk is waited for. */
export async function* wholeLines(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
): AsyncGenerator<Chunk> {
  let firstLine = 1;
  let begun: Buffer[] = [];
  let isText = false;
  for await (const chunk of chunks) {
    // Of UTF-16 a byte is no character, and its files are small.
    isText ||= begun.length === 0 && !isUtf16(chunk);
    const end = isText ? chunk.lastIndexOf(newline) + 1 : 0;
    if (end === 0) {
      begun.push(chunk);
      continue;
    }
    const bytes = Buffer.concat([...begun, chunk.subarray(0, end)]);
    begun = end < chunk.length ? [chunk.subarray(end)] : [];
    const lines = chunkOf(bytes, firstLine);
    yield lines;
    firstLine += lines.newlines.length;
  }
  if (begun.length > 0) yield chunkOf(Buffer.concat(begun), firstLine);
}

function newlinesIn(bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) {
    places.push(at);
  }
  return places;
}
