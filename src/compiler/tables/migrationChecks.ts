import { codeWords, mappingWords } from "../../migrate/mapping.js";
import type { CheckedMapping } from "./checkedMapping.js";
import type { TableFiles } from "./files.js";
import { kindsOf, rowsOf } from "./migration.js";
import { checkCoverage, checkRequired } from "./migrationCoverage.js";
import { checkRows } from "./migrationRows.js";
import type { Problems } from "./problems.js";
import { checkRefs, refsOf } from "./sources.js";
import type { GatewayRow, KindTables } from "./types.js";
import type { Cites } from "./written.js";

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
  const { conversions: shared, code, mappings } = files.migration;
  const cite = (file: string, row: string, source: Cites | undefined) =>
    checkRefs(refsOf(source), files.sources, { file, row }, problems);
  cite(shared.file, "source", shared.content.source);
  cite(shared.file, "currency", shared.content.currency.source);
  cite(shared.file, "withoutV2", shared.content.withoutV2.source);
  for (const one of shared.content.withoutV2.codes) {
    if (!gateways.some((row) => row.version === "v1" && row.code === one)) {
      problems.add(shared.file, "withoutV2", `V1 has no gateway ${one}`);
    }
  }
  for (const word of mappingWords) {
    if (!shared.content.words[word])
      problems.add(shared.file, word, "the migration needs these words");
  }
  checkCode(code, files, problems);
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
    const checked: CheckedMapping = {
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

/** Notes names in `code.yaml` that V1 does not have, and words that are not there. */
function checkCode(
  { file, content }: TableFiles["migration"]["code"],
  { paths, sdks, sources }: TableFiles,
  problems: Problems,
): void {
  checkRefs(refsOf(content.source), sources, { file, row: "source" }, problems);
  for (const word of codeWords) {
    if (!content.words[word]) problems.add(file, word, "the migration needs these words");
  }
  const isOfV1 = ({ version }: { readonly version: string }) => version === "v1";
  const [object, name] = content.gone.split(".");
  const isFunction = sdks.some(
    (sdk) =>
      isOfV1(sdk) &&
      sdk.globals?.includes(object as string) &&
      sdk.values?.some((value) => value.name === name),
  );
  if (!isFunction) problems.add(file, "gone", `V1's SDK has no ${content.gone}`);
  if (!paths.some((one) => isOfV1(one) && one.content.open.includes(content.token))) {
    problems.add(file, "token", `V1 has no open request ${content.token}`);
  }
}

function checkWords({ file, content, rows, files, gateways, problems }: CheckedMapping): void {
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
