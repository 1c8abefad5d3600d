import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Schema } from "../project/wholeSchema.js";

/** What the package says of itself. */
export const readPackage = (): { readonly version: string; readonly homepage?: string } =>
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

/** The published schema of a kind. */
export const readSchema = async (kind: string): Promise<Schema> =>
  JSON.parse(await readFile(new URL(`../schemas/${kind}.json`, import.meta.url), "utf8"));

/** The text of a kind's TypeScript types, such as `ksnet.v1.request-pay`, with those that they are made of. */
export const readTypes = (kind: string): string =>
  wholeTypes(new URL(`../packs/${kind.replaceAll(".", "/")}.types.d.ts`, import.meta.url));

/** Types of another file are in a namespace in place of their import. */
function wholeTypes(file: URL): string {
  const text = readFileSync(file, "utf8");
  return text.replace(/^import type \* as base from "(.+)\.js";$/m, (_, module: string) => {
    const base = wholeTypes(new URL(`${module}.d.ts`, file));
    const inside = base.replace(/^declare /gm, "").replace(/^(?:export \{\};|\/\/.*)\n/gm, "");
    return `declare namespace base {\n${inside}}`;
  });
}
