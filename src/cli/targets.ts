import { readFileSync, statSync } from "node:fs";
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
  /** @throws when the file cannot be read. */
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
      if (seen.has(target.file)) continue;
      seen.add(target.file);
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
      yield fromFile(path, true);
      return;
    }
    for (const file of filesBelow(path)) {
      const ending = endingOf(file);
      if (ending in sources || ending in inputs) yield fromFile(file, false);
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

const fromFile = (path: string, named: boolean): Target => ({
  file: shown(path),
  path,
  ending: endingOf(path),
  named,
  read: () => readFileSync(path),
});

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
  };
  return known[code ?? ""] ?? message;
}
