import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { groupByContext } from "../../src/compiler/plan/contexts.js";
import { planKind } from "../../src/compiler/plan/kind.js";
import { readTables } from "../../src/compiler/tables/readTables.js";
import type { KindTables } from "../../src/compiler/tables/types.js";
import { instantiateChecks } from "../support/instantiateChecks.js";
import { drawGrowth, type Growth } from "./drawGrowth.js";
import { manyKeys } from "./payload.js";
import { paylint, runNode, workFolder } from "./processes.js";

/** How the cost grows with what there is to do, and with the size of the tables. `--plot` draws docs/performance.svg. */

const sizes = [1, 10, 100];
const folder = workFolder();

/** Median milliseconds of a few runs. */
function median(run: () => void, rounds = 5): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((left, right) => left - right)[rounds >> 1] as number;
}

const text = `IMP.request_pay(${JSON.stringify({ ...manyKeys, amount: "1" })});\n`;

function ofFiles(size: number): number {
  const at = join(folder, `files${size}`);
  mkdirSync(at);
  for (let file = 0; file < size * 20; file++) writeFileSync(join(at, `${file}.js`), text);
  return median(() => runNode([paylint, at]));
}

function ofLines(size: number): number {
  const file = join(folder, `lines${size}.request-pay.ndjson`);
  writeFileSync(file, `${JSON.stringify(manyKeys)}\n`.repeat(size * 2_000));
  return median(() => runNode([paylint, file]));
}

const tables = readTables("schemas");
const requestPay = tables.kinds.find(
  ({ row }) => row.kind === "ksnet.v1.request-pay",
) as KindTables;

/** Nanoseconds of `is` for a kind's tables. */
function ofTables(changed: KindTables): number {
  const plan = planKind(changed, tables);
  const { accepts } = instantiateChecks(groupByContext(plan));
  const calls = 50_000;
  const run = () => {
    for (let call = 0; call < calls; call++) accepts(manyKeys, 1);
  };
  run();
  return (median(run, 9) / calls) * 1e6;
}

/** The table with every issuer so many times, each time under another code. */
function ofIssuers(size: number): number {
  const { rows } = requestPay.issuers;
  const more = Array.from({ length: size }, (_, copy) =>
    rows.map((row) => (copy === 0 ? row : { ...row, code: `${row.code}-${copy}` })),
  );
  return ofTables({ ...requestPay, issuers: { ...requestPay.issuers, rows: more.flat() } });
}

/** The tables with every case of every rule so many times, each time about another key. */
function ofRules(size: number): number {
  const rules = requestPay.rules.map((rule) => ({
    ...rule,
    cases: Array.from({ length: size }, (_, copy) =>
      copy === 0 ? rule.cases : rule.cases.map((one) => underOtherKeys(one, `_${copy}`)),
    ).flat(),
  }));
  return ofTables({ ...requestPay, rules });
}

/** A case about keys that are not given, so that what it costs is what an idle rule costs. */
function underOtherKeys<Part>(part: Part, suffix: string): Part {
  const renamed = JSON.stringify(part).replace(/"\/(\w+)/g, (_, key) => `"/${key}${suffix}`);
  return JSON.parse(renamed.replace(/"require":|"requireAny":/g, '"forbid":')) as Part;
}

const measured: Growth[] = [
  { name: "files, × 20", unit: "ms", values: sizes.map(ofFiles) },
  { name: "lines, × 2,000", unit: "ms", values: sizes.map(ofLines) },
  { name: "rules, × the table's", unit: "ns", values: sizes.map(ofRules) },
  { name: "issuers, × the table's", unit: "ns", values: sizes.map(ofIssuers) },
];
rmSync(folder, { recursive: true });

console.log("\ngrowth");
for (const { name, unit, values } of measured) {
  const cells = values.map((value) => `${Math.round(value).toLocaleString("en-US")} ${unit}`);
  console.log(`${name.padEnd(26)} ${cells.map((cell) => cell.padStart(12)).join(" ")}`);
}
if (process.argv.includes("--plot")) {
  writeFileSync("docs/performance.svg", drawGrowth(sizes, measured));
}
