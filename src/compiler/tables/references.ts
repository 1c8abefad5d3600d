import type { TableFiles } from "./files.js";
import { isCalled } from "./gateways.js";
import { parentOf } from "./keys.js";
import type { Problems } from "./problems.js";
import type { ResolvedKind } from "./resolve.js";
import type { Test } from "./ruleTypes.js";
import { allowedValues, shapeAt } from "./shapeAt.js";
import { type At, checkRefs, refsOf } from "./sources.js";
import type { GatewayRow, KindRow, Variants } from "./types.js";
import type { Cites, WrittenKey, WrittenRow } from "./written.js";

/** What the references of one kind are followed into. */
interface Referred extends ResolvedKind {
  readonly files: TableFiles;
  readonly gateways: readonly GatewayRow[];
  readonly problems: Problems;
}

/** Notes every path, column, cell, value, document, format and gateway that a kind's own layer names and that is not there. */
export function checkReferences(referred: Referred): void {
  const { layer, tables } = referred;
  cite(referred, { file: layer.files.rules, row: "source" }, tables.row.source);
  checkKindRow(referred);
  for (const [pointer, row] of Object.entries(layer.keys)) checkKey(referred, pointer, row);
  for (const row of layer.rows) checkRow(referred, row);
  for (const { rule, source } of layer.lifts) citeIn(referred, layer.files.rules, rule, source);
  for (const { rule, path, positions, counts } of layer.disagreements) {
    const at = { file: layer.files.rules, row: rule };
    for (const { source } of positions) cite(referred, at, refsOf(source));
    for (const document of counts) {
      if (!referred.files.sources[document]) {
        referred.problems.add(at.file, at.row, `unknown document "${document}"`);
      }
    }
    if (path !== undefined) checkPath(referred, at, path);
  }
}

const cite = ({ files, problems }: Referred, at: At, refs: ReturnType<typeof refsOf>) =>
  checkRefs(refs, files.sources, at, problems);

const citeIn = (referred: Referred, file: string, row: string, cites: Cites | undefined) =>
  cite(referred, { file, row }, refsOf(cites));

