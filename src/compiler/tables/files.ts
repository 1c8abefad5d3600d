import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Service } from "../../extract/calls.js";
import { parsePointer } from "../../validator/pointer.js";
import type { Problems } from "./problems.js";
import type { AddedRow, RuleRow } from "./ruleTypes.js";
import type {
  Formats,
  GatewayRow,
  KindRow,
  OtherGateways,
  SecretsTable,
  Shape,
  SharedTables,
  Sources,
  WrittenIssuerTable,
} from "./types.js";

/** The rows of one `rules.json`. */
export interface RuleFile {
  /** Path below the root of the tables. */
  readonly file: string;
  /** Ids of faults of the extended kind that this one has not. */
  readonly lifts: readonly string[];
  readonly rows: readonly (RuleRow | AddedRow)[];
}

/** A `rules.json` as it is written. */
interface WrittenRules {
  readonly lifts?: readonly string[];
  readonly rules: RuleFile["rows"];
}

/** The files that one payload kind is read from. */
export interface KindFiles {
  /** Path of the kind's folder below the root of the tables. */
  readonly folder: string;
  /** Name of the folder: what rules of the version call the kind. */
  readonly name: string;
  /** Names of the version's kinds. */
  readonly siblings: readonly string[];
  /** Name of the version's folder. */
  readonly version: string;
  readonly row: KindRow;
  readonly shape: Shape;
  /** What `properties.json` of the version describes. */
  readonly described: Readonly<Record<string, Shape>>;
  readonly issuers: WrittenIssuerTable;
  readonly issuersFile: string;
  /** What holds for every kind, for the version's, and for this one. */
  readonly shared: RuleFile;
  readonly ofVersion: RuleFile;
  readonly own: RuleFile;
}

/** The tables as they lie on the disk, each file checked by its schema in `meta/`. */
export interface TableFiles {
  readonly shared: SharedTables;
  readonly kinds: readonly KindFiles[];
}

/**
 * Reads every file below a folder laid out as `schemas/` is.
 * @throws {TableError} naming every row that its schema does not allow.
 */
export function readFiles(root: string, problems: Problems): TableFiles {
  const meta = metaSchemas(join(root, "meta"), problems);
  problems.throwIfAny();
  const cache = new Map<string, unknown>();
  const read = <Of>(file: string, schema: string): Of => {
    const at = relative(root, file);
    if (!cache.has(file)) cache.set(file, checked(file, at, meta.get(schema), problems));
    return cache.get(file) as Of;
  };
  const readIfThere = <Of>(file: string, schema: string, otherwise: Of): Of =>
    existsSync(file) ? read<Of>(file, schema) : otherwise;
  const rulesIn = (file: string) => ({
    file,
    ...readIfThere<WrittenRules>(file, "rules", { rules: [] }),
  });
  const rulesOfAll = rulesIn(join(root, "rules.json"));
  const files = kindFolders(root).map((folder) => {
    const version = join(folder, "..");
    const issuersFile = join(version, "../issuers.json");
    return {
      ...{ folder, version, issuersFile },
      row: read<KindRow>(join(folder, "kind.json"), "kind"),
      shape: read<Shape>(join(folder, "shape.json"), "shape"),
      properties: readIfThere(join(version, "properties.json"), "properties", { properties: {} }),
      issuers: readIfThere<WrittenIssuerTable>(issuersFile, "issuers", {
        ...{ columns: {}, words: {}, rows: [] },
      }),
      ofVersion: rulesIn(join(version, "rules.json")),
      own: rulesIn(join(folder, "rules.json")),
    };
  });
  const readShared = <Of>(name: string) => read<Of>(join(root, `${name}.json`), name);
  const shared: SharedTables = {
    sources: readShared<{ sources: Sources }>("sources").sources,
    formats: readShared<Formats>("formats"),
    secrets: readShared<SecretsTable>("secrets"),
    otherGateways: readShared<OtherGateways>("otherGateways"),
    services: readShared<{ services: Record<string, Service> }>("services").services,
    gateways: readShared<{ rows: GatewayRow[] }>("gateways").rows,
  };
  problems.throwIfAny();
  const at = (path: string) => relative(root, path);
  const ruleFile = ({ file, rules, lifts = [] }: WrittenRules & { file: string }): RuleFile => ({
    file: at(file),
    lifts,
    rows: rules,
  });
  const kinds = files.map(
    (kind): KindFiles => ({
      folder: at(kind.folder),
      name: basename(kind.folder),
      siblings: readdirSync(kind.version),
      version: basename(kind.version),
      row: kind.row,
      shape: kind.shape,
      described: kind.properties.properties,
      issuers: kind.issuers,
      issuersFile: at(kind.issuersFile),
      shared: ruleFile(rulesOfAll),
      ofVersion: ruleFile(kind.ofVersion),
      own: ruleFile(kind.own),
    }),
  );
  return { shared, kinds };
}

