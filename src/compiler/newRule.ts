import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";

/**
 * `npm run new-rule -- <group/name>`: adds the file of a rule, with everything that it must say still to be said. Until it is, and a
 * row of a table uses the rule, the build refuses it and names what is missing.
 */

const blank = { ko: "", en: "" };

function add(id: string): string {
  const file = join("schemas/rules", `${id}.yaml`);
  if (existsSync(file)) throw new Error(`${id} is in ${file} already`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stringify({ severity: "error", title: blank, why: blank, message: blank }));
  return file;
}

const [id = ""] = process.argv.slice(2);
try {
  if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id)) {
    throw new Error("usage: npm run new-rule -- <group/name>");
  }
  console.log(`${add(id)}: fill it in, and add a row to a table; see schemas/meta/`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
