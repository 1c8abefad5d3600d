import { closeSync, createReadStream, openSync, readFileSync, readSync } from "node:fs";
import { endingOf as endingOfName } from "../../extract/formats.js";
import { guessEnding } from "../../extract/guessFormat.js";
import { type Path, shownPath, textOfPath } from "../../project/paths.js";
import { reason } from "../../project/reason.js";
import { asBuffer, decode, encodeLike } from "../../text/encoding.js";
import type { Text } from "../../validator/types.js";
import type { Io } from "../io.js";

/** Something to be linted. */
export interface Target {
  /** As shown: relative to the working folder, with forward slashes. */
  readonly file: string;
  /** Where the file is; undefined for what can only be read once. */
  readonly path: Path | undefined;
  /** Ending of the name, which says the format. */
  readonly ending: string;
  /** True when the user named it; false when it was met in a folder. */
  readonly named: boolean;
  /**
   * The bytes, which reading the next file may overwrite.
   * @throws when the file cannot be read.
   */
  read(): Buffer | Promise<Buffer>;
  /** The same as they come; of a file so many at once. */
  chunks(bytes: number): AsyncIterable<Buffer> | Iterable<Buffer>;
  /**
   * Writes the fixed text: over the file, or on standard output where the text came from standard input or a pipe.
   * @param read the bytes that were fixed
   * @returns why it was not written, if it was not
   * @throws {OutputError} when standard output cannot be written
   */
  writeFixed(read: Buffer, text: string): Promise<Text | undefined>;
}

export const endingOf = (path: Path): string => endingOfName(textOfPath(path));

/** A regular file. */
export class FileTarget implements Target {
  constructor(
    readonly path: Path,
    readonly ending: string,
    readonly named: boolean,
    readonly io: Pick<Io, "cwd" | "uninterrupted">,
  ) {}

  /** Of most files nobody asks for the name. */
  get file(): string {
    return shownPath(this.path, this.io.cwd);
  }

  chunks(bytes: number): AsyncIterable<Buffer> {
    return createReadStream(this.path, { highWaterMark: bytes });
  }

  read(): Buffer {
    return this.named ? readFileSync(this.path) : readShared(this.path);
  }

  async writeFixed(read: Buffer, text: string): Promise<Text | undefined> {
    const bytes = encodeLike(text, read);
    if (!bytes) {
      return { en: "its text is not UTF-8", ko: "UTF-8이 아닌 파일입니다" };
    }
    const { replaceFile } = await import("./replaceFile.js");
    try {
      return this.io.uninterrupted(() => replaceFile(this.path, read, bytes));
    } catch (error) {
      return reason(error);
    }
  }
}

const shared = Buffer.allocUnsafe(1 << 18);

/** Reads a file with few calls of the system and no memory of its own, unless it is large. */
function readShared(path: Path): Buffer {
  const descriptor = openSync(path, "r");
  try {
    const length = readSync(descriptor, shared, 0, shared.length, 0);
    return length < shared.length ? shared.subarray(0, length) : readFileSync(path);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * What can be read once: standard input, a pipe, a device. A name with an ending says its format; else what comes first does.
 * @param file as shown
 * @throws when it cannot be read
 */
export async function streamTarget(
  file: string,
  input: AsyncIterable<Uint8Array>,
  print: (text: string) => Promise<void>,
): Promise<Target> {
  const common = {
    file,
    path: undefined,
    named: true,
    async writeFixed(_read: Buffer, text: string) {
      await print(text);
      return undefined;
    },
  };
  const given = endingOf(file);
  const stream = buffersOf(input);
  if (given !== "") return { ...common, ending: given, ...readOnce(stream) };
  const begun = await untilNewline(stream);
  // What may be lines without end is not waited for.
  if (isLineOfJson(begun)) {
    return { ...common, ending: ".ndjson", ...readOnce(resumed(begun, stream)) };
  }
  const bytes = await collected(resumed(begun, stream));
  return { ...common, ending: guessEnding(decode(bytes)), ...readOnce([bytes]) };
}

async function* buffersOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of input) yield asBuffer(chunk);
}

const readOnce = (chunks: AsyncIterable<Buffer> | Iterable<Buffer>) => ({
  read: () => collected(chunks),
  chunks: () => chunks,
});

async function collected(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function untilNewline(stream: AsyncIterator<Buffer>): Promise<Buffer> {
  const begun: Buffer[] = [];
  for (let one = await stream.next(); !one.done; one = await stream.next()) {
    begun.push(one.value);
    if (one.value.includes("\n")) break;
  }
  return Buffer.concat(begun);
}

async function* resumed(begun: Buffer, stream: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield begun;
  yield* stream;
}

function isLineOfJson(bytes: Buffer): boolean {
  const end = bytes.indexOf("\n");
  if (end < 0) return false;
  try {
    const value: unknown = JSON.parse(decode(bytes.subarray(0, end)));
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
