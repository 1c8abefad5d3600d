import { readFileSync } from "node:fs";
import type { Diagnostic } from "paylint";
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

/** Holds what is written by hand against the vectors, so that it is measured for the same work. */
function compareWithVectors(): void {
  const file = new URL("../../dist/vectors/ksnet.v1.request-pay.json", import.meta.url);
  const told = ({ rule, severity, path }: Pick<Diagnostic, "rule" | "severity" | "path">) =>
    `${severity} ${rule} ${path}`;
  for (const { name, payload, options, expect } of JSON.parse(
    readFileSync(file, "utf8"),
  ) as Vector[]) {
    if (Object.keys(options).some((key) => key !== "locale")) continue;
    const isAccepted = byHand(payload);
    if (isAccepted !== requestPay.is(payload)) {
      console.log(`${name}: by hand it is ${isAccepted ? "accepted" : "refused"}`);
    }
    const [found, expected] = [checkByHand(payload).map(told), expect.map(told)];
    const print = (one: string, but: string[], what: string) => {
      if (!but.includes(one)) console.log(`${name}: by hand ${what} ${one}`);
    };
    for (const one of expected) print(one, found, "there is no");
    for (const one of found) print(one, expected, "there is");
  }
}
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

// Last, since engines remember every shape of payload that a function has met.
compareWithVectors();
