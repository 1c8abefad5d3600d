import { resolve } from "node:path";
import { bundleSize } from "../support/bundled.js";

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
  const { gzip, unpacked } = await bundleSize(code);
  const size = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`${name.padEnd(54)} ${size(gzip)} (${size(unpacked)} unpacked)`);
}
