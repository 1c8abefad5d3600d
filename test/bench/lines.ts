import { spawnSync } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { measure } from "./measure.js";
import { manyKeys } from "./payload.js";
import { paylint, runNode, workFolder } from "./processes.js";

/** NDJSON from a file and from a pipe. */

const folder = workFolder();

/** A file of so many payloads in order. */
function linesFile(count: number): string {
  const file = join(folder, `${count}.request-pay.ndjson`);
  for (let from = 0; from < count; from += 1000) {
    const lines = Array.from({ length: Math.min(1000, count - from) }, (_, index) =>
      JSON.stringify({ ...manyKeys, merchant_uid: `T-${from + index}` }),
    );
    appendFileSync(file, `${lines.join("\n")}\n`);
  }
  return file;
}

const file = linesFile(300_000);
const kind = ["--kind", "ksnet.v1.request-pay"];

measure(
  "300,000 lines of NDJSON",
  [
    {
      name: "splitting and JSON.parse alone",
      run: () => runNode([resolve("test/bench/parseLines.mjs"), file]),
    },
    { name: "paylint --jobs 1", run: () => runNode([paylint, "--jobs", "1", file]) },
    {
      name: "paylint --jobs 1, from a pipe",
      run: () => runNode([paylint, "--jobs", "1", ...kind, "-"], file),
    },
    { name: "paylint, on every core", run: () => runNode([paylint, file]) },
  ],
  5,
  1,
);

/** The most memory that a run takes, in megabytes. */
function peakMemory(lines: string): number {
  const reporter = join(folder, "memory.cjs");
  writeFileSync(
    reporter,
    // Not resourceUsage(): that begins with what the process had that started this one.
    "process.on('exit', () => console.error(/VmHWM:\\s*(\\d+)/.exec(require('fs').readFileSync('/proc/self/status'))[1]));",
  );
  const { stderr } = spawnSync(process.execPath, ["--require", reporter, paylint, lines], {
    encoding: "utf8",
  });
  return Number(stderr.trim().split("\n").at(-1)) / 1000;
}

console.log("\nmost memory");
for (const count of [10_000, 100_000, 1_000_000]) {
  const lines = linesFile(count);
  console.log(
    `${count.toLocaleString("en-US").padEnd(10)} lines  ${peakMemory(lines).toFixed(0)} MB`,
  );
}
