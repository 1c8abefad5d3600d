import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { TableError } from "../../src/compiler/tables/problems.js";
import { readTables } from "../../src/compiler/tables/readTables.js";

/**
 * Copies `schemas/` with the tables of PortOne, KSNET and Bluewalnut alone: a test that compiles it waits for two gateways, not for
 * thirty. Bluewalnut is there for the rules of PortOne's that hold at every gateway but KSNET and a few. Other gateways keep their
 * names and issuers.
 */
export function copyTables(root: string): void {
  cpSync("schemas", root, {
    recursive: true,
    filter: (from) =>
      !/gateways\/(?!(?:ksnet|bluewalnut)\/)\w+\/\w+\.v\d+$/.test(from.replaceAll("\\", "/")),
  });
  unusedFiles ??= unusedFilesOf(root);
  for (const file of unusedFiles) rmSync(join(root, file));
}

/** Words of rules that only gateways left out have; the same for every copy. */
let unusedFiles: readonly string[] | undefined;

function unusedFilesOf(root: string): string[] {
  try {
    readTables(root);
    return [];
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return error.problems.map(({ file }) => file);
  }
}
