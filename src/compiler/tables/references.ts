import type { KindFiles, RuleFile } from "./files.js";
import type { Problems } from "./problems.js";
import { cellsOf } from "./resolve.js";
import type { AddedRow, Case, RuleRow, SourceRef, Test } from "./ruleTypes.js";
import { allowedValues, scopeOf, shapeAt } from "./shapeAt.js";
import type { IssuerTable, KindRow, KindTables, Shape, SharedTables, Variants } from "./types.js";

/** What the references of one kind are followed into. */
interface Referred {
  readonly files: KindFiles;
  readonly tables: KindTables;
  readonly shared: Pick<SharedTables, "sources" | "formats">;
  readonly problems: Problems;
}

/** A row of a file, for what is wrong with it. */
interface At {
  readonly file: string;
  readonly row: string;
}

/** Notes every path, column, cell, value, document and rule that a kind's files name and that is not there. */
export function checkReferences(referred: Referred): void {
  checkIssuers(referred);
  checkKindRow(referred);
  checkShape(referred, referred.tables.shape, "");
  const { shared, ofVersion, own } = referred.files;
  for (const file of [shared, ofVersion, own]) {
    for (const row of file.rows) checkRule(referred, row, file);
  }
}

function checkDocuments(
  { shared: { sources }, problems }: Referred,
  { file, row }: At,
  refs: readonly (Pick<SourceRef, "document"> & Partial<SourceRef>)[],
): void {
  for (const { document, section = "" } of refs) {
    const known = sources[document];
    if (!known) problems.add(file, row, `unknown document "${document}"`);
    else if (/\p{Script=Hangul}/u.test(section) && !known.sections?.[section]) {
      const where = `sources.json (${document}, sections)`;
      problems.add(file, row, `"${section}" has no English name in ${where}`);
    }
  }
}

function checkIssuers(referred: Referred): void {
  const { files, problems } = referred;
  const { issuersFile: file } = files;
  const issuers = cellsOf(files.version, files.issuers);
  for (const [name, { source }] of Object.entries(issuers.columns)) {
    checkDocuments(referred, { file, row: name }, source);
  }
  const codes = new Set<string>();
  for (const row of issuers.rows) {
    if (codes.has(row.code)) problems.add(file, row.code, "two rows have this code");
    codes.add(row.code);
    for (const reason of wrongCells(row, issuers)) problems.add(file, row.code, reason);
  }
}

function* wrongCells(row: IssuerTable["rows"][number], { columns }: IssuerTable) {
  for (const [name, { cells }] of Object.entries(columns)) {
    const cell = row[name];
    if (cell === undefined) {
      yield `no cell in column ${name}`;
      continue;
    }
    const fits = Array.isArray(cells)
      ? cells.includes(String(cell))
      : typeof cell === (cells ?? "string");
    if (fits) continue;
    const allowed = Array.isArray(cells) ? cells.join(", ") : (cells ?? "text");
    yield `${name} is ${JSON.stringify(cell)}, not ${allowed}`;
  }
  for (const name of Object.keys(row)) if (!columns[name]) yield `unknown column ${name}`;
}

function checkKindRow(referred: Referred): void {
  const { files, tables, problems } = referred;
  const { row } = tables;
  const at = { file: `${files.folder}/kind.json`, row: row.kind };
  checkDocuments(referred, at, [...row.source, ...(row.notes ?? []).flatMap((one) => one.source)]);
  for (const pointer of pointersOf(row)) {
    if (!shapeAt(tables.shape, pointer)) problems.add(at.file, at.row, `unknown path ${pointer}`);
  }
  if (row.issuer && !tables.issuers.columns[row.issuer.column]) {
    problems.add(at.file, at.row, `unknown column ${row.issuer.column}`);
  }
}

/** The pointers into the payload that a kind's own row holds. */
const pointersOf = ({ issuer, outcome, names }: KindRow): string[] => [
  ...(issuer ? [issuer.path] : []),
  ...Object.values(names ?? {}),
  ...(outcome ? [outcome.status, outcome.amount, outcome.cancelledAmount] : []),
  ...(outcome ? [outcome.currency, outcome.orderId, ...outcome.cancellations] : []),
  ...(outcome ? Object.values(outcome.reasons) : []),
];

function checkShape(referred: Referred, shape: Shape, path: string): void {
  const { files, tables, shared, problems } = referred;
  const at = { file: `${files.folder}/shape.json`, row: path || "/" };
  const note = (reason: string) => problems.add(at.file, at.row, reason);
  checkDocuments(referred, at, shape["x-source"] ?? []);
  const format = shape["x-format"];
  if (format !== undefined) {
    const known = shared.formats.formats[format];
    if (!known) note(`unknown format "${format}"`);
    else if (!tables.rules.some(({ id }) => id === known.rule)) note(`unknown rule ${known.rule}`);
  }
  const column = shape["x-enum-from"]?.issuers;
  if (column !== undefined && !tables.issuers.columns[column]) note(`unknown column ${column}`);
  for (const key of shape.required ?? []) {
    if (!shape.properties?.[key]) note(`requires "${key}", which it does not describe`);
  }
  const variants = shape["x-variants"];
  if (variants && !tables.rules.some(({ keywords }) => keywords?.includes("x-variants"))) {
    note("no rule reports x-variants");
  }
  for (const key of variants ? keysOfVariants(variants) : []) {
    if (!shape.properties?.[key]) note(`tells variants by "${key}", which it does not describe`);
  }
  for (const [key, property] of Object.entries(shape.properties ?? {})) {
    checkShape(referred, property, `${path}/${key}`);
  }
  if (shape.items) checkShape(referred, shape.items, `${path}/*`);
}

