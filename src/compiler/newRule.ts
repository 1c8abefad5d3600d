import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { applyEdits, modify } from "jsonc-parser";

/**
 * `npm run new-rule -- <kind> <group/name>`: adds a row to the kind's rules, with everything that a rule must say still to be said.
 * Until it is, the build refuses the row and names what is missing.
 */

const blank = { en: "", ko: "" };

function add(kind: string, id: string): string {
  const folder = join("schemas", ...kind.split("."));
  if (!existsSync(join(folder, "kind.json"))) throw new Error(`there is no kind ${kind}`);
  const version = join(folder, "..");
  const own = join(folder, "rules.json");
  const kinds = readdirSync(version).map((name) => join(version, name, "rules.json"));
  for (const file of ["schemas/rules.json", join(version, "rules.json"), ...kinds]) {
    if (existsSync(file) && readFileSync(file, "utf8").includes(JSON.stringify(id))) {
      throw new Error(`${id} is in ${file} already`);
    }
  }
  const row = {
    ...{ id, severity: "error", title: blank, why: blank, message: blank },
    ...{ source: [{ document: "", section: "" }], cases: [{ when: {}, require: [] }] },
  };
  const empty = '{\n  "$schema": "../../../meta/rules.schema.json",\n  "rules": []\n}\n';
  const text = existsSync(own) ? readFileSync(own, "utf8") : empty;
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  const at = ["rules", -1];
  const edits = modify(text, at, row, { formattingOptions, isArrayInsertion: true });
  writeFileSync(own, applyEdits(text, edits));
  return own;
}

const [kind = "", id = ""] = process.argv.slice(2);
try {
  if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id)) {
    throw new Error("usage: npm run new-rule -- <kind> <group/name>");
  }
  const file = add(kind, id);
  console.log(`${file}: fill in the last row; schemas/meta/rules.md explains every key`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
