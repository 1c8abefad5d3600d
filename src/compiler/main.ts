import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileTables } from "./compileTables.js";
import type { Files } from "./emit/modules/moduleText.js";
import { writeRulesPages } from "./emit/modules/rulesPages.js";
import { entriesIn, withEntries } from "./packageExports.js";
import { TableError } from "./tables/problems.js";

/** `main.ts [--documents]`: writes the package's generated files and, when asked, the documents. */

const repository = fileURLToPath(new URL("../..", import.meta.url));

function write(files: Files, root: string): void {
  for (const [path, text] of files) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

try {
  const { build, documents } = await compileTables(join(repository, "schemas"));
  const manifest = join(repository, "package.json");
  writeRulesPages(JSON.parse(readFileSync(manifest, "utf8")), build);
  const dist = join(repository, "dist");
  rmSync(dist, { recursive: true, force: true });
  write(build, dist);
  if (process.argv.includes("--documents")) {
    write(documents, repository);
    writeFileSync(manifest, withEntries(readFileSync(manifest, "utf8"), entriesIn(build)));
  }
} catch (error) {
  if (!(error instanceof TableError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
