import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
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

/** Throws unless the check by hand finds in every vector what the tables say, so that it is measured for the same work. */
function assertFull(): void {
  const file = new URL("../../dist/vectors/ksnet.v1.request-pay.json", import.meta.url);
  const told = (found: readonly { rule: string; severity: string; path: string }[]) =>
    found.map(({ rule, severity, path }) => `${severity} ${rule} ${path}`).sort();
  for (const { name, payload, options, expect } of JSON.parse(
    readFileSync(file, "utf8"),
  ) as Vector[]) {
    if (Object.keys(options).some((key) => key !== "locale")) continue;
    const [byTables, found] = [told(expect), told(checkByHand(payload))];
    if (!isDeepStrictEqual(byTables, found)) {
      throw new Error(
        `by hand, ${name}: ${found.join(", ")}; by the tables: ${byTables.join(", ")}`,
      );
    }
  }
}
assertFull();

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
