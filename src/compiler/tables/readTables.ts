import { readFiles } from "./files.js";
import { checkGateways, checkOtherGateways } from "./gateways.js";
import { Problems } from "./problems.js";
import { checkReferences } from "./references.js";
import { checkKinds, KindResolver } from "./resolve.js";
import type { Tables } from "./types.js";

/**
 * Reads the tables below a folder laid out as `schemas/` is.
 * @throws {TableError} naming everything that is wrong with them by file, row and reason: first with the files each by
 * itself, then with what they name of each other.
 */
export function readTables(root: string): Tables {
  const problems = new Problems();
  const files = readFiles(root, problems);
  checkKinds(files, problems);
  const resolver = new KindResolver(files, problems);
  const kinds = files.kinds.map((kind) => {
    const tables = resolver.resolve(kind);
    checkReferences({ files: kind, tables, shared: files.shared, problems });
    return tables;
  });
  checkOtherGateways(files.shared, kinds, problems);
  checkGateways(files.shared, kinds, problems);
  problems.throwIfAny();
  return { ...files.shared, kinds };
}
