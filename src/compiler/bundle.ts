import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { type InputOptions, type OutputChunk, type RolldownPlugin, rolldown } from "rolldown";
import { esmExternalRequirePlugin } from "rolldown/plugins";
import { entryFiles, unreachedCode } from "./unreachedCode.js";

// Bundles what needs packages, so that a user of the library has nothing more to install:
// - the command, and the linter for Node, for browsers and for ESLint, as ES modules that share what they have in common;
// - the start of the command, as CommonJS: it answers `--version` before Node has made its loader of ES modules.

const bundles = "dist/bundle";

/** The folder of an installed package, which may be in a folder around this one. */
const folderOf = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** What the bundles and the library both read stays where the library has it, so no bundle holds a copy. */
const data = [
  resolve("dist/packs") + sep,
  ...["answers", "callKinds", "codeRules", "gateways", "kinds", "migration", "rules", "sdks"].map(
    (name) => resolve(`dist/generated/${name}.js`),
  ),
];

/** Imports the data from where it is. */
const sharedData: RolldownPlugin = {
  name: "shared-data",
  resolveId(id, importer) {
    if (importer === undefined || !id.startsWith(".")) return null;
    const file = resolve(importer, "..", id);
    if (!data.some((one) => file.startsWith(one))) return null;
    return { id: relative(bundles, file).split(sep).join("/"), external: true };
  },
};

/** What the start of the command starts is in the bundles. */
const startedCommand: RolldownPlugin = {
  name: "started-command",
  resolveId: (id) =>
    id === "./command.js"
      ? { id: `../${relative("dist", bundles)}/command.js`, external: true }
      : null,
};

const chunks: OutputChunk[] = [];

async function write(
  options: InputOptions,
  output: { readonly dir: string; readonly format: "cjs" | "es"; readonly ending: string },
): Promise<void> {
  const { dir, format, ending } = output;
  rmSync(dir, { recursive: true, force: true });
  const bundle = await rolldown({ makeAbsoluteExternalsRelative: false, ...options });
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

await write(
  {
    input: {
      command: "dist/cli/command.js",
      worker: "dist/cli/ndjson/worker.js",
      parseInSubprocess: "dist/extract/javascript/syntax/parseInSubprocess.js",
      lint: "dist/lint/index.js",
      eslint: "dist/eslint/index.js",
      "browser/lint": "dist/lint/browser.js",
    },
    // Neither Node's nor a browser's: what the bundler adds to a chunk of both must run in both.
    platform: "neutral",
    resolve: {
      // Some packages' `main` is a file that no bundler can follow.
      mainFields: ["module", "main"],
      conditionNames: ["node", "import", "default"],
      // Its edition for Node is CommonJS, of which a bundle holds all; that for browsers does the same.
      alias: { yaml: join(folderOf("yaml"), "browser/index.js") },
    },
    // Node's parser has a binary beside it, so it stays a package of its own.
    external: ["oxc-parser"],
    plugins: [
      sharedData,
      // Packages of CommonJS require Node's modules, for which an ES module has no function.
      esmExternalRequirePlugin({ external: [/^node:/, ...builtinModules] }),
    ],
  },
  { dir: bundles, format: "es", ending: "js" },
);
await write(
  { input: { paylint: "dist/cli/main.js" }, platform: "node", plugins: [startedCommand] },
  { dir: "dist/bin", format: "cjs", ending: "cjs" },
);

const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
const bundled = modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
const licenses = [...new Set(bundled)].sort().map(licenseOf).join("\n\n");
writeFileSync("dist/LICENSES.txt", licenses);

// npm takes no file that is named here. A process of its own parses deeply nested code, and is found by its name.
const entries = entryFiles(JSON.parse(readFileSync("package.json", "utf8")))
  .map((path) => relative("dist", path).split(sep).join("/"))
  .concat("bundle/parseInSubprocess.js");
const unreached = unreachedCode("dist", entries);
writeFileSync("dist/.npmignore", unreached.map((path) => `/${path}\n`).join(""));

/** What a package wants said where it is passed on. */
function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(folder, file), "utf8") : "";
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}
