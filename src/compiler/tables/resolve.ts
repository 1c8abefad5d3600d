import type { Text } from "../../validator/types.js";
import { anyGateway } from "../kindNames.js";
import type { CompanyFiles, GatewayFiles, NeutralFiles, TableFiles } from "./files.js";
import { issuersOf, joinIssuers } from "./issuers.js";
import { alsoWrittenIn, type LayeredKey, parentOf, shapeOf } from "./keys.js";
import { LayeredTable } from "./layers.js";
import type { Building, Layer } from "./layerTypes.js";
import type { Problems } from "./problems.js";
import { foreignKeys } from "./readers.js";
import { rulesOf } from "./ruleRows.js";
import { refsOf } from "./sources.js";
import { spellOut } from "./spellings.js";
import type { GatewayRow, KindRow, KindTables } from "./types.js";
import type { WrittenIssuers, WrittenKey, WrittenKeys } from "./written.js";

/** What PortOne's own kinds call the gateway. */
const anyGatewayName: Text = { en: "PortOne", ko: "포트원" };

/** A kind's tables, and the layer that is its own. */
export interface ResolvedKind {
  readonly tables: KindTables;
  readonly layer: Layer;
}

/** All kinds with everything that other files say of them worked in, PortOne's own before the gateways'. */
export function resolveKinds(
  files: TableFiles,
  gateways: readonly GatewayRow[],
  problems: Problems,
): ResolvedKind[] {
  const neutral: NeutralKind[] = [];
  for (const kind of inOrder(files.neutral, problems)) {
    neutral.push({ kind, table: neutralTable(kind, neutral, { files, gateways, problems }) });
  }
  const ofGateways = files.gateways.flatMap((kind) => {
    const base = neutral.find(({ kind: other }) => {
      return other.name === kind.name && other.version === kind.version;
    });
    const gateway = gateways.find((row) => row.code === kind.code && row.version === kind.version);
    const note = (reason: string) => problems.add(kind.table.file, "(whole file)", reason);
    if (!base) note(`portone/${kind.version}/${kind.name} is not there`);
    if (!gateway)
      note(`gateway.yaml of ${kind.company} has no code ${kind.code} of ${kind.version}`);
    return base && gateway ? [{ kind, base, gateway }] : [];
  });
  return [
    ...neutral.map(({ kind, table }) => neutralKind(kind, table, files)),
    ...ofGateways.map(({ kind, base, gateway }) => {
      const company = files.companies.find((one) => one.company === kind.company) as CompanyFiles;
      return gatewayKind({ kind, gateway, company, base, files, gateways, problems });
    }),
  ];
}

const buildingOf = (
  { rules, formats }: TableFiles,
  properties: WrittenKeys,
  problems: Problems,
): Building => ({ words: rules, formats: formats.formats, properties, problems });

/** What all kinds are resolved with. */
interface Shared {
  readonly files: TableFiles;
  readonly gateways: readonly GatewayRow[];
  readonly problems: Problems;
}

interface NeutralTable {
  readonly layer: Layer;
  readonly layered: LayeredTable;
}

interface NeutralKind {
  readonly kind: NeutralFiles;
  readonly table: NeutralTable;
}

/** Kinds behind those that they take over. */
function inOrder(kinds: readonly NeutralFiles[], problems: Problems): NeutralFiles[] {
  const ordered: NeutralFiles[] = [];
  const isReady = ({ version, kind }: NeutralFiles) =>
    kind.content.extends === undefined ||
    ordered.some((other) => other.version === version && other.name === kind.content.extends);
  for (let left = kinds; left.length > 0; left = left.filter((kind) => !ordered.includes(kind))) {
    const ready = left.filter(isReady);
    ordered.push(...ready);
    if (ready.length > 0) continue;
    for (const { kind } of left) {
      problems.add(
        kind.file,
        "extends",
        `no kind "${kind.content.extends}" that does not extend it`,
      );
    }
    break;
  }
  return ordered;
}

function neutralTable(
  { version, name, kind, keys, rules, properties }: NeutralFiles,
  known: readonly NeutralKind[],
  { files, gateways, problems }: Shared,
): NeutralTable {
  const layer: Layer = {
    kind: `${anyGateway}.${version}.${name}`,
    files: { keys: keys.file, rules: rules.file },
    usual: refsOf(kind.content.source),
    keys: {
      ...keys.content,
      ...bypassKeys(kind.content.names?.bypass, version, keys.content, gateways),
    },
    lifts: rules.content.lifts ?? [],
    rows: rules.content.rules ?? [],
    disagreements: rules.content.disagreements ?? [],
  };
  const extended = known.find(
    ({ kind: other }) => other.version === version && other.name === kind.content.extends,
  );
  const layered =
    extended?.table.layered.copy() ?? new LayeredTable(buildingOf(files, properties, problems));
  layered.add(layer);
  return { layer, layered };
}

/** The keys directly in `bypass` that gateways alone read, but those that PortOne's table describes itself. */
function bypassKeys(
  at: string | undefined,
  version: string,
  described: WrittenKeys,
  gateways: readonly GatewayRow[],
): WrittenKeys {
  if (at === undefined || described[at]?.open) return {};
  const rows = gateways
    .filter((gateway) => gateway.version === version)
    .flatMap(({ code, name, bypass, source }) =>
      bypass.map((key): [string, WrittenKey] => [
        `${at}/${key}`,
        {
          ko: `${name.ko} 전용 값`,
          en: `What ${name.en} alone reads.`,
          readBy: [code],
          source: source.map(({ document, section }) => `${document} ${section}`),
        },
      ]),
    );
  return Object.fromEntries(rows.filter(([pointer]) => !described[pointer]));
}

