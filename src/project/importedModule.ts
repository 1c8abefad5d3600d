import { readFileSync, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { ProjectModule } from "../lint/types.js";
import { decode } from "../text/encoding.js";

/** Endings that an import may leave out, in the order in which bundlers try them. */
const endings = [".ts", ".tsx", ".js", ".jsx", ".mts", ".mjs", ".cjs"];

/** A module that is larger is no shop's own code. */
const mostBytes = 500_000;

/**
 * The module that a file imports by a relative path; undefined where there is none.
 * @param specifier as the import has it
 * @param importer the file that imports it, absolute
 * @param cwd the working folder, from which the path of the answer counts
 */
export function importedModule(
  specifier: string,
  importer: string,
  cwd: string,
): ProjectModule | undefined {
  if (!/^\.\.?(?:\/|$)/.test(specifier)) return undefined;
  const path = resolve(dirname(importer), specifier);
  for (const candidate of candidates(path)) {
    const text = textOf(candidate);
    if (text !== undefined) {
      return { file: relative(cwd, candidate).split(sep).join("/"), text };
    }
  }
  return undefined;
}

/** In TypeScript an import of `pay.js` is one of `pay.ts`. */
function* candidates(path: string): Generator<string> {
  if (/\.[cm]?[jt]sx?$/.test(path)) yield path;
  if (/\.[cm]?js$/.test(path)) {
    yield path.replace(/js$/, "ts");
    yield path.replace(/js$/, "tsx");
  }
  for (const ending of endings) yield path + ending;
  for (const ending of endings) yield resolve(path, `index${ending}`);
}

function textOf(path: string): string | undefined {
  try {
    const file = statSync(path);
    if (!file.isFile() || file.size > mostBytes) return undefined;
    return decode(readFileSync(path));
  } catch {
    return undefined;
  }
}
