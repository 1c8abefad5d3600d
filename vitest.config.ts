import { defineConfig } from "vitest/config";
import { builtModules, generatedModules } from "./test/support/builtModules.js";

// One seed for every property of a run; `FC_SEED=<seed> npm test` runs a failure again.
process.env.FC_SEED ??= String(Date.now() % 2 ** 31);
console.log(`fast-check seed: ${process.env.FC_SEED}`);

export default defineConfig({
  plugins: [generatedModules],
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/endToEnd/**"],
    globalSetup: ["test/support/temporaryFolder.ts"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: "100%",
    // Generated inputs fill the default space of young objects many times a second: a tenth of the time went into emptying it.
    execArgv: ["--max-semi-space-size=64"],
    // Most of the time of a small file went into loading the same modules once more.
    isolate: false,
    server: builtModules,
    // A test whose loop runs over nothing would pass without having looked.
    expect: { requireAssertions: true },
    // A line a file, so that a run that does not end shows the files that did.
    reporters: ["default", ["json", { outputFile: "coverage/tests.json" }]],
  },
});
