import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { compileTables } from "../../src/compiler/compileTables.js";

/**
 * `npm run mutate:tables [share]`: changes one fact of the tables at a time (a cell of the issuer table, a severity; a row
 * dropped), compiles them, and runs the tests that say the facts once more by hand. Each change must be noticed. A share such
 * as `2/5` runs every fifth change, from the second on.
 */
const repository = fileURLToPath(new URL("../..", import.meta.url));
const byHand = ["test/facts", "test/unit/extract/javascript/folding/constantFolding.test.ts"];

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Table = { [key: string]: Json };

interface Mutant {
  readonly file: string;
  readonly what: string;
  /** Changes the table in place. */
  apply(table: Table): void;
}

const read = (file: string) => parse(readFileSync(join(repository, file), "utf8")) as Table;

function cellMutants(file: string): Mutant[] {
  const { columns, rows } = read(file) as {
    columns: Record<string, { cells?: Json[] | "number" }>;
    rows: Record<string, Json>[];
  };
  return rows.flatMap((row, index) =>
    Object.entries(row).flatMap(([column, value]): Mutant[] => {
      const cells = columns[column]?.cells;
      if (cells === undefined) return [];
      const other = Array.isArray(cells)
        ? (cells.find((cell) => cell !== value) as Json)
        : Number(value) + 1;
      return [
        {
          file,
          what: `${String(row.code)} ${column}: ${String(value)} → ${String(other)}`,
          apply: (table) => {
            ((table.rows as Table[])[index] as Table)[column] = other;
          },
        },
      ];
    }),
  );
}

const otherSeverity: Record<string, string> = { error: "warning", warning: "info", info: "error" };

/** Each row of a table dropped, or of another severity. */
function rowMutants(file: string): Mutant[] {
  const { rules = [] } = read(file) as { rules?: Table[] };
  return rules.flatMap((row, index): Mutant[] => {
    const name = `row ${index + 1}, ${String(row.rule)}`;
    const dropped: Mutant = {
      file,
      what: `${name}: dropped`,
      apply: (table) => {
        (table.rules as Json[]).splice(index, 1);
      },
    };
    return [
      dropped,
      ...severityMutants(file, name, row.severity, (table) => {
        return (table.rules as Table[])[index] as Table;
      }),
    ];
  });
}

function severityMutants(
  file: string,
  name: string,
  severity: Json | undefined,
  at: (table: Table) => Table,
): Mutant[] {
  if (typeof severity !== "string") return [];
  const other = otherSeverity[severity] as string;
  return [
    {
      file,
      what: `${name}: ${severity} → ${other}`,
      apply: (table) => {
        at(table).severity = other;
      },
    },
  ];
}

function mutants(): Mutant[] {
  const files = readdirSync(join(repository, "schemas"), { recursive: true, encoding: "utf8" })
    .map((file) => `schemas/${file}`)
    .filter((file) => file.endsWith(".yaml"))
    .sort();
  const words = files.filter((file) => file.includes("/rules/"));
  const tables = files.filter((file) => /\/rules\.yaml$|\.v\d\/[^/]+\.yaml$/.test(file));
  return [
    ...files.filter((file) => file.endsWith("/issuers.yaml")).flatMap(cellMutants),
    ...tables.flatMap(rowMutants),
    ...words.flatMap((file) =>
      severityMutants(file, "the rule", read(file).severity, (table) => table),
    ),
  ];
}

const work = mkdtempSync(join(tmpdir(), "paylint-mutants-"));
for (const part of [
  "schemas",
  "src",
  "test",
  "dist",
  "package.json",
  "vitest.config.ts",
  "tsconfig.json",
]) {
  cpSync(join(repository, part), join(work, part), { recursive: true });
}
symlinkSync(join(repository, "node_modules"), join(work, "node_modules"), "junction");

/** How a change was noticed; undefined where it was not. */
async function noticed({ file, apply }: Mutant): Promise<"by the build" | "by a test" | undefined> {
  const original = readFileSync(join(repository, file), "utf8");
  const table = parse(original) as Table;
  apply(table);
  writeFileSync(join(work, file), stringify(table));
  try {
    const { build } = await compileTables(join(work, "schemas"));
    for (const [path, text] of build) writeFileSync(join(work, "dist", path), text);
  } catch {
    return "by the build";
  } finally {
    writeFileSync(join(work, file), original);
  }
  const vitest = join(repository, "node_modules/vitest/vitest.mjs");
  const { status } = spawnSync(process.execPath, [vitest, "run", "--bail=1", ...byHand], {
    cwd: work,
    stdio: "ignore",
  });
  return status === 0 ? undefined : "by a test";
}

const [part = 1, parts = 1] = (process.argv[2] ?? "1/1").split("/").map(Number);
const chosen = mutants().filter((_, index) => index % parts === part - 1);
const counts: Record<string, number> = {};
let survived = 0;
try {
  const whole = spawnSync(
    process.execPath,
    [join(repository, "node_modules/vitest/vitest.mjs"), "run", ...byHand],
    { cwd: work, stdio: "ignore" },
  );
  if (whole.status !== 0) throw new Error("the tests fail without any change");
  for (const mutant of chosen) {
    const by = await noticed(mutant);
    if (by) counts[by] = (counts[by] ?? 0) + 1;
    else {
      survived++;
      console.log(`NOT NOTICED ${mutant.file} ${mutant.what}`);
    }
  }
} finally {
  rmSync(work, { recursive: true });
}
console.log(
  `${chosen.length} changes of the tables: ${Object.entries(counts)
    .map(([by, count]) => `${count} noticed ${by}`)
    .join(", ")}, ${survived} not noticed`,
);
process.exitCode = survived > 0 ? 1 : 0;
