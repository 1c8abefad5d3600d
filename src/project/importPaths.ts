import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Files that say where imports are found, the first of a folder counting. */
const names = ["tsconfig.json", "jsconfig.json"];

/** A larger file is not one of these. */
const mostBytes = 50_000;

interface Settings {
  readonly base: string;
  readonly paths: Readonly<Record<string, unknown>>;
}

/**
 * The paths that an import by a name such as `@/lib/pay` may have, by `paths` of the nearest `tsconfig.json` or `jsconfig.json`.
 * @param specifier as the import has it
 * @param importer the file that imports it, absolute
 */
export function aliasedPaths(specifier: string, importer: string): string[] {
  const settings = settingsAbove(dirname(importer));
  if (!settings) return [];
  return Object.entries(settings.paths).flatMap(([pattern, targets]) => {
    const [head = "", tail] = pattern.split("*");
    const isExact = tail === undefined && specifier === pattern;
    const isWithin =
      tail !== undefined &&
      specifier.startsWith(head) &&
      specifier.endsWith(tail) &&
      specifier.length > head.length + tail.length;
    if ((!isExact && !isWithin) || !Array.isArray(targets)) return [];
    const rest = specifier.slice(head.length, specifier.length - (tail ?? "").length);
    return targets
      .filter((target) => typeof target === "string")
      .map((target) => resolve(settings.base, isExact ? target : target.replace("*", rest)));
  });
}

function settingsAbove(start: string): Settings | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    for (const name of names) {
      const text = textOf(join(folder, name));
      if (text === undefined) continue;
      const { paths, baseUrl } = optionsIn(text);
      if (typeof paths !== "object" || paths === null) return undefined;
      const base = typeof baseUrl === "string" ? resolve(folder, baseUrl) : folder;
      return { base, paths: paths as Settings["paths"] };
    }
    if (dirname(folder) === folder) return undefined;
  }
}

const comments = /("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\//g;
const lastCommas = /("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g;

/** The options of the compiler. A parser of JSON with comments would be loaded for every run of the command. */
function optionsIn(text: string): { readonly paths?: unknown; readonly baseUrl?: unknown } {
  try {
    const plain = text.replace(comments, "$1").replace(lastCommas, "$1");
    return JSON.parse(plain)?.compilerOptions ?? {};
  } catch {
    return {};
  }
}

function textOf(path: string): string | undefined {
  try {
    const file = statSync(path);
    return file.isFile() && file.size <= mostBytes ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
