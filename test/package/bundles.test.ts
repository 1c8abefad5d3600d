import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bundleSize } from "../support/bundled.js";

describe("a bundle stays small enough for a checkout page", () => {
  it.each([
    ["isRequestPay", 3_000],
    ["checkRequestPay", 9_000],
    ["requestPay", 24_000],
  ])("A bundle of %s takes at most %i bytes", async (name, most) => {
    const { gzip } = await bundleSize(`import { ${name} as it } from "paylint/ksnet/v1";`);
    expect(gzip).toBeLessThanOrEqual(most);
    for (const page of ["docs/performance.md", "docs/performance.ko.md"]) {
      const row = new RegExp(`^\\| \`${name}\`.*\\| ([\\d.]+) kB +\\|$`, "m");
      const [, stated] = row.exec(readFileSync(page, "utf8")) ?? [];
      expect(Math.abs(Number(stated) * 1000 - gzip), page).toBeLessThan(150);
    }
  });

  it.each([
    ["readForm", 1_500],
    ["loadValidator", 5_000],
  ])(
    "A bundle of %s from the root entry takes nothing of the migration: %i bytes at most",
    async (name, most) => {
      const { gzip } = await bundleSize(`import { ${name} as it } from "paylint";`);
      expect(gzip).toBeLessThanOrEqual(most);
    },
  );
});
