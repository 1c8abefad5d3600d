import { defineConfig } from "vitest/config";
import config from "../../vitest.config.js";

export default defineConfig({
  test: {
    include: ["docs/examples/**/*.property.js"],
    testTimeout: 120_000,
    // As where the package is installed, Node loads it.
    ...(config.test?.server && { server: config.test.server }),
  },
});
