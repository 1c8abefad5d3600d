import { conversions } from "../../migrate/conversions.js";
import { mappingWords, type ValuePairs } from "../../migrate/mapping.js";
import { parsePointer } from "../../validator/pointer.js";
import type { TableFiles } from "./files.js";
import { kindsOf, rowsOf, type WrittenMapping, type WrittenRoute } from "./migration.js";
import type { Problems } from "./problems.js";
import { allowedValues, shapeAt } from "./shapeAt.js";
import { checkRefs, refsOf } from "./sources.js";
import type { GatewayRow, KindTables, Shape } from "./types.js";
import type { Cites } from "./written.js";

/** What the rows of one file are held against. */
interface Checked {
  readonly name: string;
  readonly file: string;
  readonly content: WrittenMapping;
  readonly rows: ReadonlyMap<string, readonly WrittenRoute[]>;
  /** The kinds of both names, PortOne's and the gateways'. */
  readonly v1: readonly KindTables[];
  readonly v2: readonly KindTables[];
  readonly files: TableFiles;
  readonly gateways: readonly GatewayRow[];
  readonly problems: Problems;
}

/**
 * Notes keys of V1 kinds that no row is about, rows that name what is not there, values without a counterpart, and required
 * keys of V2 that nothing supplies.
 */
export function checkMigration(
  files: TableFiles,
  kinds: readonly KindTables[],
  gateways: readonly GatewayRow[],
  problems: Problems,
): void {
  const { conversions: shared, mappings } = files.migration;
  const cite = (file: string, row: string, source: Cites | undefined) =>
    checkRefs(refsOf(source), files.sources, { file, row }, problems);
  cite(shared.file, "source", shared.content.source);
  cite(shared.file, "currency", shared.content.currency.source);
  cite(shared.file, "withoutV2", shared.content.withoutV2.source);
  for (const code of shared.content.withoutV2.codes) {
    if (!gateways.some((row) => row.version === "v1" && row.code === code)) {
      problems.add(shared.file, "withoutV2", `V1 has no gateway ${code}`);
    }
  }
  for (const word of mappingWords) {
    if (!shared.content.words[word])
      problems.add(shared.file, word, "the migration needs these words");
  }
  for (const { row } of kinds) {
    const [, version, v1] = row.kind.split(".");
    const isMapped = [...mappings.keys()].some((name) => kindsOf(name).v1 === v1);
    if (version === "v1" && !isMapped)
      problems.add("migration", row.kind, "no file maps this kind");
  }
  for (const [name, { file, content }] of mappings) {
    const { v1, v2 } = kindsOf(name);
    const of = (version: string, kind: string) =>
      kinds.filter(({ row }) => row.kind.endsWith(`.${version}.${kind}`));
    const rows = rowsOf(name, files.migration);
    const checked: Checked = {
      ...{ name, file, content, rows, files, gateways, problems },
      ...{ v1: of("v1", v1), v2: of("v2", v2) },
    };
    for (const [version, found] of Object.entries({ v1: checked.v1, v2: checked.v2 })) {
      if (found.length === 0) problems.add(file, "(whole file)", `${version} has no such kind`);
    }
    if (content.extends !== undefined && !mappings.has(content.extends)) {
      problems.add(file, "extends", `there is no ${content.extends}`);
    }
    cite(file, "source", content.source);
    for (const [key, written] of Object.entries(content.keys)) {
      for (const row of [written].flat()) cite(file, key, row.source);
    }
    for (const { at, source } of content.supply ?? []) cite(file, at, source);
    checkWords(checked);
    checkRows(checked);
    checkCoverage(checked);
    checkRequired(checked);
  }
}

function checkWords({ file, content, rows, files, gateways, problems }: Checked): void {
  const { words } = files.migration.conversions.content;
  const supply = content.supply ?? [];
  const said = [
    ...[...rows].flatMap(([key, routes]) => routes.map(({ why }) => [key, why] as const)),
    ...supply.map(({ at, why }) => [at, why] as const),
    ...(content.calls ?? []).map(({ v1, why }) => [v1, why] as const),
    ...(content.others ? [["others", content.others.why] as const] : []),
  ];
  for (const [row, why] of said) {
    if (typeof why === "string" && !words[why]) problems.add(file, row, `unknown words "${why}"`);
  }
  const isGateway = (name: string) =>
    gateways.some(({ code, company }) => code === name || company === name);
  const named = [
    ...[...rows].flatMap(([key, routes]) =>
      routes.flatMap(({ gateways: own = [] }) => own.map((one) => [key, one] as const)),
    ),
    ...supply.flatMap(({ at, gateways: own = [], except = [] }) =>
      [...own, ...except].map((one) => [at, one] as const),
    ),
  ];
  for (const [row, gateway] of named) {
    if (!isGateway(gateway)) problems.add(file, row, `unknown gateway "${gateway}"`);
  }
}

