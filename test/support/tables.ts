import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import { copyTables } from "./copiedTables.js";

// biome-ignore lint/suspicious/noExplicitAny: tables are edited here as the loose data that they are
export type Loose = any;

/** Edits of files, by their path below `schemas/`; a file that is not there is edited from an empty object. */
export type Edits = Readonly<Record<string, (data: Loose) => void>>;

/** Content of a file of the repository's tables. */
export const table = (file: string): Loose => parse(readFileSync(join("schemas", file), "utf8"));

/** The copy of the tables that one test after another edits, since a copy takes as long to make and to remove as to read. */
let copy: string | undefined;
/** What puts the copy back as it was, the last edit first. */
const undo: (() => void)[] = [];

/** A copy of the tables of PortOne and KSNET with some files edited; it is as edited until the next call. */
export function tablesWith(edits: Edits): string {
  if (copy === undefined) {
    copy = mkdtempSync(join(tmpdir(), "paylint-tables-"));
    copyTables(copy);
  }
  const root = copy;
  for (const back of undo.splice(0)) back();
  for (const [path, edit] of Object.entries(edits)) {
    const file = join(root, path);
    const data = existsSync(file) ? parse(readFileSync(file, "utf8")) : {};
    edit(data);
    writeTable(root, path, data);
    const [, kind] = /^portone\/v1\/([^/]+)\/kind\.yaml$/.exec(path) ?? [];
    if (kind !== undefined && !existsSync(join("schemas", path))) mapKind(root, kind);
  }
  return root;
}

/** Writes a file of the copy, until the next call of `tablesWith`: a text as it is, all else as YAML or, by its ending, JSON. */
export function writeTable(root: string, path: string, data: unknown): void {
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file) : undefined;
  const made = mkdirSync(dirname(file), { recursive: true }) ?? file;
  undo.unshift(() => (before ? writeFileSync(file, before) : rmSync(made, { recursive: true })));
  const text = typeof data === "string" ? data : stringify(data);
  writeFileSync(file, path.endsWith(".json") ? JSON.stringify(data) : text);
}

/** Says of a kind that the repository has not that nothing of it is in V2, as the build asks of every V1 kind. */
function mapKind(root: string, kind: string): void {
  const others = { why: "no-counterpart" };
  const source = "common unknown keys";
  writeTable(root, `migration/${kind}.revoke-schedules.yaml`, { source, keys: {}, others });
}
