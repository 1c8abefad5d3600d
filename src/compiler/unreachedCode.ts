import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";

/** Paths of modules beside a file that it imports, loads when it needs them, or starts as a thread. */
const imported =
  /(?:\bfrom|\bimport|\brequire|\bnew URL)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.(?:js|cjs))["'`]/g;

/**
 * Code and declarations below a folder that a user can come to by no entry: they are for the build and for tests.
 * @param root the folder
 * @param entries paths from it, with slashes
 * @returns paths from it, with slashes, in the order of the alphabet
 */
export function unreachedCode(root: string, entries: readonly string[]): string[] {
  const code = new Set(
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((path) => path.split(sep).join("/"))
      .filter((path) => /\.(?:js|cjs|d\.ts)$/.test(path)),
  );
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path) || !code.has(path)) continue;
    reached.add(path);
    for (const [, name = ""] of readFileSync(join(root, path), "utf8").matchAll(imported)) {
      const module = posix.join(posix.dirname(path), name);
      waiting.push(path.endsWith(".d.ts") ? module.replace(/\.js$/, ".d.ts") : module);
    }
  }
  return [...code].filter((path) => !reached.has(path)).sort();
}

/** Files that a manifest leads to, as it writes them: those of its command and of its exports, in any condition. */
export function entryFiles({ bin, exports }: { bin: unknown; exports: unknown }): string[] {
  const filesIn = (value: unknown): string[] =>
    typeof value === "string" ? [value] : Object.values(value as object).flatMap(filesIn);
  return [...filesIn(bin), ...filesIn(exports)];
}
