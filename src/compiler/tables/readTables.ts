import { checkClients } from "./clients.js";
import type { TableFiles } from "./files.js";
import { readFiles } from "./files.js";
import { checkGateways, gatewayRows, withCodes } from "./gateways.js";
import { checkIssuers, joinIssuers } from "./issuers.js";
import { migrationOf } from "./migration.js";
import { checkMigration } from "./migrationChecks.js";
import { Problems } from "./problems.js";
import { checkReferences, checkRules } from "./references.js";
import { resolveKinds } from "./resolve.js";
import { checkRefs, refsOf } from "./sources.js";
import type { Tables } from "./types.js";

/**
 * Reads the tables below a folder laid out as `schemas/` is.
 * @throws {TableError} naming everything that is wrong with them by file, row and reason: first with the files each by
 * itself, then with what they name of each other.
 */
export function readTables(root: string): Tables {
  const problems = new Problems();
  const files = readFiles(root, problems);
  problems.throwIfAny();
  const gateways = gatewayRows(files.companies);
  checkGateways(gateways, files.sources, problems);
  checkIssuerTables(files, problems);
  const resolved = resolveKinds(files, gateways, problems);
  for (const kind of resolved) checkReferences({ ...kind, files, gateways, problems });
  const kinds = resolved.map(({ tables }) => tables);
  checkRules(files, kinds, problems);
  checkClients(files.clients, kinds, problems);
  checkMigration(files, kinds, gateways, problems);
  problems.throwIfAny();
  const { sources, secrets, services } = files;
  const clients = files.clients.content;
  const migration = migrationOf(files.migration, (version, name) =>
    kinds.find(({ row }) => row.kind === `portone.${version}.${name}`),
  );
  const formats = withCodes(files.formats, gateways);
  const answers = Object.fromEntries(
    [...files.rules].flatMap(([id, { content }]) =>
      content.answers ? [[id, content.answers] as const] : [],
    ),
  );
  return { sources, formats, secrets, services, clients, gateways, migration, answers, kinds };
}

function checkIssuerTables({ issuers, companies, sources }: TableFiles, problems: Problems): void {
  const tables = [
    { file: issuers.file, table: issuers.content },
    ...companies.flatMap(({ issuers: own }) =>
      own ? [{ file: own.file, table: joinIssuers(issuers, own, problems) }] : [],
    ),
  ];
  for (const { file, table } of tables) {
    checkIssuers(file, table, problems);
    for (const [name, { source }] of Object.entries(table.columns)) {
      checkRefs(refsOf(source), sources, { file, row: name }, problems);
    }
  }
}
