import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { readTables } from "../tables/readTables.js";
import { differences } from "./compare.js";
import { descriptionsIn } from "./descriptions.js";

/**
 * `npm run facts -- [--decide] <file…>`: compares published descriptions with the tables and prints what came, went and changed, a row
 * each. Rows in `schemas/decided.yaml` have been decided on and are left out; `--decide` adds those that are printed.
 * The exit status is 1 where there is something to decide on.
 */

const decidedFile = "schemas/decided.yaml";

const files = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const decided = existsSync(decidedFile)
  ? (parse(readFileSync(decidedFile, "utf8")) as readonly string[])
  : [];
const { kinds } = readTables("schemas");
const neutral = kinds.filter(({ row }) => row.kind.startsWith("portone."));
try {
  if (files.length === 0) throw new Error("usage: npm run facts -- [--decide] <file…>");
  const rows = files.flatMap((file) => {
    const described = descriptionsIn(parse(readFileSync(file, "utf8")));
    return differences(described, neutral).map(({ call, path, what }) => `${call} ${path} ${what}`);
  });
  const open = [...new Set(rows)].filter((row) => !decided.includes(row));
  for (const row of open) console.log(row);
  console.log(`${open.length} to decide on, ${rows.length - open.length} decided`);
  if (process.argv.includes("--decide")) {
    writeFileSync(decidedFile, stringify([...decided, ...open].sort()));
  } else if (open.length > 0) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
