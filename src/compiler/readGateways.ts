import { kindNames } from "./kindNames.js";
import { TableError } from "./tableError.js";
import type { GatewayRow, KindTables, Tables } from "./tableTypes.js";

const file = "gateways.json";

/** Owner of the kinds that hold at any gateway. It is no gateway itself. */
const anyGateway = "portone";

/**
 * Checks the table of gateways against itself, the documents and the kinds.
 * @throws {TableError} naming the row and the reason.
 */
export function checkGateways(
  rows: readonly GatewayRow[],
  sources: Tables["sources"],
  kinds: readonly Pick<KindTables, "row">[],
): void {
  const codes = new Set<string>();
  const owners = new Map<string, string>();
  for (const { code, version, company, bypass, supersededBy, source } of rows) {
    const id = `${version} ${code}`;
    const fail = (reason: string) => new TableError(file, id, reason);
    if (codes.has(id)) throw fail("two rows have this code");
    codes.add(id);
    for (const key of bypass) {
      const owner = owners.get(`${version} ${key}`);
      if (owner !== undefined) throw fail(`bypass key "${key}" is already ${owner}'s`);
      owners.set(`${version} ${key}`, code);
    }
    for (const { document } of source) {
      if (!sources[document]) throw fail(`unknown document "${document}"`);
    }
    const successor = rows.find((row) => row.code === supersededBy && row.version === version);
    if (supersededBy !== undefined && successor?.company !== company) {
      throw fail(`supersededBy is ${supersededBy}, no code of ${company} in ${version}`);
    }
  }
  for (const { row } of kinds) {
    const { gateway } = kindNames(row.kind);
    const known = gateway === anyGateway || rows.some(({ code }) => code === gateway);
    if (!known) throw new TableError(file, gateway, "has kinds but no row");
  }
}