function checkRows(checked: Checked): void {
  const { file, rows, v1, v2, content, problems } = checked;
  const note = (row: string, reason: string) => problems.add(file, row, reason);
  const own = new Set(Object.keys(content.keys));
  for (const [key, routes] of rows) {
    const isKnown = v1.some(({ shape }) => isDescribed(shape, key));
    if (!isKnown && own.has(key)) note(key, "V1 has no such key");
    const isOpen = routes.every(({ when, gateways }) => when || gateways);
    if (isOpen) note(key, "its last row must be for whatever is left");
    for (const route of routes) {
      const { to, at } = route;
      for (const target of [to, at]) {
        if (target !== undefined && !v2.some(({ shape }) => isDescribed(shape, target))) {
          note(key, `V2 has no key ${target}`);
        }
      }
      checkRoute(checked, key, route);
    }
  }
  for (const { at } of content.supply ?? []) {
    if (!v2.some(({ shape }) => isDescribed(shape, at))) note(at, "V2 has no such key");
  }
  for (const [side, pointer, of] of [
    ["V1", content.currency?.from, v1],
    ["V2", content.currency?.to, v2],
  ] as const) {
    if (pointer === undefined || of.some(({ shape }) => isDescribed(shape, pointer))) continue;
    note("currency", `${side} has no key ${pointer}`);
  }
}

function checkRoute(
  { file, v1, v2, files, problems, content }: Checked,
  key: string,
  route: WrittenRoute,
): void {
  const note = (reason: string) => problems.add(file, key, reason);
  const { to, as, values } = route;
  if (as !== undefined && !Object.hasOwn(conversions, as)) note(`unknown conversion "${as}"`);
  if (as === "minor" && !content.currency) note("the file does not say where the currency is");
  const list =
    values === undefined ? undefined : files.migration.conversions.content.values[values];
  if (values !== undefined && !list) note(`unknown list of values "${values}"`);
  const from = v1.flatMap(({ shape, issuers }) => {
    const found = shapeAt(shape, key);
    return found ? [{ found, issuers }] : [];
  });
  if (list && as === undefined) {
    const isForAll = route.when === undefined && route.gateways === undefined;
    const given = from.flatMap(({ found, issuers }) => allowedValues(found, issuers) ?? []);
    for (const value of isForAll ? new Set(given) : []) {
      if (!list.some(({ v1: one }) => (Array.isArray(one) ? one.includes(value) : one === value))) {
        note(`${JSON.stringify(value)} is not in the list ${values}`);
      }
    }
    for (const [target, value] of valuesOf(to, list)) checkValue(v2, target, value, note);
  }
  const [target] = to === undefined ? [] : v2.flatMap(({ shape }) => shapeAt(shape, to) ?? []);
  const isNumber = from.some(
    ({ found }) => found.type === "number" || [found.type].flat().includes("number"),
  );
  if (as === undefined && list === undefined && isNumber && target?.type === "integer") {
    note("V1 has any number and V2 a whole one, and nothing converts it");
  }
}

/** The values that a list gives, with their places. */
function* valuesOf(
  to: string | undefined,
  list: ValuePairs,
): Generator<readonly [string, unknown]> {
  for (const { v2, also = {} } of list) {
    if (to !== undefined && v2 !== null) yield [to, v2];
    for (const [pointer, value] of Object.entries(also)) {
      for (const one of [value].flat())
        yield [Array.isArray(value) ? `${pointer}/*` : pointer, one];
    }
  }
}

function checkValue(
  v2: readonly KindTables[],
  at: string,
  value: unknown,
  note: (reason: string) => void,
): void {
  const found = v2.flatMap(({ shape, issuers }) => {
    const one = shapeAt(shape, at);
    return one ? [allowedValues(one, issuers)] : [];
  });
  if (found.length === 0) note(`V2 has no key ${at}`);
  else if (!found.some((allowed) => !allowed || allowed.includes(value))) {
    note(`${JSON.stringify(value)} is none of the values of ${at}`);
  }
}

