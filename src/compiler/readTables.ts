import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { parsePointer } from "../validator/pointer.js";
import { siblingKind } from "./kindNames.js";
import { checkGateways } from "./readGateways.js";
import { allowedValues, scopeOf, shapeAt } from "./shapeAt.js";
import { TableError } from "./tableError.js";
import type {
  AddedRow,
  Case,
  CodeRuleRow,
  Formats,
  GatewayRow,
  IssuerTable,
  KindRow,
  KindTables,
  OtherGateways,
  RuleRow,
  SecretsTable,
  Shape,
  SourceRef,
  Tables,
  Test,
} from "./tableTypes.js";

type RuleFileRow = RuleRow | AddedRow;

/**
 * Reads the tables below a folder laid out as `schemas/` is.
 * @throws {TableError} naming file, row and reason when a table is malformed.
 */
export function readTables(root: string): Tables {
  const meta = metaSchemas(join(root, "meta"));
  const read = <T>(file: string, schema: string): T => {
    const at = relative(root, file);
    const data = readJson(file, at);
    const validate = meta.get(schema) as ValidateFunction;
    if (!validate(data)) throw malformed(at, data, validate.errors ?? []);
    return data as T;
  };
  const { sources } = read<Pick<Tables, "sources">>(join(root, "sources.json"), "sources");
  const formats = read<Formats>(join(root, "formats.json"), "formats");
  const secrets = read<SecretsTable>(join(root, "secrets.json"), "secrets");
  const otherGateways = read<OtherGateways>(join(root, "otherGateways.json"), "otherGateways");
  const { services } = read<Pick<Tables, "services">>(join(root, "services.json"), "services");
  const codeRules = read<{ rules: CodeRuleRow[] }>(join(root, "codeRules.json"), "codeRules").rules;
  const { sdks } = read<Pick<Tables, "sdks">>(join(root, "sdks.json"), "sdks");
  const gateways = read<{ rows: GatewayRow[] }>(join(root, "gateways.json"), "gateways").rows;
  const sharedFile = join(root, "rules.json");
  const rulesIn = (file: string) => ({
    file: relative(root, file),
    rows: existsSync(file) ? read<{ rules: RuleFileRow[] }>(file, "rules").rules : [],
  });
  const kinds = kindFolders(root).map((folder): KindTables => {
    const version = join(folder, "..");
    const row = read<KindRow>(join(folder, "kind.json"), "kind");
    const issuers = readIssuers(join(version, "../issuers.json"), root, read);
    const sharedProperties = join(version, "properties.json");
    const described = existsSync(sharedProperties)
      ? read<{ properties: Record<string, Shape> }>(sharedProperties, "properties").properties
      : {};
    const shapeFile = join(folder, "shape.json");
    const siblings = readdirSync(version);
    const shared = ofKind(basename(folder), siblings, rulesIn(join(version, "rules.json")));
    const tables: KindTables = {
      row,
      shape: filledIn(read<Shape>(shapeFile, "shape"), described, relative(root, shapeFile)),
      issuers: identifiedBy(row.issuer?.column, issuers),
      rules: mergeRules([rulesIn(sharedFile), shared, rulesIn(join(folder, "rules.json"))]),
    };
    checkReferences(tables, relative(root, folder), sources, formats);
    return tables;
  });
  checkOtherGateways(otherGateways, kinds, sources);
  const seen = new Set<string>();
  for (const { row } of kinds) {
    const callback = row.callback && siblingKind(row.kind, row.callback);
    if (callback && !kinds.some((one) => one.row.kind === callback)) {
      throw new TableError("kind.json", row.kind, `unknown kind "${row.callback}"`);
    }
    if (seen.has(row.kind)) throw new TableError("kind.json", row.kind, "two kinds have this id");
    seen.add(row.kind);
  }
  checkGateways(gateways, sources, kinds);
  return { sources, formats, secrets, otherGateways, services, sdks, codeRules, gateways, kinds };
}

