import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "./emit/modules/moduleText.js";

/** Folders that hold nothing but generated pages: a page of a gateway that is gone is stale, too. */
const generatedFolders = ["docs/gateways", "docs/kinds"];

/** Files below a folder that differ from what they are generated to be, are missing, or are generated no more. */
export function staleFiles(files: Files, root: string): string[] {
  const changed = [...files].filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, "utf8") !== text;
  });
  const gone = generatedFolders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => !files.has(path));
  return [...changed.map(([path]) => path), ...gone];
}
