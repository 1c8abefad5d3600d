import { defineConfig } from "vitest/config";
import { builtModules, generatedModules } from "../support/builtModules.js";

// A mutant that a property finds, it finds soon; so each has two seconds.
process.env.FC_SEED = "367";
process.env.FC_MILLISECONDS ??= "2000";

export default defineConfig({
  plugins: [generatedModules],
  test: {
    server: builtModules,
    include: (process.env.MUTATE_TESTS ?? "test/unit")
      .split(",")
      .map((path) => `${path}{,/**/*}.test.ts`),
    // These measure time, which a mutant's own code changes, or count what they tried, which is too little in this time.
    testNamePattern:
      /^(?!.*(?:the time that a form takes|A payload that breaks any rule|written with comments everywhere))/,
    setupFiles: ["test/support/seed.ts", "test/mutate/loadReaders.ts"],
    testTimeout: 60_000,
  },
});