/** The content of a file; an empty object where it is malformed, which is noted. */
function checked(
  file: string,
  at: string,
  validate: ValidateFunction | undefined,
  problems: Problems,
): unknown {
  const data = readJson(file, at, problems);
  if (data === undefined || !validate || validate(data)) return data ?? {};
  for (const { row, reason } of complaintsOf(data, validate.errors ?? [])) {
    problems.add(at, row, reason);
  }
  return {};
}

function readJson(file: string, at: string, problems: Problems): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    problems.add(at, "(whole file)", (error as Error).message);
    return undefined;
  }
}

function metaSchemas(folder: string, problems: Problems): Map<string, ValidateFunction> {
  const ajv = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false });
  ajv.addFormat("regex", (source) => {
    try {
      return Boolean(new RegExp(source, "u"));
    } catch {
      return false;
    }
  });
  const files = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
  const schemas = files.flatMap((name) => {
    const schema = readJson(join(folder, name), `meta/${name}`, problems);
    return schema === undefined ? [] : [schema as { $id: string }];
  });
  for (const schema of schemas) ajv.addSchema(schema);
  return new Map(
    schemas.map(({ $id }) => [$id.replace("paylint:", ""), ajv.getSchema($id) as ValidateFunction]),
  );
}

/** What is wrong with each row: the deepest complaint, since those above it only say that something below is wrong. */
function complaintsOf(data: unknown, errors: readonly ErrorObject[]) {
  const own = errors.filter(({ keyword }) => !["if", "oneOf", "anyOf"].includes(keyword));
  const deepest = new Map<string, ErrorObject>();
  for (const error of own.length > 0 ? own : errors) {
    const row = rowAt(data, error.instancePath);
    const known = deepest.get(row);
    if (!known || error.instancePath.length > known.instancePath.length) deepest.set(row, error);
  }
  return [...deepest].map(([row, error]) => ({ row, reason: reasonOf(error) }));
}

function reasonOf({ instancePath, message, params }: ErrorObject): string {
  const detail = Object.values(params as Record<string, unknown>).filter(
    (value) => typeof value === "string" && !message?.includes(value),
  );
  return [`at ${instancePath || "/"}: ${message}`, ...detail].join(" ");
}

/** Name of the row that a pointer into a table lies in. */
function rowAt(data: unknown, pointer: string): string {
  let value = data;
  let name = "(whole file)";
  for (const key of parsePointer(pointer)) {
    if (typeof value !== "object" || value === null) break;
    value = (value as Record<string, unknown>)[key];
    const row = value as { id?: unknown; addsTo?: unknown; code?: unknown } | undefined;
    name = String(row?.id ?? row?.addsTo ?? row?.code ?? (name === "(whole file)" ? key : name));
  }
  return name;
}

/** Folders `<gateway>/<version>/<kind>` with a `kind.json`, sorted. */
function kindFolders(root: string): string[] {
  const folders = (parent: string) =>
    readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "meta")
      .map((entry) => join(parent, entry.name))
      .sort();
  return folders(root)
    .flatMap(folders)
    .flatMap(folders)
    .filter((folder) => existsSync(join(folder, "kind.json")));
}
