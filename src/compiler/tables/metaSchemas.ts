import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { parsePointer } from "../../validator/pointer.js";

/** What is wrong with a row of a file. */
interface Complaint {
  readonly row: string;
  readonly reason: string;
}

/** Checks the content of a file of the sort that a schema of `meta/` describes. */
type CheckFile = (sort: string, data: unknown) => readonly Complaint[];

/** The checks by the texts of their schemas: compiling schemas is slow, and tables that are read again have the same ones. */
const knownChecks = new Map<string, CheckFile>();

/**
 * Reads the schemas in a folder.
 * @throws when one of them is no JSON or no schema.
 */
export function readMetaSchemas(folder: string): CheckFile {
  const files = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
  const texts = files.map((name) => readFileSync(join(folder, name), "utf8"));
  const key = JSON.stringify(texts);
  const check = knownChecks.get(key) ?? checkOf(texts);
  knownChecks.set(key, check);
  return check;
}

function checkOf(schemas: readonly string[]): CheckFile {
  const ajv = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false });
  ajv.addFormat("regex", isRegularExpression);
  for (const text of schemas) ajv.addSchema(JSON.parse(text));
  return (sort, data) => {
    const validate = ajv.getSchema(`paylint:${sort}`) as ValidateFunction;
    return validate(data) ? [] : complaintsOf(data, validate.errors ?? []);
  };
}

function isRegularExpression(source: string): boolean {
  try {
    return Boolean(new RegExp(source, "u"));
  } catch {
    return false;
  }
}

/** Keywords that only say that something below is wrong. */
const summaries = ["if", "oneOf", "anyOf", "not"];

/** What is wrong with each row: the deepest complaint, since those above it only say that something below is wrong. */
function complaintsOf(data: unknown, errors: readonly ErrorObject[]): Complaint[] {
  const own = errors.filter(({ keyword }) => !summaries.includes(keyword));
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

/** Parts of a file whose entries are rows, by name. */
const namedRows = ["keys", "codes", "columns", "sources", "formats"];

/** Name of the row that a pointer into a file lies in: a rule's id, a key's pointer, an issuer's code. */
function rowAt(data: unknown, pointer: string): string {
  let value = data;
  let name = "(whole file)";
  let isNamed = true;
  for (const key of parsePointer(pointer)) {
    if (typeof value !== "object" || value === null) break;
    const isListed = Array.isArray(value);
    value = (value as Record<string, unknown>)[key];
    const row = value as { rule?: unknown; code?: unknown } | undefined;
    const own = isListed ? (row?.rule ?? row?.code) : undefined;
    if (own !== undefined) return String(own);
    if (isNamed) name = key;
    isNamed = namedRows.includes(key);
  }
  return name;
}
