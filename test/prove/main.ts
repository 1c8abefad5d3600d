import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { kinds } from "../support/payloads.js";
import { analyse } from "./analysis.js";
import { compare } from "./faithful.js";
import { isValidInV2, losesNothing, migratable } from "./migration.js";

/**
 * `npm run prove [payloads]`: analyses the tables, and compares the emitted schemas with our validators in three others (100,000
 * payloads a kind, unless another number is given) and in Python's jsonschema on the vectors.
 */
const payloads = Number(process.argv[2] ?? 100_000);
const pairs = 20_000;
const migrations = Math.min(payloads, 300);
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
let failed = false;
const fail = (what: string) => {
  failed = true;
  console.log(`  FAILED ${what}`);
};

console.log(
  "The tables: every rule can be broken alone, and every choice can be made or is forbidden by one rule",
);
for (const kind of kinds) {
  const { rules, places, witnesses, accompanied, satisfied, forbidden, failures } = analyse(
    kind,
    pairs,
  );
  const sizes = witnesses.map(({ payload }) => JSON.stringify(payload).length);
  const forbids = Object.entries(forbidden).map(([rule, count]) => `${count} by ${rule}`);
  console.log(
    `  ${kind}: ${rules} rules at ${places} places, ${witnesses.length} broken alone (smallest payloads ${Math.min(...sizes)} to ${Math.max(...sizes)} characters), ${accompanied.length} never alone; ${satisfied} choices without a finding, ${forbids.join(", ") || "none"} forbidden`,
  );
  for (const { place, by } of accompanied) console.log(`    ${place} comes with ${by.join(", ")}`);
  for (const failure of failures) fail(failure);
}

console.log(
  `\nThe emitted schemas in ajv, hyperjump and cfworker: ${payloads} payloads a kind, seed ${seed}`,
);
for (const kind of kinds) {
  const { accepted, refused, unsayable, disagreements } = await compare(kind, payloads, seed);
  console.log(
    `  ${kind}: ${accepted} accepted, ${refused} refused, ${unsayable} beyond a schema, ${disagreements.length} disagreements`,
  );
  for (const one of disagreements) fail(one);
}

console.log(`\nThe migration to V2: ${migrations} payloads a kind, seed ${seed}`);
for (const kind of migratable) {
  const options = { seed, numRuns: migrations };
  const [errors, losses] = [
    await fc.check(isValidInV2(kind), options),
    fc.check(losesNothing(kind), options),
  ];
  for (const { failed: isBroken, errorInstance, counterexample } of [errors, losses]) {
    if (isBroken) fail(`${errorInstance} ${JSON.stringify(counterexample)}`);
  }
}
console.log(`  ${migratable.length} kinds`);

console.log("\nThe vectors in Python");
const python = spawnSync("python3", ["docs/examples/python/run_vectors.py", "dist"], {
  encoding: "utf8",
});
console.log(
  `  ${(python.stdout || python.stderr || "python3 is not here").trim().replaceAll("\n", "\n  ")}`,
);
if (python.status !== 0) fail("the vectors in Python");
process.exitCode = failed ? 1 : 0;