/** A key that a kind describes is its own gateway's, and every gateway has a name. */
function checkOtherGateways(
  { names, keys, source }: OtherGateways,
  kinds: readonly KindTables[],
  sources: Tables["sources"],
): void {
  const fail = (row: string, reason: string) => new TableError("otherGateways.json", row, reason);
  for (const { document } of source) {
    if (!sources[document]) throw fail("source", `unknown document "${document}"`);
  }
  for (const [kind, readers] of Object.entries(keys)) {
    const own = kinds.filter(({ row }) => row.kind.endsWith(`.${kind}`));
    if (own.length === 0) throw fail(kind, "unknown kind");
    for (const [path, gateways] of Object.entries(readers)) {
      const stranger = gateways.find((name) => !names[name]);
      if (stranger !== undefined) throw fail(path, `unknown gateway "${stranger}"`);
      if (own.some(({ shape }) => shapeAt(shape, path))) throw fail(path, `${kind} describes it`);
    }
  }
}

/** A property without a description is the one that `properties.json` describes under its key. */
function filledIn(
  shape: Shape,
  described: Readonly<Record<string, Shape>>,
  file: string,
  at = "",
): Shape {
  const inner = (child: Shape, key: string): Shape => {
    const shared = child.description === undefined ? described[key] : {};
    const whole = { ...shared, ...child };
    if (whole.description === undefined || whole["x-ko"] === undefined) {
      const reason = "neither described here nor in properties.json";
      throw new TableError(file, `${at}/${key}`, reason);
    }
    return filledIn(whole, described, file, `${at}/${key}`);
  };
  const { properties, items } = shape;
  return {
    ...shape,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, child]) => [key, inner(child, key)]),
      ),
    }),
    ...(items && { items: inner(items, "*") }),
  };
}

/** The rows and cases that hold for one of the kinds that a file speaks of. */
function ofKind(kind: string, siblings: readonly string[], { file, rows }: RuleFile): RuleFile {
  const holds = (row: string, kinds: readonly string[] | undefined) => {
    const stranger = kinds?.find((name) => !siblings.includes(name));
    if (stranger !== undefined) throw new TableError(file, row, `unknown kind "${stranger}"`);
    return kinds === undefined || kinds.includes(kind);
  };
  const own = rows.flatMap((row): RuleFileRow[] => {
    const name = "addsTo" in row ? row.addsTo : row.id;
    if (!holds(name, row.kinds)) return [];
    const cases = row.cases?.filter((one) => holds(name, one.kinds));
    const disagreements = row.disagreements?.filter((one) => holds(name, one.kinds));
    const own = { ...row, ...(cases && { cases }), ...(disagreements && { disagreements }) };
    const isIdle = cases?.length === 0 && !("addsTo" in row);
    return isIdle ? [] : [own];
  });
  return { file, rows: own };
}

function readJson(file: string, at: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new TableError(at, "(whole file)", (error as Error).message);
  }
}

function metaSchemas(folder: string): Map<string, ValidateFunction> {
  const ajv = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false });
  ajv.addFormat("regex", (source) => {
    try {
      return Boolean(new RegExp(source, "u"));
    } catch {
      return false;
    }
  });
  const files = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
  const schemas = files.map((name) => readJson(join(folder, name), name) as { $id: string });
  for (const schema of schemas) ajv.addSchema(schema);
  return new Map(
    schemas.map(({ $id }) => [$id.replace("paylint:", ""), ajv.getSchema($id) as ValidateFunction]),
  );
}

