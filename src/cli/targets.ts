import { readFileSync, statSync } from "node:fs";
import { extname, join, relative, resolve, sep } from "node:path";
import { guessEnding, inputs } from "./inputs/index.js";

/** A text to be linted. */
export interface Target {
  /** As shown: relative to the working folder, with forward slashes. */
  readonly file: string;
  /** Ending of the name, which says the format. */
  readonly ending: string;
  /** True when the user named it; false when it was met in a folder. */
  readonly named: boolean;
  /** @throws when the file cannot be read. */
  read(): string;
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
    for await (const target of targetsAt(path, stdinFilename)) {
      if (seen.has(target.file)) continue;
      seen.add(target.file);
      yield target;
    }
  }
}

async function* targetsAt(
  path: string,
  stdinFilename: string | undefined,
): AsyncGenerator<Target | Trouble> {
  if (path === "-") {
    yield fromStandardInput(stdinFilename);
    return;
  }
  try {
    if (!statSync(path).isDirectory()) {
      yield fromFile(path, true);
      return;
    }
    for (const file of await filesBelow(path)) yield fromFile(join(path, file), false);
  } catch (error) {
    yield { file: shown(path), message: reason(error) };
  }
}

function fromStandardInput(filename: string | undefined): Target | Trouble {
  const file = filename ?? "<stdin>";
  try {
    const text = decode(readFileSync(0));
    const ending = filename ? extname(filename).toLowerCase() : guessEnding(text);
    return { file, ending, named: true, read: () => text };
  } catch (error) {
    return { file, message: reason(error) };
  }
}

const fromFile = (path: string, named: boolean): Target => ({
  file: shown(path),
  ending: extname(path).toLowerCase(),
  named,
  read: () => decode(readFileSync(path)),
});

/** UTF-8 or, by its byte order mark, UTF-16. */
function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

const shown = (path: string) =>
  (relative(process.cwd(), resolve(path)) || ".").split(sep).join("/");

async function filesBelow(folder: string): Promise<string[]> {
  const { globby } = await import("globby");
  const endings = Object.keys(inputs).map((ending) => ending.slice(1));
  const files = await globby(`**/*.{${endings.join(",")}}`, {
    cwd: folder,
    gitignore: true,
    dot: false,
    ignore: ["**/node_modules/**"],
    followSymbolicLinks: false,
    suppressErrors: true,
  });
  return files.sort();
}

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
