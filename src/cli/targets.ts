import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { extname, relative, resolve, sep } from "node:path";
import { decode } from "./encoding.js";
import { filesBelow } from "./folders.js";
import { guessEnding } from "./guessEnding.js";
import { inputs } from "./inputs/index.js";
import { sources } from "./sources.js";

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
  read(): Buffer;
}

/** Something that was to be linted and cannot be. */
export interface Trouble {
  readonly file: string;
  readonly message: string;
}

/** The targets that the arguments name, folders walked, and what of them is no target. */
export function* findTargets(
  paths: readonly string[],
  stdinFilename: string | undefined,
): Generator<Target | Trouble> {
  const seen = new Set<string>();
  for (const path of paths) {
    for (const target of targetsAt(path, stdinFilename)) {
      // Only of several arguments two can name the same file.
      if (paths.length > 1) {
        if (seen.has(target.file)) continue;
        seen.add(target.file);
      }
      yield target;
    }
  }
}

function* targetsAt(path: string, stdinFilename: string | undefined): Generator<Target | Trouble> {
  if (path === "-") {
    yield fromStandardInput(stdinFilename);
    return;
  }
  try {
    if (!statSync(path).isDirectory()) {
      yield new FileTarget(path, endingOf(path), true);
      return;
    }
    for (const file of filesBelow(path)) {
      const ending = endingOf(file);
      if (Object.hasOwn(sources, ending) || Object.hasOwn(inputs, ending)) {
        yield new FileTarget(file, ending, false);
      }
    }
  } catch (error) {
    yield { file: shown(path), message: reason(error) };
  }
}

function fromStandardInput(filename: string | undefined): Target | Trouble {
  const file = filename ?? "<stdin>";
  try {
    const bytes = readFileSync(0);
    const ending = filename ? endingOf(filename) : guessEnding(decode(bytes));
    return { file, path: undefined, ending, named: true, read: () => bytes };
  } catch (error) {
    return { file, message: reason(error) };
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
