import { isUtf8 } from "node:buffer";
import { type Dirent, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { joined, type Path, textOfPath } from "./paths.js";

interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

const ignoreFile = ".gitignore";

const readIgnoreFile = (folder: Path): IgnoreFile => ({
  folder: textOfPath(folder),
  rules: ignore().add(readFileSync(joined(folder, ignoreFile), "utf8")),
});

/** The ignore files above a folder, up to the repository's root. */
function ignoreFilesAbove(folder: string): IgnoreFile[] {
  if (existsSync(join(folder, ".git"))) return [];
  const parent = dirname(folder);
  if (parent === folder) return [];
  const above = ignoreFilesAbove(parent);
  return existsSync(join(parent, ignoreFile)) ? [...above, readIgnoreFile(parent)] : above;
}

/** Of several ignore files the one that is nearest to the path decides. */
function isIgnored(path: string, isFolder: boolean, files: readonly IgnoreFile[]): boolean {
  for (const { folder, rules } of [...files].reverse()) {
    const within = relative(folder, path).split(sep).join("/") + (isFolder ? "/" : "");
    const { ignored, unignored } = rules.test(within);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** What a walk met and did not give. */
export interface PassedOver {
  /** Pipes, sockets and devices, which reading might wait for without end. */
  special: number;
}

/**
 * The files below a folder, in order. Ignored and hidden ones, `node_modules` and links are left out without a word; pipes,
 * sockets and devices are counted.
 * @param folder absolute
 */
export function* filesBelow(
  folder: Path,
  passedOver: PassedOver,
  files: readonly IgnoreFile[] = ignoreFilesAbove(textOfPath(folder)),
): Generator<Path> {
  const entries = entriesOf(folder);
  const own = entries.some(({ name, entry }) => name === ignoreFile && entry.isFile())
    ? [...files, readIgnoreFile(folder)]
    : files;
  for (const { name, entry } of entries) {
    const shown = textOfPath(name);
    const isFolder = entry.isDirectory();
    if (shown.startsWith(".") || shown === "node_modules" || entry.isSymbolicLink()) continue;
    const path = joined(folder, name);
    if (own.length > 0 && isIgnored(textOfPath(path), isFolder, own)) continue;
    if (!isFolder) {
      if (entry.isFile()) yield path;
      else passedOver.special++;
      continue;
    }
    try {
      yield* filesBelow(path, passedOver, own);
    } catch (error) {
      // A folder that may not be read hides nothing of the others.
      if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
    }
  }
}

interface Entry {
  readonly name: Path;
  readonly entry: Pick<Dirent, "isDirectory" | "isFile" | "isSymbolicLink">;
}

/** A folder's entries in the order of their names. */
function entriesOf(folder: Path): Entry[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  if (!entries.some(({ name }) => name.includes("\ufffd"))) {
    return entries.map((entry) => ({ name: entry.name, entry }));
  }
  return readdirSync(folder, { withFileTypes: true, encoding: "buffer" })
    .sort((left, right) => Buffer.compare(left.name, right.name))
    .map((entry) => ({ name: isUtf8(entry.name) ? entry.name.toString() : entry.name, entry }));
}
