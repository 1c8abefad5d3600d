import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileTables } from "./compileTables.js";
import type { Files } from "./emit/modules/moduleText.js";
import { writeRulesPages } from "./emit/modules/rulesPages.js";
import { entriesIn, withEntries } from "./packageExports.js";
import { TableError } from "./tables/problems.js";

/**
 * `main.ts [--documents | --vectors]`: writes the package's generated files, and the documents where asked; or only the vectors
 * of all kinds.
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
  if (process.argv.includes("--documents")) {
    write(documents(), repository);
    writeFileSync(manifest, withEntries(readFileSync(manifest, "utf8"), entriesIn(build)));
  }
}
