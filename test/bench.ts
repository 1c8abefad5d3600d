import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { requestPay } from "paylint/ksnet/v1";
import { direct } from "./payloads.js";

/**
 * `npm run bench`: interleaved rounds in one process, medians as ratios to the first row, with the spread.
 * The baseline is ajv at run time with the emitted schema, which checks fewer rules.
 */
const rounds = 31;
const callsARound = 20_000;

const schema = JSON.parse(readFileSync("dist/schemas/ksnet.v1.request-pay.json", "utf8"));
const plainAjv = new Ajv2020({ strict: false }).compile(schema);

const valid = direct("367");
const { storeDetails: _, ...broken } = valid;
const contenders: [string, () => unknown][] = [
  ["ajv, emitted schema, valid", () => plainAjv(valid)],
  ["requestPay.is, valid", () => requestPay.is(valid)],
  ["requestPay.is, broken", () => requestPay.is(broken)],
  ["requestPay.check, valid", () => requestPay.check(valid)],
  ["requestPay.check, two errors", () => requestPay.check(broken)],
];

const times = contenders.map(() => [] as number[]);
for (let round = 0; round < rounds; round++) {
  for (const [index, [, run]] of contenders.entries()) {
    const start = process.hrtime.bigint();
    for (let call = 0; call < callsARound; call++) run();
    times[index]?.push(Number(process.hrtime.bigint() - start) / callsARound);
  }
}

const sorted = times.map((row) => row.toSorted((left, right) => left - right));
const at = (row: number[] | undefined, share: number) =>
  row?.[Math.floor((row.length - 1) * share)] ?? Number.NaN;
const base = at(sorted[0], 0.5);
for (const [index, [name]] of contenders.entries()) {
  const ratio = (share: number) => (at(sorted[index], share) / base).toFixed(2);
  console.log(
    `${name.padEnd(30)} ${ratio(0.5)} (${ratio(0.1)}–${ratio(0.9)})  ${Math.round(at(sorted[index], 0.5))} ns`,
  );
}
