import { defineConfig } from "vitest/config";

// A mutant that a property finds, it finds soon; so each may take as long as a unit test.
process.env.FC_SEED = "367";
process.env.FC_MILLISECONDS ??= "150";

export default defineConfig({
  test: {
    include: process.env.MUTATE_TESTS?.split(",") ?? ["test/**/*.test.ts"],
    // What runs the command line in processes of its own, where no mutant is, and what takes seconds.
    exclude: [
      "test/{cli,docs,fixes,limits,progress,prove,regularExpressions,types,eslint,contributing,examples,lines,package,site,properties,compiler,secrets}.test.ts",
      "test/{unit/compiler,sizes}/**",
    ],
    // Stryker's own words in the code are not ours to answer for.
    testNamePattern: /^(?!.*what a browser loads has no dependency)/,
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 60_000,
  },
});
