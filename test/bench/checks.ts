import { readFileSync } from "node:fs";
import { checkRequestPay, requestPay } from "paylint/ksnet/v1";
import type { Vector } from "../../src/compiler/examples/vectors.js";
import { byHand } from "./byHand.js";
import { checkByHand } from "./byHandCheck.js";
import { measure } from "./measure.js";
import { manyKeys as valid } from "./payload.js";
import { rivals } from "./rivals/index.js";

const { storeDetails: _, ...broken } = valid;
const { businessName: __, ...nameless } = valid.storeDetails;
const oneError = { ...valid, storeDetails: nameless };

const all = {
  "by hand": byHand,
  paylint: (payload: unknown) => requestPay.is(payload),
  ...rivals(),
};

for (const [name, accepts] of Object.entries(all)) {
  if (!accepts(valid) || accepts(broken) || accepts(oneError)) throw new Error(`${name} is wrong`);
}

/**
 * Holds the check by hand against the vectors, so that it is measured for the same work, and prints the rules that it does
 * not have.
 */
function printWhatIsLeftOut(): void {
  const file = new URL("../../dist/vectors/ksnet.v1.request-pay.json", import.meta.url);
  const told = ({ rule, severity, path }: { rule: string; severity: string; path: string }) =>
    `${severity} ${rule} ${path}`;
  const leftOut = new Set<string>();
  const wrong: string[] = [];
  for (const { name, payload, options, expect } of JSON.parse(
    readFileSync(file, "utf8"),
  ) as Vector[]) {
    if (Object.keys(options).some((key) => key !== "locale")) continue;
    const found = checkByHand(payload).map(told);
    const missed = expect.filter((one) => !found.includes(told(one)));
    for (const { rule } of missed) leftOut.add(rule);
    const expected = expect.map(told);
    wrong.push(...found.filter((one) => !expected.includes(one)).map((one) => `${name}: ${one}`));
  }
  if (leftOut.size > 0) console.log(`not in the check by hand: ${[...leftOut].join(", ")}`);
  if (wrong.length > 0) console.log(`wrong in the check by hand: ${wrong.join("; ")}`);
}
printWhatIsLeftOut();

const contenders = (payload: unknown) =>
  Object.entries(all).map(([name, accepts]) => ({ name, run: () => accepts(payload) }));

measure("is(valid), 22 keys", contenders(valid), 21, 20_000);
measure("is(broken), two values missing", contenders(broken), 21, 20_000);
for (const [title, payload] of [
  ["in order", valid],
  ["one error", oneError],
  ["two errors", broken],
] as const) {
  measure(
    `check, ${title}, beside the full check by hand`,
    [
      { name: "by hand, everything that check finds", run: () => checkByHand(payload) },
      { name: "requestPay.check", run: () => requestPay.check(payload) },
      { name: "checkRequestPay, without words", run: () => checkRequestPay(payload) },
      { name: "requestPay.is", run: () => requestPay.is(payload) },
    ],
    31,
    20_000,
  );
}