function checkKindRow(referred: Referred): void {
  const { tables, layer, gateways, problems } = referred;
  const { row } = tables;
  const at = { file: layer.files.rules, row: row.kind };
  for (const pointer of pointersOf(row)) checkPath(referred, at, pointer);
  if (row.issuer && !tables.issuers.columns[row.issuer.column]) {
    problems.add(at.file, at.row, `unknown column ${row.issuer.column}`);
  }
  const { soleGateway } = row;
  if (soleGateway !== undefined && !gateways.some(({ code }) => code === soleGateway)) {
    problems.add(at.file, at.row, `unknown gateway ${soleGateway}`);
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

function checkKey(referred: Referred, pointer: string, row: WrittenKey): void {
  const { files, tables, layer, gateways, problems } = referred;
  const note = (reason: string) => problems.add(layer.files.keys, pointer, reason);
  citeIn(referred, layer.files.keys, pointer, row.source);
  const shape = pointer === "/" ? tables.shape : shapeAt(tables.shape, pointer);
  if (!shape) {
    note(`${parentOf(pointer)} has no row`);
    return;
  }
  if (pointer !== "/" && (shape.description === undefined || shape["x-ko"] === undefined)) {
    note("neither ko and en nor as says what the key is");
  }
  if (row.format !== undefined) {
    const known = files.formats.formats[row.format];
    if (!known) note(`unknown format "${row.format}"`);
    else if (!files.rules.has(known.rule)) note(`unknown rule ${known.rule}`);
  }
  if (row.spelling !== undefined && !files.spellings[row.spelling]) {
    note(`unknown spelling "${row.spelling}"`);
  }
  if (row.enumFrom !== undefined && !tables.issuers.columns[row.enumFrom]) {
    note(`unknown column ${row.enumFrom}`);
  }
  for (const reader of row.readBy ?? []) {
    if (!gateways.some((gateway) => isCalled(reader, gateway, gateways)))
      note(`unknown gateway "${reader}"`);
  }
  for (const key of row.variants ? keysOfVariants(row.variants) : []) {
    if (!shape.properties?.[key]) note(`tells variants by "${key}", which it does not describe`);
  }
}

const keysOfVariants = ({ key, of }: Variants): string[] => [
  key,
  ...Object.values(of).flatMap(({ required = [], keys = [] }) => [...required, ...keys]),
];

function checkRow(referred: Referred, row: WrittenRow): void {
  const { layer } = referred;
  const at = { file: layer.files.rules, row: row.rule };
  citeIn(referred, at.file, at.row, row.source);
  for (const path of pathsOf(row)) checkPath(referred, at, path);
  if (row.at !== undefined) checkPath(referred, at, row.at);
  for (const name of row.exceptAt ?? []) {
    if (!referred.gateways.some((gateway) => isCalled(name, gateway, referred.gateways))) {
      referred.problems.add(at.file, at.row, `unknown gateway "${name}"`);
    }
  }
  const rivals = row.atMostOne ?? row.exactlyOne ?? [];
  const others = rivals.filter((path) => parentOf(path) !== parentOf(rivals[0] as string));
  if (others.length > 0) {
    referred.problems.add(at.file, at.row, `${others.join(", ")} is no key of the same object`);
  }
  for (const [path, test] of testsOf(row)) {
    checkTest(referred, at, test);
    checkValues(referred, at, path, test);
  }
}

function checkPath({ tables, problems }: Referred, { file, row }: At, path: string): void {
  if (!shapeAt(tables.shape, path)) problems.add(file, row, `unknown path ${path}`);
}

const scopeOf = ({ each }: WrittenRow) => (each === undefined ? "" : `${each}/*`);

const testsOf = (row: WrittenRow): [string, Test][] =>
  [...Object.entries(row.when ?? {}), ...Object.entries(row.constrain ?? {})].map(
    ([path, test]) => [scopeOf(row) + path, test],
  );

function pathsOf(row: WrittenRow): string[] {
  const { each, when, require, requireAny, forbid, constrain, compare, sum, wrong } = row;
  const inScope = [
    ...Object.keys(when ?? {}),
    ...[require ?? []].flat(),
    ...(requireAny ?? []).flat(),
    ...(row.atMostOne ?? []),
    ...(row.exactlyOne ?? []),
    ...[forbid ?? []].flat(),
    ...Object.keys(constrain ?? {}),
    ...Object.keys(wrong ?? {}),
    ...(compare ? [compare.path, compare.to] : []),
    ...(sum ? [sum.path, ...sum.of.flat(), sum.to] : []),
    ...Object.values(constrain ?? {}).flatMap(decidersOf),
  ].map((path) => scopeOf(row) + path);
  return [...(each === undefined ? [] : [each]), ...inScope];
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
    else if (typeof cells === "object" && !cells.includes(String(cell))) {
      problems.add(at.file, at.row, `no cell of ${column} can be ${JSON.stringify(cell)}`);
    }
  }
  for (const bound of [test.minimum, test.maximum]) {
    const isOfIssuer = typeof bound === "object" && "issuer" in bound;
    if (isOfIssuer && columns[bound.issuer]?.cells !== "number") {
      problems.add(at.file, at.row, `${bound.issuer} is no column of numbers`);
    }
  }
  for (const inner of [test.not, test.contains, ...(test.anyOf ?? [])]) {
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

/** Notes files of rules that no table uses, and words that name a gateway where rules speak of all. */
export function checkRules(
  { rules, sources }: TableFiles,
  ids: readonly string[],
  problems: Problems,
): void {
  const used = new Set(ids);
  for (const [id, { file, content }] of rules) {
    if (!used.has(id)) problems.add(file, id, "no table uses this rule");
    checkRefs(refsOf(content.source), sources, { file, row: id }, problems);
    for (const { en, ko } of [content.title, content.why]) {
      const isOfGateway = `${en}${ko}`.includes("{gateway}");
      if (isOfGateway) problems.add(file, id, "title and why are about every gateway");
    }
  }
}
