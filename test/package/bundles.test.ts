import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";

/** What a browser loads, bundled, minified and packed; the same for the same tables, on every machine. */

async function gzipped(code: string): Promise<number> {
  const bundle = await rolldown({
    input: "entry",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? resolve("test/sizes/entry.js") : null),
        load: (id) => (id.endsWith("/entry.js") ? `${code}\nglobalThis.it = it;` : null),
      },
    ],
  });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  return gzipSync(output[0].code, { level: 9 }).length;
}

describe("a bundle stays small enough for a checkout page", () => {
  it.each([
    ["isRequestPay", 3_500],
    ["checkRequestPay", 10_000],
    ["requestPay", 27_500],
  ])("%s takes at most %i bytes", async (name, most) => {
    expect(await gzipped(`import { ${name} as it } from "paylint/ksnet/v1";`)).toBeLessThanOrEqual(
      most,
    );
  });
});
