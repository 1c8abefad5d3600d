import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["docs/examples/**/*.property.js"], testTimeout: 120_000 },
});
