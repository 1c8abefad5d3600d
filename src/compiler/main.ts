import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileTables } from "./compileTables.js";
import type { Files } from "./emit/modules/moduleText.js";
import { writeRulesPages } from "./emit/modules/rulesPages.js";
import { entriesIn, withEntries } from "./packageExports.js";
import { staleFiles } from "./staleFiles.js";
import { TableError } from "./tables/problems.js";

/**
 * `main.ts [--documents | --check | --vectors]`: writes the package's generated files, and the documents where asked, or says
 * which of them are not as they would be written; or writes only the vectors of all kinds.
 */

const repository = fileURLToPath(new URL("../..", import.meta.url));

function write(files: Files, root: string): void {
  for (const [path, text] of files) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

try {
  const { build, documents, vectors } = await compileTables(join(repository, "schemas"));
  const dist = join(repository, "dist");
  if (process.argv.includes("--vectors")) write(vectors(), dist);
  else writeBuild(build, documents, dist);
} catch (error) {
  if (!(error instanceof TableError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function writeBuild(build: Files, documents: () => Files, dist: string): void {
  const manifest = join(repository, "package.json");
  writeRulesPages(JSON.parse(readFileSync(manifest, "utf8")), build);
  rmSync(dist, { recursive: true, force: true });
  write(build, dist);
  const written = (): Files =>
    documents().set("package.json", withEntries(readFileSync(manifest, "utf8"), entriesIn(build)));
  if (process.argv.includes("--documents")) write(written(), repository);
  if (!process.argv.includes("--check")) return;
  const stale = staleFiles(written(), repository);
  if (stale.length === 0) return;
  process.stderr.write(`not as "npm run generate" writes them: ${stale.join(", ")}\n`);
  process.exitCode = 1;
}
