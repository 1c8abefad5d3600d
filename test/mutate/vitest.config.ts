import { defineConfig } from "vitest/config";

// A mutant that a property finds, it finds soon; so each may take as long as a unit test.
process.env.FC_SEED = "367";
process.env.FC_MILLISECONDS ??= "500";

export default defineConfig({
  test: {
    // What runs in this process, where the mutants are, and in milliseconds.
    include: [
      "test/unit/{constraint,eslint,extract,lint,text,validator}/**/*.test.ts",
      "test/unit/cli/{command,files}.test.ts",
      "test/facts/**/*.test.ts",
      "test/property/spellings.test.ts",
      "test/cases.test.ts",
    ],
    // These measure time, which a mutant's own code changes.
    exclude: ["test/unit/validator/form.test.ts"],
    // These count what they tried, which is too little in this time.
    testNamePattern: /^(?!.*(?:a payload that breaks any rule|written with comments everywhere))/,
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 60_000,
  },
});
