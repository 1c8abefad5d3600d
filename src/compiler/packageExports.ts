import type { Files } from "./emit/modules/moduleText.js";

/** The parts of `package.json` that say what is public. */
interface Manifest {
  exports: Record<string, unknown>;
  typesVersions: Record<"*", Record<string, readonly string[]>>;
}

/** Names of the modules that a user imports a gateway's kinds from, such as `ksnet/v1`. */
export const entriesIn = (build: Files): string[] =>
  [...build.keys()].flatMap((path) => /^packs\/([^/]+\/v\d+)\.js$/.exec(path)?.[1] ?? []);

/**
 * `package.json` with one export for each entry of the tables, such as `ksnet/v1`, and its types for compilers that read no
 * `exports` (`moduleResolution: node`). Other exports stay as they are.
 */
export function withEntries(manifest: string, entries: readonly string[]): string {
  const all = JSON.parse(manifest) as Manifest;
  const isEntry = (name: string) => /^(?:\.\/)?[a-z0-9_]+\/v\d+$/.test(name);
  const others = <Value>(named: Readonly<Record<string, Value>>) =>
    Object.entries(named).filter(([name]) => !isEntry(name));
  const sorted = [...new Set(entries)].sort();
  all.exports = Object.fromEntries([
    ...others(all.exports),
    ...sorted.map((entry) => [
      `./${entry}`,
      { types: `./dist/packs/${entry}.d.ts`, default: `./dist/packs/${entry}.js` },
    ]),
  ]);
  all.typesVersions = {
    "*": Object.fromEntries([
      ...others(all.typesVersions["*"]),
      ...sorted.map((entry) => [entry, [`./dist/packs/${entry}.d.ts`]]),
    ]),
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}
