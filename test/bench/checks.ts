import { requestPay } from "paylint/ksnet/v1";
import { byHand } from "./byHand.js";
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

const contenders = (payload: unknown) =>
  Object.entries(all).map(([name, accepts]) => ({ name, run: () => accepts(payload) }));

measure("is(valid), 22 keys", contenders(valid), 21, 20_000);
measure("is(broken), two values missing", contenders(broken), 21, 20_000);
measure(
  "check",
  [
    { name: "requestPay.is, valid", run: () => requestPay.is(valid) },
    { name: "requestPay.check, valid", run: () => requestPay.check(valid) },
    { name: "requestPay.check, one error", run: () => requestPay.check(oneError) },
    { name: "requestPay.check, two errors", run: () => requestPay.check(broken) },
  ],
  31,
  20_000,
);
