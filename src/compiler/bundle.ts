import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { type InputOptions, type OutputChunk, type RolldownPlugin, rolldown } from "rolldown";

// Bundles what needs packages, so that a user of the library has nothing more to install:
// - the command, as CommonJS: Node starts that in half the time that its modules take one by one;
// - the linter for Node, for browsers, and for ESLint, as ES modules.

/** Node's parser has a binary beside it, so it stays a package of its own. */
const external = ["oxc-parser"];

/** What is used of the large packages that several bundles need: each is bundled once, beside them. */
const shared: Readonly<Record<string, readonly string[]>> = {
  parse5: ["parse"],
  yaml: [
    "Scalar",
    "isAlias",
    "isMap",
    "isNode",
    "isPair",
    "isScalar",
    "isSeq",
    "parseAllDocuments",
    "visit",
  ],
  "eslint-scope": ["analyze"],
};

const packages = "dist/bundle/packages";

/** The data of the kinds and what is said of all of them are shared by the bundles and the library, so no bundle holds a copy. */
const data = [
  resolve("dist/packs") + sep,
  ...["callKinds", "codeRules", "rules", "sdks"].map((name) =>
    resolve(`dist/generated/${name}.js`),
  ),
];

/** Imports what the bundles share from where it is, seen from the folder of a bundle. */
const sharedFiles = (dir: string): RolldownPlugin => ({
  name: "shared-files",
  resolveId(id, importer) {
    if (importer === undefined) return null;
    const isPackage = Object.hasOwn(shared, id);
    if (!isPackage && !id.startsWith(".")) return null;
    const file = isPackage ? resolve(packages, `${id}.js`) : resolve(importer, "..", id);
    if (!isPackage && !data.some((one) => file.startsWith(one))) return null;
    const path = relative(dir, file).split(sep).join("/");
    return { id: path.startsWith(".") ? path : `./${path}`, external: true };
  },
});

/** Modules that pass on what is used of a package. */
const packageEntries: RolldownPlugin = {
  name: "package-entries",
  resolveId: (id, importer) => (importer === undefined ? `\0${id}` : null),
  load(id) {
    const name = id.slice(1);
    const used = id.startsWith("\0") ? shared[name] : undefined;
    return used ? `export { ${used.join(", ")} } from "${name}";` : null;
  },
};

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
  Object.fromEntries(Object.keys(shared).map((name) => [name, name])),
  { platform: "browser", plugins: [packageEntries] },
  { dir: packages, format: "es", ending: "js" },
);
await write(
  {
    paylint: "dist/cli/main.js",
    worker: "dist/cli/ndjson/worker.js",
    parseInSubprocess: "dist/extract/javascript/parseInSubprocess.js",
  },
  { platform: "node", external, plugins: [sharedFiles("dist/bin")] },
  { dir: "dist/bin", format: "cjs", ending: "cjs" },
);
// Browsers and Node share chunks; what Node alone has is in chunks of its own.
await write(
  {
    lint: "dist/lint/index.js",
    eslint: "dist/eslint/index.js",
    "browser/lint": "dist/lint/browser.js",
  },
  {
    platform: "browser",
    external: [...external, /^node:/],
    plugins: [sharedFiles("dist/bundle")],
  },
  { dir: "dist/bundle", format: "es", ending: "js" },
);

const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
const bundled = modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
const licenses = [...new Set(bundled)].sort().map(licenseOf).join("\n\n");
writeFileSync("dist/LICENSES.txt", licenses);

/** What a package wants said where it is passed on. */
function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(folder, file), "utf8") : "";
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}