/** Every key of every V1 kind has a row at it or above it, and what moves with the object around it is known to V2. */
function checkCoverage({ file, rows, v1, v2, content, gateways, problems }: Checked): void {
  if (content.others) return;
  for (const { row, shape } of v1) {
    const [owner] = row.kind.split(".");
    const gateway = gateways.find(({ code, version }) => version === "v1" && code === owner);
    for (const pointer of leavesOf(shape)) {
      const at = rowAt(rows, pointer);
      if (!at) {
        problems.add(file, pointer, `no row is about this key of ${row.kind}`);
        continue;
      }
      const rest = pointer.slice(at.length);
      const routes = rest === "" ? [] : routesOf(rows.get(at) ?? [], gateway);
      for (const { to, as } of routes) {
        if (to === undefined || as !== undefined) continue;
        if (v2.some((one) => isDescribed(one.shape, to + rest))) continue;
        problems.add(file, pointer, `it moves with ${at}, and V2 has no key ${to + rest}`);
      }
    }
  }
}

/** The routes that a gateway's payloads can take; all of them where the gateway is not known. */
function routesOf(
  routes: readonly WrittenRoute[],
  gateway: GatewayRow | undefined,
): readonly WrittenRoute[] {
  if (!gateway) return routes;
  const { code, company } = gateway;
  const own = routes.filter(
    ({ gateways }) => !gateways || gateways.some((one) => one === code || one === company),
  );
  const last = own.findIndex(({ when }) => !when);
  return last < 0 ? own : own.slice(0, last + 1);
}

/** The nearest row at a pointer or above it. */
function rowAt(rows: ReadonlyMap<string, unknown>, pointer: string): string | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    if (rows.has(at)) return at;
  }
  return undefined;
}

/** Pointers of the keys below which a shape describes nothing. */
function leavesOf(shape: Shape, at = ""): string[] {
  const below = [
    ...Object.entries(shape.properties ?? {}).map(([key, child]) => [key, child] as const),
    ...(shape.items ? [["*", shape.items] as const] : []),
  ];
  const open = shape.additionalProperties && at !== "" ? [at] : [];
  if (below.length === 0) return at === "" ? [] : [at];
  return [...open, ...below.flatMap(([key, child]) => leavesOf(child, `${at}/${key}`))];
}

/** What V2 requires, of the payload and of each object that a row fills, comes from a row or is supplied. */
function checkRequired({ file, rows, v2, content, problems, v1 }: Checked): void {
  if (v1.every(({ row }) => row.direction === "response")) return;
  const filled = [
    ...[...rows.values()].flat().flatMap(({ to, at }) => [to, at]),
    ...(content.supply ?? []).map(({ at }) => at),
    content.currency?.to,
  ].filter((one) => one !== undefined);
  const isFilled = (pointer: string) =>
    filled.some((one) => isAtOrBelow(one, pointer) || isAtOrBelow(pointer, one));
  for (const { row, shape } of v2) {
    for (const pointer of requiredOf(shape, isFilled)) {
      if (!isFilled(pointer))
        problems.add(file, pointer, `${row.kind} requires it, and nothing supplies it`);
    }
  }
}

const isAtOrBelow = (pointer: string, top: string) =>
  pointer === top || pointer.startsWith(`${top}/`);

function requiredOf(shape: Shape, isFilled: (pointer: string) => boolean, at = ""): string[] {
  const own = (shape.required ?? []).map((key) => `${at}/${key}`);
  const below = Object.entries(shape.properties ?? {}).flatMap(([key, child]) => {
    const pointer = `${at}/${key}`;
    return own.includes(pointer) || isFilled(pointer) ? requiredOf(child, isFilled, pointer) : [];
  });
  return [...own, ...below];
}

/** Whether a shape describes a place, or leaves open what is there. */
function isDescribed(shape: Shape, pointer: string): boolean {
  let at: Shape | undefined = shape;
  for (const key of parsePointer(pointer)) {
    if (!at || at.additionalProperties || (!at.properties && !at.items)) return at !== undefined;
    at = key === "*" ? at.items : at.properties?.[key];
  }
  return at !== undefined;
}
