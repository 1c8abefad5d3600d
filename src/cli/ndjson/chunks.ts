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

/**
 * Chunks as whole lines. Only a line that is longer than a chunk is waited for. UTF-16, in which a byte is no character, is one
 * chunk: its files are small.
 */
export async function* wholeLines(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
): AsyncGenerator<Chunk> {
  let firstLine = 1;
  let begun: Buffer[] = [];
  let isBytewise: boolean | undefined;
  for await (const chunk of chunks) {
    if (isBytewise === undefined) {
      const start = Buffer.concat([...begun, chunk.subarray(0, 2)]);
      if (start.length > 1) isBytewise = !isUtf16(start);
    }
    const end = isBytewise ? chunk.lastIndexOf(newline) + 1 : 0;
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
  const offsets: number[] = [];
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) {
    offsets.push(at);
  }
  return offsets;
}
