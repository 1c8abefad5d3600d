import fc from "fast-check";
import { valid, violating } from "paylint/arbitraries";

/** Prints how many payloads a second the arbitraries make, once the first are made. */

const arbitraries = {
  "valid request-pay": valid("ksnet.v1.request-pay"),
  "violating issuer/store-details": violating("issuer/store-details"),
  "valid schedule": valid("ksnet.v1.schedule"),
  "fast-check's own record of 20 texts": fc.record(
    Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`key${index}`, fc.string()])),
  ),
};
const count = 20_000;

console.log("\npayloads a second");
for (const [name, arbitrary] of Object.entries(arbitraries)) {
  fc.sample(arbitrary, { numRuns: 5_000, seed: 1 });
  const start = performance.now();
  fc.sample(arbitrary, { numRuns: count, seed: 2 });
  const seconds = (performance.now() - start) / 1000;
  console.log(`${name.padEnd(44)} ${Math.round(count / seconds).toLocaleString("en-US")}`);
}