function neutralKind(
  kind: NeutralFiles,
  { layer, layered }: NeutralTable,
  files: TableFiles,
): ResolvedKind {
  const row: KindRow = {
    ...kind.kind.content,
    whole: true,
    kind: layer.kind,
    title: named(kind.kind.content.title, anyGatewayName),
    source: layer.usual,
  };
  const tables = tablesOf({
    ...{ row, files, gateway: anyGatewayName, name: kind.name },
    layered: layered.atNoGateway(),
    issuers: files.issuers.content,
    version: kind.version,
    elsewhere: new Map(),
  });
  return { tables, layer };
}

interface GatewayKind {
  readonly kind: GatewayFiles;
  readonly gateway: GatewayRow;
  readonly company: CompanyFiles;
  readonly base: { readonly kind: NeutralFiles; readonly table: NeutralTable };
  readonly files: TableFiles;
  readonly gateways: readonly GatewayRow[];
  readonly problems: Problems;
}

function gatewayKind(resolved: GatewayKind): ResolvedKind {
  const { kind, gateway, company, base, files, gateways, problems } = resolved;
  const { content, file } = kind.table;
  const layer: Layer = {
    kind: `${kind.code}.${kind.version}.${kind.name}`,
    files: { keys: file, rules: file },
    usual: content.source ? refsOf(content.source) : base.table.layer.usual,
    keys: content.keys ?? {},
    lifts: content.lifts ?? [],
    rows: content.rules ?? [],
    disagreements: content.disagreements ?? [],
  };
  const layered = base.table.layered.atGateway(gateway, gateways);
  const elsewhere = foreignKeys(layered.keys, layer, gateway, gateways);
  for (const pointer of elsewhere.keys()) layered.keys.delete(pointer);
  checkNewKeys(layer, layered.keys, problems);
  layered.add(layer);
  const { fast: _, ...neutral } = base.kind.kind.content;
  const row: KindRow = {
    ...neutral,
    ...(content.fast && { fast: true }),
    extends: kind.name,
    ...(company.gateway.content.whole && { whole: true }),
    kind: layer.kind,
    title: named(neutral.title, gateway.name),
    source: layer.usual,
    sample: joined(neutral.sample, content.sample ?? {}) as KindRow["sample"],
  };
  const tables = tablesOf({
    ...{ row, layered, files, elsewhere, gateway: gateway.name, name: kind.name },
    issuers: joinIssuers(files.issuers, company.issuers, problems),
    version: kind.version,
  });
  return { tables, layer };
}

/** Notes keys that PortOne's table does not know. */
function checkNewKeys(
  { keys, files, kind }: Layer,
  known: ReadonlyMap<string, LayeredKey>,
  problems: Problems,
): void {
  for (const pointer of Object.keys(keys)) {
    if (known.has(pointer) || isBelowOpenKey(pointer, known)) continue;
    const reason = `portone.${kind.slice(kind.indexOf(".") + 1)} does not know this key: add it there, with readBy`;
    problems.add(files.keys, pointer, reason);
  }
}

function isBelowOpenKey(pointer: string, known: ReadonlyMap<string, LayeredKey>): boolean {
  let around = parentOf(pointer);
  while (!known.has(around)) around = parentOf(around);
  const { type, open } = known.get(around)?.facts ?? {};
  const hasChildren = [...known.keys()].some((other) => parentOf(other) === around);
  return open === true || (!hasChildren && around !== "/") || (type === undefined && !hasChildren);
}

interface TableParts {
  readonly row: KindRow;
  readonly layered: LayeredTable;
  readonly files: TableFiles;
  readonly gateway: Text;
  readonly name: string;
  readonly version: string;
  readonly issuers: WrittenIssuers;
  readonly elsewhere: KindTables["elsewhere"];
}

function tablesOf(lowering: TableParts): KindTables {
  const { layered, files, gateway, name, version, issuers, elsewhere } = lowering;
  const row: KindRow = { ...lowering.row, notes: notesOf(layered, files) };
  const shape = shapeOf(layered.keys, files.spellings);
  const rules = rulesOf(layered, files, name, row.source);
  return {
    ...{ row, shape, gateway, elsewhere, alsoWritten: alsoWrittenIn(layered.keys) },
    issuers: issuersOf(issuers, version, row.issuer?.column),
    rules: rules.map((rule) => spellOut(rule, shape)),
    notes: layered.notes.map(({ rule }) => rule),
  };
}

const notesOf = ({ notes }: LayeredTable, { rules }: TableFiles): NonNullable<KindRow["notes"]> =>
  notes.flatMap(({ rule, source }) => {
    const words = rules.get(rule)?.content;
    return words
      ? [{ id: rule, ...words.why, title: words.title, severity: words.severity, source }]
      : [];
  });

const named = ({ en, ko }: Text, gateway: Text): Text => ({
  en: en.replaceAll("{gateway}", gateway.en),
  ko: ko.replaceAll("{gateway}", gateway.ko),
});

/** A value with another worked in, object by object; null takes a key out. */
function joined(value: unknown, other: unknown): unknown {
  const isPlain = (one: unknown): one is Record<string, unknown> =>
    typeof one === "object" && one !== null && !Array.isArray(one);
  if (!isPlain(value) || !isPlain(other)) return other;
  const all = { ...value };
  for (const [key, one] of Object.entries(other)) {
    if (one === null) delete all[key];
    else all[key] = joined(all[key], one);
  }
  return all;
}
