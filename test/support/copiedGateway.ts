import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyTables } from "./copiedTables.js";

/** A copy of `schemas/` with so many copies of KSNET, as gateways like any other: `copy0`, `copy1` … */
export function tablesWithCopies(count: number): string {
  const root = mkdtempSync(join(tmpdir(), "paylint-copies-"));
  copyTables(root);
  for (let index = 0; index < count; index++) {
    const code = `copy${index}`;
    const folder = join(root, "gateways", code);
    cpSync(join(root, "gateways/ksnet"), folder, { recursive: true });
    edit(join(folder, "gateway.yaml"), (text) =>
      text
        .replace("whole: true\n", "")
        .replace(/^( +)ksnet: (.*)bypass: \[ksnet\](.*payrq)/m, `$1${code}: $2bypass: [${code}]$3`)
        .replace(/^( +)ksnet: (.*)bypass: \[ksnet\]/m, `$1${code}: $2bypass: []`),
    );
    for (const version of ["v1", "v2"]) {
      const tables = join(folder, `${code}.${version}`);
      renameSync(join(folder, `ksnet.${version}`), tables);
      for (const file of readdirSync(tables)) {
        edit(join(tables, file), (text) => {
          const plain = text.replace("fast: true\n", "");
          // In V2 PortOne's own table describes what is below the gateways' bypass keys.
          return version === "v1" ? plain.replaceAll("/bypass/ksnet", `/bypass/${code}`) : plain;
        });
      }
    }
  }
  const codes = Array.from({ length: count }, (_, index) => `copy${index}`);
  const portone = join(root, "portone");
  for (const path of readdirSync(portone, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith("keys.yaml") && !path.endsWith("properties.yaml")) continue;
    edit(join(portone, path), (text) =>
      text.replace(/readBy: \[([^\]]*\bksnet\b[^\]]*)\]/g, `readBy: [$1, ${codes.join(", ")}]`),
    );
  }
  // What becomes of a gateway's keys in V2 is said by a row of each.
  const migration = join(root, "migration");
  for (const file of readdirSync(migration)) {
    edit(join(migration, file), (text) =>
      text.replace(/^ {2}\/bypass\/ksnet\b.*\n/gm, (row) =>
        [row, ...codes.map((code) => row.replace("ksnet", code))].join(""),
      ),
    );
  }
  return root;
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}
