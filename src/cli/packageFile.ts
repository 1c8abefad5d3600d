import { readFileSync } from "node:fs";

/** What the package says of itself. */
export const readPackage = (): { readonly version: string; readonly homepage?: string } =>
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
