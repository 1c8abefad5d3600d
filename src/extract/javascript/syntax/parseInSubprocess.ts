import { readFileSync } from "node:fs";
import { parseHere } from "./parse.js";

// A process that parses what is on its standard input; the parser may take it down with it.
const parsed = parseHere(readFileSync(0, "utf8"), process.argv[2] ?? ".js");
process.stdout.write(
  JSON.stringify(parsed, (_key, value: unknown) => (typeof value === "bigint" ? undefined : value)),
);
