import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import { parse, stringify } from "yaml";
import { copyTables } from "./copiedTables.js";

// biome-ignore lint/suspicious/noExplicitAny: tables are edited here as the loose data that they are
export type Loose = any;

/** Edits of files, by their path below `schemas/`; a file that is not there is edited from an empty object. */
export type Edits = Readonly<Record<string, (data: Loose) => void>>;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "paylint-tables-"));
  folders.push(folder);
  return folder;
}

/** Writes files below a folder, as YAML or, by their ending, JSON. */
export function writeYaml(root: string, files: Readonly<Record<string, unknown>>): void {
  for (const [path, data] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, path.endsWith(".json") ? JSON.stringify(data) : stringify(data));
  }
}

/** Content of a file of the repository's tables. */
export const table = (file: string): Loose => parse(readFileSync(join("schemas", file), "utf8"));

/** A copy of the tables of PortOne and KSNET with some files edited. */
export function tablesWith(edits: Edits): string {
  const root = temporaryFolder();
  copyTables(root);
  for (const [path, edit] of Object.entries(edits)) {
    const file = join(root, path);
    const data = existsSync(file) ? parse(readFileSync(file, "utf8")) : {};
    edit(data);
    writeYaml(root, { [path]: data });
    const [, kind] = /^portone\/v1\/([^/]+)\/kind\.yaml$/.exec(path) ?? [];
    if (kind !== undefined && !existsSync(join("schemas", path))) mapKind(root, kind);
  }
  return root;
}

/** Says of a kind that the repository has not that nothing of it is in V2, as the build asks of every V1 kind. */
function mapKind(root: string, kind: string): void {
  const others = { why: "no-counterpart" };
  const source = "common unknown keys";
  writeYaml(root, { [`migration/${kind}.revoke-schedules.yaml`]: { source, keys: {}, others } });
}
