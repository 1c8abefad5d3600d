import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";

// Puts the command into few files of CommonJS, with the packages that it needs: Node starts those in half the time that its
// modules take one by one, and who only wants the library has nothing more to install.

const dir = "dist/bin";

const bundle = await rolldown({
  input: {
    paylint: "dist/cli/main.js",
    worker: "dist/cli/ndjson/worker.js",
    parseInSubprocess: "dist/extract/javascript/parseInSubprocess.js",
  },
  platform: "node",
  // It has a binary beside it.
  external: ["oxc-parser"],
  // Some packages' `main` is a file that no bundler can follow.
  resolve: { mainFields: ["module", "main"] },
});
rmSync(dir, { recursive: true, force: true });
const { output } = await bundle.write({
  dir,
  format: "cjs",
  entryFileNames: "[name].cjs",
  chunkFileNames: "[name].cjs",
  minify: true,
});
await bundle.close();

const modules = output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
const packages = modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
writeFileSync(join(dir, "LICENSES.txt"), [...new Set(packages)].sort().map(licenseOf).join("\n\n"));

/** What a package wants said where it is passed on. */
function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(folder, file), "utf8") : "";
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}
