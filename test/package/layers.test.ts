import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The layers are biome.json's: this shows that it refuses what it should, by a file for each import.

/** What each folder of src may import beside itself. */
const imports: Readonly<Record<string, readonly string[]>> = {
  validator: [],
  text: [],
  constraint: ["validator"],
  examples: ["validator"],
  extract: ["text", "validator", "generated"],
  lint: ["constraint", "extract", "text", "validator", "generated"],
  arbitraries: ["examples", "validator", "generated"],
  migrate: ["constraint", "extract", "lint", "text", "validator", "generated"],
  guard: ["extract", "lint", "validator", "generated"],
  project: ["extract", "lint", "text", "validator", "generated"],
  eslint: ["extract", "lint", "text", "validator", "generated"],
  lsp: ["extract", "lint", "project", "text", "validator", "generated"],
  cli: ["extract", "lint", "lsp", "migrate", "project", "text", "validator", "generated"],
  compiler: ["constraint", "examples", "extract", "lint", "migrate", "text", "validator"],
};
const folders = [...Object.keys(imports), "generated"];

/** The rooms within a folder, and which of the others each may import. */
const rooms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "src/extract/javascript": {
    syntax: [],
    scope: ["syntax"],
    folding: ["syntax", "scope"],
    calls: ["syntax", "scope", "folding"],
    facts: ["syntax", "scope", "folding", "calls"],
  },
  "src/lint": {
    edits: [],
    suppression: [],
    attribution: ["suppression"],
    redaction: ["attribution"],
    findings: ["attribution", "edits", "suppression"],
  },
};

const pairsOf = (
  parent: string,
  permittedTo: Readonly<Record<string, readonly string[]>>,
  others: readonly string[],
) =>
  Object.entries(permittedTo).flatMap(([folder, permitted]) =>
    others
      .filter((other) => other !== folder)
      .map((other) => ({
        isAllowed: permitted.includes(other),
        pair: [`${parent}/${folder}/a.ts`, `../${other}/any.js`] as const,
      })),
  );
const pairs = [
  ...pairsOf("src", imports, folders),
  ...Object.entries(rooms).flatMap(([parent, permitted]) =>
    pairsOf(parent, permitted, Object.keys(permitted)),
  ),
];
const pairsThat = (isAllowed: boolean) =>
  pairs.filter((one) => one.isAllowed === isAllowed).map(({ pair }) => pair);

const refused: readonly (readonly [file: string, imported: string])[] = [
  ...pairsThat(false),
  ["src/validator/predicates/a.ts", "../../text/positions.js"],
  ["src/validator/a.ts", "node:fs"],
  ["src/validator/a.ts", "yaml"],
  ["src/validator/a.ts", "@scope/package"],
  ["src/constraint/atoms/a.ts", "../../compiler/kindNames.js"],
  ["src/constraint/a.ts", "node:path"],
  ["src/extract/javascript/a.ts", "../../lint/index.js"],
  ["src/extract/javascript/syntax/parse.ts", "../../lint/index.js"],
  ["src/extract/a.ts", "node:fs"],
  ["src/lint/a.ts", "node:fs"],
  ["src/guard/a.ts", "node:fs"],
  ["src/cli/formats/a.ts", "../../eslint/index.js"],
  ["src/compiler/emit/a.ts", "../../cli/report.js"],
  ["src/compiler/emit/modules/a.ts", "../../documents/issuerMatrix.js"],
  ["src/compiler/examples/a.ts", "../documents/markdown.js"],
  ["src/compiler/plan/a.ts", "../emit/facts.js"],
  ["src/compiler/tables/a.ts", "../emit/facts.js"],
  ["src/index.ts", "./compiler/kindNames.js"],
  ["docs/site/src/a.ts", "../../../dist/cli/report.js"],
];

const allowed: readonly (readonly [file: string, imported: string])[] = [
  ...pairsThat(true),
  ["src/validator/a.ts", "./pointer.js"],
  ["src/validator/predicates/a.ts", "../values.js"],
  ["src/validator/a.ts", "@standard-schema/spec"],
  ["src/extract/javascript/syntax/parse.ts", "node:child_process"],
  ["src/cli/a.ts", "node:fs"],
  ["src/compiler/emit/a.ts", "../plan/fault.js"],
  ["src/compiler/documents/a.ts", "../emit/modules/moduleText.js"],
  ["src/index.ts", "./migrate/index.js"],
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
  it("Each folder of src is among those whose imports are tried", () => {
    const there = readdirSync("src", { withFileTypes: true });
    const names = there.filter((one) => one.isDirectory()).map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys(imports).sort());
  });

  it.each(Object.entries(rooms))(
    "Each room of %s is among those whose imports are tried",
    (parent, permitted) => {
      const there = readdirSync(parent, { withFileTypes: true });
      const names = there.filter((one) => one.isDirectory()).map(({ name }) => name);
      expect(names.sort()).toEqual(Object.keys(permitted).sort());
    },
  );

  it.each(refused)("%s may not import %s", (file, imported) => {
    expect(reportedLines(file, imported)).toEqual(linesFor(imported));
  });

  it.each(allowed)("%s may import %s", (file, imported) => {
    expect(reportedLines(file, imported)).toEqual([]);
  });
});
