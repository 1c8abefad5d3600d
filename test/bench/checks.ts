import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { requestPay } from "paylint/ksnet/v1";
import { direct } from "../payloads.js";
import { measure } from "./measure.js";

const schema = JSON.parse(readFileSync("dist/schemas/ksnet.v1.request-pay.json", "utf8"));
const plainAjv = new Ajv2020({ strict: false }).compile(schema);

const valid = direct("367");
const { storeDetails: _, ...broken } = valid;

// The baseline checks fewer rules.
measure(
  "one payload in memory",
  [
    { name: "ajv at run time, emitted schema, valid", run: () => plainAjv(valid) },
    { name: "requestPay.is, valid", run: () => requestPay.is(valid) },
    { name: "requestPay.is, broken", run: () => requestPay.is(broken) },
    { name: "requestPay.check, valid", run: () => requestPay.check(valid) },
    { name: "requestPay.check, two errors", run: () => requestPay.check(broken) },
  ],
  31,
  20_000,
);
