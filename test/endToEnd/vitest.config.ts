import { defineConfig } from "vitest/config";
import config from "../../vitest.config.js";

// What takes a browser, or the whole way that a contributor goes.
export default defineConfig({
  test: { ...config.test, include: ["test/endToEnd/**/*.test.ts"], exclude: [] },
});
