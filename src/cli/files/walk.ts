import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";

interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

const ignoreFile = ".gitignore";

function readIgnoreFile(folder: string): IgnoreFile {
  return { folder, rules: ignore().add(readFileSync(join(folder, ignoreFile), "utf8")) };
}

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

/** The files below a folder, in order; ignored and hidden ones, `node_modules` and links are passed over. */
export function* filesBelow(
  folder: string,
  files: readonly IgnoreFile[] = ignoreFilesAbove(resolve(folder)),
): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  const own = entries.some((entry) => entry.name === ignoreFile && entry.isFile())
    ? [...files, readIgnoreFile(resolve(folder))]
    : files;
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    const { name } = entry;
    const isFolder = entry.isDirectory();
    if (name.startsWith(".") || name === "node_modules") continue;
    if (!isFolder && !entry.isFile()) continue;
    const path = join(folder, name);
    if (own.length > 0 && isIgnored(resolve(path), isFolder, own)) continue;
    if (!isFolder) yield path;
    else {
      try {
        yield* filesBelow(path, own);
      } catch (error) {
        // A folder that may not be read hides nothing of the others.
        if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
      }
    }
  }
}
