import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from "node:fs";
import { extname, relative, resolve, sep } from "node:path";
import { formatOf } from "../../extract/formats.js";
import { guessEnding } from "../../extract/guessFormat.js";
import { decode } from "../../text/encoding.js";
import { filesBelow } from "./walk.js";

/** Something to be linted. */
export interface Target {
  /** As shown: relative to the working folder, with forward slashes. */
  readonly file: string;
  /** Where the file is; undefined for standard input. */
  readonly path: string | undefined;
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
}

/** Something that was to be linted and cannot be. */
export interface Trouble {
  readonly file: string;
  readonly message: string;
}

/** The targets that the arguments name, folders walked, and what of them is no target. */
export async function* findTargets(
  paths: readonly string[],
  stdinFilename: string | undefined,
): AsyncGenerator<Target | Trouble> {
  const seen = new Set<string>();
  for (const path of paths) {
    const targets = path === "-" ? [await standardInput(stdinFilename)] : targetsAt(path);
    for (const target of targets) {
      // Only of several arguments two can name the same file.
      if (paths.length > 1) {
        if (seen.has(target.file)) continue;
        seen.add(target.file);
      }
      yield target;
    }
  }
}

function* targetsAt(path: string): Generator<Target | Trouble> {
  try {
    if (!statSync(path).isDirectory()) {
      yield new FileTarget(path, endingOf(path), true);
      return;
    }
    for (const file of filesBelow(path)) {
      const ending = endingOf(file);
      if (formatOf(ending)) {
        yield new FileTarget(file, ending, false);
      }
    }
  } catch (error) {
    yield { file: shown(path), message: reason(error) };
  }
}

async function standardInput(filename: string | undefined): Promise<Target | Trouble> {
  const file = filename ?? "<stdin>";
  const common = { file, path: undefined, named: true };
  try {
    if (filename) {
      return { ...common, ending: endingOf(filename), ...input(process.stdin) };
    }
    const stream = process.stdin[Symbol.asyncIterator]();
    const begun = await untilNewline(stream);
    // What may be lines without end is not waited for.
    if (isLineOfJson(begun))
      return { ...common, ending: ".ndjson", ...input(resumed(begun, stream)) };
    const bytes = await collected(resumed(begun, stream));
    return { ...common, ending: guessEnding(decode(bytes)), ...input([bytes]) };
  } catch (error) {
    return { file, message: reason(error) };
  }
}

/** Input that can be read once. */
const input = (chunks: AsyncIterable<Buffer> | Iterable<Buffer>) => ({
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

async function* resumed(begun: Buffer, stream: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield begun;
  for (let one = await stream.next(); !one.done; one = await stream.next()) yield one.value;
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

const endingOf = (path: string) => extname(path).toLowerCase();

class FileTarget implements Target {
  constructor(
    readonly path: string,
    readonly ending: string,
    readonly named: boolean,
  ) {}

  /** Of most files nobody asks for the name. */
  get file(): string {
    return shown(this.path);
  }

  chunks(bytes: number): AsyncIterable<Buffer> {
    return createReadStream(this.path, { highWaterMark: bytes });
  }

  read(): Buffer {
    return this.named ? readFileSync(this.path) : readShared(this.path);
  }
}

const shared = Buffer.allocUnsafe(1 << 18);

/** Reads a file with few calls of the system and no memory of its own, unless it is large. */
function readShared(path: string): Buffer {
  const descriptor = openSync(path, "r");
  try {
    const length = readSync(descriptor, shared, 0, shared.length, 0);
    return length < shared.length ? shared.subarray(0, length) : readFileSync(path);
  } finally {
    closeSync(descriptor);
  }
}

const shown = (path: string) =>
  (relative(process.cwd(), resolve(path)) || ".").split(sep).join("/");

/** Why the system refused, in a few words. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Record<string, string> = {
    ENOENT: "no such file or folder",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EISDIR: "is a folder",
    ELOOP: "too many symbolic links",
    ENOSPC: "no space left",
    EROFS: "the file system is read-only",
  };
  return known[code ?? ""] ?? message;
}
