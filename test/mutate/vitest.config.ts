import { defineConfig } from "vitest/config";

// A mutant that a property finds, it finds soon; so each has two seconds.
process.env.FC_SEED = "367";
process.env.FC_MILLISECONDS ??= "2000";

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
    testNamePattern: /^(?!.*(?:A payload that breaks any rule|written with comments everywhere))/,
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 60_000,
  },
});