/** The deepest complaint says what is wrong; those above it only say that something below is. */
function malformed(file: string, data: unknown, errors: readonly ErrorObject[]): TableError {
  const own = errors.filter(({ keyword }) => !["if", "oneOf", "anyOf"].includes(keyword));
  const deepest = (own.length > 0 ? own : errors).reduce((left, right) =>
    right.instancePath.length > left.instancePath.length ? right : left,
  );
  const { instancePath, message, params } = deepest;
  const detail = Object.values(params as Record<string, unknown>).filter(
    (value) => typeof value === "string" && !message?.includes(value),
  );
  const reason = [`at ${instancePath || "/"}: ${message}`, ...detail].join(" ");
  return new TableError(file, rowAt(data, instancePath), reason);
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

function readIssuers(
  file: string,
  root: string,
  read: <T>(file: string, schema: string) => T,
): IssuerTable {
  if (!existsSync(file)) return { columns: {}, words: {}, rows: [] };
  const table = read<IssuerTable>(file, "issuers");
  const at = relative(root, file);
  const codes = new Set<string>();
  for (const row of table.rows) {
    if (codes.has(row.code)) throw new TableError(at, row.code, "two rows have this code");
    codes.add(row.code);
    for (const [column, { cells }] of Object.entries(table.columns)) {
      const cell = row[column];
      if (cell === undefined) throw new TableError(at, row.code, `no cell in column ${column}`);
      const fits = Array.isArray(cells)
        ? cells.includes(String(cell))
        : typeof cell === (cells ?? "string");
      if (!fits) {
        const allowed = Array.isArray(cells) ? cells.join(", ") : (cells ?? "text");
        throw new TableError(at, row.code, `${column} is ${JSON.stringify(cell)}, not ${allowed}`);
      }
    }
    for (const column of Object.keys(row)) {
      if (!table.columns[column]) throw new TableError(at, row.code, `unknown column ${column}`);
    }
  }
  return table;
}

/** The table as a kind sees it: `code` is what its payloads call an issuer. */
function identifiedBy(column: string | undefined, table: IssuerTable): IssuerTable {
  if (column === undefined || !table.columns[column]) return table;
  return { ...table, rows: table.rows.map((row) => ({ ...row, code: String(row[column]) })) };
}

interface RuleFile {
  readonly file: string;
  readonly rows: readonly RuleFileRow[];
}

function mergeRules(files: readonly RuleFile[]): RuleRow[] {
  const byId = new Map<string, RuleRow>();
  for (const { file, rows } of files) {
    for (const row of rows) {
      if ("addsTo" in row) {
        const rule = byId.get(row.addsTo);
        if (!rule) throw new TableError(file, row.addsTo, "addsTo names no rule");
        const { addsTo: _, kinds: __, cases = [], disagreements = [], variants, ...says } = row;
        // Another message says something else of every value.
        if (says.message) delete rule.variants;
        Object.assign(rule, says);
        if (variants) rule.variants = [...(rule.variants ?? []), ...variants];
        rule.cases = [...rule.cases, ...cases];
        rule.disagreements = [...(rule.disagreements ?? []), ...disagreements];
      } else if (byId.has(row.id)) {
        throw new TableError(file, row.id, "two rules have this id");
      } else {
        byId.set(row.id, { ...row, cases: row.cases ?? [] });
      }
    }
  }
  return [...byId.values()];
}

function checkReferences(
  { row: kind, shape, issuers, rules }: KindTables,
  folder: string,
  sources: Tables["sources"],
  formats: Formats,
): void {
  const rulesFile = `${folder}/rules.json`;
  const documented = (refs: readonly SourceRef[], file: string, row: string) => {
    for (const { document, section } of refs) {
      const known = sources[document];
      if (!known) throw new TableError(file, row, `unknown document "${document}"`);
      if (/\p{Script=Hangul}/u.test(section) && !known.sections?.[section]) {
        const reason = `"${section}" has no English name in sources.json (${document}, sections)`;
        throw new TableError(file, row, reason);
      }
    }
  };
  for (const [name, column] of Object.entries(issuers.columns)) {
    documented(column.source, "issuers.json", name);
  }
  for (const refs of [kind.source, ...(kind.notes ?? []).map((note) => note.source)]) {
    documented(refs, `${folder}/kind.json`, kind.kind);
  }
  for (const pointer of pointersOf(kind)) {
    if (!shapeAt(shape, pointer)) {
      throw new TableError(`${folder}/kind.json`, kind.kind, `unknown path ${pointer}`);
    }
  }
  if (kind.issuer && !issuers.columns[kind.issuer.column]) {
    throw new TableError(`${folder}/kind.json`, kind.kind, `unknown column ${kind.issuer.column}`);
  }
  checkShape(shape, `${folder}/shape.json`, "", issuers, formats, rules, documented);
  for (const rule of rules) {
    documented(rule.source, rulesFile, rule.id);
    for (const { positions, counts, path } of rule.disagreements ?? []) {
      documented([...positions, ...counts.map(asSource)], rulesFile, rule.id);
      if (path !== undefined && !shapeAt(shape, path)) {
        throw new TableError(rulesFile, rule.id, `unknown path ${path}`);
      }
    }
    for (const one of rule.cases) {
      documented(one.source ?? [], rulesFile, rule.id);
      for (const path of pathsOf(one)) {
        if (!shapeAt(shape, path)) {
          throw new TableError(rulesFile, rule.id, `unknown path ${path}`);
        }
      }
      for (const [path, test] of testsOf(one)) {
        checkTest(test, rulesFile, rule.id, issuers);
        checkValues(path, test, shape, issuers, rulesFile, rule.id);
      }
    }
  }
}

function checkShape(
  shape: Shape,
  file: string,
  at: string,
  issuers: IssuerTable,
  formats: Formats,
  rules: readonly RuleRow[],
  documented: (refs: readonly SourceRef[], file: string, row: string) => void,
): void {
  documented(shape["x-source"] ?? [], file, at || "/");
  const fail = (reason: string) => new TableError(file, at || "/", reason);
  const format = shape["x-format"];
  if (format !== undefined) {
    const known = formats.formats[format];
    if (!known) throw fail(`unknown format "${format}"`);
    if (!rules.some(({ id }) => id === known.rule)) throw fail(`unknown rule ${known.rule}`);
  }
  const column = shape["x-enum-from"]?.issuers;
  if (column !== undefined && !issuers.columns[column]) throw fail(`unknown column ${column}`);
  for (const key of shape.required ?? []) {
    if (!shape.properties?.[key]) throw fail(`requires "${key}", which it does not describe`);
  }
  for (const [key, property] of Object.entries(shape.properties ?? {})) {
    checkShape(property, file, `${at}/${key}`, issuers, formats, rules, documented);
  }
  if (shape.items) checkShape(shape.items, file, `${at}/*`, issuers, formats, rules, documented);
}

function checkTest(test: Test, file: string, row: string, issuers: IssuerTable): void {
  for (const [column, cell] of Object.entries(test.issuer ?? {})) {
    const cells = issuers.columns[column]?.cells;
    if (!cells) throw new TableError(file, row, `unknown issuer column ${column}`);
    if (Array.isArray(cells) && !cells.includes(String(cell))) {
      throw new TableError(file, row, `no cell of ${column} can be ${JSON.stringify(cell)}`);
    }
  }
  for (const bound of [test.minimum, test.maximum]) {
    if (typeof bound === "object" && issuers.columns[bound.issuer]?.cells !== "number") {
      throw new TableError(file, row, `${bound.issuer} is no column of numbers`);
    }
  }
  for (const inner of [test.not, ...(test.anyOf ?? [])]) {
    if (inner) checkTest(inner, file, row, issuers);
  }
}

/** A value that a payload cannot have there, such as an issuer's code that no row has, is a slip. */
function checkValues(
  path: string,
  test: Test,
  shape: Shape,
  issuers: IssuerTable,
  file: string,
  row: string,
): void {
  const at = shapeAt(shape, path);
  const allowed = at && allowedValues(at, issuers);
  if (!allowed) return;
  for (const value of [...("const" in test ? [test.const] : []), ...(test.enum ?? [])]) {
    if (allowed.includes(value)) continue;
    throw new TableError(file, row, `${JSON.stringify(value)} is none of the values of ${path}`);
  }
}

const asSource = (document: string): SourceRef => ({ document, section: "" });

/** The pointers into the payload that a kind's own row holds. */
const pointersOf = ({ issuer, outcome, names }: KindRow): string[] => [
  ...(issuer ? [issuer.path] : []),
  ...Object.values(names ?? {}),
  ...(outcome ? [outcome.status, outcome.amount, outcome.cancelledAmount] : []),
  ...(outcome ? [outcome.currency, outcome.orderId, ...outcome.cancellations] : []),
  ...(outcome ? Object.values(outcome.reasons) : []),
];

const testsOf = (one: Case): [string, Test][] =>
  [...Object.entries(one.when ?? {}), ...Object.entries(one.constrain ?? {})].map(
    ([path, test]) => [scopeOf(one) + path, test],
  );

function pathsOf(one: Case) {
  const { each, when, require, requireAny, forbid, constrain, compare, wrong } = one;
  const inScope = [
    ...Object.keys(when ?? {}),
    ...(require ?? []),
    ...(requireAny ?? []),
    ...(forbid ?? []),
    ...Object.keys(constrain ?? {}),
    ...Object.keys(wrong ?? {}),
    ...(compare ? [compare.path, compare.to] : []),
  ].map((path) => scopeOf(one) + path);
  return [...(each ? [each] : []), ...inScope];
}
