import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

/** The size of what a browser loads, in bytes. */
export interface BundleSize {
  readonly gzip: number;
  readonly unpacked: number;
}

/** Size of a module that exports something as `it`, bundled and minified; the same for the same tables, on every machine. */
export async function bundleSize(code: string): Promise<BundleSize> {
  const bundle = await rolldown({
    input: "entry",
    plugins: [
      {
        name: "entry",
        // A file of this name need not exist; what it imports is looked up from its folder.
        resolveId: (id) => (id === "entry" ? resolve("test/bench/entry.js") : null),
        load: (id) => (id.endsWith("/entry.js") ? `${code}\nglobalThis.it = it;` : null),
      },
    ],
  });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  const text = output[0].code;
  return { gzip: gzipSync(text, { level: 9 }).length, unpacked: text.length };
}
