import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * `npm run mutate [folder|file …]`: changes the code one operator at a time, and sees that a test notices. A folder is one of
 * src (`lint`), a file has its path (`src/lint/suppression/suppress.ts`); without any, everything that decides what is found. What an earlier
 * run has found of code and tests that have not changed since is taken over from coverage/.
 */
/** The folders of src that decide what is found, and the tests that look at each: in this process, and in milliseconds. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  constraint: ["test/unit/constraint", "test/unit/lint/linter", "test/facts"],
  extract: ["test/unit/extract", "test/property/programs", "test/property/spellings", "test/cases"],
  lint: ["test/unit/lint", "test/unit/eslint", "test/unit/cli/command", "test/cases"],
  validator: ["test/unit/validator", "test/unit/compiler/emit/pack*", "test/facts", "test/cases"],
};
const folders = Object.keys(testsOf);
const given = process.argv.slice(2);

/** Only types, or what only another process or a browser runs. */
const untested = ["**/types.ts", "src/lint/browser.ts", "src/extract/javascript/parseIn*.ts"];

for (const one of given) {
  const isBelow = existsSync(one) && folders.some((name) => one.startsWith(`src/${name}`));
  if (isBelow || folders.includes(one)) continue;
  console.error(`mutate: ${one} is neither one of ${folders.join(", ")} nor below it in src`);
  process.exit(2);
}

const isFile = (one: string) => existsSync(one) && statSync(one).isFile();
const named = given.length > 0 ? given : folders;
/** The folder of `testsOf` that something to be mutated lies in. */
const folderOf = (one: string) =>
  folders.find((name) => one === name || one.startsWith(`src/${name}`));
const patternOf = (one: string) => {
  if (isFile(one)) return one;
  return `${folders.includes(one) ? `src/${one}` : one}/**/*.ts`;
};
const require = createRequire(import.meta.url);
const stryker = join(
  dirname(require.resolve("@stryker-mutator/core/package.json")),
  "bin/stryker.js",
);

// One run a folder, with the tests of that folder, which keeps what is known of it.
for (const folder of folders) {
  const here = named.filter((one) => folderOf(one) === folder);
  if (here.length === 0) continue;
  const patterns = [...here.map(patternOf), ...untested.map((one) => `!${one}`)];
  const args = ["run", "test/mutate/stryker.json", "--mutate", patterns.join(",")];
  const known = ["--incrementalFile", `coverage/mutation-known-${folder}.json`];
  const env = { ...process.env, MUTATE_TESTS: testsOf[folder]?.join(",") };
  const { status } = spawnSync(process.execPath, [stryker, ...args, ...known], {
    stdio: "inherit",
    env,
  });
  if (status !== 0) process.exitCode = 1;
}
