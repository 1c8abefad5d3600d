import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

/**
 * `npm run mutate [folder|file …]`: changes the code one operator at a time, and sees that a test notices. A folder is one of
 * src (`lint`), a file has its path (`src/lint/suppress.ts`); without any, everything that decides what is found. What an earlier
 * run has found of code and tests that have not changed since is taken over from coverage/.
 */
const folders = ["constraint", "extract", "lint", "validator"];
const given = process.argv.slice(2);

/** Only types, or what only another process or a browser runs. */
const untested = ["**/types.ts", "src/lint/browser.ts", "src/extract/javascript/parseIn*.ts"];

for (const one of given) {
  if (existsSync(one) || folders.includes(one)) continue;
  console.error(`mutate: ${one} is neither a file nor one of ${folders.join(", ")}`);
  process.exit(2);
}

/** Folders one by one, so that each keeps what is known of it; files together. */
const isFile = (one: string) => existsSync(one) && statSync(one).isFile();
const named = given.length > 0 ? given : folders;
const files = named.filter(isFile);
const runs = [
  ...named.filter((one) => !isFile(one)).map((one) => ({ name: basename(one), mutate: [one] })),
  ...(files.length > 0 ? [{ name: "files", mutate: files }] : []),
];

const patternsOf = (one: string) =>
  isFile(one) ? one : `${folders.includes(one) ? `src/${one}` : one}/**/*.ts`;
const require = createRequire(import.meta.url);
const stryker = join(
  dirname(require.resolve("@stryker-mutator/core/package.json")),
  "bin/stryker.js",
);

for (const { name, mutate } of runs) {
  const patterns = [...mutate.map(patternsOf), ...untested.map((one) => `!${one}`)];
  const args = ["run", "test/mutate/stryker.json", "--mutate", patterns.join(",")];
  const known = ["--incrementalFile", `coverage/mutation-known-${name}.json`];
  const { status } = spawnSync(process.execPath, [stryker, ...args, ...known], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}
