import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The layers are biome.json's: this shows that it refuses what it should, by a file for each import.

const refused: readonly [file: string, imported: string][] = [
  ["src/validator/a.ts", "../constraint/formula.js"],
  ["src/validator/predicates/a.ts", "../../text/positions.js"],
  ["src/validator/a.ts", "node:fs"],
  ["src/validator/a.ts", "yaml"],
  ["src/validator/a.ts", "@scope/package"],
  ["src/text/a.ts", "../validator/pointer.js"],
  ["src/constraint/atoms/a.ts", "../../compiler/kindNames.js"],
  ["src/constraint/a.ts", "node:path"],
  ["src/examples/a.ts", "../arbitraries/index.js"],
  ["src/extract/a.ts", "../lint/index.js"],
  ["src/extract/javascript/a.ts", "../../lint/index.js"],
  ["src/extract/javascript/parse.ts", "../../lint/index.js"],
  ["src/extract/a.ts", "node:fs"],
  ["src/lint/a.ts", "../cli/report.js"],
  ["src/lint/a.ts", "../compiler/kindNames.js"],
  ["src/arbitraries/a.ts", "../compiler/kindNames.js"],
  ["src/eslint/a.ts", "../cli/report.js"],
  ["src/cli/formats/a.ts", "../../eslint/index.js"],
  ["src/cli/a.ts", "../compiler/kindNames.js"],
  ["src/compiler/emit/a.ts", "../../cli/report.js"],
  ["src/guard/a.ts", "../cli/report.js"],
  ["src/guard/a.ts", "node:fs"],
  ["src/project/a.ts", "../cli/report.js"],
  ["src/lint/a.ts", "../project/config.js"],
  ["src/lsp/a.ts", "../cli/report.js"],
  ["src/index.ts", "./compiler/kindNames.js"],
  ["docs/site/src/a.ts", "../../../dist/cli/report.js"],
];

const allowed: readonly [file: string, imported: string][] = [
  ["src/validator/a.ts", "./pointer.js"],
  ["src/validator/predicates/a.ts", "../values.js"],
  ["src/validator/a.ts", "@standard-schema/spec"],
  ["src/constraint/a.ts", "../validator/values.js"],
  ["src/extract/javascript/parse.ts", "node:child_process"],
  ["src/lint/a.ts", "../extract/formats.js"],
  ["src/cli/a.ts", "node:fs"],
  ["src/cli/a.ts", "../project/config.js"],
  ["src/lsp/a.ts", "../project/config.js"],
  ["src/guard/a.ts", "../lint/gateway.js"],
  ["src/cli/a.ts", "../lint/index.js"],
  ["src/compiler/a.ts", "../constraint/formula.js"],
  ["docs/site/src/a.ts", "../../../dist/lint/index.js"],
];

/** Every form of an import, a line each. */
const linesFor = (imported: string): string[] => [
  `export * from "${imported}";`,
  `export type { A } from "${imported}";`,
  `export const a = () => import("${imported}");`,
];

const folder = mkdtempSync(join(tmpdir(), "paylint-layers-"));
const reported = new Set<string>();
const written = new Map<string, string[]>();

beforeAll(() => {
  for (const [file, imported] of [...refused, ...allowed]) {
    written.set(file, [...(written.get(file) ?? []), ...linesFor(imported)]);
  }
  for (const [file, lines] of written) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), lines.join("\n"));
  }
  for (const name of ["biome.json", ".gitignore"]) cpSync(name, join(folder, name));
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const args = ["lint", "--reporter=github", "--max-diagnostics=none", "."];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  const places = /title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+)/g;
  for (const [, file, line] of stdout.matchAll(places)) {
    reported.add(`${relative(realpathSync(folder), file as string).replaceAll("\\", "/")}:${line}`);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Of the forms in which a file imports something, those that are reported. */
const reportedLines = (file: string, imported: string): string[] =>
  linesFor(imported).filter((line) => {
    const at = written.get(file)?.indexOf(line) ?? -1;
    return reported.has(`${file}:${at + 1}`);
  });

describe("A folder of src may not import upwards", () => {
  it.each(refused)("%s may not import %s", (file, imported) => {
    expect(reportedLines(file, imported)).toEqual(linesFor(imported));
  });

  it.each(allowed)("%s may import %s", (file, imported) => {
    expect(reportedLines(file, imported)).toEqual([]);
  });
});