const keysOfVariants = ({ key, of }: Variants): string[] => [
  key,
  ...Object.values(of).flatMap(({ required = [], keys = [] }) => [...required, ...keys]),
];

function checkRule(referred: Referred, row: RuleRow | AddedRow, { file }: RuleFile): void {
  const { name } = referred.files;
  const isAbout = (kinds: readonly string[] | undefined) => !kinds || kinds.includes(name);
  if (!isAbout(row.kinds)) return;
  const at = { file, row: "addsTo" in row ? row.addsTo : row.id };
  if ("source" in row) checkDocuments(referred, at, row.source);
  for (const { kinds, positions, counts, path } of row.disagreements ?? []) {
    if (!isAbout(kinds)) continue;
    checkDocuments(referred, at, [...positions, ...counts.map((document) => ({ document }))]);
    if (path !== undefined) checkPath(referred, at, path);
  }
  for (const one of row.cases ?? []) if (isAbout(one.kinds)) checkCase(referred, at, one);
}

function checkCase(referred: Referred, at: At, one: Case): void {
  checkDocuments(referred, at, one.source ?? []);
  for (const path of pathsOf(one)) checkPath(referred, at, path);
  for (const [path, test] of testsOf(one)) {
    checkTest(referred, at, test);
    checkValues(referred, at, path, test);
  }
}

function checkPath({ files, tables, problems }: Referred, { file, row }: At, path: string): void {
  if (shapeAt(tables.shape, path)) return;
  const where = file.startsWith(files.folder) ? "" : `, in ${tables.row.kind}`;
  problems.add(file, row, `unknown path ${path}${where}`);
}

const testsOf = (one: Case): [string, Test][] =>
  [...Object.entries(one.when ?? {}), ...Object.entries(one.constrain ?? {})].map(
    ([path, test]) => [scopeOf(one) + path, test],
  );

function pathsOf(one: Case): string[] {
  const { each, when, require, requireAny, forbid, constrain, compare, sum, wrong } = one;
  const inScope = [
    ...Object.keys(when ?? {}),
    ...(require ?? []),
    ...(requireAny ?? []).flat(),
    ...(one.atMostOne ?? []),
    ...(one.exactlyOne ?? []),
    ...(forbid ?? []),
    ...Object.keys(constrain ?? {}),
    ...Object.keys(wrong ?? {}),
    ...(compare ? [compare.path, compare.to] : []),
    ...(sum ? [sum.path, ...sum.of, sum.to] : []),
    ...Object.values(constrain ?? {}).flatMap(decidersOf),
  ].map((path) => scopeOf(one) + path);
  return [...(each ? [each] : []), ...inScope];
}

/** Paths of the values that decide a test's bounds. */
const decidersOf = ({ minimum, maximum }: Test): string[] =>
  [minimum, maximum].flatMap((bound) => {
    if (typeof bound !== "object") return [];
    return "by" in bound ? [bound.by] : [bound.of];
  });

function checkTest(referred: Referred, at: At, test: Test): void {
  const { tables, problems } = referred;
  const { columns } = tables.issuers;
  for (const [column, cell] of Object.entries(test.issuer ?? {})) {
    const cells = columns[column]?.cells;
    if (!cells) problems.add(at.file, at.row, `unknown issuer column ${column}`);
    else if (Array.isArray(cells) && !cells.includes(String(cell))) {
      problems.add(at.file, at.row, `no cell of ${column} can be ${JSON.stringify(cell)}`);
    }
  }
  for (const bound of [test.minimum, test.maximum]) {
    if (
      typeof bound === "object" &&
      "issuer" in bound &&
      columns[bound.issuer]?.cells !== "number"
    ) {
      problems.add(at.file, at.row, `${bound.issuer} is no column of numbers`);
    }
  }
  for (const inner of [test.not, ...(test.anyOf ?? [])]) {
    if (inner) checkTest(referred, at, inner);
  }
}

/** Notes a value that a payload cannot have there, such as an issuer's code that no row has. */
function checkValues({ tables, problems }: Referred, at: At, path: string, test: Test): void {
  const shape = shapeAt(tables.shape, path);
  const allowed = shape && allowedValues(shape, tables.issuers);
  if (!allowed) return;
  for (const value of [...("const" in test ? [test.const] : []), ...(test.enum ?? [])]) {
    if (allowed.includes(value)) continue;
    problems.add(at.file, at.row, `${JSON.stringify(value)} is none of the values of ${path}`);
  }
}
