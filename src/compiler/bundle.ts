import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { type InputOptions, type OutputChunk, type RolldownPlugin, rolldown } from "rolldown";

// Bundles what needs packages, so that a user of the library has nothing more to install:
// - the command, as CommonJS: Node starts that in half the time that its modules take one by one;
// - the linter for Node, for browsers, and for ESLint, as ES modules.

/** Node's parser has a binary beside it, so it stays a package of its own. */
const external = ["oxc-parser"];

/** The compiled tables are shared by the bundles and the library, so the bundles do not hold a copy. */
const tables = ["packs", "generated"].map((folder) => resolve("dist", folder));

/** Leaves imports of the compiled tables as they are, seen from the folder of a bundle. */
const sharedTables = (dir: string): RolldownPlugin => ({
  name: "shared-tables",
  resolveId(id, importer) {
    if (importer === undefined || !id.startsWith(".")) return null;
    const file = resolve(importer, "..", id);
    if (!tables.some((folder) => file.startsWith(folder + sep))) return null;
    return { id: relative(dir, file).split(sep).join("/"), external: true };
  },
});

const chunks: OutputChunk[] = [];

async function write(
  input: Record<string, string>,
  options: InputOptions,
  output: { readonly dir: string; readonly format: "cjs" | "es"; readonly ending: string },
): Promise<void> {
  const { dir, format, ending } = output;
  // Some packages' `main` is a file that no bundler can follow.
  const bundle = await rolldown({
    input,
    resolve: { mainFields: ["module", "main"] },
    makeAbsoluteExternalsRelative: false,
    ...options,
  });
  const written = await bundle.write({
    dir,
    format,
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `[name].${ending}`,
    minify: true,
  });
  await bundle.close();
  chunks.push(...written.output.filter((file) => file.type === "chunk"));
}

for (const dir of ["dist/bin", "dist/bundle"]) rmSync(dir, { recursive: true, force: true });

await write(
  {
    paylint: "dist/cli/main.js",
    worker: "dist/cli/ndjson/worker.js",
    parseInSubprocess: "dist/extract/javascript/parseInSubprocess.js",
  },
  { platform: "node", external },
  { dir: "dist/bin", format: "cjs", ending: "cjs" },
);
await write(
  { lint: "dist/lint/index.js", eslint: "dist/eslint/index.js" },
  { platform: "node", external, plugins: [sharedTables("dist/bundle")] },
  { dir: "dist/bundle", format: "es", ending: "js" },
);
await write(
  { lint: "dist/lint/browser.js" },
  { platform: "browser", plugins: [sharedTables("dist/bundle/browser")] },
  { dir: "dist/bundle/browser", format: "es", ending: "js" },
);

const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
const packages = modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
const licenses = [...new Set(packages)].sort().map(licenseOf).join("\n\n");
for (const dir of ["dist/bin", "dist/bundle"]) writeFileSync(join(dir, "LICENSES.txt"), licenses);

/** What a package wants said where it is passed on. */
function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(folder, file), "utf8") : "";
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}
