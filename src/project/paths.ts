import { relative, resolve, sep } from "node:path";

/** Where a file is. Bytes where the name is not UTF-8, since no string can hold it then. */
export type Path = string | Buffer;

/** The path of an entry of a folder. */
export const joined = (folder: Path, name: Path): Path =>
  typeof folder === "string" && typeof name === "string"
    ? folder.endsWith(sep)
      ? folder + name
      : folder + sep + name
    : Buffer.concat([Buffer.from(folder), Buffer.from(sep), Buffer.from(name)]);

/** A path as text. A byte that is not UTF-8 is written as an escape such as `\xe9`. */
export function textOfPath(path: Path): string {
  if (typeof path === "string") return path;
  const parts: string[] = [];
  for (let at = 0; at < path.length; ) {
    const width = characterWidth(path, at);
    parts.push(
      width > 0
        ? path.toString("utf8", at, at + width)
        : `\\x${(path[at] as number).toString(16).padStart(2, "0")}`,
    );
    at += Math.max(width, 1);
  }
  return parts.join("");
}

/** How many bytes the UTF-8 character takes that begins at a byte; 0 where none does. */
function characterWidth(bytes: Buffer, at: number): number {
  for (let width = 1; width <= 4 && at + width <= bytes.length; width++) {
    if (!bytes.toString("utf8", at, at + width).includes("\ufffd")) return width;
  }
  // The text may contain the replacement character itself.
  return bytes.subarray(at, at + 3).equals(replacement) ? replacement.length : 0;
}

const replacement = Buffer.from("\ufffd");

/** A path as people are shown it: relative to the working folder, with forward slashes. */
export const shownPath = (path: Path, cwd: string): string =>
  (relative(cwd, resolve(cwd, textOfPath(path))) || ".").split(sep).join("/");
