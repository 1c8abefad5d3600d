import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

/** Prints what a browser loads: bundled, minified and packed, in kilobytes of 1,000 bytes. */

const rivals = resolve("test/bench/rivals");
const bundles: Record<string, string> = {
  "paylint, isRequestPay": 'import { isRequestPay as it } from "paylint/ksnet/v1";',
  "paylint, checkRequestPay": 'import { checkRequestPay as it } from "paylint/ksnet/v1";',
  "paylint, requestPay with messages in both languages":
    'import { requestPay as it } from "paylint/ksnet/v1";',
  "by hand": `import { byHand as it } from "${resolve("test/bench/byHand.ts")}";`,
  valibot: `import { valibotAccepts as it } from "${rivals}/valibot.ts";`,
  zod: `import { zodAccepts as it } from "${rivals}/zod.ts";`,
  TypeBox: `import { typeboxAccepts as it } from "${rivals}/typebox.ts";`,
  ArkType: `import { arktypeAccepts as it } from "${rivals}/arktype.ts";`,
};

console.log("\nweight in a browser (no rival has messages of its own)");
for (const [name, code] of Object.entries(bundles)) {
  const bundle = await rolldown({
    input: "entry",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? resolve("test/bench/entry.js") : null),
        load: (id) => (id.endsWith("/entry.js") ? `${code}\nglobalThis.it = it;` : null),
      },
    ],
  });
  const { output } = await bundle.generate({ minify: true });
  const size = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const text = output[0].code;
  console.log(
    `${name.padEnd(54)} ${size(gzipSync(text, { level: 9 }).length)} (${size(text.length)} unpacked)`,
  );
}
